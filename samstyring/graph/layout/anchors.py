"""Give each node of a wide layout a place that hardly moves when another node comes or goes."""

from __future__ import annotations

import math
from collections.abc import Sequence

from samstyring.graph.layout.chains import RowGraph
from samstyring.graph.layout.records import LayoutOptions

_SLACK = 1.15
_STEP = 400.0

Group = tuple[str, ...]


def key_anchors(graph: RowGraph, groups: Sequence[Group], options: LayoutOptions) -> list[float]:
    """Return for each node a centre in the column of its group of the domain key.

    A column is as wide as the widest row of its group with some room to spare, rounded up, so
    that one more node seldom changes the columns after it.
    """
    runs = [_runs(row, graph, groups, options) for row in graph.rows]
    columns: dict[Group, tuple[float, float]] = {}
    left = 0.0
    for group in sorted(set(groups)):
        needs = max(needed[group][1] for needed in runs if group in needed)
        wide = _STEP * math.ceil(needs * _SLACK / _STEP)
        columns[group] = left, wide
        left += wide
    anchors = [0.0] * graph.nodes
    for needed in runs:
        for group, (held, wide) in needed.items():
            _spread_run(held, columns[group], wide, graph.widths, options.node_gap, anchors)
    return anchors


def _runs(
    row: Sequence[int], graph: RowGraph, groups: Sequence[Group], options: LayoutOptions
) -> dict[Group, tuple[list[int], float]]:
    """Return the nodes of each group in the row and the room they need with the bends by them."""
    runs: dict[Group, tuple[list[int], float]] = {}
    group: Group | None = None
    for item in row:
        if item < graph.nodes:
            group = groups[item]
            held, wide = runs.get(group, ([], 0.0))
            held.append(item)
            runs[group] = held, wide + graph.widths[item] + options.node_gap
        elif group is not None:
            held, wide = runs[group]
            runs[group] = held, wide + options.line_gap
    return runs


def _spread_run(
    held: Sequence[int],
    column: tuple[float, float],
    wide: float,
    widths: Sequence[float],
    gap: float,
    anchors: list[float],
) -> None:
    scale = column[1] / wide
    x = column[0]
    for node in held:
        step = (widths[node] + gap) * scale
        anchors[node] = x + step / 2
        x += step
