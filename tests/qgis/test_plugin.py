import sys

import toppixel
from qgis.core import QgsApplication


class Registry:
    """A registry that remembers; the real one holds the session's provider already."""

    def __init__(self):
        self.ids = []

    def addProvider(self, provider):
        self.ids.append(provider.id())
        return True

    def removeProvider(self, provider):
        self.ids.remove(provider.id())


def test_plugin_loads_without_a_desktop_and_unloads_without_a_trace(monkeypatch):
    registry = Registry()
    monkeypatch.setattr(QgsApplication, "processingRegistry", lambda: registry)
    plugin = toppixel.classFactory(None)

    plugin.initProcessing()
    assert registry.ids == ["toppixel"]

    plugin.unload()
    assert registry.ids == []
    packages = [name for name, module in sys.modules.items() if hasattr(module, "__path__")]
    assert [name for name in packages if name.startswith("toppixel.")] == []
    plugin.unload()
