"""Lay a graph out in bands by level: rows, order, places and lines, the same every time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from samstyring.graph.layout.chains import IndexEdge, RowGraph, build_row_graph
from samstyring.graph.layout.crossings import count_crossings
from samstyring.graph.layout.folding import fold_level, level_width, target_width
from samstyring.graph.layout.frames import FramePlan
from samstyring.graph.layout.gaps import thread_bends, without_bends
from samstyring.graph.layout.pins import clear_of_pins, pinned_centres
from samstyring.graph.layout.placing import place_items
from samstyring.graph.layout.records import (
    Box,
    LayoutBand,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    LayoutResult,
)
from samstyring.graph.layout.routing import RowLines, route_rows
from samstyring.graph.layout.sifting import sift
from samstyring.graph.layout.stacking import stacked_levels

_BAND_PADDING = 0.5
_MANY = 1500


def lay_out_bands(
    edges: Sequence[LayoutEdge], plan: FramePlan, options: LayoutOptions
) -> LayoutResult:
    """Return boxes and lines of the free nodes; ``edges`` join free nodes only."""
    if not plan.free:
        return LayoutResult({}, (), (), (), 0, 0.0)
    rows, width = _folded_rows(edges, plan, options)
    nodes = [node for row in rows for node in row]
    extents = _extents(rows, plan, options)
    graph, centres = _placed(rows, edges, plan, options, width)
    boxes = _boxes(nodes, graph, centres, extents, plan)
    clear_of_pins(graph, centres, boxes, nodes, extents, options)
    ids = tuple(tuple(nodes[i].id for i in row if i < graph.nodes) for row in graph.rows)
    lines = RowLines(graph, centres, extents, tuple(nodes), boxes, options)
    routes = route_rows(lines, edges)
    return LayoutResult(
        boxes,
        ids,
        routes,
        _bands(rows, extents, options),
        count_crossings(graph.rows, graph.down),
        0.0,
    )


def _placed(
    rows: Sequence[Sequence[LayoutNode]],
    edges: Sequence[LayoutEdge],
    plan: FramePlan,
    options: LayoutOptions,
    width: float | None,
) -> tuple[RowGraph, list[float]]:
    graph = _row_graph(rows, edges, plan, options)
    fixed = pinned_centres([node for row in rows for node in row], plan)
    if width is None:
        sift(graph, window=options.window, rounds=options.rounds)
        return graph, place_items(graph, options, fixed=fixed)
    alone = without_bends(graph, _numbered(rows, edges)[1])
    centres = place_items(alone, options, width=width, fixed=fixed)
    return graph, thread_bends(graph, centres, options.line_gap)


def _folded_rows(
    edges: Sequence[LayoutEdge], plan: FramePlan, options: LayoutOptions
) -> tuple[list[list[LayoutNode]], float | None]:
    ordered = sorted(plan.free, key=lambda node: (node.level, node.key, node.id))
    levels = stacked_levels(ordered, edges, options.stacked_kinds)
    width = target_width(levels, plan.sizes, options)
    if all(level_width(level, plan.sizes, options) <= width for level in levels):
        return levels, None
    graph = _row_graph(levels, edges, plan, options)
    # In many rows the finer order is lost again in the folding.
    rounds = options.rounds if graph.nodes <= _MANY else min(1, options.rounds)
    sift(graph, window=options.window, rounds=rounds)
    nodes = [node for level in levels for node in level]
    sifted = [[nodes[item] for item in row if item < graph.nodes] for row in graph.rows]
    return [row for level in sifted for row in fold_level(level, width, plan.sizes, options)], width


def _row_graph(
    rows: Sequence[Sequence[LayoutNode]],
    edges: Sequence[LayoutEdge],
    plan: FramePlan,
    options: LayoutOptions,
) -> RowGraph:
    numbers, index_edges = _numbered(rows, edges)
    widths = [plan.sizes[node][0] for node in numbers]
    indexed = [[numbers[node.id] for node in row] for row in rows]
    return build_row_graph(indexed, widths, index_edges, share_trunks=options.share_trunks)


def _numbered(
    rows: Sequence[Sequence[LayoutNode]], edges: Sequence[LayoutEdge]
) -> tuple[dict[str, int], list[IndexEdge]]:
    numbers = {node.id: number for number, node in enumerate(n for row in rows for n in row)}
    return numbers, [(numbers[edge.source], numbers[edge.target], edge.kind) for edge in edges]


def _extents(
    rows: Sequence[Sequence[LayoutNode]], plan: FramePlan, options: LayoutOptions
) -> list[tuple[float, float]]:
    extents: list[tuple[float, float]] = []
    y, level = 0.0, rows[0][0].level
    for row in rows:
        if extents:
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
