"""Makes the folder of a package a plugin repository: QGIS can add it from any web server that serves it.

``python3 scripts/repository.py PACKAGE URL`` writes ``plugins.xml`` and the plugin's icon beside the zip
PACKAGE; URL is the address of the folder. In QGIS, enter ``URL/plugins.xml`` in *Plugins, Manage and Install
Plugins, Settings, Add*.
"""

from __future__ import annotations

import configparser
import io
import sys
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

PLAIN_FIELDS = {
    "description": "description",
    "about": "about",
    "version": "version",
    "qgis_minimum_version": "qgisMinimumVersion",
    "qgis_maximum_version": "qgisMaximumVersion",
    "homepage": "homepage",
    "author_name": "author",
    "author_email": "email",
    "experimental": "experimental",
    "deprecated": "deprecated",
    "tracker": "tracker",
    "repository": "repository",
    "tags": "tags",
    "category": "category",
    "changelog": "changelog",
    "external_dependencies": "external_deps",
    "server": "server",
}
"""Elements of ``plugins.xml`` and their keys in ``metadata.txt``."""


def main() -> int:
    """Write the two files.

    Returns:
        0 done, 2 wrong usage.
    """
    if len(sys.argv) != 3 or not sys.argv[2].startswith(("http://", "https://")):
        sys.stderr.write("usage: python3 scripts/repository.py PACKAGE URL\n")
        return 2
    package, url = Path(sys.argv[1]), sys.argv[2].rstrip("/")
    with zipfile.ZipFile(package) as zipped:
        top = zipped.namelist()[0].partition("/")[0]
        parser = configparser.ConfigParser()
        parser.read_file(io.StringIO(zipped.read(f"{top}/metadata.txt").decode("utf-8")))
        metadata = parser["general"]
        icon = Path(metadata["icon"])
        package.with_name(icon.name).write_bytes(zipped.read(f"{top}/{icon.as_posix()}"))
    index = package.with_name("plugins.xml")
    index.write_text(_index(metadata, top, url, package), encoding="utf-8")
    print(f"{index}: add {url}/plugins.xml to QGIS' plugin repositories")
    return 0


def _index(metadata: configparser.SectionProxy, top: str, url: str, package: Path) -> str:
    elements = {element: metadata[key] for element, key in PLAIN_FIELDS.items()}
    # QGIS takes the plugin's id from the part of the file name before its first dot.
    elements["file_name"] = f"{top}.{metadata['version']}.zip"
    elements["download_url"] = f"{url}/{package.name}"
    elements["icon"] = f"{url}/{Path(metadata['icon']).name}"
    date = datetime.fromtimestamp(package.stat().st_mtime, timezone.utc).isoformat(timespec="seconds")
    elements["create_date"] = elements["update_date"] = date
    lines = [f"    <{element}>{escape(text)}</{element}>" for element, text in elements.items()]
    opening = f"<pyqgis_plugin name={quoteattr(metadata['name'])} version={quoteattr(metadata['version'])}>"
    header = '<?xml version="1.0" encoding="UTF-8"?>'
    return "\n".join([header, "<plugins>", f"  {opening}", *lines, "  </pyqgis_plugin>", "</plugins>", ""])


if __name__ == "__main__":
    sys.exit(main())
