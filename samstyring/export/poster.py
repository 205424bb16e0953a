"""Write a drawing to hang on a wall: a PDF over several sheets, or one sheet as PNG to print."""

import errno
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import (
    QColor,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from samstyring.domain.errors import ExportError
from samstyring.export.poster_part import part_of, titled_bands
from samstyring.export.poster_plan import (
    MARGIN_MM,
    MOST_MM,
    NATURAL_MM,
    Paper,
    PosterSheet,
    SheetPlan,
    planned,
)
from samstyring.export.poster_sheets import PosterHead, paint_label, paint_marks, px
from samstyring.export.scene_painter import (
    paint_band_titles,
    paint_scene,
)
from samstyring.export.scene_style import PAPER
from samstyring.export.writing import written
from samstyring.graph.drawing import Scene
from samstyring.graph.layout import Box
from samstyring.language import _, texts_in

_DOTS_PER_INCH = 300
_MM_PER_INCH = 25.4
_PDF_DOTS = 200
_MOST_TIMES = 2.0
_TITLE_KEY, _SENTENCE_KEY = "Title", "Description"


def write_poster(
    path: Path,
    scene: Scene,
    paper: Paper,
    *,
    title: str,
    date_text: str,
    source_line: str,
    language: str,
) -> None:
    """Write the poster as .pdf over as many sheets as it takes, or as .png of one at 300 dots.

    Needs a QGuiApplication. Always light; text stays text in PDF. The file is put in place whole
    or not at all; ExportError with a sentence for another ending or a place that cannot be
    written.
    """
    write = {".pdf": _write_pdf, ".png": _write_png}.get(path.suffix.lower())
    if write is None:
        raise ExportError(_("A poster is a file that ends in .pdf or .png."))
    with written(path) as temporary:
        with texts_in(language):
            write(_Poster(scene, paper, (title, date_text, source_line)), temporary)
        # Qt's writers tell nobody that the disk was full.
        if temporary.stat().st_size == 0:
            raise OSError(errno.EIO, "empty poster")


class _Poster:
    """A scene below its head, on the sheets that suit it best."""

    def __init__(
        self,
        scene: Scene,
        paper: Paper,
        texts: tuple[str, str, str],
    ) -> None:
        self.scene, self.paper = scene, paper
        self.title, self.date_text, self.source = texts
        both = [self._planned(landscape) for landscape in (True, False)]
        self.head, self.plan = min(both, key=lambda each: each[1].cost)

    def head_of(self, width: float) -> PosterHead:
        """Return the head for so many pixels of width; legend and words are broken to fit."""
        texts = [self.title, self.date_text, self.scene.sentence, self.source]
        return PosterHead(self.scene, [text for text in texts if text], width)

    def _planned(self, landscape: bool) -> tuple[PosterHead, SheetPlan]:
        short, long = self.paper.sides
        inner = (long if landscape else short) - 2 * MARGIN_MM
        # However large the picture becomes, the head stands on the first sheet.
        head, bounds = self.head_of(inner / MOST_MM), self.scene.bounds
        wide, high = max(bounds.width, head.width), head.height + bounds.height
        return head, planned(wide, high, self.paper, landscape=landscape)


# PDF ---------------------------------------------------------------------------------------------


def _write_pdf(poster: _Poster, path: Path) -> None:
    plan = poster.plan
    writer = QPdfWriter(str(path))
    writer.setTitle(poster.title)
    writer.setCreator("samstyring")
    writer.setResolution(_PDF_DOTS)
    sides = QPageSize.PageSizeId.A4 if poster.paper is Paper.A4 else QPageSize.PageSizeId.A3
    way = QPageLayout.Orientation.Landscape if plan.paper_width > plan.paper_height else (
        QPageLayout.Orientation.Portrait
    )  # fmt: skip
    writer.setPageLayout(QPageLayout(QPageSize(sides), way, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    for sheet in plan.sheets():
        if sheet.row or sheet.column:
            writer.newPage()
        painter.save()
        # Fonts have whole pixels, so what is painted is in pixels and not in millimetres.
        painter.scale(_PDF_DOTS * NATURAL_MM / _MM_PER_INCH, _PDF_DOTS * NATURAL_MM / _MM_PER_INCH)
        _paint_sheet(painter, poster, sheet)
        painter.restore()
    painter.end()


def _paint_sheet(painter: QPainter, poster: _Poster, sheet: PosterSheet) -> None:
    plan = poster.plan
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = QRectF(px(MARGIN_MM), px(MARGIN_MM), *map(px, plan.inner))
    painter.setClipRect(inner)
    painter.translate(inner.topLeft())
    painter.scale(px(plan.scale), px(plan.scale))
    painter.translate(-sheet.area.x, -sheet.area.y)
    if sheet.row == sheet.column == 0:
        poster.head.paint(painter)
    _paint_part(painter, poster, sheet.area)
    painter.restore()
    if plan.rows * plan.columns > 1:
        paint_marks(painter, plan, sheet)
        paint_label(painter, plan, sheet, poster.title, poster.date_text)


def _paint_part(painter: QPainter, poster: _Poster, area: Box) -> None:
    """Paint what a sheet holds of the scene, and no more, so that no text is in it unseen."""
    bounds, top = poster.scene.bounds, poster.head.height
    seen = Box(area.x + bounds.x, area.y - top + bounds.y, area.width, area.height)
    if not seen.overlaps(bounds):
        return
    painter.translate(-bounds.x, top - bounds.y)
    paint_scene(painter, part_of(poster.scene, seen), PAPER, titles=False)
    paint_band_titles(painter, titled_bands(poster.scene, seen), PAPER, bounds.x + 24.0)


# PNG ---------------------------------------------------------------------------------------------


def _write_png(poster: _Poster, path: Path) -> None:
    short, long = (px(side) for side in poster.paper.sides)
    sides = max(((long, short), (short, long)), key=lambda each: _fitted(poster, *each)[1])
    dots = _DOTS_PER_INCH / _MM_PER_INCH * NATURAL_MM
    wide, high = (round(side * dots) for side in sides)
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(errno.ENOMEM, "QImage")
    image.fill(QColor(PAPER.window))
    for set_dots in (image.setDotsPerMeterX, image.setDotsPerMeterY):
        set_dots(round(_DOTS_PER_INCH / _MM_PER_INCH * 1000))
    image.setText(_TITLE_KEY, poster.title)
    image.setText(_SENTENCE_KEY, poster.scene.sentence)
    painter = QPainter(image)
    painter.scale(dots, dots)
    _paint_whole(painter, poster, *sides)
    painter.end()
    if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
        raise OSError(errno.EIO, "QImage.save")


def _fitted(poster: _Poster, wide: float, high: float) -> tuple[PosterHead, float]:
    """Return the head at its own size, and how large the picture can be below it on one sheet."""
    head, bounds = poster.head_of(wide - 2 * px(MARGIN_MM)), poster.scene.bounds
    room = high - 2 * px(MARGIN_MM) - head.height
    return head, min(head.width / bounds.width, room / bounds.height, _MOST_TIMES)


def _paint_whole(painter: QPainter, poster: _Poster, wide: float, high: float) -> None:
    head, times = _fitted(poster, wide, high)
    bounds = poster.scene.bounds
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(px(MARGIN_MM), px(MARGIN_MM))
    head.paint(painter)
    painter.translate((head.width - bounds.width * times) / 2, head.height)
    painter.scale(times, times)
    painter.translate(-bounds.x, -bounds.y)
    paint_scene(painter, poster.scene, PAPER)
