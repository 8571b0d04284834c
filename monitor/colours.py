"""Colours that contrast with their background, in bright and dark themes."""

from __future__ import annotations

from qgis.PyQt.QtGui import QColor

LEAST_CONTRAST = 1.7
"""Contrast ratio, enough for a line; text would need 4.5 (WCAG 2.1, the source of the formulas)."""

STEPS = 20


def legible(colour: QColor, background: QColor) -> QColor:
    """The colour, or the nearest lighter or darker one that contrasts with the background."""
    target = QColor("white" if _luminance(background) < 0.18 else "black")
    shades = (mixed(colour, target, step / STEPS) for step in range(STEPS + 1))
    return next((shade for shade in shades if _contrast(shade, background) >= LEAST_CONTRAST), target)


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """A mix of a colour with a share (0 to 1) of another."""
    return QColor.fromRgbF(
        *(one * (1 - share) + two * share for one, two in zip(colour.getRgbF()[:3], other.getRgbF()[:3]))
    )


def _contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio, from 1 for equal colours to 21 for black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts))
