import re
from dataclasses import fields

import pytest

from core.contract.catalog.augmentations import AUGMENTATIONS
from core.contract.catalog.losses import LOSSES
from core.contract.catalog.weightings import CLASS_WEIGHTINGS
from core.contract.jobs.check import CheckJob
from core.contract.jobs.job import describe
from core.contract.jobs.registry import JOBS
from scripts.reference import PAGES, reference_pages


def test_every_job_that_a_user_runs_has_a_page():
    assert set(PAGES) == set(JOBS.values()) - {CheckJob}


@pytest.mark.parametrize("job", PAGES, ids=lambda job: job.name)
def test_page_of_a_job_has_all_of_its_settings(job):
    page = reference_pages()[f"reference/{PAGES[job][0]}.md"]
    for item in fields(job):
        description = describe(job, item.name)
        assert f"### {description.label} {{ #{item.name} }}" in page
        assert description.help in page
        for choice, meaning in description.choices.items():
            assert f"- `{choice}`: {meaning}" in page


def test_numbers_have_range_and_default():
    page = reference_pages()["reference/trainmodel.md"]
    assert "`CHIP_SIZE`, `--chip-size` · integer from 32 to 4,096 · default `256`" in page
    assert "`MODEL`, `--model` · required" in page


def test_texts_have_their_parameters():
    page = reference_pages()["reference/texts.md"]
    for method in (*LOSSES.values(), *CLASS_WEIGHTINGS.values(), *AUGMENTATIONS.values()):
        assert f"`{method.name}` {{ #{method.name} }}" in page
    assert re.search(r"\| `gamma` \| `2.0` \| a number from 0 to 20 \|", page)
