"""Finds something out in a thread, so that no dialog waits for a disk or a program."""

from __future__ import annotations

import threading
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal

from ..core.contract.messages.errors import CoreError


class Lookup(QObject):
    """Runs functions in threads of their own; only the answer to the newest question is told.

    Args:
        parent: Qt's.

    Attributes:
        found: Signal, in the thread of this object: what the function gave back.
        failed: Signal, likewise: the error that it raised, as a sentence.
    """

    found = pyqtSignal(object)
    failed = pyqtSignal(str)
    _answered = pyqtSignal(int, object, str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def ask(self, function: Callable[[], Any]) -> None:
        """Run a function; whatever was asked before is forgotten.

        Args:
            function: May raise a ``CoreError``; touches nothing of Qt.
        """
        self._newest += 1
        threading.Thread(target=self._run, args=(self._newest, function), daemon=True).start()

    def forget(self) -> None:
        """Tell no answer to what was asked so far."""
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

    def _tell(self, number: int, answer: Any, problem: str) -> None:
        if number != self._newest:
            return
        if problem:
            self.failed.emit(problem)
        else:
            self.found.emit(answer)
