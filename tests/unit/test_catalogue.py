"""Every text that QGIS shows is translated into every language, and no other."""

import re

import pytest

from scripts import catalogue

TEXTS = catalogue.shown_texts()


@pytest.fixture(params=catalogue.LANGUAGES)
def translations(request):
    return catalogue.read(catalogue.catalogue(request.param))


def test_no_text_is_missing_or_stale(translations):
    assert set(translations) == set(TEXTS), "run scripts/catalogue.py and translate what is unfinished"


def test_no_text_is_untranslated(translations):
    assert [text for text, translation in translations.items() if not translation.strip()] == []


def test_translations_have_the_same_placeholders(translations):
    def placeholders(text):
        return sorted(re.findall(r"{[^}]*}", text))

    assert [text for text, found in translations.items() if placeholders(text) != placeholders(found)] == []


def test_translations_have_the_same_tags_and_line_breaks(translations):
    def marks(text):
        return sorted(re.findall(r"</?\w+[^>]*>|\n", text))

    assert [text for text, found in translations.items() if marks(text) != marks(found)] == []


def test_most_texts_differ_from_english(translations):
    alike = [text for text, found in translations.items() if text == found]
    assert len(alike) < len(TEXTS) / 10, alike


def test_texts_of_jobs_literals_and_stages_are_found():
    assert "Train segmentation model" in TEXTS  # a job
    assert "Set up engine" in TEXTS  # a literal
    assert "Classifying" in TEXTS  # a stage of progress
    assert len(TEXTS) == len(set(TEXTS)) > 400
