"""A layout that sets widgets side by side and begins a new line where the width ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 8


class FlowLayout(QLayout):
    """Rows of buttons that no text size can push out of the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(_GAP)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        wishes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(wish.width() for wish in wishes) + self.spacing() * max(len(wishes) - 1, 0)
        return QSize(width, max((wish.height() for wish in wishes), default=0))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in least), default=0),
            max((size.height() for size in least), default=0),
        )

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Set the items line by line, or only measure; return the height that they take."""
        top = rect.y()
        for line in self._lines(rect.width()):
            height = max(_size(item, rect.width()).height() for item in line)
            if moving:
                self._set_line(line, QRect(rect.x(), top, rect.width(), height))
            top += height + self.spacing()
        return max(top - rect.y() - self.spacing(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wish = item.sizeHint().width()
            if not lines or used + wish > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wish + self.spacing()
        return lines

    def _set_line(self, line: list[QLayoutItem], room: QRect) -> None:
        x = room.x()
        for item in line:
            size = _size(item, room.width())
            top = room.y() + (room.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + self.spacing()


def _size(item: QLayoutItem, width: int) -> QSize:
    """Return the size an item wishes for, on more lines if it is wider than there is room for."""
    wish = item.sizeHint()
    if wish.width() <= width:
        return wish
    height = item.heightForWidth(width) if item.hasHeightForWidth() else wish.height()
    return QSize(width, height)
