"""Addresses of the guide's pages, for help buttons, failures and links."""

from __future__ import annotations

GUIDE = "https://toppixel.github.io/toppixel/"
"""The site that ``make docs`` builds from ``docs/``."""


def guide_page(target: str) -> str:
    """The address of a page of the guide.

    Args:
        target: Name of a page as in ``docs/``, without its ending; optionally ``#`` and a heading.

    Returns:
        For example ``https://…/classify.html#many-rasters``.
    """
    page, mark, heading = target.partition("#")
    return f"{GUIDE}{page}.html{mark}{heading}"


def failure_page(code: str) -> str:
    """The address of the guide's entry on a failure, by ``CoreError.code``."""
    return guide_page(f"troubleshooting#{code}")
