"""A name that leads to the thing it names."""

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from samstyring.language import _

_PAD = 2
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Link(QPushButton):
    """A name in the colour of links, on more lines if need be.

    ``open_requested(kind, id)`` tells that it was chosen, as a page tells the window.
    """

    open_requested = Signal(str, str)

    def __init__(self, name: str, kind: str, item_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._kind, self._item_id = name, kind, item_id
        # An ampersand in a name is no mnemonic.
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(_("Open {name}").format(name=name))
        self.setAutoDefault(False)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._name) + 2 * _PAD + 2, metrics.height() + _PAD)

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        words = [metrics.horizontalAdvance(word) for word in self._name.split()]
        return QSize(max(words, default=0) + 2 * _PAD + 2, metrics.height() + _PAD)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _PAD, 1), 10_000)
        return QFontMetrics(self.font()).boundingRect(room, _WRAP, self._name).height() + _PAD

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        painter.drawText(self.rect().adjusted(_PAD, 0, -_PAD, 0), _WRAP, self._name)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self
            )
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.open_requested.emit(self._kind, self._item_id)
