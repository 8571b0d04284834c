import json
from dataclasses import fields, replace

import pytest

from core.contract.jobs.check import CheckJob
from core.contract.jobs.classify import ClassifyJob
from core.contract.jobs.classify_many import ClassifyManyJob
from core.contract.jobs.compare import CompareJob
from core.contract.jobs.job import Job, describe, required_settings
from core.contract.jobs.labelled import LabelledJob
from core.contract.jobs.registry import JOBS, job_from_request
from core.contract.jobs.statistics import StatisticsJob
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import SettingsError


@pytest.fixture
def train(tmp_path):
    """A training job without a fault."""
    (tmp_path / "a b.tif").touch()
    (tmp_path / "ü.gpkg").touch()
    return TrainJob((str(tmp_path / "a b.tif"),), str(tmp_path / "ü.gpkg"), str(tmp_path / "m.safetensors"))


def test_job_without_a_fault_has_no_problem(train):
    assert train.problems() == []
    train.check()


@pytest.mark.parametrize("job", JOBS.values(), ids=JOBS)
def test_every_setting_is_described_and_its_default_is_right(job):
    for item in fields(job):
        setting = describe(job, item.name)
        assert setting.label
        assert setting.help.endswith(".")
        assert (setting.minimum is None) == (setting.maximum is None)
        if item.name not in required_settings(job) and item.default != "":
            default = item.default_factory() if callable(item.default_factory) else item.default
            assert setting.problem(default) is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"input": ()}, "Input rasters is missing"),
        ({"input": ("no.tif",)}, "no file 'no.tif'"),
        ({"labels": ""}, "Labels is missing"),
        ({"labels": "no.gpkg|layername=a"}, "no file 'no.gpkg"),
        ({"area": "no.gpkg"}, "no file 'no.gpkg'"),
        ({"model": ""}, "Trained model is missing"),
        ({"model": "m.pth"}, "must end in .safetensors"),
        ({"model": "/no/such/folder/m.safetensors"}, "no folder"),
        ({"report": "r.pdf"}, "must end in .html"),
        ({"unlabelled": "drop"}, "there is no 'drop'"),
        ({"loss": "toppixel(k=0)"}, "'k' must be"),
        ({"loss": "focl"}, "Did you mean 'focal'"),
        ({"class_weights": "car"}, "neither a weighting"),
        ({"augmentation": "lite"}, "no augmentation 'lite'. Did you mean 'light'?"),
        ({"augmentation": "d4 + gaussian_blur(sigma=9)"}, "a number above 0 to 3, not '9'"),
        ({"architecture": "u-net"}, "Did you mean 'unet'"),
        ({"encoder_weights": "no.pth"}, "neither a file nor"),
        ({"chip_size": 100}, "multiple of 32"),
        ({"chip_size": 16}, "from 32 to 4096"),
        ({"batch_size": 0}, "from 1 to 1024"),
        ({"epochs": 0}, "Epochs must be from 1"),
        ({"learning_rate": -0.001}, "Learning rate must be"),
        ({"learning_rate": float("nan")}, "Learning rate must be"),
        ({"validation": 1.0}, "from 0 to 0.9"),
        ({"split": "no.gpkg"}, "Split areas: there is no file 'no.gpkg'"),
        ({"split_layer": "split.shp"}, "must end in .gpkg"),
        ({"seed": -1}, "Seed must be"),
        ({"device": "gpu"}, "there is no 'gpu'"),
    ],
)
def test_fault_is_reported_in_the_users_words(train, change, words):
    (problem,) = replace(train, **change).problems()
    assert words in problem


def test_all_faults_are_reported_at_once(train):
    with pytest.raises(SettingsError) as caught:
        replace(train, epochs=0, batch_size=0, loss="focl").check()
    assert all(words in caught.value.message for words in ("Epochs", "Batch size", "focl"))


def test_label_layer_inside_a_file_is_found(train):
    assert replace(train, labels=f"{train.labels}|layername=cars").problems() == []


@pytest.fixture
def compare(train, tmp_path):
    """A comparison without a fault, into a folder that is not there yet."""
    return CompareJob(train.input, train.labels, str(tmp_path / "new"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"losses": ()}, "Losses: the list is empty"),
        ({"losses": ("ce", "focl")}, "Losses: There is no loss 'focl'. Did you mean 'focal'?"),
        ({"losses": ("ce", " 1*ce")}, "Losses: 'ce' is listed twice."),
        ({"seeds": 0}, "Runs per loss must be from 1 to 100, not 0."),
        ({"seed": 2**31 - 1}, "First seed must be"),
        ({"folder": ""}, "Folder for models and results is missing."),
        ({"folder": "/no/such/folder"}, "there is no folder '/no/such'"),
        ({"test_area": "no.gpkg"}, "Test area: there is no file 'no.gpkg'"),
        ({"table": "t.shp"}, "must end in .gpkg or .csv"),
        ({"validation": 0.0}, "There is nothing to score on"),
    ],
)
def test_fault_of_a_comparison_is_reported(compare, change, words):
    assert compare.problems() == []
    (problem,) = replace(compare, **change).problems()
    assert words in problem


def test_comparison_needs_no_validation_where_there_is_a_test_area(compare):
    assert replace(compare, validation=0.0, test_area=compare.labels).problems() == []
    assert replace(compare, validation=0.0, split=compare.labels).problems() == []


def test_labels_are_used_in_the_test_area_beside_the_labelled_area(compare):
    assert replace(compare, test_area="t.gpkg").labelled_areas() == ()
    assert replace(compare, test_area="t.gpkg", area="a.gpkg").labelled_areas() == ("a.gpkg", "t.gpkg")


def test_last_seed_of_a_comparison_is_a_seed_of_a_training(compare):
    last = replace(compare, seed=2**31 - 101, seeds=100)
    assert last.problems() == []
    assert last.seed + last.seeds - 1 <= describe(TrainJob, "seed").maximum


@pytest.mark.parametrize("job", [TrainJob, StatisticsJob, CompareJob])
def test_jobs_on_labels_declare_all_that_labels_need(job):
    assert issubclass(job, LabelledJob)
    for name in LabelledJob.__annotations__:
        assert describe(job, name) is describe(TrainJob, name)


def test_statistics_have_no_fault_and_refuse_a_weighting_that_is_none(train, tmp_path):
    job = StatisticsJob(train.input, train.labels, str(tmp_path / "t.csv"))
    assert job.problems() == []
    (problem,) = replace(job, class_weights="rare").problems()
    assert "'rare' is neither a weighting" in problem


def test_output_of_a_classification_is_not_one_of_its_inputs(tmp_path):
    raster = tmp_path / "a.tif"
    raster.touch()
    job = ClassifyJob(str(raster), "no.safetensors", str(raster), confidence=str(tmp_path / "c.tif"))
    problems = job.problems()
    assert any("used twice" in problem for problem in problems)
    same = replace(job, output=str(tmp_path / "c.tif"))
    assert any("used twice" in problem for problem in same.problems())


def test_an_output_that_is_an_input_by_another_name_is_refused(tmp_path):
    raster, folder, link = tmp_path / "a.tif", tmp_path / "folder", tmp_path / "link"
    raster.touch()
    folder.mkdir()
    link.symlink_to(tmp_path)
    for output in (folder / ".." / "a.tif", link / "a.tif"):
        problems = ClassifyJob(str(raster), "no.safetensors", str(output)).problems()
        assert any("used twice" in problem for problem in problems)


@pytest.mark.parametrize("location", ["", "deeper", "link"])
def test_an_input_in_the_folder_of_the_partial_map_is_refused(tmp_path, location):
    folder = tmp_path / "map.partial"
    (folder / "deeper").mkdir(parents=True)
    raster = folder / ("deeper" if location == "deeper" else "") / "00000-class.tif"
    raster.touch()
    if location == "link":
        (tmp_path / "link").symlink_to(folder)
        raster = tmp_path / "link" / raster.name
    job = ClassifyJob(str(raster), "no.safetensors", str(tmp_path / "map.tif"))
    assert any("would be removed. Choose another output" in problem for problem in job.problems())
    other = replace(job, output=str(tmp_path / "other.tif"))
    assert not any("would be removed" in problem for problem in other.problems())


def test_outputs_are_the_files_that_are_wanted():
    assert TrainJob(("a",), "b", "m", report="r").outputs() == ["m", "r"]
    assert StatisticsJob(("a",), "b", "t").outputs() == ["t"]
    assert CompareJob(("a",), "b", "folder", table="t", report="r").outputs() == ["t", "r"]
    assert ClassifyJob("a", "m", "o", confidence="c").outputs() == ["o", "c"]
    assert CheckJob().outputs() == []


def test_outputs_of_many_classifications_are_those_of_each_and_of_all(tmp_path):
    job = ClassifyManyJob("m", str(tmp_path), ("x/a.tif",), confidence=True, polygons="p.gpkg")
    names = ["a.tif", "a_confidence.tif", "mosaic.vrt"]
    assert job.outputs() == [*(str(tmp_path / name) for name in names), "p.gpkg"]


def test_each_of_many_classifications_has_all_settings(tmp_path):
    changed = {"overlap": 8, "tta": True, "min_area": 5.0, "device": "cpu", "on_damage": "skip"}
    (each,) = ClassifyManyJob("m", str(tmp_path), (str(tmp_path / "a.tif"),), **changed).jobs()
    own = {"input", "output", "polygons", "confidence", "entropy", "probabilities"}
    names = {f.name for f in fields(ClassifyJob)} - own
    assert names <= {f.name for f in fields(ClassifyManyJob)}
    assert {name: getattr(each, name) for name in changed} == changed


@pytest.mark.parametrize(
    "job",
    [
        TrainJob(("a", "b"), "l", "m", class_names={"1": "car"}),
        StatisticsJob(("a",), "l", "t", class_weights="enet"),
        CompareJob(("a",), "l", "f", losses=("ce", "lmp(p=inf)"), seeds=3),
        ClassifyJob("a", "m", "o"),
        ClassifyManyJob("m", "f", ("a", "b"), entropy=True),
        CheckJob("cpu"),
    ],
    ids=lambda job: job.name,
)
def test_job_survives_json(job):
    settings = json.loads(json.dumps(job.to_settings()))
    assert job_from_request(job.name, settings) == job


def test_unknown_job_is_refused():
    with pytest.raises(SettingsError, match="Did you mean 'train'"):
        job_from_request("trian", {})


def test_jobs_are_listed_by_their_own_name():
    assert all(name == job.name and issubclass(job, Job) for name, job in JOBS.items())


@pytest.mark.parametrize("output", ["model", "split_layer", "report"])
def test_a_training_does_not_overwrite_its_inputs(train, tmp_path, output):
    mine = str(tmp_path / "mine.gpkg")
    job = replace(train, labels=f"{mine}|layername=roofs", **{output: mine})
    assert any("mine.gpkg' is used twice" in problem for problem in job.problems())
    kept = replace(train, start_model=train.model)
    assert any("used twice" in problem for problem in kept.problems())
