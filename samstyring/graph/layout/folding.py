"""Fold a level that is too wide into several staggered rows, like bricks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from samstyring.graph.layout.records import LayoutEdge, LayoutNode, LayoutOptions

_STEP = 200.0
_NARROWEST = 800.0
_SLACK = 1.15
_BRICK_SHARE = 0.65
_Level = tuple[float, float, int]

Sizes = Mapping[str, tuple[float, float]]


def target_width(
    levels: Sequence[Sequence[LayoutNode]], sizes: Sizes, options: LayoutOptions
) -> float:
    """Return the width to fold to: as asked, or the one that lets the drawing be seen largest.

    That is where width and height, measured by the aspect, come nearest to each other.
    """
    if options.target_width is not None:
        return options.target_width
    measured = [
        (
            level_width(level, sizes, options),
            max(sizes[node.id][1] for node in level),
            level[0].level,
        )
        for level in levels
    ]
    natural = max(level[0] for level in measured)
    widest = max([_NARROWEST, *(size[0] for size in sizes.values())])
    width = _STEP * math.ceil(widest / _STEP)
    best, least = width, math.inf
    while True:
        needed = max(min(width, natural), options.aspect * _height(measured, options, width))
        if needed < least:
            best, least = width, needed
        if width >= natural or width > needed - 1:
            return best
        width += _STEP


def _height(levels: Sequence[_Level], options: LayoutOptions, width: float) -> float:
    tall, before = 0.0, None
    for natural, high, number in levels:
        folds = _folds(natural, width)
        tall += folds * high + (folds - 1) * brick_gap(options)
        tall += options.row_gap if number == before else options.band_gap
        before = number
    return tall


def brick_gap(options: LayoutOptions) -> float:
    """Return the height between the rows that one row was folded into."""
    return options.row_gap * _BRICK_SHARE


def upward_pulls(nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge]) -> dict[str, int]:
    """Return for each node how many more lines it has to levels above than to levels below."""
    levels = {node.id: node.level for node in nodes}
    pulls = dict.fromkeys(levels, 0)
    for edge in edges:
        source, target = levels[edge.source], levels[edge.target]
        rise = (source > target) - (source < target)
        pulls[edge.source] += rise
        pulls[edge.target] -= rise
    return pulls


def fold_level(
    level: Sequence[LayoutNode],
    width: float,
    sizes: Sizes,
    pulls: Mapping[str, int],
    options: LayoutOptions,
) -> list[list[LayoutNode]]:
    """Deal the nodes of a level out over as many rows as the width asks for, order kept.

    Neighbours that come above each other stand in the order of their pull upwards: shorter lines
    cross fewer others.
    """
    count = _folds(level_width(level, sizes, options), width)
    rows: list[list[LayoutNode]] = [[] for _ in range(count)]
    for start in range(0, len(level), count):
        column = level[start : start + count]
        highest_first = sorted(column, key=lambda node: (-pulls[node.id], node.key, node.id))
        for row, node in zip(rows, highest_first, strict=False):
            row.append(node)
    return [row for row in rows if row]


def level_width(level: Sequence[LayoutNode], sizes: Sizes, options: LayoutOptions) -> float:
    """Return the width of the level as one row."""
    return sum(sizes[node.id][0] for node in level) + options.node_gap * (len(level) - 1)


def _folds(natural: float, width: float) -> int:
    return 1 if natural <= width else math.ceil(natural * _SLACK / width)
