"""Keys that do something with the row that is selected in a table."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_key(table: QWidget, key: str, run: Callable[[], None]) -> None:
    """Run a bound method when the key ("Del", "F2") is pressed in the table."""
    shortcut = QShortcut(QKeySequence(key), table)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(run)
