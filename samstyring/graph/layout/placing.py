"""Give the items of ordered rows their x, so that lines run straight and nothing overlaps."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

from samstyring.graph.layout.chains import RowGraph
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.records import LayoutOptions

_FIRM = 1e6
_LOOSE = 0.05
_ANCHOR = 6
_SWEEPS = "dudubb"


def place_items(
    graph: RowGraph,
    options: LayoutOptions,
    *,
    width: float | None = None,
    fixed: Mapping[int, float] | None = None,
    anchors: Sequence[float] | None = None,
) -> list[float]:
    """Return the centre x of each item, the whole drawing around x = 0.

    With a width, no row reaches outside it unless the row needs more by itself. ``fixed`` holds
    the centres of pinned nodes; the rows of the graph are put in an order that suits them.
    ``anchors`` are places that the nodes are drawn to besides their neighbours.
    """
    centres = _packed(graph, options)
    half = _half_width(graph, options, width)
    if anchors is not None:
        centres[: graph.nodes] = anchors
    _sweep(graph, options, centres, half, anchors)
    if fixed:
        _make_room(graph, options, centres, fixed)
    return centres


def steps_of(graph: RowGraph, row: Sequence[int], options: LayoutOptions) -> list[float]:
    """Return the least distance between the centres of neighbours in a row."""
    return [
        (graph.widths[left] + graph.widths[right]) / 2
        + _gap(left < graph.nodes, right < graph.nodes, options)
        for left, right in itertools.pairwise(row)
    ]


def _gap(left: bool, right: bool, options: LayoutOptions) -> float:
    if left and right:
        return options.node_gap
    return options.line_gap if left or right else options.line_gap / 2


def _packed(graph: RowGraph, options: LayoutOptions) -> list[float]:
    centres = [0.0] * len(graph.widths)
    for row in graph.rows:
        steps = steps_of(graph, row, options)
        place = -sum(steps) / 2
        for item, step in zip(row, [*steps, 0.0], strict=True):
            centres[item] = place
            place += step
    return centres


def _half_width(graph: RowGraph, options: LayoutOptions, width: float | None) -> float | None:
    if width is None:
        return None
    needs = [
        sum(steps_of(graph, row, options)) + graph.widths[row[0]] / 2 + graph.widths[row[-1]] / 2
        for row in graph.rows
        if row
    ]
    return max([width, *needs]) / 2


def _make_room(
    graph: RowGraph, options: LayoutOptions, centres: list[float], fixed: Mapping[int, float]
) -> None:
    """Put the pinned nodes where they belong; others move no more than that takes."""
    for item, centre in fixed.items():
        centres[item] = centre
    for row in graph.rows:
        if not any(item in fixed for item in row):
            continue
        row.sort(key=centres.__getitem__)
        wishes = [centres[item] for item in row]
        weights = [_FIRM if item in fixed else 1.0 for item in row]
        for item, centre in zip(
            row, spread(wishes, weights, steps_of(graph, row, options)), strict=True
        ):
            centres[item] = centre


def _sweep(
    graph: RowGraph,
    options: LayoutOptions,
    centres: list[float],
    half: float | None,
    anchors: Sequence[float] | None,
) -> None:
    steps = [steps_of(graph, row, options) for row in graph.rows]
    wishes_by_turn = {"d": _wishes(graph.up), "u": _wishes(graph.down), "b": _both(graph)}
    for turn in _SWEEPS:
        order = range(len(graph.rows))
        for index in reversed(order) if turn == "u" else order:
            row = graph.rows[index]
            if not row:
                continue
            wishes, weights = wishes_by_turn[turn](graph, row, centres)
            if anchors is not None:
                wishes, weights = _anchored(row, wishes, weights, anchors)
            low = None if half is None else graph.widths[row[0]] / 2 - half
            high = None if half is None else half - graph.widths[row[-1]] / 2
            for item, centre in zip(
                row, spread(wishes, weights, steps[index], low, high), strict=True
            ):
                centres[item] = centre


def _anchored(
    row: Sequence[int],
    wishes: Sequence[float],
    weights: Sequence[float],
    anchors: Sequence[float],
) -> tuple[list[float], list[float]]:
    nodes = len(anchors)
    pulls = [_ANCHOR if item < nodes else 0.0 for item in row]
    places = [anchors[item] if item < nodes else 0.0 for item in row]
    sums = [weight + pull for weight, pull in zip(weights, pulls, strict=True)]
    means = [
        (wish * weight + place * pull) / total
        for wish, weight, place, pull, total in zip(
            wishes, weights, places, pulls, sums, strict=True
        )
    ]
    return means, sums


_Wisher = Callable[[RowGraph, Sequence[int], Sequence[float]], tuple[list[float], list[float]]]


def _both(graph: RowGraph) -> _Wisher:
    return _wishes([above + below for above, below in zip(graph.up, graph.down, strict=True)])


def _wishes(neighbours: Sequence[Sequence[int]]) -> _Wisher:
    def wish(
        graph: RowGraph, row: Sequence[int], centres: Sequence[float]
    ) -> tuple[list[float], list[float]]:
        wishes, weights = [], []
        for item in row:
            total = mass = 0.0
            bend = item >= graph.nodes
            for other in neighbours[item]:
                weight = 1.0 + bend + (other >= graph.nodes) * (1.0 + 5.0 * bend)
                total += weight * centres[other]
                mass += weight
            wishes.append(total / mass if mass else centres[item])
            weights.append(mass or _LOOSE)
        return wishes, weights

    return wish
