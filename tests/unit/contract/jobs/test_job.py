from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest

from core.contract.jobs.job import Job, describe, required_settings, same_setting, setting
from core.contract.messages.errors import SettingsError


@dataclass(frozen=True)
class Bake(Job):
    name: ClassVar[str] = "bake"
    title: ClassVar[str] = "Bake"

    flour: str = setting("Flour", "Which.")
    eggs: int = setting("Eggs", "How many.", 2, minimum=0, maximum=12)
    heat: float = setting("Heat", "How hot.", 180.0, minimum=50.0, maximum=250.0)
    tin: str = setting("Tin", "Which.", "round", choices={"round": "A round one.", "long": "A long one."})
    fruits: tuple[str, ...] = setting("Fruits", "Which.", ())
    names: dict[str, str] = setting("Names", "Of guests.", {"1": "Ann"})
    note: str = setting("Note", "Any.", "", check=lambda text: "Note: too long." if len(text) > 5 else None)

    def _joint_problems(self):
        return ["Too hot for eggs."] if self.eggs and self.heat > 240 else []


@dataclass(frozen=True)
class Fry(Job):
    name: ClassVar[str] = "fry"
    title: ClassVar[str] = "Fry"

    flour: str = same_setting(Bake, "flour")
    eggs: int = same_setting(Bake, "eggs")
    names: dict[str, str] = same_setting(Bake, "names")


def test_setting_of_another_job_is_the_same_with_its_default():
    fried = Fry("rye")
    assert (fried.eggs, fried.names) == (2, {"1": "Ann"})
    assert required_settings(Fry) == ["flour"]
    for name in ("flour", "eggs", "names"):
        assert describe(Fry, name) is describe(Bake, name)


def test_defaults_that_can_change_are_not_shared():
    first = Bake("rye")
    first.names["2"] = "Bob"
    assert Bake("rye").names == Fry("rye").names == {"1": "Ann"}


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        ({}, []),
        ({"eggs": 13}, ["Eggs must be from 0 to 12, not 13."]),
        ({"eggs": "many"}, ["Eggs must be from 0 to 12, not many."]),
        ({"heat": float("nan")}, ["Heat must be from 50 to 250, not nan."]),
        ({"tin": "lang"}, ["Tin: there is no 'lang'. Did you mean 'long'? Known: round, long."]),
        ({"note": "too long"}, ["Note: too long."]),
        ({"heat": 245.0}, ["Too hot for eggs."]),
        ({"heat": 245.0, "note": "too long"}, ["Note: too long.", "Too hot for eggs."]),
    ],
)
def test_every_fault_is_found_at_once(change, problems):
    assert Bake("rye", **change).problems() == problems


def test_setting_that_is_not_known_yet_is_not_checked():
    assert Bake("rye", eggs=13, note="too long").problems(unchecked={"eggs"}) == ["Note: too long."]


def test_check_refuses_with_all_faults():
    with pytest.raises(SettingsError, match=r"Eggs must be .* Note: too long\."):
        Bake("rye", eggs=13, note="too long").check()
    Bake("rye").check()


def test_values_of_a_command_line_get_their_types():
    job = Bake.from_settings({"flour": "rye", "eggs": "3", "heat": "1e2", "fruits": "plum", "note": None})
    assert job == Bake("rye", eggs=3, heat=100.0, fruits=("plum",), note="")
    assert isinstance(job.eggs, int)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"flour": "rye", "egg": 3}, "There is no setting 'egg'. Did you mean 'eggs'?"),
        ({"eggs": 3}, "'flour' is missing."),
        ({"flour": "rye", "eggs": "many"}, "Eggs: 'many' is not a valid value."),
        ({"flour": "rye", "eggs": 1.5}, "Eggs: '1.5'"),
        ({"flour": "rye", "eggs": float("inf")}, "Eggs: 'inf'"),
        ({"flour": "rye", "fruits": 3}, "Fruits: '3'"),
        ({"flour": "rye", "names": "Ann"}, "Names: 'Ann'"),
    ],
)
def test_settings_that_do_not_fit_are_refused(settings, words):
    with pytest.raises(SettingsError) as caught:
        Bake.from_settings(settings)
    assert words in str(caught.value)


def test_job_survives_plain_data():
    job = Bake("rye", fruits=("plum", "fig"))
    assert Bake.from_settings(job.to_settings()) == job
    assert job.outputs() == []
