"""Lead the few lines that would run behind a box around it, along upright and level runs."""

from __future__ import annotations

import heapq
import itertools
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.curves import flat, meets, rounded
from samstyring.graph.layout.records import Box, Point, Route

_MARGIN = 8.0
_TURN = 24.0
_REACH = 260.0
_MOST_OBSTACLES = 70
_MOST_BOXES = 1500


def around_boxes(
    routes: Sequence[Route], boxes: Mapping[str, Box], suspects: Collection[int]
) -> tuple[Route, ...]:
    """Return the routes, those of the suspect numbers led around every box but their own two.

    A line with no way round keeps its course. Above some 1,500 boxes nothing is changed, since
    the search would take longer than people wait.
    """
    if not suspects or len(boxes) > _MOST_BOXES:
        return tuple(routes)
    grid = BoxGrid(boxes.items(), 300.0)
    return tuple(
        _cleared(route, boxes, grid) if number in suspects else route
        for number, route in enumerate(routes)
    )


def is_behind(route: Route, grid: BoxGrid) -> bool:
    """Tell whether the line runs behind a box that is not one of its ends."""
    own = (route.source, route.target)
    for piece in pairwise(flat(route.points)):
        near = grid.near(_area(piece, 0.0))
        if any(name not in own and meets(piece, box) for name, box in near):
            return True
    return False


def _cleared(route: Route, boxes: Mapping[str, Box], grid: BoxGrid) -> Route:
    if route.source == route.target or not is_behind(route, grid):
        return route
    source, target = boxes[route.source], boxes[route.target]
    starts, ends = _doors(source), _doors(target)
    near = grid.near(_area([source.middle, target.middle], _REACH))
    sides = [box for _, box in sorted(near, key=lambda entry: _apart(entry[1], source, target))]
    obstacles = [*sides[:_MOST_OBSTACLES]]
    pairs = sorted(
        ((start, end) for start in starts for end in ends),
        key=lambda pair: _length(pair[0][1], pair[1][1]),
    )
    for (foot, start), (head, end) in pairs[:6]:
        way = _find_way(start, end, obstacles)
        if way:
            found = rounded(_without_straight_corners([foot, *way, head]), _MARGIN)
            return Route(route.source, route.target, route.kind, found)
    return route


def _doors(box: Box) -> list[tuple[Point, Point]]:
    x, y = box.middle
    return [
        ((x, box.y), (x, box.y - _MARGIN)),
        ((x, box.bottom), (x, box.bottom + _MARGIN)),
        ((box.x, y), (box.x - _MARGIN, y)),
        ((box.right, y), (box.right + _MARGIN, y)),
    ]


def _find_way(start: Point, end: Point, obstacles: Sequence[Box]) -> list[Point]:
    xs = _marks([start[0], end[0]], [(box.x, box.right) for box in obstacles])
    ys = _marks([start[1], end[1]], [(box.y, box.bottom) for box in obstacles])
    shut = _shut(xs, ys, obstacles)
    first = bisect_left(xs, start[0]), bisect_left(ys, start[1])
    goal = bisect_left(xs, end[0]), bisect_left(ys, end[1])
    came: dict[tuple[int, int, bool], tuple[int, int, bool] | None] = {}
    queue: list[tuple[float, float, tuple[int, int, bool], tuple[int, int, bool] | None]] = []
    for upright in (False, True):
        heapq.heappush(queue, (_length(start, end), 0.0, (*first, upright), None))
    while queue:
        _, cost, state, before = heapq.heappop(queue)
        if state in came:
            continue
        came[state] = before
        column, row, upright = state
        if (column, row) == goal:
            return _way_back(state, came, xs, ys)
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            i, j, turned = column + dx, row + dy, bool(dy)
            if not (0 <= i < len(xs) and 0 <= j < len(ys)):
                continue
            if (min(column, i), min(row, j), turned) in shut or (i, j, turned) in came:
                continue
            step = abs(xs[i] - xs[column]) + abs(ys[j] - ys[row])
            total = cost + step + (_TURN if turned != upright else 0.0)
            rest = abs(xs[i] - end[0]) + abs(ys[j] - end[1])
            heapq.heappush(queue, (total + rest, total, (i, j, turned), state))
    return []


def _marks(own: list[float], spans: Sequence[tuple[float, float]]) -> list[float]:
    marks = {*own}
    for low, high in spans:
        marks.update((low - _MARGIN, high + _MARGIN))
    return sorted(marks)


def _shut(
    xs: Sequence[float], ys: Sequence[float], obstacles: Sequence[Box]
) -> set[tuple[int, int, bool]]:
    """Return the grid edges, by their low corner and direction, that run inside an obstacle."""
    shut: set[tuple[int, int, bool]] = set()
    for box in obstacles:
        i0, i1 = bisect_left(xs, box.x - 1), bisect_left(xs, box.right + 1)
        j0, j1 = bisect_left(ys, box.y - 1), bisect_left(ys, box.bottom + 1)
        for i in range(i0 - 1, i1):
            for j in range(j0, j1):
                shut.add((i, j, False))
        for i in range(i0, i1):
            for j in range(j0 - 1, j1):
                shut.add((i, j, True))
    return shut


def _way_back(
    state: tuple[int, int, bool],
    came: Mapping[tuple[int, int, bool], tuple[int, int, bool] | None],
    xs: Sequence[float],
    ys: Sequence[float],
) -> list[Point]:
    way: list[Point] = []
    step: tuple[int, int, bool] | None = state
    while step is not None:
        way.append((xs[step[0]], ys[step[1]]))
        step = came[step]
    return way[::-1]


def _without_straight_corners(way: Sequence[Point]) -> list[Point]:
    kept: list[Point] = [way[0]]
    for corner, after in itertools.pairwise(way):
        before = kept[-1]
        level = before[1] == corner[1] == after[1]
        if not level and not before[0] == corner[0] == after[0] and corner != before:
            kept.append(corner)
    return [*kept, way[-1]]


def _area(points: Sequence[Point], reach: float) -> Box:
    left, top = min(x for x, _ in points) - reach, min(y for _, y in points) - reach
    right, bottom = max(x for x, _ in points) + reach, max(y for _, y in points) + reach
    return Box(left, top, max(right - left, 0.1), max(bottom - top, 0.1))


def _apart(box: Box, source: Box, target: Box) -> float:
    return min(
        _length(box.middle, source.middle) + _length(box.middle, target.middle),
        2 * _length(box.middle, source.middle),
        2 * _length(box.middle, target.middle),
    )


def _length(start: Point, end: Point) -> float:
    return abs(start[0] - end[0]) + abs(start[1] - end[1])
