"""Finds text on the screen that never went through the translation."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

_MARK = "§"


def unmarked_texts(root: QWidget, data: Collection[str]) -> list[str]:
    """Return the texts shown in a window that are neither marked nor data of the file."""
    return [
        text
        for text in _texts(root)
        if any(letter.isalpha() for letter in text) and _MARK not in text and text not in data
    ]


def _texts(root: QWidget) -> Iterator[str]:
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, QTableView):
            yield from _headers(widget)
    for menu in root.findChildren(QMenu):
        yield from (action.text() for action in menu.actions())


def _headers(table: QTableView) -> Iterator[str]:
    model = table.model()
    for place in range(model.columnCount()):
        yield str(model.headerData(place, Qt.Orientation.Horizontal))
