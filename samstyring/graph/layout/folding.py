"""Fold a level that is too wide into several staggered rows, like bricks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from zlib import crc32

from samstyring.graph.layout.records import LayoutNode, LayoutOptions

_STEP = 200.0
_NARROWEST = 800.0
_SLACK = 1.15
_BRICK_SHARE = 0.65

Sizes = Mapping[str, tuple[float, float]]


def target_width(
    levels: Sequence[Sequence[LayoutNode]], sizes: Sizes, options: LayoutOptions
) -> float:
    """Return the width to fold to: as asked, or the one that lets the drawing be seen largest.

    That is where width and height, measured by the aspect, come nearest to each other.
    """
    if options.target_width is not None:
        return options.target_width
    natural = [level_width(level, sizes, options) for level in levels]
    widest = max([_NARROWEST, *(size[0] for size in sizes.values())])
    width = _STEP * math.ceil(widest / _STEP)
    best, least = width, math.inf
    while True:
        needed = max(
            min(width, max(natural)), options.aspect * _height(levels, sizes, options, width)
        )
        if needed < least:
            best, least = width, needed
        if width >= max(natural) or width > needed - 1:
            return best
        width += _STEP


def _height(
    levels: Sequence[Sequence[LayoutNode]], sizes: Sizes, options: LayoutOptions, width: float
) -> float:
    tall, before = 0.0, None
    for level in levels:
        folds = _folds(level_width(level, sizes, options), width)
        high = max(sizes[node.id][1] for node in level)
        tall += folds * high + (folds - 1) * brick_gap(options)
        tall += options.row_gap if level[0].level == before else options.band_gap
        before = level[0].level
    return tall


def brick_gap(options: LayoutOptions) -> float:
    """Return the height between the rows that one row was folded into."""
    return options.row_gap * _BRICK_SHARE


def fold_level(
    level: Sequence[LayoutNode], width: float, sizes: Sizes, options: LayoutOptions
) -> list[list[LayoutNode]]:
    """Deal the nodes of a level out over as many rows as the width asks for, order kept.

    The dealing starts anew for each group of the domain key, so that one more body moves only
    those of its own group to another row.
    """
    count = _folds(level_width(level, sizes, options), width)
    if count == 1:
        return [list(level)]
    rows: list[list[LayoutNode]] = [[] for _ in range(count)]
    dealt: dict[tuple[str, ...], int] = {}
    for node in level:
        group = node.key[:-1]
        if group not in dealt:
            dealt[group] = crc32("\x1f".join(group).encode()) % count
        rows[dealt[group] % count].append(node)
        dealt[group] += 1
    return [row for row in rows if row]


def level_width(level: Sequence[LayoutNode], sizes: Sizes, options: LayoutOptions) -> float:
    """Return the width of the level as one row."""
    return sum(sizes[node.id][0] for node in level) + options.node_gap * (len(level) - 1)


def _folds(natural: float, width: float) -> int:
    return 1 if natural <= width else math.ceil(natural * _SLACK / width)
