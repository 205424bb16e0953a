"""A row of tiles, one for each kind of finding: how many, in what words."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from samstyring.domain.findings import FindingKind
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.theme import ToneName, tones

TONES: dict[FindingKind, ToneName] = {
    FindingKind.VACANT: ToneName.VACANT,
    FindingKind.TERM_OVER: ToneName.OVER,
    FindingKind.OVERDUE: ToneName.VACANT,
    FindingKind.BREACH: ToneName.OVER,
    FindingKind.ENDS_SOON: ToneName.SOON,
    FindingKind.UNANSWERED: ToneName.ACCENT,
    FindingKind.LAPSED: ToneName.SOON,
    FindingKind.NO_MANDATE: ToneName.MUTED,
    FindingKind.REVISION: ToneName.MUTED,
    FindingKind.UNVERIFIED: ToneName.MUTED,
}
# How much larger the number is than the words.
_LARGE = 1.35
_LEFT, _RIGHT = 16, 8


class Tile(QAbstractButton):
    """One kind of finding with its number; pressed, the list shows only that kind."""

    def __init__(self, kind: FindingKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind, self.count = kind, 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show a number."""
        self.count = count
        self.setAccessibleName(f"{word(self.kind)}: {count}")
        self.setEnabled(count > 0 or self.isChecked())
        self.update()

    def sizeHint(self) -> QSize:
        """Be wide enough for half the words on a line, and high enough for all of them."""
        width = QFontMetrics(self.font()).averageCharWidth() * 16
        return QSize(width, self.height_for(width))

    def height_for(self, width: int) -> int:
        """Return the height that number and words need at a width."""
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, width - 2 - _LEFT - _RIGHT, 10_000)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), word(self.kind))
        return int(metrics.height() * _LARGE) + words.height() + 18

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than the longest word."""
        metrics = QFontMetrics(self.font())
        longest = max(metrics.horizontalAdvance(part) for part in word(self.kind).split())
        return QSize(longest + 28, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number, words, and a bar in the tone of the kind."""
        colours = tones()
        tone = colours.of(TONES[self.kind] if self.count else ToneName.MUTED)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent.edge if marked else colours.divider), 2))
        painter.setBrush(QColor(tone.fill if self.isChecked() else colours.base))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tone.edge))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), 5, box.height()), 2, 2)
        self._paint_words(painter, box.adjusted(_LEFT, 8, -_RIGHT, -6), tone.ink, colours.text)
        painter.end()

    def _paint_words(self, painter: QPainter, area: QRectF, ink: str, text: str) -> None:
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * _LARGE)
        large.setBold(True)
        painter.setFont(large)
        painter.setPen(QColor(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, str(self.count))
        painter.setFont(self.font())
        painter.setPen(QColor(text))
        area.setTop(area.top() + QFontMetrics(large).height())
        painter.drawText(
            area, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, word(self.kind)
        )


class Tiles(QWidget):
    """The tiles in as many columns as fit; at most one is pressed."""

    kind_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Kinds of findings"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.tiles = tuple(Tile(kind, self) for kind in FindingKind)
        self._columns = 0
        self._arrange(len(self.tiles))
        for tile in self.tiles:
            tile.clicked.connect(self._on_clicked)

    def set_counts(self, kinds: Iterable[FindingKind]) -> None:
        """Show how many there are of each kind."""
        counts = Counter(kinds)
        for tile in self.tiles:
            tile.set_count(counts[tile.kind])

    def chosen(self) -> FindingKind | None:
        """Return the kind whose tile is pressed, or None."""
        return next((tile.kind for tile in self.tiles if tile.isChecked()), None)

    def resizeEvent(self, event: object) -> None:
        """Use as many columns as the width has room for."""
        widest = max(tile.minimumSizeHint().width() for tile in self.tiles)
        fits = max(1, (self.width() + 8) // (widest + 8))
        columns = next(columns for columns in (10, 5, 4, 2, 1) if columns <= fits)
        self._arrange(columns)
        width = (self.width() - 8 * (columns - 1)) // columns
        height = max(tile.height_for(width) for tile in self.tiles)
        for tile in self.tiles:
            tile.setFixedHeight(height)

    def minimumSizeHint(self) -> QSize:
        """Let the window be narrow: the tiles then stand in fewer columns."""
        return QSize(self.tiles[0].minimumSizeHint().width(), self.tiles[0].sizeHint().height())

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // columns, place % columns)
        self.updateGeometry()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        for tile in self.tiles:
            if tile is not pressed:
                tile.setChecked(False)
        self.kind_chosen.emit(self.chosen())
