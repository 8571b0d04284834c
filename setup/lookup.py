"""Runs slow functions in threads, so that no dialog waits for a disk or a program."""

from __future__ import annotations

import threading
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ..core.contract.messages.errors import CoreError


class Lookup(QObject):
    """Runs functions in threads of their own; only the result of the newest one is emitted.

    Attributes:
        found: Signal, in the thread of this object: the function's return value.
        failed: Signal, likewise: the message of the error that it raised.
    """

    found = pyqtSignal(object)
    failed = pyqtSignal(str)
    _answered = pyqtSignal(int, object, str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._answered.connect(self._emit, Qt.ConnectionType.QueuedConnection)

    def ask(self, function: Callable[[], Any]) -> None:
        """Run a function, and discard the results of earlier ones.

        Args:
            function: May raise a ``CoreError``; must not use Qt.
        """
        self._newest += 1
        threading.Thread(target=self._run, args=(self._newest, function), daemon=True).start()

    def forget(self) -> None:
        """Discard the results of all functions so far."""
        self._newest += 1

    def _run(self, number: int, function: Callable[[], Any]) -> None:
        answer, problem = None, ""
        try:
            answer = function()
        except CoreError as error:
            problem = str(error)
        try:
            self._answered.emit(number, answer, problem)
        except RuntimeError:  # the dialog is gone
            self._newest = -1

    def _emit(self, number: int, answer: Any, problem: str) -> None:
        if number != self._newest:
            return
        if problem:
            self.failed.emit(problem)
        else:
            self.found.emit(answer)
