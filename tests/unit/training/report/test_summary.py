"""The report of a training agrees with its data, its model and its files."""

import html
import re

import numpy as np
import pytest
import shapely

from core.contract.model_card import read_model_card
from core.training.train import train

SIDE = 192


@pytest.fixture
def trained(make_raster, make_layer, make_job, monkeypatch, reporter, tmp_path):
    """Trains for an epoch on bright squares; returns job, result, report and its text."""
    monkeypatch.setattr("core.geodata.chips.sampling.STEPS_PER_EPOCH", 3)
    monkeypatch.setattr("core.training.fit.fit.DEFAULT_TILE", 64)

    def run(bands=4, **settings):
        values = np.random.default_rng(0).integers(20, 60, (bands, SIDE, SIDE))
        corners = [(row, col) for row in range(8, SIDE, 48) for col in range(8, SIDE, 48)]
        for row, col in corners:
            values[:, row : row + 20, col : col + 20] += 150
        squares = [shapely.box(col, row, col + 20, row + 20) for row, col in corners]
        image = make_raster(values.astype(np.uint8), photometric="minisblack")
        more = {
            "chip_size": 32, "batch_size": 2, "epochs": 1, "encoder": "tu-test_resnet",
            "encoder_weights": "random",
            "loss": "ce", "report": str(tmp_path / "report.html"),
        }  # fmt: skip
        job = make_job(image, make_layer(squares, ["<house>"] * len(squares)), **{**more, **settings})
        result = train(job, reporter)
        page = (tmp_path / "report.html").read_text(encoding="utf-8")
        text = " ".join(html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.S)).split())
        return job, result, page, text

    return run


@pytest.mark.parametrize("bands", [1, 2, 13])
def test_any_number_of_bands_can_be_reported(trained, bands):
    _, result, page, text = trained(bands)
    assert f"Mean IoU {result['miou']:.3f}" in text
    assert f"{bands} band" in text
    assert page.count('class="square"') >= 2
    assert page.count("<figure>") == 4 * page.count('class="square"') + page.count('class="chip"')


def test_the_report_agrees_with_model_and_map(trained):
    job, _, _, text = trained()
    card = read_model_card(job.model)
    _check_labels(text, card.metrics["classes"])
    _check_squares(text)
    for file in card.provenance["data"]:
        assert f"{file['name']} {file['bytes']:,} {file['sha256']}" in text
    for words in ("torch", "torchvision", "GDAL", "device CPU", "core train job.json"):
        assert words in text


def _check_labels(text, scores):
    """Pixels for validation are those of the scores; training has more of each class."""
    table = text[text.index("Share seen Weight Effect") :]
    for name, of_class in scores.items():
        row = re.search(re.escape(name) + r" ([\d,]+) [\d.]+ % (\d+) ([\d,]+) [\d.]+ % (\d+)", table)
        training, training_chips, validation, validation_chips = (
            int(number.replace(",", "")) for number in row.groups()
        )
        assert validation == of_class["pixels"]
        assert training > validation
        assert training_chips > validation_chips > 0


def _check_squares(text):
    """Half-metre pixels from (500000, 5600000); a square is at most 128 pixels wide."""
    title = r"image.tif, row (\d+), column (\d+), centre ([\d.]+), ([\d.]+)"
    row, col, x, y = map(float, re.search(title, text).groups())
    assert 0 < (x - 500_000) / 0.5 - col <= 64
    assert 0 < (5_600_000 - y) / 0.5 - row <= 64


def test_without_validation_there_are_no_squares_and_no_scores(trained):
    _, result, page, text = trained(validation=0)
    assert result["miou"] is None
    assert 'class="square"' not in page
    assert "There was no validation set" in text
    assert "Share seen" in text


def test_tensorboard_gets_the_curves_in_a_folder_named_like_the_model(trained, tmp_path):
    (tmp_path / "runs").mkdir()
    trained(tensorboard=str(tmp_path / "runs"))
    (file,) = (tmp_path / "runs" / "model").iterdir()
    content = file.read_bytes()
    for tag in (b"train/loss", b"train/learning_rate", b"validation/miou", b"validation/iou/<house>"):
        assert tag in content
    assert b"validation/prediction" in content
    assert b"\x89PNG" in content
