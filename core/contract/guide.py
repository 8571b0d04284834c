"""Where the guide lies: one address for help buttons, failures and links."""

from __future__ import annotations

GUIDE = "https://toppixel.github.io/toppixel/"
"""The site that ``make docs`` builds from ``docs/``."""


def guide_page(place: str) -> str:
    """The address of a place in the guide.

    Args:
        place: Name of a page as in ``docs/``, without its ending, and maybe a heading behind a ``#``.

    Returns:
        For example ``https://…/classify.html#many-rasters``.
    """
    page, mark, heading = place.partition("#")
    return f"{GUIDE}{page}.html{mark}{heading}"


def failure_page(code: str) -> str:
    """The address of what the guide says of a failure.

    Args:
        code: Code of a ``CoreError``.
    """
    return guide_page(f"troubleshooting#{code}")
