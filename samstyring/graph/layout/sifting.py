"""Lower the number of crossings by trying each item at the places near its own (sifting)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from samstyring.graph.layout.chains import RowGraph

_PATIENCE = 1
_FEW = 3

Ends = list[int]


def sift(graph: RowGraph, *, window: int, rounds: int) -> None:
    """Reorder the rows in place; the count of crossings never rises.

    An item moves at most ``window`` places a time, and only when that takes crossings away, so
    the order it came with is kept where nothing is won.
    """
    places = [0] * len(graph.widths)
    for row in graph.rows:
        _number(row, places)
    for turn in range(rounds):
        indexes = range(len(graph.rows))
        moved = [
            _sift_row(graph, index, places, window)
            for index in (indexes if turn % 2 == 0 else reversed(indexes))
        ]
        if not any(moved):
            return


def _number(row: list[int], places: list[int]) -> None:
    for place, item in enumerate(row):
        places[item] = place


def _sift_row(graph: RowGraph, index: int, places: list[int], window: int) -> bool:
    row = graph.rows[index]
    ups = {item: sorted([places[other] for other in graph.up[item]]) for item in row}
    downs = {item: sorted([places[other] for other in graph.down[item]]) for item in row}
    joined = [item for item in row if ups[item] or downs[item]]
    known: dict[tuple[int, int], int] = {}
    moved = False
    for item in joined:
        start = row.index(item, max(0, places[item] - 2 * window))
        best = _best_place(row, start, window, ups, downs, known)
        if best != start:
            row.insert(best, row.pop(start))
            moved = True
        places[item] = best
    _number(row, places)
    return moved


def _best_place(
    row: list[int],
    start: int,
    window: int,
    ups: dict[int, Ends],
    downs: dict[int, Ends],
    known: dict[tuple[int, int], int],
) -> int:
    item = row[start]
    own_up, own_down = ups[item], downs[item]
    best, least = start, 0
    hopeless = _PATIENCE * (len(own_up) + len(own_down)) ** 2
    left = row[max(0, start - window) : start][::-1]
    right = row[start + 1 : start + window + 1]
    for others, sign in ((left, 1), (right, -1)):
        change = 0
        for distance, other in enumerate(others, 1):
            gain = known.get((item, other))
            if gain is None:
                gain = _balance(own_up, ups[other]) + _balance(own_down, downs[other])
                known[item, other] = gain
                known[other, item] = -gain
            change += sign * gain
            if change < least:
                best, least = start - sign * distance, change
            elif change > hopeless:
                break
    return best


def _balance(first: Ends, second: Ends) -> int:
    """Return crossings with first before second, less those with second before first."""
    if not first or not second:
        return 0
    if first[-1] < second[0]:
        return -len(first) * len(second)
    if first[0] > second[-1]:
        return len(first) * len(second)
    if len(first) > len(second):
        return -_balance_short(second, first)
    return _balance_short(first, second)


def _balance_short(few: Ends, many: Ends) -> int:
    if len(many) < _FEW:
        return sum((end > other) - (end < other) for end in few for other in many)
    size = len(many)
    return sum(bisect_left(many, end) + bisect_right(many, end) - size for end in few)
