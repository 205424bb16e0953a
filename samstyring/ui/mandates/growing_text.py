"""A field for plain text that grows with what is written, so that the page scrolls, not it."""

import math

from PySide6.QtCore import QEvent, QPoint, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_FEWEST_LINES = 3


class GrowingText(QPlainTextEdit):
    """As tall as its text; Tab goes on to the next field.

    `left` tells that the keyboard went elsewhere, `caret_moved` where on the screen the caret is.
    """

    left = Signal()
    caret_moved = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_caret)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    @Slot()
    def _fit(self) -> None:
        # This kind of document tells its height in lines.
        lines = max(_FEWEST_LINES, math.ceil(self.document().size().height()))
        edges = 2 * (self.document().documentMargin() + self.frameWidth())
        self.setFixedHeight(math.ceil(lines * self._line_height() + edges) + 2)

    def _line_height(self) -> float:
        first = self.document().firstBlock().layout()
        # A line that is laid out knows its height better than the font's rounded numbers do.
        laid_out = first.lineAt(0).height() if first.lineCount() else 0.0
        return max(laid_out, QFontMetricsF(self.font()).lineSpacing())

    @Slot()
    def _on_caret(self) -> None:
        if self.hasFocus():
            self.caret_moved.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
