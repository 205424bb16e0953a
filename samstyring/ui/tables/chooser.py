"""The menu that says which columns a table shows."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from samstyring.language import _, translate
from samstyring.ui.tables.columns import Column
from samstyring.ui.theme import icon


class ColumnChooser(QObject):
    """A menu with one check mark a column, and a button that opens it."""

    toggled = Signal(str, bool)
    reset = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.menu = QMenu(_("Columns"), parent)
        self.button = QToolButton(parent)
        self.button.setIcon(icon("columns"))
        self.button.setToolTip(_("Choose columns"))
        self.button.setAccessibleName(_("Choose columns"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        self._actions = {column.key: self._action(column) for column in columns}
        self.menu.addSeparator()
        self.menu.addAction(_("Columns as at first")).triggered.connect(self.reset)
        self.menu.triggered.connect(self._on_triggered)

    def set_shown(self, keys: Iterable[str]) -> None:
        """Set the check marks; the last column that is shown cannot be taken away."""
        shown = frozenset(keys)
        for key, action in self._actions.items():
            action.setChecked(key in shown)
            action.setEnabled(shown != {key})

    def _action(self, column: Column) -> QAction:
        action = self.menu.addAction(translate(column.title))
        action.setCheckable(True)
        action.setData(column.key)
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.isCheckable():
            self.toggled.emit(str(action.data()), action.isChecked())
