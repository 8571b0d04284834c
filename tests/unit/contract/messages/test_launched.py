import pytest

from core.contract.messages.launched import Launched, launched

VARIABLES = {"RANK": "1", "WORLD_SIZE": "4", "MASTER_ADDR": "node-1"}


@pytest.fixture
def set_variables(monkeypatch):
    """Sets a launcher's variables, except those named."""

    def set_all_but(*missing):
        for name, value in VARIABLES.items():
            if name in missing:
                monkeypatch.delenv(name, raising=False)
            else:
                monkeypatch.setenv(name, value)

    return set_all_but


def test_rank_and_count_come_from_the_launcher(set_variables):
    set_variables()
    assert launched() == Launched(1, 4)


@pytest.mark.parametrize("name", VARIABLES)
def test_without_a_launcher_there_is_rank_0_of_1(set_variables, name):
    set_variables(name)
    assert launched() == Launched(0, 1)
