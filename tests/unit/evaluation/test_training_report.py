import html.parser
from dataclasses import replace

import numpy as np
import pytest

from core.contract.classes import build_class_table
from core.contract.jobs.train import TrainJob
from core.contract.messages.errors import OutputError
from core.contract.model_card import Band, ModelCard
from core.contract.subsets import SUBSETS
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
    square = Example(np.zeros((16, 16, 3), np.uint8), chip, chip, "a.tif, row 5, column 7", "3 % are wrong.")
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
        "worst": [square],
        "best": [square, square],
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
    """A parsed page: its tags, links, text, and table rows."""

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


def test_report_is_self_contained(tmp_path):
    page = page_of(tmp_path, make_record())
    assert len(page.links) == 3 + 3 * 4  # curves, confusion, split; four pictures of each square
    assert all(link.startswith("data:image/png;base64,") for link in page.links)
    assert "script" not in page.tags
    assert "link" not in page.tags


def test_summary_describes_the_best_epoch_and_the_rarest_class(tmp_path):
    text = page_of(tmp_path, make_record()).text
    assert "trained for 3 epochs" in text
    assert "The best epoch is 2" in text
    assert "The rarest class, car , covers 1.3 % of the validation set." in text
    assert "75.0 % were found (recall)" in text
    assert "60.0 % are correct (precision)" in text


def test_table_has_each_class_and_highlights_the_rarest(tmp_path):
    page = page_of(tmp_path, make_record())
    row = next(row for row in page.rows if row[0] == "car")
    assert row == ["car", "1.3 %", "0.500", "0.667", "0.600", "0.750"]
    assert [r[0] for r, is_rarest in zip(page.rows, page.rarest, strict=True) if is_rarest] == ["car"]


def test_overall_scores_are_shown(tmp_path):
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


def test_confusion_matrix_is_shown_in_pixels(tmp_path):
    assert ["road", "30", "0", "500"] in page_of(tmp_path, make_record()).rows


def test_worst_and_best_squares_are_shown_separately(tmp_path):
    text = page_of(tmp_path, make_record()).text
    worst, best = text.rindex(" Worst "), text.rindex(" Best ")
    assert text.count("a.tif, row 5, column 7", worst, best) == 1
    assert text.count("a.tif, row 5, column 7", best) == 2
    assert "3 % are wrong." in text[worst:best]
    for name in ("image", "ground truth", "prediction", "errors"):
        assert text.count(f" {name} ", worst) >= 3


def test_labels_are_shown_with_frequency_weight_and_effect(tmp_path):
    page = page_of(tmp_path, make_record())
    values = ["700", "70.0 %", "9", "50", "50.0 %", "4", "25.0 %", "3.5", "12.5 %"]
    assert ["car", *values] in page.rows
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
    assert "Recommended for such labels" not in page.text


def test_data_files_are_listed_with_size_and_hash(tmp_path):
    page = page_of(tmp_path, make_record())
    assert ["a.tif", "1,234", "ab" * 32] in page.rows
    assert ["gone.gpkg", "\N{EN DASH}", "\N{EN DASH}"] in page.rows
    assert ["device", "CPU"] in page.rows


def test_warnings_come_first(tmp_path):
    text = page_of(tmp_path, make_record()).text
    assert text.index("3 polygons were repaired.") < text.index("Summary")


@pytest.mark.parametrize(("count", "epochs"), [(2, 1), (60, 40)])
def test_report_can_have_any_number_of_classes_and_epochs(tmp_path, count, epochs):
    names = [f"class {n}" for n in range(count)]
    history = [
        {"epoch": e, "train_loss": 1 / e, "lr": 0.1, "seconds": 1, "miou": 0.5, "iou": [0.5] * count}
        for e in range(1, epochs + 1)
    ]
    matrix = np.eye(count, dtype=np.int64)
    weights = make_record().card.__dict__ | {"classes": build_class_table(list(enumerate(names)))}
    card = ModelCard(**(weights | {"class_weights": (1.0,) * count}))
    chip = np.full((16, 16), count - 1, np.uint8)
    square = Example(np.zeros((16, 16, 3), np.uint8), chip, chip, "square")
    more = {
        "card": card,
        "history": history,
        "matrix": matrix,
        "best_epoch": 1,
        "worst": [square],
        "labels": None,
    }
    page = page_of(tmp_path, make_record(**more))
    assert [row[0] for row in page.rows if row[2:] == ["1.000"] * 4] == names


def test_class_without_pixels_has_dashes_and_is_not_the_rarest(tmp_path):
    matrix = MATRIX.copy()
    matrix[1, :], matrix[:, 1] = 0, 0
    page = page_of(tmp_path, make_record(matrix=matrix))
    row = next(row for row in page.rows if row[0] == "car")
    assert row[2:6] == ["\N{EN DASH}"] * 4
    assert "The rarest class, road" in page.text


def test_settings_have_the_labels_of_the_dialog_and_the_command_is_shown(tmp_path):
    page = page_of(tmp_path, make_record())
    assert ["Chip size (pixels)", "256"] in page.rows
    assert ["Input rasters", "a.tif"] in page.rows
    assert "core train job.json" in page.text


def test_missing_validation_set_is_mentioned(tmp_path):
    history = [{"epoch": 1, "train_loss": 1.0, "lr": 0.1, "seconds": 1, "miou": None, "iou": None}]
    record = make_record(history=history, matrix=None, split=None, worst=[], best=[], best_epoch=1)
    page = page_of(tmp_path, record)
    assert "There was no validation set" in page.text
    assert len(page.links) == 1


def test_section_of_warnings_is_omitted_if_empty(tmp_path):
    assert "Warnings" in page_of(tmp_path, make_record()).text
    assert "Warnings" not in page_of(tmp_path, make_record(warnings=[])).text


def test_names_from_the_data_are_escaped(tmp_path):
    hostile = "<script>alert(1)</script>"
    square = make_record().worst[0]
    record = make_record(
        names=("background", hostile, "$a_{b$"),
        warnings=[hostile],
        job_text=hostile,
        worst=[Example(square.image, square.target, square.preds, hostile, hostile)],
        machine={hostile: hostile},
    )
    page = page_of(tmp_path, record)
    assert "script" not in page.tags
    assert page.text.count("alert(1)") >= 15


def test_names_in_any_script_are_written(tmp_path):
    page = page_of(tmp_path, make_record(names=("背景", "車", "дорога")))
    assert "дорога" in page.text


def test_missing_folder_is_an_error_and_leaves_no_files(tmp_path):
    with pytest.raises(OutputError):
        write_report(tmp_path / "no" / "report.html", make_record())
    assert not list(tmp_path.iterdir())


def test_chips_are_shown_before_and_after_augmentation(tmp_path):
    image, labels = np.zeros((8, 8, 3), np.uint8), np.zeros((8, 8), np.uint8)
    chips = [AugmentedChip(image, labels, image + 9, labels + 255)] * 2
    settings = {**make_record().settings, "augmentation": "color_jitter + d4"}
    page = page_of(tmp_path, make_record(augmented=chips, settings=settings))
    assert "The augmentation is light (d4 + color_jitter)." in page.text
    assert " ".join(page.text.split()).count("image labels augmented image augmented labels") == 2
    own = page_of(
        tmp_path, make_record(augmented=chips, settings={**settings, "augmentation": "gaussian_blur"})
    )
    assert "The augmentation is gaussian_blur." in own.text
    assert "augmentation is" not in page_of(tmp_path, make_record()).text


def test_split_is_shown_by_subset_and_class_and_for_each_raster(tmp_path):
    page = page_of(tmp_path, make_record())
    assert "No training chip comes closer than 128 pixels" in page.text
    rows = {row[0]: row[1:] for row in page.rows if row}
    meanings = {subset.name: subset.name + subset.meaning for subset in SUBSETS}
    assert rows[meanings["training"]] == ["90.5 %", "900", "50", "40"]
    assert rows[meanings["validation"]][1:] == ["90", "5", "0"]
    assert rows[meanings["buffer"]][1:] == ["9", "0", "0"]
    assert meanings["test"] not in rows
    assert "1 of 3 rasters are shown" in page.text
    assert "<a>.tif" in page.text


def test_split_is_omitted_if_nothing_is_held_out(tmp_path):
    record = make_record()
    pixels = np.zeros_like(record.split.pixels)
    pixels[0] = 900
    page = page_of(tmp_path, replace(record, split=replace(record.split, pixels=pixels, buffer=0)))
    assert " Split " not in page.text
    assert "There was no buffer" not in page.text
    assert "<a>.tif" not in page.text


def test_scores_of_the_test_areas_are_shown_besides_those_of_validation(tmp_path):
    page = page_of(tmp_path, make_record(test_matrix=MATRIX[::-1].copy()))
    assert "The best model was scored once" in page.text
    assert f"mean IoU {Scores.from_confusion(MATRIX[::-1]).miou:.3f}" in page.text
    assert "The best model was scored once" not in page_of(tmp_path, make_record()).text
