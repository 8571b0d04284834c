import pytest

from core.contract.messages.errors import EngineInstallError
from core.engine import setup_plan as plan
from core.engine.bundle import Bundle
from core.engine.graphics import Card
from core.engine.locations import requirements_hash
from core.engine.platforms import this_platform
from core.engine.setup_plan import LARGE_ENGINE_BYTES, SMALL_ENGINE_BYTES, plan_set_up


def see(monkeypatch, card):
    monkeypatch.setattr(plan, "find_card", lambda: card)


def test_card_determines_the_size(home, monkeypatch):
    see(monkeypatch, None)
    small = plan_set_up()
    see(monkeypatch, Card("cuda", "NVIDIA A10"))
    large = plan_set_up()
    assert (small.needed_bytes, large.needed_bytes) == (SMALL_ENGINE_BYTES, LARGE_ENGINE_BYTES)
    assert small.download_bytes < large.download_bytes < large.needed_bytes
    assert large.card.name == "NVIDIA A10"


def test_missing_folder_has_the_space_of_its_disk(home, monkeypatch, tmp_path):
    see(monkeypatch, None)
    found = plan_set_up(str(tmp_path / "not" / "there"))
    assert found.engine_folder == tmp_path / "not" / "there"
    assert found.free_bytes == pytest.approx(plan.shutil.disk_usage(tmp_path).free, rel=0.2)
    assert not (tmp_path / "not").exists()
    monkeypatch.setattr(plan, "free_bytes", lambda _: 1e9)
    assert not plan_set_up().fits


def test_bundle_needs_no_download_and_its_own_space(home, monkeypatch, tmp_path):
    see(monkeypatch, None)
    Bundle(str(tmp_path), "1", requirements_hash(), this_platform(), "3.12", unpacked_bytes=1000).write()
    found = plan_set_up(bundle=str(tmp_path))
    assert (found.download_bytes, found.needed_bytes) == (0, 1200)


def test_folder_that_is_no_bundle_is_reported(home, monkeypatch, tmp_path):
    see(monkeypatch, None)
    with pytest.raises(EngineInstallError, match="is not a complete bundle"):
        plan_set_up(bundle=str(tmp_path))
