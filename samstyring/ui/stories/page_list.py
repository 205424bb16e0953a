"""The pages of a story in their order, which is changed by dragging them or by keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from samstyring.language import _

_ALT = Qt.KeyboardModifier.AltModifier
_WAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PageList(QListWidget):
    """``moved(row, places)`` asks for a page to stand elsewhere; ``deletion_asked`` for its end.

    It moves nothing by itself: the story is changed first, and is then listed again.
    """

    moved = Signal(int, int)
    deletion_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pages of the story"))
        self.setWordWrap(True)
        self.setSpacing(3)
        self.set_movable(True)

    def set_movable(self, movable: bool) -> None:
        """Say whether pages can be dragged to another place."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if movable else mode.NoDragDrop)
        self.setToolTip(_("Drag a page to another place, or press Alt+Up or Alt+Down.")
                        if movable else "")  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = _WAYS.get(Qt.Key(event.key())) if event.modifiers() & _ALT else None
        if places is not None:
            self._ask(self.currentRow(), self.currentRow() + places)
        elif event.key() == Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.deletion_asked.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        row, place = self.currentRow(), self._place_of(event)
        # What is lifted out leaves a gap that those after it close.
        self._ask(row, place - 1 if place > row else place)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _place_of(self, event: QDropEvent) -> int:
        """Return before which row a page is let go, after the last beyond them all."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return self.count()
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _ask(self, row: int, place: int) -> None:
        allowed = self.dragDropMode() is not QAbstractItemView.DragDropMode.NoDragDrop
        if allowed and row >= 0 and 0 <= place < self.count() and place != row:
            self.moved.emit(row, place - row)
