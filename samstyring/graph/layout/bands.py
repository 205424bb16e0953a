"""Lay a graph out in bands by level: rows, order, places and lines, the same every time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from samstyring.graph.layout.anchors import key_anchors
from samstyring.graph.layout.chains import IndexEdge, RowGraph, build_row_graph
from samstyring.graph.layout.folding import (
    brick_gap,
    fold_level,
    level_width,
    target_width,
    upward_pulls,
)
from samstyring.graph.layout.frames import FramePlan
from samstyring.graph.layout.gaps import row_graph_alone, thread_bends
from samstyring.graph.layout.pins import clear_of_pins, pinned_centres
from samstyring.graph.layout.placing import place_items
from samstyring.graph.layout.records import (
    Box,
    LayoutBand,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
)
from samstyring.graph.layout.results import LayoutResult
from samstyring.graph.layout.routing import RowLines, route_rows
from samstyring.graph.layout.sifting import sift
from samstyring.graph.layout.stacking import stacked_levels

_BAND_PADDING = 0.5
_MANY = 1500
_FEW = 300


@dataclass(frozen=True, slots=True)
class _Order:
    """The rows in order, the numbers of those that go on from the one above, and how they came.

    ``width`` is what they were folded to, infinity when only their bends are still to be placed,
    None when the bends are to be sifted too.
    """

    rows: list[list[LayoutNode]]
    bricks: frozenset[int]
    width: float | None


def lay_out_bands(
    edges: Sequence[LayoutEdge], plan: FramePlan, options: LayoutOptions
) -> LayoutResult:
    """Return boxes and lines of the free nodes; ``edges`` join free nodes only."""
    if not plan.free:
        return LayoutResult({}, (), (), (), 0.0)
    order = _ordered_rows(edges, plan, options)
    rows = order.rows
    nodes = [node for row in rows for node in row]
    extents = _extents(order, plan, options)
    graph, centres = _placed(rows, edges, plan, options, order.width)
    boxes = _boxes(nodes, graph, centres, extents, plan)
    clear_of_pins(graph, centres, boxes, nodes, extents, options)
    ids = tuple(tuple(nodes[i].id for i in row if i < graph.nodes) for row in graph.rows)
    lines = RowLines(graph, centres, extents, tuple(nodes), boxes, options)
    routes = route_rows(lines, edges)
    return LayoutResult(boxes, ids, routes, _bands(rows, extents, options), 0.0)


def _placed(
    rows: Sequence[Sequence[LayoutNode]],
    edges: Sequence[LayoutEdge],
    plan: FramePlan,
    options: LayoutOptions,
    width: float | None,
) -> tuple[RowGraph, list[float]]:
    fixed = pinned_centres([node for row in rows for node in row], plan)
    if width is None:
        graph = _row_graph(rows, edges, plan, options)
        _sift(graph, options)
        anchors = _anchors(graph, rows, options)
        return graph, place_items(graph, options, fixed=fixed, anchors=anchors)
    indexed, widths, index_edges = _indexed(rows, edges, plan)
    alone = row_graph_alone(indexed, widths, index_edges)
    anchors = _anchors(alone, rows, options) if math.isinf(width) else None
    centres = place_items(alone, options, width=width, fixed=fixed, anchors=anchors)
    return thread_bends(alone, index_edges, centres, options)


def _anchors(
    graph: RowGraph, rows: Sequence[Sequence[LayoutNode]], options: LayoutOptions
) -> list[float] | None:
    if graph.nodes <= _FEW:
        return None
    groups = [node.key[:-1] for row in rows for node in row]
    return key_anchors(graph, groups, options)


def _ordered_rows(edges: Sequence[LayoutEdge], plan: FramePlan, options: LayoutOptions) -> _Order:
    ordered = sorted(plan.free, key=lambda node: (node.level, node.key, node.id))
    levels = stacked_levels(ordered, edges, options.stacked_kinds)
    width = target_width(levels, plan.sizes, options)
    if all(level_width(level, plan.sizes, options) <= width for level in levels):
        if len(ordered) <= _FEW or len(levels) == len({node.level for node in ordered}):
            return _Order(levels, frozenset(), None)
        levels = _in_level_order(levels, ordered, edges, plan, options)
        return _Order(levels, frozenset(), math.inf)
    if len(ordered) > _FEW:
        levels = _in_level_order(levels, ordered, edges, plan, options)
    else:
        levels = _sifted(levels, edges, plan, options)
    pulls = upward_pulls(ordered, edges)
    rows: list[list[LayoutNode]] = []
    bricks: set[int] = set()
    for level in levels:
        folded = fold_level(level, width, plan.sizes, pulls, options)
        bricks.update(range(len(rows) + 1, len(rows) + len(folded)))
        rows.extend(folded)
    return _Order(rows, frozenset(bricks), width)


def _in_level_order(
    levels: Sequence[Sequence[LayoutNode]],
    ordered: Sequence[LayoutNode],
    edges: Sequence[LayoutEdge],
    plan: FramePlan,
    options: LayoutOptions,
) -> list[list[LayoutNode]]:
    """Sift each level as one row, far quicker where there are many, and order its rows alike."""
    whole = [list(group) for _, group in groupby(ordered, key=lambda node: node.level)]
    whole = _sifted(whole, edges, plan, options)
    place = {node.id: number for row in whole for number, node in enumerate(row)}
    return [sorted(row, key=lambda node: place[node.id]) for row in levels]


def _sifted(
    levels: Sequence[Sequence[LayoutNode]],
    edges: Sequence[LayoutEdge],
    plan: FramePlan,
    options: LayoutOptions,
) -> list[list[LayoutNode]]:
    graph = _row_graph(levels, edges, plan, options)
    _sift(graph, options)
    nodes = [node for level in levels for node in level]
    return [[nodes[item] for item in row if item < graph.nodes] for row in graph.rows]


def _sift(graph: RowGraph, options: LayoutOptions) -> None:
    """Sift; the larger the graph the more must be won, so that an edit stays where it was made."""
    if graph.nodes <= _FEW:
        rounds, worth = options.rounds, 0
    elif graph.nodes <= _MANY:
        rounds, worth = min(2, options.rounds), 0
    else:
        rounds, worth = min(1, options.rounds), 8
    sift(graph, window=options.window, rounds=rounds, worth=worth)


def _row_graph(
    rows: Sequence[Sequence[LayoutNode]],
    edges: Sequence[LayoutEdge],
    plan: FramePlan,
    options: LayoutOptions,
) -> RowGraph:
    indexed, widths, index_edges = _indexed(rows, edges, plan)
    return build_row_graph(indexed, widths, index_edges, share_trunks=options.share_trunks)


def _indexed(
    rows: Sequence[Sequence[LayoutNode]], edges: Sequence[LayoutEdge], plan: FramePlan
) -> tuple[list[list[int]], list[float], list[IndexEdge]]:
    numbers = {node.id: number for number, node in enumerate(n for row in rows for n in row)}
    widths = [plan.sizes[name][0] for name in numbers]
    indexed = [[numbers[node.id] for node in row] for row in rows]
    ends = [(numbers[edge.source], numbers[edge.target], edge.kind) for edge in edges]
    return indexed, widths, ends


def _extents(order: _Order, plan: FramePlan, options: LayoutOptions) -> list[tuple[float, float]]:
    extents: list[tuple[float, float]] = []
    y, level = 0.0, order.rows[0][0].level
    for number, row in enumerate(order.rows):
        if number in order.bricks:
            y += brick_gap(options)
        elif extents:
            y += options.row_gap if row[0].level == level else options.band_gap
        level = row[0].level
        height = max(plan.sizes[node.id][1] for node in row)
        extents.append((y, y + height))
        y += height
    return extents


def _boxes(
    nodes: Sequence[LayoutNode],
    graph: RowGraph,
    centres: Sequence[float],
    extents: Sequence[tuple[float, float]],
    plan: FramePlan,
) -> dict[str, Box]:
    frames = set(plan.parents.values())
    boxes: dict[str, Box] = {}
    for number, node in enumerate(nodes):
        width, height = plan.sizes[node.id]
        corner = centres[number] - width / 2, extents[graph.row_of[number]][0]
        x, y = node.pinned or corner
        boxes[node.id] = Box(x, y, width, height, node.id in frames)
    return boxes


def _bands(
    rows: Sequence[Sequence[LayoutNode]],
    extents: Sequence[tuple[float, float]],
    options: LayoutOptions,
) -> tuple[LayoutBand, ...]:
    half = options.band_gap * _BAND_PADDING
    spans: Mapping[int, list[tuple[float, float]]] = {
        level: [extent for _, extent in group]
        for level, group in groupby(
            zip(rows, extents, strict=True), key=lambda pair: pair[0][0].level
        )
    }
    return tuple(
        LayoutBand(level, span[0][0] - half, span[-1][1] + half) for level, span in spans.items()
    )
