"""A candidate on the board: a name and where the candidacy stands, to choose, drag or open."""

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSizePolicy, QWidget

from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.nominations import words
from samstyring.ui.theme import tones

_PAD, _GAP = 7, 1
_NOWHERE = QPoint(-1, -1)
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class CandidateChip(QPushButton):
    """One candidacy as a chip; the word says all that the colour says.

    ``chosen`` tells that it is selected, ``opened`` that it was clicked twice or Enter pressed,
    ``menu_asked`` where a menu is wanted, ``arrow_pressed`` in which direction to go on;
    ``dragged`` and ``dropped`` where on the screen it is held and let go. Escape puts it back.
    """

    chosen = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    arrow_pressed = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, line: CandidacyLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._texts = (line.person_name, _standing(line))
        self._pressed_at: QPoint | None = None
        self._ghost: QLabel | None = None
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            _("{person}, {step}, put forward by {body} for {seat}").format(
                person=line.person_name, step=self._texts[1], body=line.by_name,
                seat=words.seat_of(line),
            )
        )  # fmt: skip
        self.setToolTip(self.accessibleName())
        self.clicked.connect(self._on_clicked)

    def texts(self) -> tuple[str, str]:
        """Return the two lines that are shown: the name, and where the candidacy stands."""
        return self._texts

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = max(metrics.horizontalAdvance(text) for text in self._texts)
        return QSize(width + 2 * _PAD + 2, 2 * metrics.height() + _GAP + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = tones().of(words.STEP_TONES[self.line.step])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.palette().highlight().color() if self.hasFocus() else QColor(tone.edge)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tone.fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(QColor(tone.ink))
        height = QFontMetrics(self.font()).height()
        room = self.rect().adjusted(_PAD, 3, -_PAD, 0)
        for place, text in enumerate(self._texts):
            top = room.adjusted(0, place * (height + _GAP), 0, 0)
            painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit(self.line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self.arrow_pressed.emit(_ARROWS[key])
        elif key == Qt.Key.Key_Escape and self._ghost is not None:
            self._put_back()
            self.dragged.emit(_NOWHERE)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.line.id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.setFocus()
        self.menu_asked.emit(self.line.id, event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.line.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setFocus()
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here, there = event.position().toPoint(), event.globalPosition().toPoint()
        if self._pressed_at is None or not self.line.open:
            return
        far = (here - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._ghost is None and far:
            self._lift()
        if self._ghost is not None:
            self._ghost.move(self.window().mapFromGlobal(there) - self._pressed_at)
            self.dragged.emit(there)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lifted = self._ghost is not None
        self._put_back()
        if lifted:
            self.setDown(False)
            self.dropped.emit(self.line.id, event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def _lift(self) -> None:
        """Show a copy that follows the pointer; Qt's own drag would wait inside itself."""
        self._ghost = QLabel(self.window())
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.setPixmap(self.grab())
        self._ghost.adjustSize()
        self._ghost.show()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def _put_back(self) -> None:
        self._pressed_at = None
        self.unsetCursor()
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.line.id)


def _standing(line: CandidacyLine) -> str:
    rank = _("rank {rank}").format(rank=line.rank) if line.rank else ""
    forwarded = _("forwarded by {body}").format(body=line.forwarded_by_name)
    parts = (word(line.step), rank, forwarded if line.forwarded_by_id else "")
    return " · ".join(filter(None, parts))
