"""Pass from one scene to the next: a few changes move, many fade from picture to picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from samstyring.export.scene_painter import (
    line_paths,
    line_pen,
    paint_bands,
    paint_frames_and_boxes,
    paint_lines,
)
from samstyring.export.scene_style import SceneStyle
from samstyring.graph.drawing import SceneBox, SceneEdge
from samstyring.graph.layout import Box
from samstyring.ui.orggraph.canvas_view import View
from samstyring.ui.orggraph.canvas_world import World

_SECONDS = 0.22
_LONGEST_WAIT = 0.5
_STEP_MS = 16
_CHANGED_SHARE = 0.1
_MOST_SEEN = 400
_MOST_LINES = 1500
_NEAR = 0.75


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a passage: the world, how it was looked at, and the picture of it."""

    world: World
    view: View
    room: tuple[float, float]
    picture: QPixmap


@dataclass(frozen=True, slots=True)
class _Motion:
    """What is painted while few things change; boxes are those of the new scene where there."""

    still: QPixmap
    view: View
    moved: tuple[tuple[SceneBox, Box], ...]
    come: tuple[SceneBox, ...]
    gone: tuple[SceneBox, ...]
    lines: tuple[SceneEdge, ...]


class Fade(QObject):
    """One passage at a time, under way for a quarter of a second; it stops when people move on."""

    stepped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.allowed = False
        self._picture: QPixmap | None = None
        self._motion: _Motion | None = None
        self._view = View()
        self._asked = self._started = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on_step)

    @property
    def is_under_way(self) -> bool:
        """Whether something is still passing."""
        return self._timer.isActive()

    def begin(self, before: Side, after: Side, style: SceneStyle) -> None:
        """Pass from one side to the other; at once where nothing was shown before."""
        self.stop()
        if not before.world.boxes or before.room != after.room:
            return
        self._picture, self._view = before.picture, after.view
        self._motion = _motion_between(before, after, style)
        self._asked = perf_counter()
        # Moving needs nothing more; a fade waits until the new picture is sharp.
        self._started = self._asked if self._motion else 0.0
        self._timer.start()

    def stop(self) -> None:
        """Be done at once."""
        self._timer.stop()
        self._picture = self._motion = None

    def covers(self, view: View) -> bool:
        """Tell whether the moving parts stand for the tiles now."""
        if self.is_under_way and view != self._view:
            self.stop()
        return self._motion is not None

    def paint_over(self, painter: QPainter, view: View, *, sharp: bool) -> None:
        """Paint what is left of the old picture over the new."""
        if self._picture is None or self._motion is not None:
            return
        now = perf_counter()
        if not self._started and (sharp or now - self._asked > _LONGEST_WAIT):
            self._started = now
        painter.setOpacity(1.0 - self._share())
        painter.drawPixmap(0, 0, self._picture)
        painter.setOpacity(1.0)

    def paint_moving(self, painter: QPainter, style: SceneStyle) -> None:
        """Paint what stands still and, over it, what moves, comes and goes."""
        motion = self._motion
        assert motion is not None
        share = self._share()
        painter.drawPixmap(0, 0, motion.still)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _look(painter, motion.view)
        painter.setOpacity(share)
        _paint_edges(painter, motion.lines, style, motion.view.zoom)
        _paint_boxes(painter, motion.come, style, motion.view.zoom)
        painter.setOpacity(1.0 - share)
        _paint_boxes(painter, motion.gone, style, motion.view.zoom)
        painter.setOpacity(1.0)
        moving = [replace(box, rect=_between(old, box.rect, share)) for box, old in motion.moved]
        _paint_boxes(painter, moving, style, motion.view.zoom)
        painter.restore()

    def _share(self) -> float:
        if not self._started:
            return 0.0
        passed = min(1.0, (perf_counter() - self._started) / _SECONDS)
        return 1.0 - (1.0 - passed) ** 2

    def _on_step(self) -> None:
        if self._started and perf_counter() - self._started >= _SECONDS:
            self.stop()
        self.stepped.emit()


def blank_picture(room: tuple[float, float], ratio: float, style: SceneStyle) -> QPixmap:
    """Return a picture of the window's colour for so many widget pixels."""
    picture = QPixmap(round(room[0] * ratio), round(room[1] * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(style.window))
    return picture


def _motion_between(before: Side, after: Side, style: SceneStyle) -> _Motion | None:
    """Return what moves; None where too much does, or where it is seen at another zoom."""
    if before.view.zoom != after.view.zoom:
        return None
    old, new = before.world.boxes, after.world.boxes
    dx, dy = after.view.left - before.view.left, after.view.top - before.view.top
    places = {name: _shifted(box.rect, dx, dy) for name, box in old.items()}
    moved = [box for name, box in new.items() if name in old and _far(places[name], box.rect)]
    come = [box for name, box in new.items() if name not in old]
    gone = [replace(box, rect=places[name]) for name, box in old.items() if name not in new]
    if len(moved) + len(come) + len(gone) > _CHANGED_SHARE * max(len(old), len(new)):
        return None
    seen = after.world.boxes_in(after.view.seen(*after.room))
    if len(seen) > _MOST_SEEN or len(after.world.scene.edges) > _MOST_LINES:
        return None
    changing = {box.id for box in (*moved, *come)}
    known = {_line_place(edge, dx, dy) for edge in before.world.scene.edges}
    lines = [edge for edge in after.world.scene.edges if _line_place(edge, 0.0, 0.0) not in known]
    still = _still_picture(after, seen, changing, lines, style)
    pairs = tuple((box, places[box.id]) for box in moved)
    return _Motion(still, after.view, pairs, tuple(come), tuple(gone), tuple(lines))


def _still_picture(
    side: Side,
    seen: Sequence[SceneBox],
    changing: set[str],
    lines: Sequence[SceneEdge],
    style: SceneStyle,
) -> QPixmap:
    picture = blank_picture(side.room, side.picture.devicePixelRatio(), style)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _look(painter, side.view)
    zoom, fresh = side.view.zoom, {id(edge) for edge in lines}
    paint_bands(painter, side.world.scene, style, side.view.seen(*side.room))
    standing = [box for box in seen if box.id not in changing]
    paint_frames_and_boxes(painter, [box for box in standing if box.frame], style, zoom)
    known = [edge for edge in side.world.scene.edges if id(edge) not in fresh]
    _paint_edges(painter, known, style, zoom)
    paint_frames_and_boxes(painter, [box for box in standing if not box.frame], style, zoom)
    painter.end()
    return picture


def _look(painter: QPainter, view: View) -> None:
    painter.scale(view.zoom, view.zoom)
    painter.translate(-view.left, -view.top)


def _paint_edges(
    painter: QPainter, edges: Sequence[SceneEdge], style: SceneStyle, zoom: float
) -> None:
    for (colour, dash), (path, heads) in line_paths(edges).items():
        paint_lines(painter, path, heads, line_pen(style, colour, dash), zoom)


def _paint_boxes(
    painter: QPainter, boxes: Sequence[SceneBox], style: SceneStyle, zoom: float
) -> None:
    paint_frames_and_boxes(painter, [box for box in boxes if box.frame], style, zoom)
    paint_frames_and_boxes(painter, [box for box in boxes if not box.frame], style, zoom)


def _line_place(edge: SceneEdge, dx: float, dy: float) -> tuple[object, ...]:
    ends = (edge.points[0], edge.points[len(edge.points) // 2], edge.points[-1])
    return (edge.source, edge.target, edge.kind, *((round(x + dx), round(y + dy)) for x, y in ends))


def _shifted(rect: Box, dx: float, dy: float) -> Box:
    return replace(rect, x=rect.x + dx, y=rect.y + dy)


def _far(one: Box, other: Box) -> bool:
    sides = ((one.x, other.x), (one.y, other.y), (one.right, other.right))
    return any(abs(a - b) > _NEAR for a, b in (*sides, (one.bottom, other.bottom)))


def _between(old: Box, new: Box, share: float) -> Box:
    rest = 1.0 - share
    return replace(new, x=old.x * rest + new.x * share, y=old.y * rest + new.y * share)
