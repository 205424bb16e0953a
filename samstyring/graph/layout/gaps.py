"""Lead long lines of a folded layout through the gaps between the boxes they pass."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from samstyring.graph.layout.chains import IndexEdge, RowGraph
from samstyring.graph.layout.isotonic import spread

_CLEARANCE = 4.0
_FAR = 1e9

Gap = tuple[float, float]


def without_bends(graph: RowGraph, edges: Sequence[IndexEdge]) -> RowGraph:
    """Return the nodes alone, each joined straight to its neighbours in the rows above and below.

    With many rows the bends would outnumber the boxes and push them apart.
    """
    count = graph.nodes
    up: list[list[int]] = [[] for _ in range(count)]
    down: list[list[int]] = [[] for _ in range(count)]
    for source, target, _ in edges:
        upper, lower = sorted((source, target), key=graph.row_of.__getitem__)
        if graph.row_of[upper] != graph.row_of[lower]:
            down[upper].append(lower)
            up[lower].append(upper)
    rows = [[item for item in row if item < count] for row in graph.rows]
    return RowGraph(count, rows, graph.row_of[:count], graph.widths[:count], up, down, [])


def thread_bends(graph: RowGraph, centres: Sequence[float], line_gap: float) -> list[float]:
    """Return the centres of all items, the bends in the gaps nearest to where their lines go.

    Takes the centres of the nodes, and puts the rows of the graph in order of x.
    """
    wishes = _wishes(graph, centres)
    placed = [*centres, *wishes[graph.nodes :]]
    for row in graph.rows:
        nodes = sorted((item for item in row if item < graph.nodes), key=centres.__getitem__)
        bends = sorted((item for item in row if item >= graph.nodes), key=wishes.__getitem__)
        _thread_row(nodes, bends, graph, placed, line_gap)
        row.sort(key=placed.__getitem__)
    return placed


def _wishes(graph: RowGraph, centres: Sequence[float]) -> list[float]:
    totals = [0.0] * len(graph.widths)
    counts = [0] * len(graph.widths)
    for chain in graph.chains:
        first, last = centres[chain[0]], centres[chain[-1]]
        for number, item in enumerate(chain[1:-1], 1):
            share = number / (len(chain) - 1)
            totals[item] += first * (1 - share) + last * share
            counts[item] += 1
    return [total / max(1, count) for total, count in zip(totals, counts, strict=True)]


def _thread_row(
    nodes: Sequence[int],
    bends: Sequence[int],
    graph: RowGraph,
    placed: list[float],
    line_gap: float,
) -> None:
    gaps = _gaps(
        [(placed[i] - graph.widths[i] / 2, placed[i] + graph.widths[i] / 2) for i in nodes]
    )
    starts = [gap[0] for gap in gaps]
    shared: dict[Gap, list[int]] = {}
    for bend in bends:
        shared.setdefault(_nearest(gaps, starts, placed[bend]), []).append(bend)
    for (low, high), inside in shared.items():
        step = min(line_gap / 2, (high - low) / len(inside))
        wishes = [placed[bend] for bend in inside]
        places = spread(wishes, [1.0] * len(inside), [step] * (len(inside) - 1), low, high)
        for bend, x in zip(inside, places, strict=True):
            placed[bend] = x


def _gaps(spans: Sequence[Gap]) -> list[Gap]:
    edges = [-_FAR, *(side for span in spans for side in span), _FAR]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    gaps = [(low + _CLEARANCE, high - _CLEARANCE) for low, high in pairs]
    return [gap for gap in gaps if gap[0] <= gap[1]]


def _nearest(gaps: Sequence[Gap], starts: Sequence[float], x: float) -> Gap:
    index = max(0, bisect_left(starts, x) - 1)
    near = gaps[index : index + 2]
    return min(near, key=lambda gap: max(gap[0] - x, x - gap[1], 0.0))
