"""Methods of one kind by title; below, purpose, source and parameters of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...core.contract.catalog.entries import Method, Parameter, Value
from ...core.contract.texts.method import Call
from ..translation import tr
from .parameter import make_editor, range_symbols

INDENT = 18
"""Indentation of a method's page, pixels."""

SHORTEST_TITLE = 12
"""Letters of a title that stay readable in a narrow dialog."""

Remark = Callable[[Call], str]


class ParameterRow:
    """A parameter on a page: its name, its editor, its help."""

    def __init__(self, parameter: Parameter) -> None:
        self.parameter = parameter
        self.editor = make_editor(parameter)
        self.switch = self._make_switch()
        symbols = range_symbols(parameter)
        hint = tr(parameter.help) + (f" ({symbols})" if symbols else "")
        self.hint = QLabel(f"<small>{hint}</small>")
        self.hint.setWordWrap(True)
        self.editor.setToolTip(hint)

    @property
    def is_used(self) -> bool:
        """Whether it is used: always, unless it is switched off."""
        return self.switch is None or bool(self.switch.isChecked())

    @property
    def name_widget(self) -> QWidget:
        """Its name; as a button if it can be switched off."""
        return self.switch or QLabel(self.parameter.name)

    def show_value(self, value: Optional[Value]) -> None:
        """Show a value; None switches it off."""
        if value is not None:
            self.editor.set_value(value)
        if self.switch is not None:
            self.switch.setChecked(value is not None)

    def _make_switch(self) -> Optional[QAbstractButton]:
        """A radio button for one of two alternatives, a check box for an optional parameter."""
        if self.parameter.excludes:
            switch: QAbstractButton = QRadioButton(self.parameter.name)
        elif self.parameter.default is None:
            switch = QCheckBox(self.parameter.name)
        else:
            return None
        switch.setChecked(self.parameter.default is not None)
        switch.toggled.connect(self.editor.setEnabled)
        self.editor.setEnabled(switch.isChecked())
        return switch


class MethodPage(QWidget):
    """Purpose, source and parameters of a method.

    Args:
        method: From the catalog.
        remark: Returns a remark on the parameters shown, or an empty text.
    """

    changed = pyqtSignal()

    def __init__(self, method: Method, remark: Optional[Remark] = None) -> None:
        super().__init__()
        self._method = method
        self._remark = remark
        self._group = QButtonGroup(self)
        self.rows = [ParameterRow(parameter) for parameter in method.parameters]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setColumnStretch(2, 1)
        about = QLabel(f"{tr(method.purpose)}<br><small>{tr(method.source)}</small>")
        about.setWordWrap(True)
        layout.addWidget(about, 0, 0, 1, 3)
        for number, row in enumerate(self.rows, start=1):
            layout.addWidget(row.name_widget, number, 0)
            layout.addWidget(row.editor, number, 1)
            layout.addWidget(row.hint, number, 2)
            self._follow(row)
        self.remark = plain_label()
        layout.addWidget(self.remark, len(self.rows) + 1, 0, 1, 3)
        self.changed.connect(self.refresh)
        self.refresh()

    def call(self) -> Call:
        """The method with the parameters shown."""
        values = {row.parameter.name: row.editor.value() for row in self.rows if row.is_used}
        return Call(self._method.name, values)

    def show_call(self, call: Call) -> bool:
        """Show the parameters of a method.

        Returns:
            Whether they could be shown exactly.
        """
        for row in self.rows:
            row.show_value(call.parameters.get(row.parameter.name))
        return self.call() == call

    def refresh(self) -> None:
        """Update the remark."""
        text = self._remark(self.call()) if self._remark else ""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _follow(self, row: ParameterRow) -> None:
        row.editor.changed.connect(self.changed)
        if row.switch is not None:
            row.switch.toggled.connect(lambda _: self.changed.emit())
        if isinstance(row.switch, QRadioButton):
            self._group.addButton(row.switch)


class TypedPage(QWidget):
    """A text to type, with a remark.

    Args:
        example: Placeholder.
        explain: Returns what is wrong with a text, or what it means.
    """

    changed = pyqtSignal()

    def __init__(self, example: str, explain: Callable[[str], str]) -> None:
        super().__init__()
        self._explain = explain
        self.line = QLineEdit()
        self.line.setPlaceholderText(example)
        self.remark = plain_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.remark)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.changed.connect(self.refresh)
        self.refresh()

    def text(self) -> str:
        """The text without surrounding spaces."""
        return str(self.line.text()).strip()

    def refresh(self) -> None:
        """Update the remark."""
        text = self._explain(self.text()) if self.text() else ""
        self.remark.setText(text)
        self.remark.setVisible(bool(text))


class MethodChooser(QWidget):
    """A list of titles and the page of the chosen one; ``changed`` signals any change.

    Args:
        methods: By name.
        remark: Returns a remark on a method's parameters, or an empty text.
        others: Further pages with their titles; each with a signal ``changed``.
        lead: Placed before the list.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        methods: Mapping[str, Method],
        remark: Optional[Remark] = None,
        others: Sequence[tuple[str, QWidget]] = (),
        lead: Optional[QWidget] = None,
    ) -> None:
        super().__init__()
        self.combo = QComboBox()
        # Otherwise the longest title would set the minimum width, and narrow dialogs would scroll sideways.
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(SHORTEST_TITLE)
        self._pages: list[QWidget] = []
        self._shown = 0
        top = QHBoxLayout()
        if lead is not None:
            top.addWidget(lead)
        top.addWidget(self.combo, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(top)
        for method in methods.values():
            self._add(tr(method.title), method.name, MethodPage(method, remark))
        for title, page in others:
            self._add(title, "", page)
        self.combo.currentIndexChanged.connect(self._show)

    @property
    def page(self) -> QWidget:
        """The current page."""
        return self._pages[self._shown]

    def choose(self, page: QWidget) -> None:
        """Choose a page."""
        self.combo.setCurrentIndex(self._pages.index(page))

    def show_call(self, call: Call) -> bool:
        """Choose a method and show its parameters.

        Returns:
            Whether it could be shown exactly.
        """
        index = self.combo.findData(call.name)
        page = self._pages[index]
        is_exact = isinstance(page, MethodPage) and page.show_call(call)
        self.combo.setCurrentIndex(index)
        return is_exact

    def refresh(self) -> None:
        """Update the remarks of all pages."""
        for page in self._pages:
            page.refresh()

    def _add(self, title: str, name: str, page: QWidget) -> None:
        self.combo.addItem(title, name)
        page.setVisible(not self._pages)
        page.changed.connect(self.changed)
        page.layout().setContentsMargins(INDENT, 0, 0, 0)
        self._layout.addWidget(page)
        self._pages.append(page)

    def _show(self, index: int) -> None:
        self.page.setVisible(False)
        self._shown = index
        self.page.setVisible(True)
        self.changed.emit()


def plain_label() -> QLabel:
    """A label that wraps its lines and shows plain text."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
