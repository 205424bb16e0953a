"""Paint what lies over the graph: hover, selection, band titles and legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from samstyring.export.scene_painter import (
    TEXT_ZOOM,
    face_font,
    line_paths,
    paint_legend_line,
    paint_lines,
    rect_of,
)
from samstyring.export.scene_style import SceneStyle
from samstyring.graph.drawing import Scene, SceneBox, SceneEdge
from samstyring.graph.layout import Box
from samstyring.graph.layout.curves import flat
from samstyring.graph.measuring import Face
from samstyring.ui.orggraph.canvas_view import View

_MOST_THICK = 60
_MOST_WORDS = 8
_SAMPLE = 34.0
_SPACE = 12.0
_MOST_OF_ROOM = 0.2
# Lines down from the top of the band.
_TRIES = (0.0, 1.6, 3.2)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)


def paint_edges_of(
    painter: QPainter, edges: Sequence[SceneEdge], style: SceneStyle, view: View
) -> None:
    """Paint the lines of the pointed or selected box again, thicker and with their words."""
    painter.save()
    painter.scale(view.zoom, view.zoom)
    painter.translate(-view.left, -view.top)
    for (colour, dash), (path, heads) in line_paths(edges[:_MOST_THICK], tails=True).items():
        pen = QPen(QColor(style.relation(colour)), 2.0)
        pen.setCosmetic(True)
        if dash:
            pen.setDashPattern([part / 2 for part in dash])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        paint_lines(painter, path, heads, pen, view.zoom)
    painter.restore()
    if len(edges) <= _MOST_WORDS and view.zoom >= TEXT_ZOOM:
        for edge in edges:
            _paint_word(painter, edge, style, view)


def paint_outline(
    painter: QPainter, box: SceneBox, style: SceneStyle, view: View, *, selected: bool, ring: bool
) -> None:
    """Paint the outline of a box that is pointed at or selected, with a ring for the keyboard."""
    x, y = view.to_screen(box.rect.x, box.rect.y)
    rect = QRectF(x, y, box.rect.width * view.zoom, box.rect.height * view.zoom)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = (3.0 if box.chip else 6.0) * view.zoom
    painter.setPen(QPen(QColor(style.accent), 2.0 if selected else 1.0))
    painter.drawRoundedRect(rect, radius, radius)
    if ring:
        painter.setPen(QPen(QColor(style.accent), 1.0, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), radius + 4, radius + 4)


def paint_ghost(
    painter: QPainter, box: SceneBox, at: QPointF, style: SceneStyle, view: View
) -> None:
    """Paint where a dragged box would land, its top left corner at the widget's point."""
    rect = QRectF(at.x(), at.y(), box.rect.width * view.zoom, box.rect.height * view.zoom)
    painter.setPen(QPen(QColor(style.accent), 2.0, Qt.PenStyle.DashLine))
    fill = QColor(style.selection)
    fill.setAlpha(170)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, 6.0, 6.0)
    painter.setFont(face_font(style, Face.TITLE))
    painter.setPen(QColor(style.text))
    painter.drawText(rect.adjusted(14, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), box.title)


def names_width(scene: Scene, style: SceneStyle, room: float) -> float:
    """Return how wide a column the titles of the bands get on the widget, whatever the zoom.

    ``room`` is the width of the widget; where the column would take too much of it there is none,
    and titles stand where no box is.
    """
    metrics = QFontMetricsF(face_font(style, Face.SMALL))
    lines = [line for band in scene.bands for line in band.title_lines]
    widest = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
    wide = widest + 2 * _SPACE if widest else 0.0
    return wide if wide <= room * _MOST_OF_ROOM else 0.0


def paint_band_names(
    painter: QPainter,
    scene: Scene,
    style: SceneStyle,
    view: View,
    height: float,
    is_free: Callable[[Box], bool],
) -> None:
    """Paint the titles of the bands at the left, as high as there is no box in the way."""
    font = face_font(style, Face.SMALL)
    painter.setFont(font)
    for number, band in enumerate(scene.bands):
        top, bottom = view.to_screen(0, band.y0)[1], view.to_screen(0, band.y1)[1]
        if bottom < 0 or top > height or not band.title:
            continue
        for lines, down in ((band.title,), 0.0), *((band.title_lines, n) for n in _TRIES):
            rect = _name_rect(scene, view, lines, (top, bottom), QFontMetricsF(font))
            rect.translate(0.0, down * rect.height() / len(lines))
            ground = rect.adjusted(-5, -2, 5, 2)
            corner = view.to_scene(ground.x(), ground.y())
            wide, tall = ground.width() / view.zoom, ground.height() / view.zoom
            if rect.bottom() > min(bottom, height):
                break
            if is_free(Box(*corner, wide, tall)):
                _paint_name(painter, rect, lines, style, style.bands[number % 2])
                break


def _name_rect(
    scene: Scene,
    view: View,
    lines: Sequence[str],
    span: tuple[float, float],
    metrics: QFontMetricsF,
) -> QRectF:
    wide = max(metrics.horizontalAdvance(line) for line in lines)
    gutter = view.to_screen(scene.bounds.x, 0)[0]
    inner = view.to_screen(scene.bounds.x + scene.gutter, 0)[0]
    # One left edge for all of them, where the widest still stands clear of the boxes.
    column = max(
        metrics.horizontalAdvance(line) for band in scene.bands for line in band.title_lines
    )
    x = max(min(gutter + _SPACE, inner - column - _SPACE), _SPACE)
    return QRectF(x, max(span[0], 0.0) + 6.0, wide, metrics.height() * len(lines))


def _paint_name(
    painter: QPainter, rect: QRectF, lines: Sequence[str], style: SceneStyle, ground: str
) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect.adjusted(-5, -2, 5, 2), 4, 4)
    painter.setPen(QColor(style.soft_text))
    line = rect.height() / len(lines)
    for row, text in enumerate(lines):
        painter.drawText(QRectF(rect.x(), rect.y() + row * line, rect.width(), line), _LEFT, text)


def legend_height(scene: Scene, style: SceneStyle, width: float) -> float:
    """Return how high the strip of the legend must be under a canvas of this width."""
    if not scene.legend:
        return 0.0
    rows = _legend_rows(scene, style, width)
    return len(rows) * _legend_line(style) + 8.0


def paint_legend(painter: QPainter, scene: Scene, style: SceneStyle, strip: QRectF) -> None:
    """Paint the strip with a sample and a word for each kind of line."""
    painter.fillRect(strip, QColor(style.base))
    pen = QPen(QColor(style.divider))
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.drawLine(strip.topLeft(), strip.topRight())
    font = face_font(style, Face.SMALL)
    metrics, line = QFontMetricsF(font), _legend_line(style)
    painter.setFont(font)
    for row, numbers in enumerate(_legend_rows(scene, style, strip.width())):
        x, y = strip.x() + _SPACE, strip.y() + 4.0 + row * line
        for number in numbers:
            entry = scene.legend[number]
            paint_legend_line(painter, entry, style, x, y + line / 2, _SAMPLE)
            painter.setPen(QColor(style.text))
            x += _SAMPLE + 8.0
            wide = metrics.horizontalAdvance(entry.word)
            painter.drawText(QRectF(x, y, wide, line), _LEFT, entry.word)
            x += wide + 2 * _SPACE


def _legend_line(style: SceneStyle) -> float:
    return QFontMetricsF(face_font(style, Face.SMALL)).height() + 8.0


def _legend_rows(scene: Scene, style: SceneStyle, width: float) -> list[list[int]]:
    metrics = QFontMetricsF(face_font(style, Face.SMALL))
    rows: list[list[int]] = []
    x = _SPACE
    for number, entry in enumerate(scene.legend):
        wide = _SAMPLE + 8.0 + metrics.horizontalAdvance(entry.word) + 2 * _SPACE
        if not rows or x + wide - _SPACE > width:
            rows.append([])
            x = _SPACE
        rows[-1].append(number)
        x += wide
    return rows


def _paint_word(painter: QPainter, edge: SceneEdge, style: SceneStyle, view: View) -> None:
    if not edge.word:
        return
    corners = flat(edge.outside)
    x, y = view.to_screen(*corners[len(corners) // 2])
    font = face_font(style, Face.SMALL)
    metrics = QFontMetricsF(font)
    wide, tall = metrics.horizontalAdvance(edge.word) + 12, metrics.height() + 4
    rect = QRectF(x - wide / 2, y - tall / 2, wide, tall)
    painter.setPen(QPen(QColor(style.relation(edge.colour)), 1.0))
    painter.setBrush(QColor(style.base))
    painter.drawRoundedRect(rect, tall / 2, tall / 2)
    painter.setFont(font)
    painter.setPen(QColor(style.text))
    painter.drawText(rect, _CENTRED, edge.word)


def screen_rect(box: SceneBox, view: View) -> QRectF:
    """Return where a box is on the widget."""
    rect = rect_of(box.rect)
    x, y = view.to_screen(rect.x(), rect.y())
    return QRectF(x, y, rect.width() * view.zoom, rect.height() * view.zoom)
