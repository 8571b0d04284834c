"""The monitor in the desktop: opens when a training starts, stays closed if closed, leaves no trace."""

import pytest
import toppixel
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget
from toppixel.algorithms import runs
from toppixel.monitor.desktop import MonitorInDesktop


@pytest.fixture
def installed(desktop, let_qt_delete):
    installed = MonitorInDesktop(desktop)
    yield installed
    installed.remove()
    let_qt_delete()


def test_the_dock_opens_when_a_training_starts_and_takes_no_focus(
    desktop, installed, start, begin, spin_until
):
    (dock,) = desktop.docks()
    assert not dock.isVisible()
    desktop.window.activateWindow()
    desktop.field.setFocus()

    start(begin())
    spin_until(dock.isVisible)

    assert desktop.window.focusWidget() is desktop.field
    assert not dock.isFloating()


def test_a_closed_dock_stays_closed_until_the_user_opens_it(desktop, installed, start, begin, spin_until):
    (dock,), action = desktop.docks(), desktop.toolbar[0]
    start(begin())
    spin_until(dock.isVisible)
    dock.close()

    courses = installed._monitor.courses
    start(begin())
    spin_until(lambda: len(courses) == 2 and courses[1].session.end)
    assert not dock.isVisible()

    action.trigger()
    assert dock.isVisible()
    action.trigger()
    assert not dock.isVisible()


def test_the_dock_becomes_a_tab_of_the_toolbox_once(desktop, installed, start, begin, spin_until):
    (dock,) = desktop.docks()
    toolbox = QDockWidget(desktop.window)
    toolbox.setObjectName("ProcessingToolbox")
    desktop.window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, toolbox)
    spin_until(toolbox.isVisible)

    start(begin())
    spin_until(dock.isVisible)
    assert desktop.window.tabifiedDockWidgets(toolbox) == [dock]

    desktop.window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
    start(begin())
    spin_until(lambda: len(installed._monitor.courses) == 2)
    assert desktop.window.dockWidgetArea(dock) == Qt.DockWidgetArea.BottomDockWidgetArea


def test_the_monitor_is_removed_without_a_trace_even_during_a_run(
    desktop, start, begin, spin_until, let_qt_delete
):
    installed = MonitorInDesktop(desktop)
    assert [menu for menu, _ in desktop.menu] == ["TopPixel"]
    assert desktop.menu[0][1].text() == "Training monitor"
    job = start(begin(), holds=True)
    (dock,) = desktop.docks()
    spin_until(dock.isVisible)

    installed.remove()
    let_qt_delete()
    job.go.set()
    job.join(10)

    assert job.ran_through
    assert (desktop.docks(), desktop.menu, desktop.toolbar, runs._watchers) == ([], [], [], [])


def test_the_plugin_has_a_monitor_in_the_desktop_and_none_elsewhere(desktop, monkeypatch, let_qt_delete):
    registry = type("Registry", (), {"addProvider": lambda *_: True, "removeProvider": lambda *_: True})()
    monkeypatch.setattr(QgsApplication, "processingRegistry", lambda: registry)
    without_window, plugin = toppixel.classFactory(None), toppixel.classFactory(desktop)

    without_window.initProcessing()
    assert runs._watchers == []
    without_window.unload()

    plugin.initGui()
    assert len(desktop.docks()) == len(runs._watchers) == len(desktop.factories) == 1
    plugin.unload()
    let_qt_delete()
    assert (desktop.docks(), desktop.menu, desktop.toolbar, runs._watchers) == ([], [], [], [])
