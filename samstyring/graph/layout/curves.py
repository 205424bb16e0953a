"""Pieces of lines: straight runs, soft bends and arcs as cubic control points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from samstyring.graph.layout.records import Box, Point

_PIECES = 12


def straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """Return the three control points of a straight run."""
    (x0, y0), (x1, y1) = start, end
    dx, dy = (x1 - x0) / 3, (y1 - y0) / 3
    return (x0 + dx, y0 + dy), (x1 - dx, y1 - dy), end


def upright(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """Return the control points of a bend that leaves and arrives upright."""
    middle = (start[1] + end[1]) / 2
    return (start[0], middle), (end[0], middle), end


def level(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """Return the control points of a bend that leaves and arrives sideways."""
    middle = (start[0] + end[0]) / 2
    return (middle, start[1]), (middle, end[1]), end


def backwards(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the same line run from its other end."""
    return tuple(reversed(points))


def rounded(corners: Sequence[Point], radius: float) -> tuple[Point, ...]:
    """Return the line through the corners, each corner cut round where there is room."""
    points: list[Point] = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        entry = _towards(corner, before, radius)
        points.extend(straight(points[-1], entry))
        leave = _towards(corner, after, radius)
        points.extend((_part(entry, corner, 0.55), _part(leave, corner, 0.55), leave))
    points.extend(straight(points[-1], corners[-1]))
    return tuple(points)


def flat(points: Sequence[Point], pieces: int = _PIECES) -> list[Point]:
    """Return the line as short straight pieces; straight runs stay one piece."""
    corners = [points[0]]
    for start, first, second, end in cubics(points):
        count = 1 if _is_straight(start, first, second, end) else pieces
        for step in range(1, count + 1):
            corners.append(_at(start, first, second, end, step / count))
    return corners


def cubics(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point, Point]]:
    """Yield each cubic piece of a line: start, two controls, end."""
    for index in range(0, len(points) - 1, 3):
        yield points[index], points[index + 1], points[index + 2], points[index + 3]


def meets(corners: Sequence[Point], box: Box) -> bool:
    """Tell whether the line through the corners runs inside the box."""
    return any(_piece_meets(start, end, box) for start, end in pairwise(corners))


def _piece_meets(start: Point, end: Point, box: Box) -> bool:
    low, high = 0.0, 1.0
    for origin, delta, near, far in (
        (start[0], end[0] - start[0], box.x, box.right),
        (start[1], end[1] - start[1], box.y, box.bottom),
    ):
        if delta == 0:
            if not near < origin < far:
                return False
            continue
        first, second = sorted(((near - origin) / delta, (far - origin) / delta))
        low, high = max(low, first), min(high, second)
    return low < high


def _is_straight(start: Point, first: Point, second: Point, end: Point) -> bool:
    def off(point: Point) -> float:
        return abs(
            (end[0] - start[0]) * (point[1] - start[1])
            - (end[1] - start[1]) * (point[0] - start[0])
        )

    return off(first) + off(second) < 1e-6 * (1 + abs(end[0] - start[0]) + abs(end[1] - start[1]))


def _at(start: Point, first: Point, second: Point, end: Point, t: float) -> Point:
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    return (
        a * start[0] + b * first[0] + c * second[0] + d * end[0],
        a * start[1] + b * first[1] + c * second[1] + d * end[1],
    )


def _towards(corner: Point, other: Point, radius: float) -> Point:
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = 0.0 if length == 0 else min(radius, length / 2) / length
    return corner[0] + dx * share, corner[1] + dy * share


def _part(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
