"""Lead the few lines that would run behind a box around it, along upright and level runs."""

from __future__ import annotations

import heapq
import itertools
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.curves import flat, meets, rounded
from samstyring.graph.layout.records import Box, Point, Route

_MARGIN = 8.0
_TURN = 24.0
_MOST_OBSTACLES = 60
_MOST_DOORS = 6
_MOST_STEPS = 120_000
_MOST_BOXES = 1500


def around_boxes(
    routes: Sequence[Route], boxes: Mapping[str, Box], suspects: Collection[int]
) -> tuple[Route, ...]:
    """Return the routes, those of the suspect numbers led around every box but their own two.

    A line with no way round keeps its course, and so do the longest lines when there are so many
    that the search would take longer than people wait.
    """
    if not suspects or len(boxes) > _MOST_BOXES:
        return tuple(routes)
    grid = BoxGrid(boxes.items(), 300.0)
    purse = _Purse(_MOST_STEPS)
    cleared = list(routes)
    for number in sorted(suspects, key=lambda number: (_reach(routes[number]), number)):
        cleared[number] = _cleared(routes[number], boxes, grid, purse)
    return tuple(cleared)


@dataclass(slots=True)
class _Purse:
    """How many steps of search are left: steps, not seconds, to be the same on every machine."""

    steps: int


def _reach(route: Route) -> float:
    return _length(route.points[0], route.points[-1])


def is_behind(route: Route, grid: BoxGrid) -> bool:
    """Tell whether the line runs behind a box that is not one of its ends."""
    return bool(_met(route.points, (route.source, route.target), grid))


def _met(points: Sequence[Point], own: tuple[str, str], grid: BoxGrid) -> dict[str, Box]:
    """Return the boxes that the line through the points runs behind, but for its own two."""
    found: dict[str, Box] = {}
    for piece in pairwise(flat(points)):
        for name, box in grid.near(_area(piece)):
            if name not in own and name not in found and meets(piece, box):
                found[name] = box
    return found


def _cleared(route: Route, boxes: Mapping[str, Box], grid: BoxGrid, purse: _Purse) -> Route:
    """Return the route led around what it meets; what the way round meets is minded next time."""
    own = (route.source, route.target)
    met = {} if own[0] == own[1] or purse.steps <= 0 else _met(route.points, own, grid)
    obstacles = {name: boxes[name] for name in own}
    points = route.points
    while met and len(obstacles) + len(met) <= _MOST_OBSTACLES:
        obstacles.update(met)
        points = _way_round(boxes[own[0]], boxes[own[1]], tuple(obstacles.values()), purse)
        if not points:
            return route
        # A box that is met although it was minded cannot be got round.
        met = _met(points, own, grid)
        if met.keys() & obstacles.keys():
            return route
    return route if met else replace(route, points=points)


def _way_round(
    source: Box, target: Box, obstacles: Sequence[Box], purse: _Purse
) -> tuple[Point, ...]:
    pairs = sorted(
        ((start, end) for start in _doors(source) for end in _doors(target)),
        key=lambda pair: _length(pair[0][1], pair[1][1]),
    )
    for (foot, start), (head, end) in pairs[:_MOST_DOORS]:
        way = _find_way(start, end, obstacles, purse)
        if way:
            return rounded(_without_straight_corners([foot, *way, head]), _MARGIN)
    return ()


def _doors(box: Box) -> list[tuple[Point, Point]]:
    x, y = box.middle
    return [
        ((x, box.y), (x, box.y - _MARGIN)),
        ((x, box.bottom), (x, box.bottom + _MARGIN)),
        ((box.x, y), (box.x - _MARGIN, y)),
        ((box.right, y), (box.right + _MARGIN, y)),
    ]


def _find_way(start: Point, end: Point, obstacles: Sequence[Box], purse: _Purse) -> list[Point]:
    xs = _marks([start[0], end[0]], [(box.x, box.right) for box in obstacles])
    ys = _marks([start[1], end[1]], [(box.y, box.bottom) for box in obstacles])
    shut = _shut(xs, ys, obstacles)
    first = bisect_left(xs, start[0]), bisect_left(ys, start[1])
    goal = bisect_left(xs, end[0]), bisect_left(ys, end[1])
    came: dict[tuple[int, int, bool], tuple[int, int, bool] | None] = {}
    queue: list[tuple[float, float, tuple[int, int, bool], tuple[int, int, bool] | None]] = []
    for upright in (False, True):
        heapq.heappush(queue, (_length(start, end), 0.0, (*first, upright), None))
    while queue and purse.steps > 0:
        purse.steps -= 1
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


def _area(points: Sequence[Point]) -> Box:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Box(left, top, max(right - left, 0.1), max(bottom - top, 0.1))


def _length(start: Point, end: Point) -> float:
    return abs(start[0] - end[0]) + abs(start[1] - end[1])
