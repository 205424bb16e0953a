"""Give the items of ordered rows their x, so that lines run straight and nothing overlaps."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from operator import mul

from samstyring.graph.layout.chains import RowGraph
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.records import LayoutOptions

_FIRM = 1e6
_LOOSE = 0.05
_ANCHOR = 6.0
_FIRM_ANCHOR = 30.0
_SWEEPS = "dubb"

# The least distances between the centres in each row.
_Steps = Sequence[Sequence[float]]
# What draws an item: an anchor's place by its weight, all weights, neighbours and their weights.
_Pull = tuple[float, float, Sequence[int], Sequence[float] | None]


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
    steps = [steps_of(graph, row, options) for row in graph.rows]
    centres = _packed(graph, steps)
    half = _half_width(graph, steps, width)
    if anchors is not None:
        centres[: graph.nodes] = anchors
    _sweep(graph, steps, centres, half, anchors)
    if fixed:
        _make_room(graph, options, centres, fixed)
    return centres


def steps_of(graph: RowGraph, row: Sequence[int], options: LayoutOptions) -> list[float]:
    """Return the least distance between the centres of neighbours in a row."""
    nodes, widths = graph.nodes, graph.widths
    gaps = options.line_gap / 2, options.line_gap, options.node_gap
    return [
        (widths[left] + widths[right]) / 2 + gaps[(left < nodes) + (right < nodes)]
        for left, right in itertools.pairwise(row)
    ]


def _packed(graph: RowGraph, steps: _Steps) -> list[float]:
    centres = [0.0] * len(graph.widths)
    for row, apart in zip(graph.rows, steps, strict=True):
        place = -sum(apart) / 2
        for item, step in zip(row, [*apart, 0.0], strict=True):
            centres[item] = place
            place += step
    return centres


def _half_width(graph: RowGraph, steps: _Steps, width: float | None) -> float | None:
    if width is None:
        return None
    needs = [
        sum(apart) + graph.widths[row[0]] / 2 + graph.widths[row[-1]] / 2
        for row, apart in zip(graph.rows, steps, strict=True)
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
    steps: _Steps,
    centres: list[float],
    half: float | None,
    anchors: Sequence[float] | None,
) -> None:
    both = [above + below for above, below in zip(graph.up, graph.down, strict=True)]
    pulls_by_turn = {
        turn: _pulls(graph, neighbours, anchors)
        for turn, neighbours in (("d", graph.up), ("u", graph.down), ("b", both))
    }
    for turn in _SWEEPS:
        order = range(len(graph.rows))
        for index in reversed(order) if turn == "u" else order:
            row = graph.rows[index]
            if not row:
                continue
            wishes, weights = _wishes(row, centres, pulls_by_turn[turn])
            low = None if half is None else graph.widths[row[0]] / 2 - half
            high = None if half is None else half - graph.widths[row[-1]] / 2
            places = spread(wishes, weights, steps[index], low, high)
            for item, centre in zip(row, places, strict=True):
                centres[item] = centre


def _pulls(
    graph: RowGraph, neighbours: Sequence[Sequence[int]], anchors: Sequence[float] | None
) -> list[_Pull]:
    nodes = graph.nodes
    bent = len(graph.widths) > nodes
    # A row with bends in it is as wide as the country: there only an anchor holds a box.
    firm = _FIRM_ANCHOR if bent else _ANCHOR
    pulls: list[_Pull] = []
    for item, others in enumerate(neighbours):
        bend, weights, mass = item >= nodes, None, float(len(others))
        if bent and (bend or max(others, default=0) >= nodes):
            near, far = (2.0, 8.0) if bend else (1.0, 2.0)
            weights = [far if other >= nodes else near for other in others]
            mass = sum(weights)
        if anchors is None or bend:
            pulls.append((0.0, mass, others, weights))
        else:
            pulls.append((firm * anchors[item], firm + mass, others, weights))
    return pulls


def _wishes(
    row: Sequence[int], centres: Sequence[float], pulls: Sequence[_Pull]
) -> tuple[list[float], list[float]]:
    wishes, masses = [], []
    for item in row:
        held, mass, others, weights = pulls[item]
        places = [centres[other] for other in others]
        total = held + (sum(places) if weights is None else sum(map(mul, weights, places)))
        wishes.append(total / mass if mass else centres[item])
        masses.append(mass or _LOOSE)
    return wishes, masses
