"""The menu of the files that were used lately."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from samstyring.language import _


class RecentMenu(QMenu):
    """Lists files, the newest first; ``chosen(path)`` asks for one of them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Open &recent"), parent)
        self.setEnabled(False)

    def show_paths(self, paths: Sequence[Path]) -> None:
        """List these files; without any the menu is off."""
        self.clear()
        for path in paths:
            action = self.addAction(str(path).replace("&", "&&"))
            action.setData(str(path))
            action.triggered.connect(self._on_action)
        self.setEnabled(bool(paths))

    def _on_action(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.chosen.emit(action.data())
