"""Every text of the QGIS side is translated into every language, and nothing else is."""

import re

import pytest

from scripts import catalogue

TEXTS = catalogue.shown_texts()


@pytest.fixture(params=catalogue.LANGUAGES)
def translations(request):
    return catalogue.read(catalogue.catalogue(request.param))


def test_no_text_is_missing_or_stale(translations):
    assert set(translations) == set(TEXTS), "run scripts/catalogue.py and translate what is partial"


def test_no_text_is_untranslated(translations):
    assert [text for text, translation in translations.items() if not translation.strip()] == []


def test_values_are_put_in_where_they_belong(translations):
    def places(text):
        return sorted(re.findall(r"{[^}]*}", text))

    assert [text for text, found in translations.items() if places(text) != places(found)] == []


def test_tags_and_line_breaks_stay(translations):
    def marks(text):
        return sorted(re.findall(r"</?\w+[^>]*>|\n", text))

    assert [text for text, found in translations.items() if marks(text) != marks(found)] == []


def test_most_texts_differ_from_english(translations):
    alike = [text for text, found in translations.items() if text == found]
    assert len(alike) < len(TEXTS) / 10, alike


def test_the_texts_are_those_of_the_program():
    assert "Train segmentation model" in TEXTS  # a job
    assert "Set up engine" in TEXTS  # a literal
    assert "Classifying" in TEXTS  # a stage of progress
    assert len(TEXTS) == len(set(TEXTS)) > 400
