"""Lead the lines that would run behind a box around it, through the free room between boxes."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.cells import Door, FreeRoom, free_room, relaxed, way_between
from samstyring.graph.layout.curves import flat, meets, rounded
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.records import Box, Point, Route

# Well clear of the boxes where there is room, hardly clear where people put boxes close together.
_MARGINS = (4.0, 0.4)
_APART = 6.0
_TURN = 20.0
# What comes so near a box is taken to meet it: curves are looked at in short straight runs.
_NEAR = 2.0

Ways = dict[int, tuple[Door, ...]]


def around_boxes(
    routes: Sequence[Route], boxes: Mapping[str, Box], suspects: Collection[int]
) -> tuple[Route, ...]:
    """Return the routes, those of the suspect numbers led around every box but their own two.

    Only a line whose box is walled in by others has no way, and keeps its course.
    """
    if not suspects:
        return tuple(routes)
    grid = BoxGrid(((name, _grown(box)) for name, box in boxes.items()), 300.0)
    behind = [number for number in sorted(suspects) if is_behind(routes[number], grid)]
    led = list(routes)
    for margin in _MARGINS:
        if behind:
            ways, room = _ways(routes, boxes, behind, margin)
            for number, places in _side_by_side(ways).items():
                points = _drawn(ways[number], places, room, boxes, routes[number])
                led[number] = replace(routes[number], points=points)
            behind = [number for number in behind if number not in ways]
    return tuple(led)


def is_behind(route: Route, grid: BoxGrid) -> bool:
    """Tell whether the line runs behind a box that is not one of its ends."""
    own = route.source, route.target
    return any(
        name not in own and meets(piece, box)
        for piece in pairwise(flat(route.points))
        for name, box in grid.near(_area(piece))
    )


def _ways(
    routes: Sequence[Route], boxes: Mapping[str, Box], numbers: Sequence[int], margin: float
) -> tuple[Ways, FreeRoom]:
    room = free_room(list(boxes.values()), margin)
    ways: Ways = {}
    for number in numbers:
        route = routes[number]
        way = way_between(room, boxes[route.source], boxes[route.target])
        if way:
            ways[number] = way
    return ways, room


def _side_by_side(ways: Ways) -> dict[int, list[float]]:
    """Return where each way passes its doors, those through one door beside each other."""
    places = {number: relaxed(way) for number, way in ways.items()}
    through: dict[tuple[float, float, float], list[tuple[float, int, int]]] = {}
    for number, way in ways.items():
        for index, door in enumerate(way):
            passing = through.setdefault((door.y, door.low, door.high), [])
            passing.append((places[number][index], number, index))
    for (_, low, high), passing in through.items():
        passing.sort()
        step = min(_APART, (high - low) / (len(passing) + 1))
        wishes = [place for place, _, _ in passing]
        steps = [step] * (len(passing) - 1)
        found = spread(wishes, [1.0] * len(passing), steps, low, high)
        for (_, number, index), place in zip(passing, found, strict=True):
            places[number][index] = place
    return places


def _drawn(
    way: Sequence[Door],
    places: Sequence[float],
    room: FreeRoom,
    boxes: Mapping[str, Box],
    route: Route,
) -> tuple[Point, ...]:
    spots = [(x, door.y) for door, x in zip(way, places, strict=True)]
    corners = [(places[0], _side(boxes[route.source], way[0].y)), spots[0]]
    for first, last in _straight_stretches(way, places):
        start, end = spots[first], spots[last]
        if start[1] == end[1]:
            cell = room.cells[way[first].cell]
            depth = min(_TURN, (cell.bottom - cell.top) * 0.9)
            turn = start[1] + (depth if start[1] == cell.top else -depth)
            corners += [(start[0], turn), (end[0], turn)]
        corners.append(end)
    corners.append((places[-1], _side(boxes[route.target], way[-1].y)))
    return rounded(corners, room.margin * 2)


def _straight_stretches(way: Sequence[Door], places: Sequence[float]) -> list[tuple[int, int]]:
    """Return from which door to which one can go straight through all those between."""
    stretches: list[tuple[int, int]] = []
    first = 0
    while first < len(way) - 1:
        x, y, last = places[first], way[first].y, first + 1
        downwards = way[last].y > y
        least, most = -math.inf, math.inf
        for index in range(first + 1, len(way)):
            apart = abs(way[index].y - y)
            goes_on = way[index].y != way[index - 1].y
            if not goes_on or (way[index].y > way[index - 1].y) != downwards:
                break
            if least <= (places[index] - x) / apart <= most:
                last = index
            least = max(least, (way[index].low - x) / apart)
            most = min(most, (way[index].high - x) / apart)
            if least > most:
                break
        stretches.append((first, last))
        first = last
    return stretches


def _side(box: Box, y: float) -> float:
    return box.y if y < box.middle[1] else box.bottom


def _grown(box: Box) -> Box:
    return Box(box.x - _NEAR, box.y - _NEAR, box.width + 2 * _NEAR, box.height + 2 * _NEAR)


def _area(points: Sequence[Point]) -> Box:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Box(left, top, max(right - left, 0.1), max(bottom - top, 0.1))
