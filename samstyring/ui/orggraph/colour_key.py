"""The key to the colours of the boxes, where they stand for something other than the kind."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from samstyring.graph.org_boxes import ColourEntry
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import tones

_GAP = 6


class ColourKey(QWidget):
    """A swatch and a word for each colour; takes no room without any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        self._swatches: list[Swatch] = []
        self.hide()

    def show_entries(self, entries: Sequence[ColourEntry]) -> None:
        """Show these in place of the ones before."""
        if [swatch.entry for swatch in self._swatches] == list(entries):
            return
        for swatch in self._swatches:
            self._row.removeWidget(swatch)
            swatch.deleteLater()
        self._swatches = [Swatch(entry, self) for entry in entries]
        for swatch in self._swatches:
            self._row.addWidget(swatch)
            swatch.show()
        self.setVisible(bool(entries))

    def words(self) -> tuple[str, ...]:
        """Return the words of the key."""
        return tuple(swatch.entry.word for swatch in self._swatches)


class Swatch(QWidget):
    """One colour and its word."""

    def __init__(self, entry: ColourEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.word)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        side = metrics.height()
        return QSize(side + _GAP + metrics.horizontalAdvance(self.entry.word) + 2, side + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = self.fontMetrics().height()
        painter.fillRect(QRectF(2, 3, side - 4, side - 4), QColor(tones().kind(self.entry.family)))
        painter.setPen(self.palette().windowText().color())
        painter.drawText(side + _GAP, self.fontMetrics().ascent() + 1, self.entry.word)
        painter.end()
