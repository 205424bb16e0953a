"""Count how often lines cross as they are drawn."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from samstyring.graph.layout.crossings import count_inversions
from samstyring.graph.layout.curves import cubics, flat
from samstyring.graph.layout.records import Point

Piece = tuple[Point, Point, Point, Point]
Strip = tuple[float, float]
Run = tuple[Point, Point]
Cell = tuple[int, int]

# An odd number: two bends that mirror each other cross halfway, and not at a corner.
_PIECES, _FEW = 25, 3
_SHORT = 16.0
_HALVINGS = 40
_CELL = 60.0


def drawn_crossings(lines: Iterable[Sequence[Point]]) -> int:
    """Count where lines cross on the paper; pieces drawn on top of each other count as one.

    Lines that meet at an end, or that part from a common trunk, do not cross there.
    """
    pieces = {_from_above(piece) for line in lines for piece in cubics(line)}
    strips: dict[Strip, list[Piece]] = defaultdict(list)
    others: list[Piece] = []
    for piece in pieces:
        if _is_upright(piece):
            strips[piece[0][1], piece[3][1]].append(piece)
        else:
            others.append(piece)
    kept = _apart(strips)
    others.extend(piece for strip, held in strips.items() if strip not in kept for piece in held)
    total = sum(_inversions(held) for held in kept.values())
    bent = [_runs(piece) for piece in others]
    for runs in bent:
        low, high = min(y for run in runs for _, y in run), max(y for run in runs for _, y in run)
        for strip, held in kept.items():
            if strip[0] < high and low < strip[1]:
                total += _meetings(runs, strip, held)
    return total + _meetings_of_others(bent)


def _from_above(piece: Piece) -> Piece:
    (x0, y0), _, _, (x1, y1) = piece
    return piece if y0 < y1 or (y0 == y1 and x0 <= x1) else piece[::-1]


def _is_upright(piece: Piece) -> bool:
    """Tell whether the piece runs like all others of its strip, as far across by each height."""
    (x0, y0), first, second, (x1, y1) = piece
    middle = (y0 + y1) / 2
    straight_down = x0 == x1 == first[0] == second[0]
    return y0 < y1 and (straight_down or (first, second) == ((x0, middle), (x1, middle)))


def _apart(strips: Mapping[Strip, list[Piece]]) -> dict[Strip, list[Piece]]:
    """Return the strips that share no height, the fullest where some do."""
    kept: dict[Strip, list[Piece]] = {}
    for strip in sorted(strips, key=lambda strip: (-len(strips[strip]), strip)):
        if all(strip[1] <= low or high <= strip[0] for low, high in kept):
            kept[strip] = strips[strip]
    return kept


def _inversions(pieces: Sequence[Piece]) -> int:
    ends = sorted((piece[0][0], piece[3][0]) for piece in pieces)
    place = {low: number for number, low in enumerate(sorted({low for _, low in ends}))}
    return count_inversions([place[low] for _, low in ends], len(place))


def _meetings(runs: Sequence[Run], strip: Strip, pieces: Sequence[Piece]) -> int:
    """Count the crossings of straight runs with the upright pieces of a strip."""
    inside = [
        (a[0], _share(a[1], strip), b[0], _share(b[1], strip)) for a, b in _clipped(runs, strip)
    ]
    if not inside:
        return 0
    left = min(min(run[0], run[2]) for run in inside)
    right = max(max(run[0], run[2]) for run in inside)
    total = 0
    for (x0, _), _, _, (x1, _) in pieces:
        if (x0 < right or x1 < right) and (left < x0 or left < x1):
            across = x1 - x0
            total += sum(
                (a - x0 - across * at_a) * (b - x0 - across * at_b) < 0.0
                for a, at_a, b, at_b in inside
            )
    return total


def _meetings_of_others(bent: Sequence[Sequence[Run]]) -> int:
    """Count the crossings of pieces in straight runs with each other, one cell at a time."""
    cells: dict[Cell, list[tuple[int, Run]]] = defaultdict(list)
    for number, runs in enumerate(bent):
        for run in runs:
            for cell in _cells_along(run):
                cells[cell].append((number, run))
    return sum(
        one != other and _cross(*first, *second) and _cell(_meeting(*first, *second)) == cell
        for cell, held in cells.items()
        for (one, first), (other, second) in itertools.combinations(held, 2)
    )


def _cells_along(run: Run) -> Iterator[Cell]:
    (x0, y0), (x1, y1) = sorted(run)
    slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
    for column in range(int(x0 // _CELL), int(x1 // _CELL) + 1):
        left, right = max(x0, column * _CELL), min(x1, (column + 1) * _CELL)
        ends = y0 + (left - x0) * slope, y0 + (right - x0) * slope
        low, high = (min(ends), max(ends)) if x1 > x0 else (min(y0, y1), max(y0, y1))
        for row in range(int(low // _CELL), int(high // _CELL) + 1):
            yield column, row


def _cell(point: Point) -> Cell:
    return int(point[0] // _CELL), int(point[1] // _CELL)


def _meeting(a: Point, b: Point, c: Point, d: Point) -> Point:
    from_a, from_b = _side(c, d, a), _side(c, d, b)
    share = from_a / (from_a - from_b)
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _clipped(runs: Iterable[Run], strip: Strip) -> Iterator[Run]:
    low, high = strip
    for run in runs:
        (x0, y0), (x1, y1) = run
        if max(y0, y1) <= low or high <= min(y0, y1):
            continue
        if min(y0, y1) < low or high < max(y0, y1):
            slope = (x1 - x0) / (y1 - y0)
            ends = min(max(y0, low), high), min(max(y1, low), high)
            yield (x0 + (ends[0] - y0) * slope, ends[0]), (x0 + (ends[1] - y0) * slope, ends[1])
        else:
            yield run


def _share(y: float, strip: Strip) -> float:
    """Return how much of its way across an upright piece has gone at the height."""
    sought = (y - strip[0]) / (strip[1] - strip[0])
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        t = (low + high) / 2
        low, high = (t, high) if 1.5 * t * (1 - t) + t**3 < sought else (low, t)
    return low * low * (3 - 2 * low)


def _runs(piece: Piece) -> list[Run]:
    (x0, y0), _, _, (x1, y1) = piece
    short = abs(x1 - x0) + abs(y1 - y0) < _SHORT
    return list(itertools.pairwise(flat(piece, _FEW if short else _PIECES)))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Tell whether the runs from a to b and from c to d cross, not at an end."""
    return _side(a, b, c) * _side(a, b, d) < 0.0 and _side(c, d, a) * _side(c, d, b) < 0.0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
