"""The handle at the side of a box: pulled to another box it draws a relation."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from samstyring.export.scene_style import SceneStyle
from samstyring.graph.drawing import SceneBox
from samstyring.ui.orggraph.canvas_overlay import screen_rect
from samstyring.ui.orggraph.canvas_pointer import Drag
from samstyring.ui.orggraph.canvas_view import View
from samstyring.ui.orggraph.canvas_world import World

_RADIUS = 8.0
_REACH = 10.0
# On a box smaller than this the handle would hide what it belongs to.
_LEAST_WIDE, _LEAST_TALL = 36.0, 12.0
_EDGE, _FASTEST = 28.0, 18.0
_LIT = 70


def port_of(box: SceneBox, view: View) -> QPointF | None:
    """Return the middle of the handle on the widget; None where the box is too small for one."""
    rect = screen_rect(box, view)
    if rect.width() < _LEAST_WIDE or rect.height() < _LEAST_TALL:
        return None
    # Beside the head of a frame, whose middle can be far down and out of sight.
    return QPointF(rect.right(), rect.top() + min(rect.height() / 2, 24.0 * view.zoom + _RADIUS))


def is_on_port(box: SceneBox, view: View, place: QPointF) -> bool:
    """Tell whether a place of the widget is on the handle of a box."""
    port = port_of(box, view)
    return port is not None and (place - port).manhattanLength() <= _REACH * 1.4


def target_of(world: World, view: View, drag: Drag) -> SceneBox | None:
    """Return the box that a relation under way would be drawn to, or None."""
    box = world.box_at(view.to_scene(drag.here.x(), drag.here.y()))
    return box if box is not None and drag.box is not None and box.id != drag.box.id else None


def pull_at_edge(place: QPointF, room: tuple[float, float]) -> QPointF:
    """Return how far the view should move on while a line is held near the edge of the widget."""
    return QPointF(_pull(place.x(), room[0]), _pull(place.y(), room[1]))


def paint_port(painter: QPainter, box: SceneBox, style: SceneStyle, view: View) -> None:
    """Paint the handle: a small round sign with a plus."""
    middle = port_of(box, view)
    if middle is None:
        return
    painter.setPen(QPen(QColor(style.base), 1.5))
    painter.setBrush(QColor(style.accent))
    painter.drawEllipse(middle, _RADIUS, _RADIUS)
    arm = _RADIUS / 2
    painter.setPen(QPen(QColor(style.base), 1.75))
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


def paint_pulled(
    painter: QPainter, world: World, style: SceneStyle, view: View, drag: Drag
) -> None:
    """Paint the line that is being pulled, and light up the box it would end at."""
    assert drag.box is not None
    start = port_of(drag.box, view)
    if start is None:
        return
    target = target_of(world, view, drag)
    if target is not None:
        _paint_lit(painter, screen_rect(target, view), style)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    line = QPen(
        QColor(style.accent), 2.0, Qt.PenStyle.SolidLine if target else Qt.PenStyle.DashLine
    )
    painter.setPen(line)
    path = QPainterPath(start)
    bow = QPointF(max(30.0, abs(drag.here.x() - start.x()) / 3), 0.0)
    path.cubicTo(start + bow, drag.here, drag.here)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(style.accent))
    painter.drawEllipse(start, 4.0, 4.0)
    painter.drawEllipse(drag.here, 4.0, 4.0)


def _paint_lit(painter: QPainter, rect: QRectF, style: SceneStyle) -> None:
    fill = QColor(style.accent)
    fill.setAlpha(_LIT)
    painter.setBrush(fill)
    painter.setPen(QPen(QColor(style.accent), 3.0))
    painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 6.0, 6.0)


def _pull(place: float, length: float) -> float:
    if place < _EDGE:
        return _FASTEST * min(1.0, (_EDGE - place) / _EDGE)
    if place > length - _EDGE:
        return -_FASTEST * min(1.0, (place - length + _EDGE) / _EDGE)
    return 0.0
