"""Write the drawing of a graph as SVG, PNG or PDF, always light, with title, date and legend."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from samstyring.domain.errors import ExportError
from samstyring.export.scene_legend import key_of, key_rows, paint_sample, sample_width
from samstyring.export.scene_painter import face_font, paint_scene
from samstyring.export.scene_style import PAPER, SceneStyle
from samstyring.export.writing import written
from samstyring.graph.drawing import Scene
from samstyring.graph.measuring import Face
from samstyring.language import _, texts_in

_PAD = 24.0
_PNG_SCALE = 2.0
_DOTS_PER_METRE = round(300 / 0.0254)
# An A3 sheet at 300 dots an inch; more would fill the memory and no paper.
_LONG_DOTS, _SHORT_DOTS = 4961.0, 3508.0
_READABLE_SCALE = 0.8
# The same sheet in points, and the smallest text that is read without effort.
_A3_LONG, _A3_SHORT = 1190.6, 841.9
_READABLE_POINTS = 6.0
_POINTS_PER_PIXEL = 0.75
_TITLE_KEY, _SENTENCE_KEY = "Title", "Description"


def write_picture(
    scene: Scene,
    path: Path,
    *,
    title: str,
    date_text: str,
    source_line: str,
    language: str,
) -> str:
    """Write the picture in the format of the path's extension: .svg, .png or .pdf.

    Needs a QGuiApplication. Text stays text in SVG and PDF; a PNG has at most the dots of an A3
    sheet. A sentence is returned where that made it smaller, or where a PDF printed on one A3 sheet
    has text under six points, else an empty text. The file is put in place whole or not at all.
    Raises ExportError with a sentence for an unknown extension or a place that cannot be written.
    ``language`` is that of the picture's own words (nb, nn or en).
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise ExportError(_("Choose a file name that ends in .svg, .png or .pdf."))
    with texts_in(language):
        sheet = Sheet(scene, title, date_text, source_line)
    with written(path) as temporary:
        with texts_in(language):
            writer(sheet, temporary)
        # Qt's writers tell nobody that the disk was full.
        if temporary.stat().st_size == 0:
            raise OSError(errno.EIO, "empty picture")
    return _NOTES[path.suffix.lower()](sheet)


class Sheet:
    """A scene with heading above and legend and source line below it."""

    def __init__(
        self,
        scene: Scene,
        title: str,
        date_text: str,
        source_line: str,
        style: SceneStyle = PAPER,
    ) -> None:
        self.scene = scene
        self.title = title
        self._heading = [text for text in (title, date_text, scene.sentence) if text]
        self._source = source_line
        self._style = style
        self._line = QFontMetricsF(face_font(style, Face.TITLE)).height()
        self._small = QFontMetricsF(face_font(style, Face.TEXT))
        room = scene.bounds.width - 2 * _PAD
        self._legend = key_rows(key_of(scene), room, _PAD, self._small.horizontalAdvance)
        self._top = _PAD + self._line * 1.4 * len(self._heading) + _PAD / 2
        self._bottom = _PAD + self._line * 1.4 * (len(self._legend) + bool(source_line)) + _PAD / 2

    @property
    def width(self) -> float:
        """The width of the whole sheet in scene pixels."""
        words = max((self._small.horizontalAdvance(text) for text in self._texts()), default=0.0)
        return max(self.scene.bounds.width, words * 1.1 + 2 * _PAD)

    @property
    def height(self) -> float:
        """The height of the whole sheet in scene pixels."""
        return self._top + self.scene.bounds.height + self._bottom

    def paint(self, painter: QPainter) -> None:
        """Paint the sheet from (0, 0)."""
        style = self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width, self.height), QColor(style.window))
        self._paint_heading(painter)
        painter.save()
        bounds = self.scene.bounds
        painter.translate(-bounds.x, self._top - bounds.y)
        paint_scene(painter, self.scene, style)
        painter.restore()
        self._paint_foot(painter, self._top + bounds.height + _PAD / 2)

    def _texts(self) -> list[str]:
        return [*self._heading, self._source]

    def _paint_heading(self, painter: QPainter) -> None:
        y = _PAD + self._line
        for number, text in enumerate(self._heading):
            painter.setFont(face_font(self._style, Face.TEXT if number else Face.TITLE))
            painter.setPen(QColor(self._style.soft_text if number else self._style.text))
            painter.drawText(QRectF(_PAD, y - self._line, 1e5, self._line), _LEFT, text)
            y += self._line * 1.4

    def _paint_foot(self, painter: QPainter, y: float) -> None:
        painter.setFont(face_font(self._style, Face.TEXT))
        for row in self._legend:
            x = _PAD
            for entry in row:
                paint_sample(painter, entry, self._style, x, y + self._line / 2)
                painter.setPen(QColor(self._style.text))
                left = x + sample_width(entry)
                painter.drawText(QRectF(left, y, 1e5, self._line), _LEFT, entry.word)
                x = left + self._small.horizontalAdvance(entry.word) + _PAD
            y += self._line * 1.4
        painter.setPen(QColor(self._style.soft_text))
        painter.drawText(QRectF(_PAD, y, 1e5, self._line), _LEFT, self._source)


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _write_svg(sheet: Sheet, path: Path) -> None:
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setTitle(sheet.title)
    generator.setDescription(sheet.scene.sentence)
    generator.setResolution(96)
    generator.setSize(QSizeF(sheet.width, sheet.height).toSize())
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    painter = QPainter(generator)
    sheet.paint(painter)
    painter.end()


def _write_png(sheet: Sheet, path: Path) -> None:
    scale = _png_scale(sheet)
    size = QSizeF(sheet.width * scale, sheet.height * scale).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(_DOTS_PER_METRE)
    image.setDotsPerMeterY(_DOTS_PER_METRE)
    image.setText(_TITLE_KEY, sheet.title)
    image.setText(_SENTENCE_KEY, sheet.scene.sentence)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
        raise OSError(errno.EIO, "QImage.save")


def _png_scale(sheet: Sheet) -> float:
    long, short = max(sheet.width, sheet.height), min(sheet.width, sheet.height)
    return min(_PNG_SCALE, _LONG_DOTS / long, _SHORT_DOTS / short)


def _reduced(sheet: Sheet) -> str:
    if _png_scale(sheet) >= _READABLE_SCALE:
        return ""
    return _(
        "It is as large as an A3 sheet allows, so small text may be hard to read; "
        "SVG, PDF and posters keep it sharp."
    )


def _small_on_paper(sheet: Sheet) -> str:
    long, short = max(sheet.width, sheet.height), min(sheet.width, sheet.height)
    points = face_font(PAPER, Face.SMALL).pixelSize() * min(_A3_LONG / long, _A3_SHORT / short)
    if points >= _READABLE_POINTS:
        return ""
    return _(
        "On one A3 sheet its text is smaller than 6 points; a poster spreads it over several "
        "sheets that can be read."
    )


def _nothing_to_note(_sheet: Sheet) -> str:
    return ""


def _write_pdf(sheet: Sheet, path: Path) -> None:
    writer = QPdfWriter(str(path))
    writer.setTitle(sheet.title)
    writer.setCreator("samstyring")
    points = QSizeF(sheet.width * _POINTS_PER_PIXEL, sheet.height * _POINTS_PER_PIXEL)
    page = QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    portrait = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page, portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    scale = writer.resolution() / 72 * _POINTS_PER_PIXEL
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()


_WRITERS: dict[str, Callable[[Sheet, Path], None]] = {
    ".svg": _write_svg,
    ".png": _write_png,
    ".pdf": _write_pdf,
}
_NOTES: dict[str, Callable[[Sheet], str]] = {
    ".svg": _nothing_to_note,
    ".png": _reduced,
    ".pdf": _small_on_paper,
}
