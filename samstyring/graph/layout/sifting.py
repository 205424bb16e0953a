"""Lower the number of crossings by trying each item at the places near its own (sifting)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from samstyring.graph.layout.chains import RowGraph
from samstyring.graph.layout.crossings import count_crossings

_PATIENCE = 1
_SMALL = 150
_WORTH_IT = 0.85

Ends = list[int]


def sift(graph: RowGraph, *, window: int, rounds: int, worth: int = 0) -> None:
    """Reorder the rows in place; the count of crossings never rises.

    An item moves at most ``window`` places a time, and only when that takes more than ``worth``
    crossings away for each of its lines, so the order it came with is kept where little is won.
    In a small graph two more beginnings are tried, one row following the other: there a single
    crossing is seen.
    """
    start = [list(row) for row in graph.rows]
    _sift_rounds(graph, window, rounds, worth)
    if len(graph.widths) > _SMALL or not rounds:
        return
    best = [list(row) for row in graph.rows]
    least = count_crossings(graph.rows, graph.down)
    for downwards in (True, False):
        if not least:
            break
        _restore(graph, start)
        _follow(graph, window, downwards=downwards)
        _sift_rounds(graph, window, rounds, worth)
        found = count_crossings(graph.rows, graph.down)
        if found < least * _WORTH_IT:
            best, least = [list(row) for row in graph.rows], found
    _restore(graph, best)


def _restore(graph: RowGraph, rows: list[list[int]]) -> None:
    for row, order in zip(graph.rows, rows, strict=True):
        row[:] = order


def _sift_rounds(graph: RowGraph, window: int, rounds: int, worth: int) -> None:
    places = _all_places(graph)
    for turn in range(rounds):
        indexes = range(len(graph.rows))
        moved = [
            _sift_row(graph.rows[index], graph.up, graph.down, places, window, worth)
            for index in (indexes if turn % 2 == 0 else reversed(indexes))
        ]
        if not any(moved):
            return


def _follow(graph: RowGraph, window: int, *, downwards: bool) -> None:
    places = _all_places(graph)
    nothing: list[list[int]] = [[]] * len(graph.widths)
    up, down = (graph.up, nothing) if downwards else (nothing, graph.down)
    for row in graph.rows if downwards else reversed(graph.rows):
        _sift_row(row, up, down, places, window, 0)


def _all_places(graph: RowGraph) -> list[int]:
    places = [0] * len(graph.widths)
    for row in graph.rows:
        _number(row, places)
    return places


def _number(row: list[int], places: list[int]) -> None:
    for place, item in enumerate(row):
        places[item] = place


def _sift_row(
    row: list[int],
    up: list[list[int]],
    down: list[list[int]],
    places: list[int],
    window: int,
    worth: int,
) -> bool:
    ups = {item: _ends(up[item], places) for item in row}
    downs = {item: _ends(down[item], places) for item in row}
    moved = False
    for item in [item for item in row if ups[item] or downs[item]]:
        start = row.index(item, max(0, places[item] - 2 * window))
        best = _best_place(row, start, window, ups, downs, worth)
        if best != start:
            row.insert(best, row.pop(start))
            moved = True
        places[item] = best
    _number(row, places)
    return moved


def _ends(others: list[int], places: list[int]) -> Ends:
    if len(others) > 1:
        return sorted([places[other] for other in others])
    return [places[others[0]]] if others else []


def _best_place(
    row: list[int],
    start: int,
    window: int,
    ups: dict[int, Ends],
    downs: dict[int, Ends],
    worth: int,
) -> int:
    item = row[start]
    own_up, own_down = ups[item], downs[item]
    lines = len(own_up) + len(own_down)
    best, least = start, -worth * lines
    hopeless = _PATIENCE * lines**2
    left = row[max(0, start - window) : start][::-1]
    for others, sign in ((left, 1), (row[start + 1 : start + window + 1], -1)):
        change, place = 0, start
        for other in others:
            place -= sign
            # Written out, without calls for the clear cases: most of the time goes here.
            theirs = ups[other]
            if own_up and theirs:
                if own_up[-1] < theirs[0]:
                    change -= sign * len(own_up) * len(theirs)
                elif own_up[0] > theirs[-1]:
                    change += sign * len(own_up) * len(theirs)
                else:
                    change += sign * _balance(own_up, theirs)
            theirs = downs[other]
            if own_down and theirs:
                if own_down[-1] < theirs[0]:
                    change -= sign * len(own_down) * len(theirs)
                elif own_down[0] > theirs[-1]:
                    change += sign * len(own_down) * len(theirs)
                else:
                    change += sign * _balance(own_down, theirs)
            if change < least:
                best, least = place, change
            elif change > hopeless:
                break
    return best


def _balance(first: Ends, second: Ends) -> int:
    """Return crossings with first before second, less those with second before first."""
    if len(first) > len(second):
        return -_balance(second, first)
    size, total = len(second), 0
    for end in first:
        total += bisect_left(second, end) + bisect_right(second, end) - size
    return total
