"""Keys that do something with the row that is selected in a table."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from samstyring.ui.tables import RecordTable


def on_key(table: RecordTable, key: str, run: Callable[[], None]) -> None:
    """Run a bound method when the key ("Del", "F2") is pressed among the rows of a table."""
    shortcut = QShortcut(QKeySequence(key), table.view)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(run)
