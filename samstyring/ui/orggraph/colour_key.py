"""The key to colours and sizes of the boxes, where they stand for something other than kind."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from samstyring.export.scene_legend import paint_sample, sample_width
from samstyring.graph.drawing import ColourEntry
from samstyring.ui.orggraph.canvas_style import style_of
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import tones

# The height of a line that the samples of a picture go with.
_LINE = 17.0


class ColourKey(QWidget):
    """A sample and a word for each colour, and one for sizes; takes no room without any."""

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
            swatch.hide()
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
    """One colour, or a small box beside a large one, and its word."""

    def __init__(self, entry: ColourEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.word)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = self._sample() + metrics.horizontalAdvance(self.entry.word) + 2
        return QSize(round(wide), metrics.height() + 2)

    def _times(self) -> float:
        """Return how much larger the sample is here, where text may be, than in a picture."""
        return self.fontMetrics().height() / _LINE

    def _sample(self) -> float:
        return sample_width(self.entry) * self._times()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        times, middle = self._times(), self.height() / 2
        painter.save()
        painter.scale(times, times)
        style = style_of(tones(), self.font())
        paint_sample(painter, self.entry, style, 1.0, middle / times)
        painter.restore()
        painter.setPen(self.palette().windowText().color())
        area = QRectF(self._sample(), 0, self.width(), self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self.entry.word)
        painter.end()
