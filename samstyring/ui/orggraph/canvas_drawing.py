"""Paint one area of the graph, and find what keeps the view steady when the graph changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from samstyring.export.scene_painter import (
    line_pen,
    paint_bands,
    paint_frames_and_boxes,
    paint_lines,
)
from samstyring.export.scene_style import SceneStyle
from samstyring.graph.layout import Box, Point
from samstyring.ui.orggraph.canvas_coarse import COARSE_ZOOM
from samstyring.ui.orggraph.canvas_overlay import (
    paint_band_names,
    paint_edges_of,
    paint_ghost,
    paint_outline,
)
from samstyring.ui.orggraph.canvas_pointer import Drag
from samstyring.ui.orggraph.canvas_port import paint_port, paint_pulled
from samstyring.ui.orggraph.canvas_view import View
from samstyring.ui.orggraph.canvas_world import World

_REACH = 6.0


@dataclass(frozen=True, slots=True)
class Over:
    """What lies over the graph now; ``handle`` is the box whose handle is shown."""

    selected: str | None
    hovered: str | None
    focused: bool
    drag: Drag | None
    handle: str | None = None


def paint_over(
    painter: QPainter,
    world: World,
    style: SceneStyle,
    view: View,
    over: Over,
    room: tuple[float, float],
) -> None:
    """Paint band titles, the boxes and lines in question, and a drag."""
    paint_band_names(painter, world.scene, style, view, room[1], world.is_free)
    for name in dict.fromkeys((over.selected, over.hovered)):
        box = world.boxes.get(name or "")
        if box is not None:
            chosen = name == over.selected
            paint_edges_of(painter, world.edges_of(box.id), style, view)
            ring = chosen and over.focused
            paint_outline(painter, box, style, view, selected=chosen, ring=ring)
    held = world.boxes.get(over.handle or "")
    if held is not None:
        paint_port(painter, held, style, view)
    if over.drag is None or over.drag.box is None:
        return
    if over.drag.relates:
        paint_pulled(painter, world, style, view, over.drag)
    else:
        corner = QPointF(*view.to_screen(*over.drag.landing(view.zoom)))
        paint_ghost(painter, over.drag.box, corner, style, view)


def draw_area(painter: QPainter, world: World, style: SceneStyle, area: Box, zoom: float) -> None:
    """Paint bands, frames, lines and boxes that reach into the area, in scene coordinates."""
    painter.fillRect(QRectF(area.x, area.y, area.width, area.height), QColor(style.window))
    paint_bands(painter, world.scene, style, area)
    if zoom < COARSE_ZOOM:
        world.coarse.paint(painter, area, style)
        return
    # The dots of marks reach a little out of their boxes.
    reach = _REACH / zoom
    grown = Box(area.x - reach, area.y - reach, area.width + 2 * reach, area.height + 2 * reach)
    boxes = world.boxes_in(grown)
    paint_frames_and_boxes(painter, [box for box in boxes if box.frame], style, zoom)
    for batch in world.batches_in(area):
        paint_lines(painter, batch.path, batch.heads, line_pen(style, *batch.key), zoom)
    paint_frames_and_boxes(painter, [box for box in boxes if not box.frame], style, zoom)


def anchor_of(
    world: World, view: View, room: tuple[float, float], selected: str | None
) -> tuple[str | None, Point]:
    """Return the box that should stay where it is on the screen, and where that is.

    It is the selected box when that is in sight, else the one nearest to the middle.
    """
    name = selected if selected in world.boxes else None
    if name is None or not world.boxes[name].rect.overlaps(view.seen(*room)):
        nearest = world.nearest_to(view.to_scene(room[0] / 2, room[1] / 2))
        name = nearest.id if nearest else None
    if name is None:
        return None, (0.0, 0.0)
    rect = world.boxes[name].rect
    return name, view.to_screen(rect.x, rect.y)
