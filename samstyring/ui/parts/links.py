"""A link to another thing of the file: looks like text, wraps like text, acts like a button."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QStyle,
    QStyleOptionFocusRect,
    QWidget,
)

_EDGE = 3
_TALLEST = 10_000


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads — the kind of thing and its id — and its text."""

    kind: str
    id: str
    text: str


class LinkButton(QAbstractButton):
    """Shows a link; `opened(kind, id)` tells that it was followed."""

    opened = Signal(str, str)

    def __init__(self, link: Link, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_link(link)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def set_link(self, link: Link) -> None:
        """Lead to something else."""
        self.link = link
        self.setAccessibleName(link.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.link.text) + 2 * _EDGE + 2
        return QSize(width, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.link.text.split() or [""]))
        return QSize(longest + 2 * _EDGE + 2, metrics.height() + 2)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * _EDGE), _TALLEST)
        flags = Qt.TextFlag.TextWordWrap
        return QFontMetrics(self.font()).boundingRect(room, flags, self.link.text).height() + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        place = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
        painter.drawText(
            place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter, self.link.text
        )
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            frame = QStyle.PrimitiveElement.PE_FrameFocusRect
            self.style().drawPrimitive(frame, option, painter, self)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        self.opened.emit(self.link.kind, self.link.id)
