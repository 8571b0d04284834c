"""Translation: every text of the plugin goes through one catalogue.

The catalogue is ``resources/i18n/toppixel_<language>.qm``, compiled from the ``.ts`` file beside it, with
all texts under the one context ``TopPixel``. The texts are the literals given to ``tr`` in this folder, and
labels, helps and choices in ``core/contract``: the core itself is English and does not translate.
"""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

CONTEXT = "TopPixel"
CATALOGUES = Path(__file__).parent.parent / "resources" / "i18n"


def tr(text: str) -> str:
    """The text in the user's language, or itself if the catalogue does not have it.

    Values are put in after translating: ``tr("{count} chips").format(count=count)``.
    """
    return QCoreApplication.translate(CONTEXT, text)


def number(value: float, decimals: int = 0) -> str:
    """A number in the user's locale, such as ``1,234.5`` or ``1.234,5``."""
    return QLocale().toString(float(value), "f", decimals)


def significant(value: float) -> str:
    """A number with three significant digits in the user's locale: ``0.125``, ``12.5``."""
    return QLocale().toString(float(value), "g", 3)


def install_translator() -> Optional[QTranslator]:
    """Load the catalogue of QGIS' language, if there is one.

    Qt finds the nearest: ``de`` for Austria, ``zh_CN`` for QGIS' ``zh-Hans``.

    Returns:
        The translator, which the caller keeps and removes; None without a catalogue.
    """
    translator = QTranslator()
    if not translator.load(_language(), "toppixel", "_", str(CATALOGUES)):
        return None
    QgsApplication.installTranslator(translator)
    return translator


def _language() -> QLocale:
    """The language of QGIS' options, otherwise the system's, of which QGIS gives only two letters."""
    name, system = QgsApplication.locale(), QLocale.system()
    return system if system.name()[:2] == name else QLocale(name)
