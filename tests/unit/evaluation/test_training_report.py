import html.parser
from dataclasses import replace

import numpy as np
import pytest

from core.contract.classes import build_class_table
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import OutputError
from core.contract.model_card import Band, ModelCard
from core.evaluation.scores import Scores
from core.evaluation.training_report import (
    AugmentedChip,
    Example,
    LabelledClass,
    LabelReview,
    Occurrence,
    SplitPicture,
    SplitReview,
    TrainingRecord,
    write_report,
)

MATRIX = np.array([[900, 10, 40], [5, 15, 0], [30, 0, 500]])


def make_record(names=("background", "car", "road"), **changes):
    classes = build_class_table(list(enumerate(names)))
    card = ModelCard(
        architecture="unet",
        encoder="resnet18",
        bands=(Band("Band 1", 100.0, 20.0, 0.0, 255.0),),
        dtype="uint8",
        pixel_size_m=0.1,
        classes=classes,
        tile_size=512,
        loss="toppixel(k=5000)",
        class_weights=(1.0, 5.0, 1.0),
        provenance={
            "torch": "2",
            "best_epoch": 2,
            "settings": {"seed": 1},
            "data": [
                {"name": "a.tif", "bytes": 1234, "sha256": "ab" * 32},
                {"name": "gone.gpkg", "bytes": None, "sha256": None},
            ],
        },
    )
    chip = np.zeros((16, 16), np.uint8)
    place = Example(np.zeros((16, 16, 3), np.uint8), chip, chip, "a.tif, row 5, column 7", "3 % are wrong.")
    labelled = LabelledClass(Occurrence(700, 0.7, 9), Occurrence(50, 0.5, 4), 0.25, 3.5, 0.125)
    fields = {
        "card": card,
        "settings": TrainJob(input=("a.tif",), labels="b.gpkg", model="c.safetensors").to_settings(),
        "job_text": '{"job": "train"}',
        "history": [
            {"epoch": e, "train_loss": 1 / e, "lr": 0.001, "seconds": 30, "miou": 0.5, "iou": [0.9, 0.2, 0.4]}
            for e in (1, 2, 3)
        ],
        "matrix": MATRIX,
        "best_epoch": 2,
        "worst": [place],
        "best": [place, place],
        "labels": LabelReview([labelled] * len(names), 10, 5, 256, 512, ["Start."], ["Why."], ["Few."]),
        "machine": {"device": "CPU"},
        "split": SplitReview(
            np.array([[900, 50, 40], [90, 5, 0], [0, 0, 0], [9, 0, 0], [0, 0, 0]]),
            128,
            [SplitPicture("<a>.tif", np.zeros((20, 20, 3), np.uint8), np.zeros((20, 20), np.uint8))],
            3,
        ),
        "warnings": ["3 polygons were repaired."],
    }
    return TrainingRecord(**{**fields, **changes})


class Page(html.parser.HTMLParser):
    """What matters of a page: tags in order, links out of it, text, and rows of its tables."""

    def __init__(self, content):
        super().__init__()
        self.tags, self.links, self.text, self.rows, self.rarest = [], [], "", [], []
        self.is_in_cell = False
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        attributes = dict(attrs)
        self.links += [v for k, v in attributes.items() if k in ("src", "href")]
        if tag == "tr":
            self.rows.append([])
            self.rarest.append(attributes.get("class") == "rarest")
        if tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self.is_in_cell = True

    def handle_endtag(self, tag):
        self.is_in_cell &= tag not in ("td", "th")

    def handle_data(self, data):
        self.text += " ".join(data.split()) + " "
        if self.is_in_cell:
            self.rows[-1][-1] += data.strip()


def page_of(tmp_path, record):
    path = tmp_path / "Bericht ü 'x'.html"
    write_report(path, record)
    return Page(path.read_text(encoding="utf-8"))


def test_every_picture_is_in_the_file_and_nothing_is_loaded_from_elsewhere(tmp_path):
    page = page_of(tmp_path, make_record())
    assert len(page.links) == 3 + 3 * 4  # curves, confusion, split; four pictures of each place
    assert all(link.startswith("data:image/png;base64,") for link in page.links)
    assert "script" not in page.tags
    assert "link" not in page.tags


def test_the_summary_says_what_was_reached(tmp_path):
    text = page_of(tmp_path, make_record()).text
    assert "trained for 3 epochs" in text
    assert "Epoch 2 was kept" in text
    assert "The rarest class, car , covers 1.3 % of the validated pixels." in text
    assert "75.0 % were found (recall)" in text
    assert "60.0 % are car (precision)" in text


def test_the_table_has_each_class_and_marks_the_rarest(tmp_path):
    page = page_of(tmp_path, make_record())
    row = next(row for row in page.rows if row[0] == "car")
    assert row == ["car", "1.3 %", "0.500", "0.667", "0.600", "0.750"]
    assert [r[0] for r, is_rarest in zip(page.rows, page.rarest, strict=True) if is_rarest] == ["car"]


def test_scores_over_all_classes_are_told(tmp_path):
    text = page_of(tmp_path, make_record()).text
    scores = Scores.from_confusion(MATRIX)
    for label, value in (
        ("Mean IoU", f"{scores.miou:.3f}"),
        ("IoU of car", "0.500"),
        ("Mean F1", f"{scores.macro_f1:.3f}"),
        ("Accuracy", f"{100 * scores.accuracy:.1f} %"),
        ("Cohen's kappa", f"{scores.kappa:.3f}"),
    ):
        assert f"{label} {value}" in text


def test_the_confusion_is_there_in_pixels(tmp_path):
    assert ["road", "30", "0", "500"] in page_of(tmp_path, make_record()).rows


def test_worst_and_best_places_are_told_from_each_other(tmp_path):
    text = page_of(tmp_path, make_record()).text
    worst, best = text.index(" Worst "), text.index(" Best ")
    assert text.count("a.tif, row 5, column 7", worst, best) == 1
    assert text.count("a.tif, row 5, column 7", best) == 2
    assert "3 % are wrong." in text[worst:best]
    for name in ("image", "truth", "prediction", "errors"):
        assert text.count(f" {name} ", worst) >= 3


def test_labels_are_told_with_what_training_makes_of_them(tmp_path):
    page = page_of(tmp_path, make_record())
    told = ["700", "70.0 %", "9", "50", "50.0 %", "4", "25.0 %", "3.5", "12.5 %"]
    assert ["car", *told] in page.rows
    assert "of 10 in training (256" in page.text
    assert "and 5 in validation (512" in page.text
    for sentence in ("Start.", "Why.", "Few."):
        assert sentence in page.text


def test_labels_without_validation_have_dashes(tmp_path):
    labelled = LabelledClass(Occurrence(0, float("nan"), 0), None, 0.0, 1.0, 0.0)
    page = page_of(tmp_path, make_record(labels=LabelReview([labelled] * 3, 10, 0, 256, 256)))
    dash = "\N{EN DASH}"
    assert ["car", "0", dash, "0", dash, dash, dash, "0 %", "1", "0 %"] in page.rows
    assert "in validation (" not in page.text
    assert "What suits such labels" not in page.text


def test_data_are_told_with_size_and_hash(tmp_path):
    page = page_of(tmp_path, make_record())
    assert ["a.tif", "1,234", "ab" * 32] in page.rows
    assert ["gone.gpkg", "\N{EN DASH}", "\N{EN DASH}"] in page.rows
    assert ["device", "CPU"] in page.rows


def test_warnings_come_first(tmp_path):
    text = page_of(tmp_path, make_record()).text
    assert text.index("3 polygons were repaired.") < text.index("Summary")


@pytest.mark.parametrize(("count", "epochs"), [(2, 1), (60, 40)])
def test_any_number_of_classes_and_epochs_can_be_told(tmp_path, count, epochs):
    names = [f"class {n}" for n in range(count)]
    history = [
        {"epoch": e, "train_loss": 1 / e, "lr": 0.1, "seconds": 1, "miou": 0.5, "iou": [0.5] * count}
        for e in range(1, epochs + 1)
    ]
    matrix = np.eye(count, dtype=np.int64)
    weights = make_record().card.__dict__ | {"classes": build_class_table(list(enumerate(names)))}
    card = ModelCard(**(weights | {"class_weights": (1.0,) * count}))
    chip = np.full((16, 16), count - 1, np.uint8)
    place = Example(np.zeros((16, 16, 3), np.uint8), chip, chip, "place")
    more = {
        "card": card,
        "history": history,
        "matrix": matrix,
        "best_epoch": 1,
        "worst": [place],
        "labels": None,
    }
    page = page_of(tmp_path, make_record(**more))
    assert [row[0] for row in page.rows if row[2:] == ["1.000"] * 4] == names


def test_a_class_without_any_pixel_has_dashes_and_is_not_the_rarest(tmp_path):
    matrix = MATRIX.copy()
    matrix[1, :], matrix[:, 1] = 0, 0
    page = page_of(tmp_path, make_record(matrix=matrix))
    row = next(row for row in page.rows if row[0] == "car")
    assert row[2:6] == ["\N{EN DASH}"] * 4
    assert "The rarest class, road" in page.text


def test_settings_have_the_names_of_the_dialog_and_the_command_is_there(tmp_path):
    page = page_of(tmp_path, make_record())
    assert ["Chip size (pixels)", "256"] in page.rows
    assert ["Input rasters", "a.tif"] in page.rows
    assert "core train job.json" in page.text


def test_without_validation_it_says_so(tmp_path):
    history = [{"epoch": 1, "train_loss": 1.0, "lr": 0.1, "seconds": 1, "miou": None, "iou": None}]
    record = make_record(history=history, matrix=None, split=None, worst=[], best=[], best_epoch=1)
    page = page_of(tmp_path, record)
    assert "nobody knows how good the model is" in page.text
    assert len(page.links) == 1


def test_no_warnings_make_no_section(tmp_path):
    assert "Warnings" in page_of(tmp_path, make_record()).text
    assert "Warnings" not in page_of(tmp_path, make_record(warnings=[])).text


def test_names_from_the_data_cannot_change_the_page(tmp_path):
    hostile = "<script>alert(1)</script>"
    place = make_record().worst[0]
    record = make_record(
        names=("background", hostile, "$a_{b$"),
        warnings=[hostile],
        job_text=hostile,
        worst=[Example(place.image, place.target, place.preds, hostile, hostile)],
        machine={hostile: hostile},
    )
    page = page_of(tmp_path, record)
    assert "script" not in page.tags
    assert page.text.count("alert(1)") >= 15


def test_names_in_any_script_are_written(tmp_path):
    page = page_of(tmp_path, make_record(names=("背景", "車", "дорога")))
    assert "дорога" in page.text


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(tmp_path):
    with pytest.raises(OutputError):
        write_report(tmp_path / "no" / "report.html", make_record())
    assert not list(tmp_path.iterdir())


def test_chips_are_shown_before_and_after_augmentation_with_its_parts(tmp_path):
    image, labels = np.zeros((8, 8, 3), np.uint8), np.zeros((8, 8), np.uint8)
    chips = [AugmentedChip(image, labels, image + 9, labels + 255)] * 2
    settings = {**make_record().settings, "augmentation": "color_jitter + d4"}
    page = page_of(tmp_path, make_record(augmented=chips, settings=settings))
    assert "The augmentation is light (d4 + color_jitter)." in page.text
    assert " ".join(page.text.split()).count("as it is its labels augmented its labels, augmented") == 2
    own = page_of(
        tmp_path, make_record(augmented=chips, settings={**settings, "augmentation": "gaussian_blur"})
    )
    assert "The augmentation is blur." in own.text
    assert "augmentation is" not in page_of(tmp_path, make_record()).text


def test_split_is_told_by_part_and_class_and_shown_for_each_raster(tmp_path):
    page = page_of(tmp_path, make_record())
    assert "No training chip came closer than 128 pixels" in page.text
    rows = {row[0]: row[1:] for row in page.rows if row}
    assert rows["trainingwhat the network learns from"] == ["90.5 %", "900", "50", "40"]
    parts = [name for name in rows if name.startswith(("validation", "test", "buffer", "unused"))]
    assert [rows[name][1:] for name in parts] == [["90", "5", "0"], ["9", "0", "0"]]
    assert "1 of 3 rasters are shown" in page.text
    assert "<a>.tif" in page.text


def test_nothing_is_told_of_a_split_where_all_is_for_training(tmp_path):
    record = make_record()
    pixels = np.zeros_like(record.split.pixels)
    pixels[0] = 900
    page = page_of(tmp_path, replace(record, split=replace(record.split, pixels=pixels, buffer=0)))
    assert "What was kept from training" not in page.text
    assert "There was no buffer" not in page.text
    assert "<a>.tif" not in page.text


def test_scores_of_the_test_areas_are_told_beside_those_of_validation(tmp_path):
    page = page_of(tmp_path, make_record(test_matrix=MATRIX[::-1].copy()))
    assert "The kept model was scored once" in page.text
    assert f"mean IoU {Scores.from_confusion(MATRIX[::-1]).miou:.3f}" in page.text
    assert "The kept model was scored once" not in page_of(tmp_path, make_record()).text
