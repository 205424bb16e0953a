"""The scene as the canvas asks for it: what is here, what is near, what is joined to what."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtGui import QPainterPath

from samstyring.export.scene_painter import LineKey, add_line
from samstyring.graph.drawing import Scene, SceneBox, SceneEdge
from samstyring.graph.layout import Box, BoxGrid, Point
from samstyring.graph.layout.curves import cubics, flat
from samstyring.ui.orggraph.canvas_coarse import CoarseWorld

_CELL = 1200.0
_REACH = 5.0


class Direction(Enum):
    """The four arrow keys, as steps right and down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


@dataclass(frozen=True, slots=True)
class LineBatch:
    """Lines of one look that lie near each other: one path, one path of heads, and their area."""

    key: LineKey
    area: Box
    path: QPainterPath
    heads: QPainterPath


class World:
    """An index over one scene; built once and then only asked."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.boxes = {box.id: box for box in scene.boxes}
        self._numbers = {box.id: number for number, box in enumerate(scene.boxes)}
        self._grid = BoxGrid(((box.id, box.rect) for box in scene.boxes), _CELL)
        self.coarse = CoarseWorld(scene)
        self._batches = _batches(scene)
        self._batch_grid = BoxGrid(
            ((str(number), batch.area) for number, batch in enumerate(self._batches)), _CELL
        )
        self._pieces = _piece_grid(scene)
        self._edges: dict[str, list[SceneEdge]] = {}
        for edge in scene.edges:
            for end in {edge.source, edge.target}:
                self._edges.setdefault(end, []).append(edge)

    def boxes_in(self, area: Box) -> list[SceneBox]:
        """Return the boxes that reach into the area, in the order they are painted."""
        names = sorted((name for name, _ in self._grid.near(area)), key=self._numbers.__getitem__)
        return [self.boxes[name] for name in names]

    def is_free(self, area: Box) -> bool:
        """Tell whether no box reaches into the area."""
        return not self._grid.near(area)

    def batches_in(self, area: Box) -> list[LineBatch]:
        """Return the batches of lines that may reach into the area."""
        numbers = sorted(int(name) for name, _ in self._batch_grid.near(area))
        return [self._batches[number] for number in numbers]

    def box_at(self, point: Point) -> SceneBox | None:
        """Return the topmost box at the point: what a frame holds rather than the frame."""
        found = self.boxes_in(Box(point[0], point[1], 0.01, 0.01))
        return found[-1] if found else None

    def edge_at(self, point: Point, reach: float = _REACH) -> SceneEdge | None:
        """Return the line nearest to the point, at most ``reach`` scene pixels away."""
        area = Box(point[0] - reach, point[1] - reach, 2 * reach, 2 * reach)
        best: tuple[float, SceneEdge] | None = None
        for name, _ in self._pieces.near(area):
            edge = self.scene.edges[int(name.split(":")[0])]
            away = min(_from_piece(point, a, b) for a, b in pairwise(flat(edge.outside)))
            if away <= reach and (best is None or away < best[0]):
                best = away, edge
        return best[1] if best else None

    def edges_of(self, name: str) -> list[SceneEdge]:
        """Return the lines that begin or end at the box."""
        return self._edges.get(name, [])

    def holder_of(self, name: str) -> str | None:
        """Return the innermost frame that holds the box, or None for one that stands free."""
        rect, middle = self.boxes[name].rect, self.boxes[name].rect.middle
        around = self.boxes_in(Box(middle[0], middle[1], 0.01, 0.01))
        frames = [box.id for box in around if box.frame and box.rect.width > rect.width]
        return frames[-1] if frames else None

    def next_box(self, name: str | None, direction: Direction) -> str | None:
        """Return the nearest box that way: least distance along plus twice the distance across.

        Without a box to start from it is the first box; where nothing lies that way, None.
        """
        if name is None or name not in self.boxes:
            return self.scene.boxes[0].id if self.scene.boxes else None
        x, y = self.boxes[name].rect.middle
        dx, dy = direction.value
        best: tuple[float, str] | None = None
        for box in self.scene.boxes:
            bx, by = box.rect.middle
            along = (bx - x) * dx + (by - y) * dy
            if along <= 1.0 or box.id == name:
                continue
            across = abs((bx - x) * dy) + abs((by - y) * dx)
            score = along + 2 * across
            if best is None or score < best[0]:
                best = score, box.id
        return best[1] if best else None

    def toggle_at(self, point: Point) -> SceneBox | None:
        """Return the box whose fold mark is at the point."""
        box = self.box_at(point)
        if box is None or box.toggle is None:
            return None
        x, y = point[0] - box.rect.x - box.toggle.x, point[1] - box.rect.y - box.toggle.y
        inside = 0 <= x <= box.toggle.width and 0 <= y <= box.toggle.height
        return box if inside else None

    def hint_at(self, point: Point, reach: float) -> str:
        """Return in plain text what is at the point: a line, or a box with all it says."""
        box = self.box_at(point)
        edge = self.edge_at(point, reach) if box is None or box.frame else None
        if edge is not None:
            return f"{self.boxes[edge.source].title} {edge.word} {self.boxes[edge.target].title}"
        if box is None:
            return ""
        return " · ".join([box.title, *box.lines, *(mark.word for mark in box.marks)])

    def nearest_to(self, point: Point) -> SceneBox | None:
        """Return the box whose middle is nearest to the point."""
        return min(
            self.scene.boxes, key=lambda box: math.dist(box.rect.middle, point), default=None
        )


def _batches(scene: Scene) -> list[LineBatch]:
    paths: dict[tuple[LineKey, int, int], tuple[QPainterPath, QPainterPath]] = {}
    seen: set[tuple[object, ...]] = set()
    for edge in scene.edges:
        x, y = edge.outside[len(edge.outside) // 2]
        place = (edge.colour, edge.dash), int(x // _CELL), int(y // _CELL)
        path, heads = paths.setdefault(place, (QPainterPath(), QPainterPath()))
        add_line(path, heads, edge, seen, edge.outside)
    batches = []
    for (key, _, _), (path, heads) in paths.items():
        rect = path.controlPointRect().united(heads.controlPointRect())
        area = Box(rect.x() - 2, rect.y() - 2, rect.width() + 4, rect.height() + 4)
        batches.append(LineBatch(key, area, path, heads))
    return batches


def _piece_grid(scene: Scene) -> BoxGrid:
    def pieces() -> list[tuple[str, Box]]:
        found = []
        for number, edge in enumerate(scene.edges):
            for part, piece in enumerate(cubics(edge.outside)):
                xs, ys = [p[0] for p in piece], [p[1] for p in piece]
                left, top = min(xs) - 1, min(ys) - 1
                area = Box(left, top, max(xs) - left + 1, max(ys) - top + 1)
                found.append((f"{number}:{part}", area))
        return found

    return BoxGrid(pieces(), _CELL)


def _from_piece(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0
    if length:
        share = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length
        share = min(1.0, max(0.0, share))
    return math.dist(point, (start[0] + dx * share, start[1] + dy * share))
