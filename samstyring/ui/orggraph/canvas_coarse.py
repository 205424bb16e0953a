"""Paint the graph seen from far away: plain rectangles and straight lines, many at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from samstyring.export.scene_painter import mixed, rect_of
from samstyring.export.scene_style import SceneStyle
from samstyring.graph.drawing import Scene
from samstyring.graph.layout import Box

COARSE_ZOOM = 0.12
_CELL = 4800.0
_KIND_SHARE = 0.45

Cell = tuple[int, int]


class CoarseWorld:
    """The boxes and lines of a scene sorted into large cells by what they are painted with."""

    def __init__(self, scene: Scene) -> None:
        self._frames: dict[Cell, list[QRectF]] = {}
        self._boxes: dict[Cell, dict[str, list[QRectF]]] = {}
        self._lines: dict[Cell, dict[str, list[QLineF]]] = {}
        self._reach = 0.0
        for box in scene.boxes:
            cell = _cell_of(*box.rect.middle)
            self._reach = max(self._reach, box.rect.width, box.rect.height)
            if box.frame:
                self._frames.setdefault(cell, []).append(rect_of(box.rect))
            else:
                kinds = self._boxes.setdefault(cell, {})
                kinds.setdefault(box.kind_family, []).append(rect_of(box.rect))
        seen: set[tuple[object, ...]] = set()
        for edge in scene.edges:
            self._add_lines(edge.colour, edge.outside[::3], seen)

    def _add_lines(
        self, colour: str, corners: tuple[tuple[float, float], ...], seen: set[tuple[object, ...]]
    ) -> None:
        for start, end in pairwise(corners):
            key = (colour, start, end) if start < end else (colour, end, start)
            if key in seen or start == end:
                continue
            seen.add(key)
            line = QLineF(*start, *end)
            for cell in {_cell_of(*start), _cell_of(*end)}:
                self._lines.setdefault(cell, {}).setdefault(colour, []).append(line)

    def paint(self, painter: QPainter, area: Box, style: SceneStyle) -> None:
        """Paint what reaches into the area; lines pass over boxes here, where none can be told."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        cells = [*_cells_in(area, self._reach)]
        for cell in cells:
            _fill(painter, self._frames.get(cell, ()), style.base)
        for cell in cells:
            for colour, lines in self._lines.get(cell, {}).items():
                pen = QPen(QColor(mixed(style.relation(colour), style.bands[0], _KIND_SHARE)))
                pen.setCosmetic(True)
                painter.setPen(pen)
                painter.drawLines(lines)
        for cell in cells:
            for family, rects in self._boxes.get(cell, {}).items():
                _fill(painter, rects, mixed(style.kind(family), style.base, _KIND_SHARE))


def _fill(painter: QPainter, rects: Iterable[QRectF], colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRects([*rects])


def _cell_of(x: float, y: float) -> Cell:
    return int(x // _CELL), int(y // _CELL)


def _cells_in(area: Box, reach: float) -> Iterable[Cell]:
    first, last = (
        _cell_of(area.x - reach, area.y - reach),
        _cell_of(area.right + reach, area.bottom + reach),
    )
    for row in range(first[1], last[1] + 1):
        for column in range(first[0], last[0] + 1):
            yield column, row
