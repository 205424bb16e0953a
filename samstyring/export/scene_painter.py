"""Paint a drawing with QPainter, the same way on the screen and in every picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from samstyring.export.scene_style import SceneStyle
from samstyring.export.scene_titles import FittedTitle, advance_of, fitted_title, title_sizes
from samstyring.graph.drawing import Dash, LegendEntry, Scene, SceneBox, SceneEdge
from samstyring.graph.layout import Box, Point
from samstyring.graph.layout.curves import cubics
from samstyring.graph.measuring import Face, TextMeasure
from samstyring.graph.org_boxes import GHOST

FULL_ZOOM = 0.62
TEXT_ZOOM = 0.45
PLAIN_ZOOM = 0.25
_RADIUS = 6.0
_STRIPE = 5.0
_HEAD = 5.0
_ORDINARY = 13.0
_DOT = 3.0
_FRAME_HEAD = 3.4

LineKey = tuple[str, Dash]


def face_font(style: SceneStyle, face: Face) -> QFont:
    """Return the font of a face, sized in scene pixels so that every device scales it alike."""
    font = QFont(style.family) if style.family else QFont()
    drop = {Face.TITLE: 0, Face.TEXT: 1, Face.SMALL: 2}[face]
    font.setPixelSize(max(6, round(style.pixels) - drop))
    font.setBold(face is Face.TITLE)
    # Hinted glyphs change their width with the zoom, and the text would not fit its box.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def font_measure(style: SceneStyle) -> TextMeasure:
    """Return the measures of the style's own fonts; needs a QGuiApplication."""
    metrics = {face: QFontMetricsF(face_font(style, face)) for face in Face}
    return TextMeasure(
        lambda text, face: metrics[face].horizontalAdvance(text),
        lambda face: metrics[face].height(),
    )


def paint_scene(
    painter: QPainter, scene: Scene, style: SceneStyle, *, zoom: float = 1.0, titles: bool = True
) -> None:
    """Paint the whole scene in its own coordinates; ``zoom`` decides how much detail shows."""
    paint_bands(painter, scene, style)
    if titles:
        paint_band_titles(painter, scene, style, scene.bounds.x + 24.0)
    paint_frames_and_boxes(painter, [box for box in scene.boxes if box.frame], style, zoom)
    for (colour, dash), (path, heads) in line_paths(scene.edges).items():
        paint_lines(painter, path, heads, line_pen(style, colour, dash), zoom)
    paint_frames_and_boxes(painter, [box for box in scene.boxes if not box.frame], style, zoom)


def paint_bands(
    painter: QPainter, scene: Scene, style: SceneStyle, area: Box | None = None
) -> None:
    """Paint the strips of the bands, in two shades by turns, over the area or the whole scene."""
    bounds = area or scene.bounds
    painter.setPen(Qt.PenStyle.NoPen)
    for number, band in enumerate(scene.bands):
        painter.setBrush(QColor(style.bands[number % 2]))
        painter.drawRect(QRectF(bounds.x, band.y0, bounds.width, band.y1 - band.y0))


def paint_band_titles(painter: QPainter, scene: Scene, style: SceneStyle, left: float) -> None:
    """Paint the titles of the bands from the given x, at the top of each band."""
    font = face_font(style, Face.SMALL)
    height = QFontMetricsF(font).height()
    painter.setFont(font)
    painter.setPen(QColor(style.soft_text))
    for band in scene.bands:
        for number, line in enumerate(band.title_lines):
            area = QRectF(left, band.y0 + 12.0 + number * height, 1000.0, height)
            painter.drawText(area, _TEXT_FLAGS, line)


def line_paths(
    edges: Iterable[SceneEdge], *, tails: bool = False
) -> dict[LineKey, tuple[QPainterPath, QPainterPath]]:
    """Return, for each look of line, one path of all lines and one of their arrow heads.

    A piece that several lines share (a trunk) is drawn once: twice would look darker. ``tails``
    takes the lines on into the frames, to the very boxes they join.
    """
    paths: dict[LineKey, tuple[QPainterPath, QPainterPath]] = {}
    seen: set[tuple[object, ...]] = set()
    for edge in edges:
        key = edge.colour, edge.dash
        path, heads = paths.setdefault(key, (QPainterPath(), QPainterPath()))
        add_line(path, heads, edge, seen, edge.points if tails else edge.outside)
    return paths


def add_line(
    path: QPainterPath,
    heads: QPainterPath,
    edge: SceneEdge,
    seen: set[tuple[object, ...]],
    points: Sequence[Point],
) -> None:
    """Add the pieces of a line that are not yet seen to the path, and its head to the heads."""
    here = None
    for piece in cubics(points):
        one, other = piece, piece[::-1]
        if (edge.colour, edge.dash, one) in seen or (edge.colour, edge.dash, other) in seen:
            continue
        seen.add((edge.colour, edge.dash, one))
        start, first, second, end = piece
        if here != start:
            path.moveTo(*start)
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        here = end
    head = _head(points)
    mark = (edge.colour, "head", points[-1])
    if head is not None and mark not in seen:
        seen.add(mark)
        heads.addPolygon(head)
        heads.closeSubpath()


def paint_lines(
    painter: QPainter, path: QPainterPath, heads: QPainterPath, pen: QPen, zoom: float
) -> None:
    """Paint a batch of lines of one look, with arrow heads where they would be seen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)
    if zoom >= TEXT_ZOOM and not heads.isEmpty():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPath(heads)


def line_pen(style: SceneStyle, colour: str, dash: Dash) -> QPen:
    """Return the pen of a kind of line, by its colour key and dash."""
    pen = QPen(QColor(style.relation(colour)))
    # One device pixel on a screen: a wider one costs thirty times as much to paint.
    pen.setWidthF(style.line_width or 1.0)
    pen.setCosmetic(not style.line_width)
    if dash:
        pen.setDashPattern(list(dash))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_frames_and_boxes(
    painter: QPainter, boxes: Sequence[SceneBox], style: SceneStyle, zoom: float
) -> None:
    """Paint boxes in their order, with as much in them as the zoom lets one read."""
    for box in boxes:
        _paint_body(painter, box, style, zoom)
    if zoom >= FULL_ZOOM:
        _paint_texts(painter, boxes, style)
    elif is_plain(style, zoom):
        _paint_low_titles(painter, [box for box in boxes if box.frame], style, zoom)
    else:
        large = [box for box in boxes if not box.chip]
        _paint_low_titles(painter, large, style, zoom)
        _paint_low_marks(painter, large, style, zoom)


def paint_legend_line(
    painter: QPainter, entry: LegendEntry, style: SceneStyle, x: float, y: float, length: float
) -> None:
    """Paint the sample of a line for the legend."""
    painter.setPen(line_pen(style, entry.colour, entry.dash))
    painter.drawLine(QPointF(x, y), QPointF(x + length, y))


def is_plain(style: SceneStyle, zoom: float) -> bool:
    """Say whether boxes are drawn without names; those of large text can be read from further."""
    return zoom * style.pixels / _ORDINARY < PLAIN_ZOOM


def rect_of(box: Box) -> QRectF:
    """Return the box as Qt's rectangle."""
    return QRectF(box.x, box.y, box.width, box.height)


_TEXT_FLAGS = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
)
_PILL_FLAGS = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip)


def _paint_body(painter: QPainter, box: SceneBox, style: SceneStyle, zoom: float) -> None:
    rect = rect_of(box.rect)
    kind = QColor(style.kind(box.kind_family))
    pen = QPen(QColor(style.divider if box.chip else style.border))
    pen.setCosmetic(True)
    fill = style.base if not box.chip else mixed(style.kind(box.kind_family), style.base, 0.09)
    if box.kind_family == GHOST:
        _paint_gone(painter, rect, style)
        return
    if is_plain(style, zoom):
        plain = style.base if box.frame else mixed(style.kind(box.kind_family), style.base, 0.45)
        painter.fillRect(rect, QColor(plain))
        return
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    radius = _RADIUS / 2 if box.chip else _RADIUS
    painter.drawRoundedRect(rect, radius, radius)
    if not box.chip:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(kind)
        painter.drawPath(_stripe(rect))
    if box.toggle and zoom >= FULL_ZOOM:
        _paint_toggle(painter, box, style)


def _paint_gone(painter: QPainter, rect: QRectF, style: SceneStyle) -> None:
    """Paint the ground of a body that is no longer there: faint, with a dashed outline."""
    pen = QPen(QColor(style.tone("vacant")[2]), 1.5, Qt.PenStyle.DashLine)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(QColor(mixed(style.base, style.bands[0], 0.4)))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)


def _stripe(rect: QRectF) -> QPainterPath:
    """Return the strip of colour along the left side, its outer corners round like the box's."""
    path = QPainterPath()
    path.moveTo(rect.left() + _STRIPE, rect.top())
    path.lineTo(rect.left() + _STRIPE, rect.bottom())
    path.arcTo(rect.left(), rect.bottom() - 2 * _STRIPE, 2 * _STRIPE, 2 * _STRIPE, 270, -90)
    path.lineTo(rect.left(), rect.top() + _STRIPE)
    path.arcTo(rect.left(), rect.top(), 2 * _STRIPE, 2 * _STRIPE, 180, -90)
    path.closeSubpath()
    return path


def _paint_toggle(painter: QPainter, box: SceneBox, style: SceneStyle) -> None:
    toggle = box.toggle
    assert toggle is not None
    x, y = box.rect.x + toggle.x, box.rect.y + toggle.y
    middle = QPointF(x + toggle.height / 2, y + toggle.height / 2)
    pen = QPen(QColor(style.soft_text), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    a, b = (4.0, 2.0) if toggle.open else (2.0, 4.0)
    corner = QPointF(0, b) if toggle.open else QPointF(a, 0)
    first = QPointF(-a, -b)
    last = QPointF(a, -b) if toggle.open else QPointF(-a, b)
    painter.drawPolyline([middle + first, middle + corner, middle + last])
    if toggle.count:
        painter.setFont(face_font(style, Face.SMALL))
        left = x + toggle.height
        area = QRectF(left, y, toggle.width - toggle.height, toggle.height)
        painter.drawText(area, _TEXT_FLAGS, str(toggle.count))


def _paint_texts(painter: QPainter, boxes: Sequence[SceneBox], style: SceneStyle) -> None:
    """Paint the texts face by face: changing the font is what costs."""
    for face in Face:
        painter.setFont(face_font(style, face))
        for box in boxes:
            soft = face is Face.TEXT or box.kind_family == GHOST
            colour = QColor(style.soft_text if soft else style.text)
            for item in box.texts:
                if item.face is not face:
                    continue
                rect = QRectF(box.rect.x + item.x, box.rect.y + item.y, item.width, item.height)
                if item.tone is None:
                    painter.setPen(colour)
                    painter.drawText(rect, _TEXT_FLAGS, item.text)
                else:
                    _paint_pill(painter, rect, item.text, style.tone(item.tone))


def _paint_pill(painter: QPainter, rect: QRectF, word: str, tone: tuple[str, str, str]) -> None:
    ink, fill, edge = tone
    pen = QPen(QColor(edge))
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(QColor(ink))
    painter.drawText(rect, _PILL_FLAGS, word)


def _paint_low_titles(
    painter: QPainter, boxes: Sequence[SceneBox], style: SceneStyle, zoom: float
) -> None:
    """Paint the titles alone, at a size that can be read from afar where the box has the room."""
    font = face_font(style, Face.TITLE)
    advance, sizes = advance_of(font), title_sizes(zoom * _ORDINARY / style.pixels)
    if zoom < PLAIN_ZOOM:
        # Large text seen from so far: a name in letters of the usual size is better than none.
        sizes += title_sizes(zoom)
    by_size: dict[int, list[tuple[QRectF, FittedTitle]]] = {}
    for box in boxes:
        rect = rect_of(box.rect).adjusted(_STRIPE + 3 / zoom, 1 / zoom, -2 / zoom, -1 / zoom)
        # The title of a frame stays above what the frame holds.
        tall = rect.height() if not box.frame else _FRAME_HEAD * style.pixels
        found = fitted_title(box.title, float(round(rect.width())), tall, sizes, advance)
        if found is not None:
            top = rect.top() + (0.0 if box.frame else (tall - found.line * len(found.lines)) / 2)
            rect.moveTop(top)
            by_size.setdefault(found.pixels, []).append((rect, found))
    painter.setPen(QColor(style.text))
    for pixels, titles in by_size.items():
        font.setPixelSize(pixels)
        painter.setFont(font)
        for rect, found in titles:
            for number, line in enumerate(found.lines):
                top = rect.top() + number * found.line
                area = QRectF(rect.left(), top, rect.width(), found.line)
                painter.drawText(area, _TEXT_FLAGS, line)


def _paint_low_marks(
    painter: QPainter, boxes: Sequence[SceneBox], style: SceneStyle, zoom: float
) -> None:
    """Paint a dot for each mark on the upper side of its box, since there is no room for words."""
    radius = _DOT / zoom
    for box in boxes:
        for number, mark in enumerate(reversed(box.marks)):
            x = box.rect.right - (2.0 + 2.6 * number) * radius
            painter.setPen(QPen(QColor(style.base), radius / 3))
            painter.setBrush(QColor(style.tone(mark.tone)[2]))
            painter.drawEllipse(QPointF(x, box.rect.y), radius, radius)


def _head(points: Sequence[Point]) -> QPolygonF | None:
    tip = points[-1]
    back = next((p for p in reversed(points[:-1]) if math.dist(p, tip) > _HEAD / 2), None)
    if back is None:
        return None
    length = math.dist(back, tip)
    dx, dy = (tip[0] - back[0]) / length, (tip[1] - back[1]) / length
    foot = tip[0] - dx * _HEAD * 1.5, tip[1] - dy * _HEAD * 1.5
    side = dy * _HEAD * 0.7, -dx * _HEAD * 0.7
    return QPolygonF(
        [
            QPointF(*tip),
            QPointF(foot[0] + side[0], foot[1] + side[1]),
            QPointF(foot[0] - side[0], foot[1] - side[1]),
        ]
    )


def mixed(colour: str, ground: str, share: float) -> str:
    """Return the colour laid over the ground; PDF drops transparency, so it is mixed beforehand."""
    top, below = QColor(colour), QColor(ground)
    rest = 1 - share
    return QColor.fromRgbF(
        top.redF() * share + below.redF() * rest,
        top.greenF() * share + below.greenF() * rest,
        top.blueF() * share + below.blueF() * rest,
    ).name()
