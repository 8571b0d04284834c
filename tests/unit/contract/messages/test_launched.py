import pytest

from core.contract.messages.launched import Launched, launched

TOLD = {"RANK": "1", "WORLD_SIZE": "4", "MASTER_ADDR": "node-1"}


@pytest.fixture
def told(monkeypatch):
    """Sets what a launcher sets, but for some names."""

    def tell(*missing):
        for name, value in TOLD.items():
            if name in missing:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return tell


def test_rank_and_count_come_from_the_launcher(told):
    told()
    assert launched() == Launched(1, 4)


@pytest.mark.parametrize("name", TOLD)
def test_without_a_launcher_there_is_rank_0_of_1(told, name):
    told(name)
    assert launched() == Launched(0, 1)
