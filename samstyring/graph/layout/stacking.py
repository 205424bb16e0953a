"""Split a level where its own bodies stand above each other into rows that show it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from samstyring.graph.layout.records import LayoutEdge, LayoutNode

_DEEPEST = 3


def stacked_levels(
    ordered: Sequence[LayoutNode], edges: Sequence[LayoutEdge], kinds: Collection[str]
) -> list[list[LayoutNode]]:
    """Return the rows of all levels, top first; ``ordered`` is sorted by level and key.

    A body comes below those of its level that it has an edge of the kinds to, at most three rows
    down; an edge that closes a circle counts for nothing.
    """
    level_of = {node.id: node.level for node in ordered}
    above: dict[str, list[str]] = {}
    for edge in edges:
        same = level_of[edge.source] == level_of[edge.target] and edge.source != edge.target
        if same and edge.kind in kinds:
            above.setdefault(edge.source, []).append(edge.target)
    depths: dict[str, int] = {}
    for name in sorted(above):
        _measure(name, above, depths)
    rows: list[list[LayoutNode]] = []
    for _, group in groupby(ordered, key=lambda node: node.level):
        level = list(group)
        for depth in sorted({depths.get(node.id, 0) for node in level}):
            rows.append([node for node in level if depths.get(node.id, 0) == depth])
    return rows


def _measure(name: str, above: dict[str, list[str]], depths: dict[str, int]) -> None:
    open_names: set[str] = set()
    stack = [(name, False)]
    while stack:
        node, done = stack.pop()
        if done:
            open_names.discard(node)
            found = [depths[other] + 1 for other in above.get(node, ()) if other in depths]
            depths[node] = min(_DEEPEST, max(found, default=0))
        elif node not in depths and node not in open_names:
            open_names.add(node)
            stack.append((node, True))
            stack.extend((other, False) for other in above.get(node, ()))
