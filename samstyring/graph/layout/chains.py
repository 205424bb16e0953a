"""Turn nodes in rows and their edges into items joined only to the next row, by way of bends."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

IndexEdge = tuple[int, int, str]
Owner = tuple[int, str, bool, bool]


@dataclass(slots=True)
class RowGraph:
    """Rows of items, top row first: numbers below ``nodes`` are nodes, the others are bends.

    ``chains`` holds, for each edge, its items from the upper end to the lower one; an edge within
    a row is just its two ends. Chains may share bends: then they are drawn as one trunk.
    """

    nodes: int
    rows: list[list[int]]
    row_of: list[int]
    widths: list[float]
    up: list[list[int]]
    down: list[list[int]]
    chains: list[tuple[int, ...]]


def build_row_graph(
    rows: Sequence[Sequence[int]],
    widths: Sequence[float],
    edges: Sequence[IndexEdge],
    *,
    share_trunks: bool,
) -> RowGraph:
    """Return the row graph, the nodes in the order given and each bend where a straight line goes.

    Edges that span several rows get one bend in each row between; edges of one kind that leave
    or reach the same node share their bends when ``share_trunks`` says so.
    """
    row_of = [0] * len(widths)
    place = [0.0] * len(widths)
    for index, row in enumerate(rows):
        for position, node in enumerate(row):
            row_of[node], place[node] = index, (position + 0.5) / len(row)
    owners = trunk_owners(edges, row_of, share_trunks)
    graph = RowGraph(len(widths), [list(row) for row in rows], row_of, list(widths), [], [], [])
    _add_bends(graph, edges, owners, place)
    _join(graph)
    return graph


def trunk_owners(edges: Sequence[IndexEdge], row_of: Sequence[int], share: bool) -> list[Owner]:
    """Return for each edge who owns its bends: edges with the same owner share one trunk.

    An owner is a node (or just a number when nothing is shared), the kind, whether the edge runs
    downwards, and whether the trunk begins at the source rather than at the target.
    """
    if not share:
        return [
            (number, kind, row_of[source] < row_of[target], True)
            for number, (source, target, kind) in enumerate(edges)
        ]
    downwards = [row_of[source] < row_of[target] for source, target, _ in edges]
    leaves = [(edge[0], edge[2], down) for edge, down in zip(edges, downwards, strict=True)]
    reaches = [(edge[1], edge[2], down) for edge, down in zip(edges, downwards, strict=True)]
    leaving, reaching = Counter(leaves), Counter(reaches)
    return [
        (*leave, True) if leaving[leave] >= reaching[reach] else (*reach, False)
        for leave, reach in zip(leaves, reaches, strict=True)
    ]


def _add_bends(
    graph: RowGraph,
    edges: Sequence[IndexEdge],
    owners: Sequence[Owner],
    place: list[float],
) -> None:
    bends: dict[tuple[Owner, int], int] = {}
    wishes: list[list[float]] = []
    for (source, target, _), owner in zip(edges, owners, strict=True):
        upper, lower = sorted((source, target), key=graph.row_of.__getitem__)
        top, bottom = graph.row_of[upper], graph.row_of[lower]
        chain = [upper]
        for row in range(top + 1, bottom):
            bend = bends.get((owner, row))
            if bend is None:
                bend = bends[owner, row] = graph.nodes + len(wishes)
                wishes.append([])
                graph.rows[row].append(bend)
                graph.row_of.append(row)
                graph.widths.append(0.0)
            share = (row - top) / (bottom - top)
            wishes[bend - graph.nodes].append(place[upper] * (1 - share) + place[lower] * share)
            chain.append(bend)
        graph.chains.append((*chain, lower))
    place.extend(sum(wish) / len(wish) for wish in wishes)
    for items in graph.rows:
        items.sort(key=place.__getitem__)


def _join(graph: RowGraph) -> None:
    pairs = {
        pair
        for chain in graph.chains
        for pair in itertools.pairwise(chain)
        if graph.row_of[pair[0]] != graph.row_of[pair[1]]
    }
    graph.up = [[] for _ in graph.widths]
    graph.down = [[] for _ in graph.widths]
    for upper, lower in sorted(pairs):
        graph.down[upper].append(lower)
        graph.up[lower].append(upper)
