"""What is painted on the sheets of a poster beside its picture: head, cutting marks and labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from samstyring.export.poster_plan import (
    MARGIN_MM,
    NATURAL_MM,
    OVERLAP_MM,
    PosterSheet,
    SheetPlan,
)
from samstyring.export.scene_legend import KeyEntry, key_of, key_rows, paint_sample, sample_width
from samstyring.export.scene_painter import face_font, font_measure
from samstyring.export.scene_style import PAPER
from samstyring.graph.drawing import Scene
from samstyring.graph.measuring import Face, elided, wrapped
from samstyring.language import _

_PAD, _GAP = 16.0, 24.0
_TITLE_TIMES = 2
_MOST_LINES = 6
_MARK_MM, _MARK_GAP_MM = 6.0, 2.0
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of text with its font, colour and height, in pixels of the picture."""

    text: str
    font: QFont
    colour: str
    height: float


class PosterHead:
    """The head of a poster, as wide as it may be so that it stands on the first sheet whole."""

    def __init__(
        self,
        scene: Scene,
        texts: Sequence[str],
        width: float,
    ) -> None:
        self.width = width
        self._small = QFontMetricsF(face_font(PAPER, Face.TEXT))
        self._line = self._small.height() * 1.5
        title, *rest = texts
        self._lines = [*self._title_lines(title), *self._text_lines(rest)]
        room = width - 2 * _PAD
        self._legend = key_rows(key_of(scene), room, _GAP, self._small.horizontalAdvance)

    @property
    def height(self) -> float:
        """The height in pixels of the picture."""
        lines = sum(line.height for line in self._lines)
        return lines + len(self._legend) * self._line + 2 * _PAD

    def paint(self, painter: QPainter) -> None:
        """Paint the head from (0, 0)."""
        y = _PAD / 2
        for line in self._lines:
            painter.setFont(line.font)
            painter.setPen(QColor(line.colour))
            painter.drawText(QRectF(_PAD, y, self.width, line.height), _LEFT, line.text)
            y += line.height
        y += _PAD / 2
        for row in self._legend:
            self._paint_row(painter, row, y)
            y += self._line

    def _title_lines(self, title: str) -> list[HeadLine]:
        font = face_font(PAPER, Face.TITLE)
        font.setPixelSize(font.pixelSize() * _TITLE_TIMES)
        room = (self.width - 2 * _PAD) / _TITLE_TIMES
        texts = wrapped(title, font_measure(PAPER), Face.TITLE, room, _MOST_LINES)
        height = QFontMetricsF(font).height() * 1.2
        return [HeadLine(text, font, PAPER.text, height) for text in texts]

    def _text_lines(self, texts: Sequence[str]) -> list[HeadLine]:
        font, room = face_font(PAPER, Face.TEXT), self.width - 2 * _PAD
        lines = [
            line
            for text in texts
            for line in wrapped(text, font_measure(PAPER), Face.TEXT, room, _MOST_LINES)
        ]
        return [HeadLine(line, font, PAPER.soft_text, self._line) for line in lines]

    def _paint_row(self, painter: QPainter, row: Sequence[KeyEntry], y: float) -> None:
        x, middle = _PAD, y + self._line / 2
        for entry in row:
            paint_sample(painter, entry, PAPER, x, middle)
            painter.setFont(face_font(PAPER, Face.TEXT))
            painter.setPen(QColor(PAPER.text))
            left = x + sample_width(entry)
            painter.drawText(QRectF(left, y, self.width, self._line), _LEFT, entry.word)
            x = left + self._small.horizontalAdvance(entry.word) + _GAP


def paint_marks(painter: QPainter, plan: SheetPlan, sheet: PosterSheet) -> None:
    """Paint where to cut, at the corners, and where a neighbour begins to lie over the sheet."""
    painter.setPen(QPen(QColor(PAPER.text), 0.8))
    wide, high = plan.inner
    xs, ys = [0.0, wide], [0.0, high]
    if sheet.column + 1 < plan.columns:
        xs.append(wide - OVERLAP_MM)
    if sheet.row + 1 < plan.rows:
        ys.append(high - OVERLAP_MM)
    for x in xs:
        for y, way in ((0.0, -1), (high, 1)):
            painter.drawLine(_mark(x, y, 0, way))
    for y in ys:
        for x, way in ((0.0, -1), (wide, 1)):
            painter.drawLine(_mark(x, y, way, 0))


def _mark(x: float, y: float, across: int, down: int) -> QLineF:
    """Return a short line that leads away from a point of what the sheet shows."""
    near, far = _MARK_GAP_MM, _MARK_GAP_MM + _MARK_MM
    x, y = x + MARGIN_MM, y + MARGIN_MM
    return QLineF(
        QPointF(px(x + across * near), px(y + down * near)),
        QPointF(px(x + across * far), px(y + down * far)),
    )


def paint_label(
    painter: QPainter, plan: SheetPlan, sheet: PosterSheet, title: str, date_text: str
) -> None:
    """Paint in the margin below which sheet it is, and of what."""
    number, small = sheet.row * plan.columns + sheet.column + 1, face_font(PAPER, Face.SMALL)
    which = _("{page} of {pages}").format(page=number, pages=plan.rows * plan.columns)
    about = " · ".join(text for text in (which, title, date_text) if text)
    if number == 1:
        about += " · " + _("Cut at the marks; each sheet lies 10 mm over the one before it.")
    left, top = px(MARGIN_MM + 4), px(plan.paper_height - MARGIN_MM + 1)
    line, room = px(MARGIN_MM - 4), px(plan.paper_width - 2 * MARGIN_MM - 22)
    painter.setPen(QColor(PAPER.text))
    painter.setFont(face_font(PAPER, Face.TITLE))
    painter.drawText(QRectF(left, top, px(14), line), _LEFT, sheet.label)
    painter.setFont(small)
    text = elided(about, font_measure(PAPER), Face.SMALL, room)
    painter.drawText(QRectF(left + px(14), top, room, line), _LEFT, text)


def px(millimetres: float) -> float:
    """Return a length on paper in pixels of the picture at 100 %."""
    return millimetres / NATURAL_MM
