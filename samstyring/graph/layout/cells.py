"""Cut the free room between boxes into oblong cells, and find ways through them."""

from __future__ import annotations

import heapq
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from samstyring.graph.layout.records import Box

_OUTSIDE = 240.0
_LEAST_DOOR = 0.2
_PASSAGE = 6.0

Span = tuple[float, float]


@dataclass(frozen=True, slots=True, order=True)
class Door:
    """A level stretch at height y, from ``low`` to ``high``, that leads into a cell."""

    cell: int
    low: float
    high: float
    y: float


@dataclass(slots=True)
class Cell:
    """A free oblong and the doors out of it."""

    left: float
    right: float
    top: float
    bottom: float
    doors: list[Door] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FreeRoom:
    """The cells, and by height those that begin and those that end there."""

    margin: float
    cells: list[Cell]
    beginning: dict[float, list[int]]
    ending: dict[float, list[int]]

    def doors_of(self, box: Box) -> list[Door]:
        """Return the doors out of the top and the bottom of a box that the room was made for."""
        above, below = box.y - self.margin, box.bottom + self.margin
        return [
            *self._doors(box, self.ending.get(above, ()), above),
            *self._doors(box, self.beginning.get(below, ()), below),
        ]

    def _doors(self, box: Box, numbers: Iterable[int], y: float) -> list[Door]:
        inset = min(box.width / 4, 6.0)
        spans = [(number, self.cells[number]) for number in numbers]
        doors = [
            Door(number, max(cell.left, box.x + inset), min(cell.right, box.right - inset), y)
            for number, cell in spans
        ]
        return [door for door in doors if door.high - door.low >= _LEAST_DOOR]


def free_room(boxes: Sequence[Box], margin: float) -> FreeRoom:
    """Return the room outside the boxes, each made larger by the margin; n boxes, some 3n cells."""
    walls = [
        (box.y - margin, box.bottom + margin, (box.x - margin, box.right + margin)) for box in boxes
    ]
    outer = (
        min(wall[2][0] for wall in walls) - _OUTSIDE,
        max(wall[2][1] for wall in walls) + _OUTSIDE,
    )
    heights = sorted({height for wall in walls for height in wall[:2]})
    starts: dict[float, list[Span]] = {}
    stops: dict[float, list[Span]] = {}
    for top, bottom, span in walls:
        starts.setdefault(top, []).append(span)
        stops.setdefault(bottom, []).append(span)
    room = FreeRoom(margin, [], {}, {})
    blocked: list[Span] = []
    open_cells = {outer: _begin(room, outer, heights[0] - _OUTSIDE)}
    for y in heights:
        for span in stops.get(y, ()):
            blocked.remove(span)
        for span in starts.get(y, ()):
            insort(blocked, span)
        open_cells = _at_height(room, open_cells, _free_spans(blocked, outer), y)
    for number in open_cells.values():
        room.cells[number].bottom = heights[-1] + _OUTSIDE
    return room


def _begin(room: FreeRoom, span: Span, y: float) -> int:
    room.cells.append(Cell(*span, y, y))
    room.beginning.setdefault(y, []).append(len(room.cells) - 1)
    return len(room.cells) - 1


def _free_spans(blocked: Iterable[Span], outer: Span) -> list[Span]:
    free: list[Span] = []
    left = outer[0]
    for low, high in blocked:
        if low - left >= _LEAST_DOOR:
            free.append((left, low))
        left = max(left, high)
    return [*free, (left, outer[1])]


def _at_height(
    room: FreeRoom, before: dict[Span, int], spans: Sequence[Span], y: float
) -> dict[Span, int]:
    """End the cells that do not go on below the height, begin those that are new, join them."""
    going_on = set(spans)
    ended = [(span, number) for span, number in before.items() if span not in going_on]
    for _, number in ended:
        room.cells[number].bottom = y
        room.ending.setdefault(y, []).append(number)
    lefts = [span[0] for span, _ in ended]
    after: dict[Span, int] = {}
    for span in spans:
        if span in before:
            after[span] = before[span]
            continue
        number = after[span] = _begin(room, span, y)
        for place in range(max(0, bisect_right(lefts, span[0]) - 1), len(ended)):
            other, above = ended[place]
            if other[0] >= span[1]:
                break
            low, high = max(span[0], other[0]), min(span[1], other[1])
            if high - low >= _LEAST_DOOR:
                room.cells[number].doors.append(Door(above, low, high, y))
                room.cells[above].doors.append(Door(number, low, high, y))
    return after


def way_between(room: FreeRoom, source: Box, target: Box) -> tuple[Door, ...]:
    """Return the doors of a short way: out of the source, from cell to cell, into the target.

    The last door leads into the cell that the target is entered from. Nothing when there is no way.
    """
    goals = {door.cell: door for door in room.doors_of(target)}
    middle = target.middle[0], target.middle[1]
    queue: list[tuple[float, int, float, float, Door, int]] = []
    came: list[tuple[Door, int]] = []
    closed: set[int] = set()
    x = source.middle[0]
    for door in room.doors_of(source):
        _push(queue, door, (x, door.y), 0.0, middle, -1)
    while queue:
        _, _, cost, at, door, before = heapq.heappop(queue)
        if door.cell in closed:
            continue
        closed.add(door.cell)
        came.append((door, before))
        if door.cell in goals:
            return (*_way_back(came), goals[door.cell])
        for further in room.cells[door.cell].doors:
            if further.cell not in closed:
                _push(queue, further, (at, door.y), cost, middle, len(came) - 1)
    return ()


def _push(
    queue: list[tuple[float, int, float, float, Door, int]],
    door: Door,
    place: tuple[float, float],
    cost: float,
    goal: tuple[float, float],
    before: int,
) -> None:
    at = min(max(place[0], door.low), door.high)
    cost += abs(at - place[0]) + abs(door.y - place[1]) + _PASSAGE
    rest = abs(at - goal[0]) + abs(door.y - goal[1])
    heapq.heappush(queue, (cost + rest, door.cell, cost, at, door, before))


def _way_back(came: Sequence[tuple[Door, int]]) -> list[Door]:
    way: list[Door] = []
    index = len(came) - 1
    while index >= 0:
        door, index = came[index]
        way.append(door)
    return way[::-1]


def relaxed(way: Sequence[Door], rounds: int = 6) -> list[float]:
    """Return where to pass each door, so that the way is about as straight as the doors allow."""
    start, end = ((door.low + door.high) / 2 for door in (way[0], way[-1]))
    steps = len(way) - 1
    places = [
        min(max(start + (end - start) * index / steps, door.low), door.high)
        for index, door in enumerate(way)
    ]
    for turn in range(2 * rounds):
        inner = range(1, len(way) - 1)
        for index in inner if turn % 2 else reversed(inner):
            upper, lower = (
                abs(way[index].y - way[index - 1].y),
                abs(way[index + 1].y - way[index].y),
            )
            share = upper / (upper + lower) if upper + lower else 0.5
            wish = places[index - 1] * (1 - share) + places[index + 1] * share
            places[index] = min(max(wish, way[index].low), way[index].high)
    for end, beside in ((0, 1), (-1, -2)):
        door = way[end]
        narrow = (door.high - door.low) / 5
        places[end] = min(max(places[beside], door.low + narrow), door.high - narrow)
    return places
