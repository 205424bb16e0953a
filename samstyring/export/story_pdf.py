"""Write a story as PDF: one landscape page a view, with title, words, picture, legend and day."""

import errno
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
)

from samstyring.export.scene_legend import KeyEntry, key_of, key_rows, paint_sample, sample_width
from samstyring.export.scene_painter import face_font, paint_scene
from samstyring.export.scene_style import PAPER
from samstyring.export.writing import written
from samstyring.graph.drawing import Scene
from samstyring.graph.measuring import Face
from samstyring.language import _, texts_in

# A4 on its side in hundredths of an inch of the page: what is painted is in these units.
_WIDE, _HIGH = 1169.0, 827.0
_MARGIN, _GAP = 55.0, 24.0
_WORDS_SHARE = 0.30
_TITLE, _TEXT, _SMALL = 26, 15, 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class StorySheet:
    """One page of a story as it is printed; without a scene ``note`` says why."""

    title: str
    text: str
    date_text: str = ""
    scene: Scene | None = None
    note: str = ""


def write_story_pdf(path: Path, name: str, sheets: Sequence[StorySheet], *, language: str) -> None:
    """Write the story; words that find no room beside their picture go on to a page of their own.

    Needs a QGuiApplication. Text stays text. The file is put in place whole or not at all;
    ExportError with a sentence for a place that cannot be written.
    """
    with written(path) as temporary:
        with texts_in(language):
            _write(temporary, name, sheets)
        # Qt's writer tells nobody that the disk was full.
        if temporary.stat().st_size == 0:
            raise OSError(errno.EIO, "empty story")


def _write(path: Path, name: str, sheets: Sequence[StorySheet]) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(name)
    writer.setCreator("samstyring")
    landscape = QPageLayout.Orientation.Landscape
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, landscape, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(writer.width() / _WIDE, writer.height() / _HIGH)
    book = _Book(writer, painter, name, len(sheets))
    for number, sheet in enumerate(sheets, start=1):
        book.paint(sheet, number)
    if not sheets:
        book.paint(StorySheet(name, _("This story has no pages yet.")), 0)
    painter.end()


class _Book:
    """Paints sheet after sheet, and turns the page between them."""

    def __init__(self, writer: QPdfWriter, painter: QPainter, name: str, count: int) -> None:
        self._writer, self._painter = writer, painter
        self._name, self._count, self._begun = name, count, False

    def paint(self, sheet: StorySheet, number: int) -> None:
        self._turn()
        top = self._head(sheet.title, sheet.date_text)
        self._foot(number)
        area = QRectF(_MARGIN, top, _WIDE - 2 * _MARGIN, _HIGH - _MARGIN - 24 - top)
        beside = sheet.scene is not None
        words = "\n\n".join(part for part in (sheet.text, sheet.note) if part)
        column = QRectF(area)
        if beside and words:
            column.setLeft(area.right() - area.width() * _WORDS_SHARE)
            area.setRight(column.left() - _GAP)
        if sheet.scene is not None:
            self._picture(sheet.scene, area)
        rest = self._words(_broken(words, column.width()), column)
        while rest:
            self._turn()
            top = self._head(sheet.title, sheet.date_text)
            self._foot(number)
            whole = QRectF(_MARGIN, top, _WIDE - 2 * _MARGIN, _HIGH - _MARGIN - 24 - top)
            rest = self._words(rest, whole)

    def _turn(self) -> None:
        if self._begun:
            self._writer.newPage()
        self._begun = True

    def _head(self, title: str, date_text: str) -> float:
        self._painter.setPen(QColor(PAPER.text))
        self._painter.setFont(_font(_TITLE, bold=True))
        metrics, y = QFontMetricsF(_font(_TITLE, bold=True)), _MARGIN
        for line in _broken(title, _WIDE - 2 * _MARGIN, _font(_TITLE, bold=True))[:2]:
            self._painter.drawText(QPointF(_MARGIN, y + metrics.ascent()), line)
            y += metrics.height()
        self._painter.setFont(_font(_SMALL))
        self._painter.setPen(QColor(PAPER.soft_text))
        self._painter.drawText(
            QPointF(_MARGIN, y + QFontMetricsF(_font(_SMALL)).ascent()), date_text
        )
        return y + QFontMetricsF(_font(_SMALL)).height() + _GAP / 2

    def _foot(self, number: int) -> None:
        self._painter.setFont(_font(_SMALL))
        self._painter.setPen(QColor(PAPER.soft_text))
        y = _HIGH - _MARGIN + 8
        self._painter.drawText(QPointF(_MARGIN, y), self._name)
        if number:
            text = _("{page} of {pages}").format(page=number, pages=self._count)
            wide = QFontMetricsF(_font(_SMALL)).horizontalAdvance(text)
            self._painter.drawText(QPointF(_WIDE - _MARGIN - wide, y), text)

    def _picture(self, scene: Scene, area: QRectF) -> None:
        legend = self._legend(scene, area)
        room = QRectF(area.x(), area.y(), area.width(), area.height() - legend)
        bounds = scene.bounds
        zoom = min(room.width() / bounds.width, room.height() / bounds.height, 1.2)
        self._painter.save()
        self._painter.translate(room.x(), room.y())
        self._painter.scale(zoom, zoom)
        self._painter.translate(-bounds.x, -bounds.y)
        paint_scene(self._painter, scene, PAPER)
        self._painter.restore()

    def _legend(self, scene: Scene, area: QRectF) -> float:
        """Paint the legend along the foot of the area, and return how high it is."""
        metrics = QFontMetricsF(_font(_SMALL))
        line = metrics.height() + 4
        rows = key_rows(key_of(scene), area.width(), _GAP, metrics.horizontalAdvance)
        y = area.bottom() - line * len(rows)
        for row in rows:
            self._legend_row(row, area.x(), y, line)
            y += line
        return line * len(rows) + 8 if rows else 0.0

    def _legend_row(self, row: Sequence[KeyEntry], x: float, y: float, line: float) -> None:
        metrics = QFontMetricsF(_font(_SMALL))
        for entry in row:
            paint_sample(self._painter, entry, PAPER, x, y + line / 2)
            self._painter.setFont(_font(_SMALL))
            self._painter.setPen(QColor(PAPER.text))
            x += sample_width(entry)
            wide = metrics.horizontalAdvance(entry.word)
            self._painter.drawText(QRectF(x, y, wide + 4, line), _LEFT, entry.word)
            x += wide + _GAP

    def _words(self, lines: list[str], area: QRectF) -> list[str]:
        """Paint as many lines as there is room for, and return the rest."""
        metrics = QFontMetricsF(_font(_TEXT))
        room = max(1, int(area.height() // metrics.lineSpacing()))
        self._painter.setFont(_font(_TEXT))
        self._painter.setPen(QColor(PAPER.text))
        y = area.y() + metrics.ascent()
        for line in lines[:room]:
            self._painter.drawText(QPointF(area.x(), y), line)
            y += metrics.lineSpacing()
        return lines[room:]


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = face_font(PAPER, Face.TITLE if bold else Face.TEXT)
    font.setPixelSize(pixels)
    return font


def _broken(text: str, width: float, font: QFont | None = None) -> list[str]:
    """Return the lines of a text broken to a width; an empty line between paragraphs is kept."""
    lines: list[str] = []
    for paragraph in text.split("\n") if text else []:
        layout = QTextLayout(paragraph, font or _font(_TEXT))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
    return lines
