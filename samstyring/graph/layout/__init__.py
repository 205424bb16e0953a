"""Place the boxes of a graph and route its lines, in pure Python and the same every time."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter

from samstyring.graph.layout.bands import lay_out_bands
from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.frames import FramePlan, place_children, plan_frames
from samstyring.graph.layout.lifting import full_routes, lifted
from samstyring.graph.layout.records import (
    UNFOLDED,
    Arrangement,
    Box,
    LayoutBand,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    Point,
    Route,
)
from samstyring.graph.layout.results import LayoutResult
from samstyring.graph.layout.rings import lay_out_rings
from samstyring.graph.layout.trees import lay_out_tree

__all__ = [
    "UNFOLDED",
    "Arrangement",
    "Box",
    "BoxGrid",
    "LayoutBand",
    "LayoutEdge",
    "LayoutNode",
    "LayoutOptions",
    "LayoutResult",
    "Point",
    "Route",
    "lay_out",
]

_Arranger = Callable[[Sequence[LayoutEdge], FramePlan, LayoutOptions], LayoutResult]

_ARRANGERS: dict[Arrangement, _Arranger] = {
    Arrangement.BANDS: lay_out_bands,
    Arrangement.RINGS: lay_out_rings,
    Arrangement.TREE: lay_out_tree,
}


def lay_out(
    nodes: Sequence[LayoutNode],
    edges: Sequence[LayoutEdge],
    options: LayoutOptions | None = None,
) -> LayoutResult:
    """Return boxes, rows, lines and bands; the same input in any order gives the same result.

    Ids must be unique. Edges with an end that is not among the nodes are left out, and so are
    repeated edges.
    """
    started = perf_counter()
    with _uncollected():
        result = _laid_out(nodes, edges, options or LayoutOptions())
    return replace(result, seconds=perf_counter() - started)


def _laid_out(
    nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge], options: LayoutOptions
) -> LayoutResult:
    nodes = sorted(nodes, key=lambda node: (node.level, node.key, node.id))
    known = {node.id for node in nodes}
    by_ends = {
        (edge.source, edge.target, edge.kind): edge
        for edge in edges
        if edge.source in known and edge.target in known
    }
    edges = [by_ends[ends] for ends in sorted(by_ends)]
    plan = plan_frames(nodes, options)
    if not plan.parents:
        return _ARRANGERS[options.arrange](edges, plan, options)
    free_edges = list(
        dict.fromkeys(free for free in (lifted(edge, plan) for edge in edges) if free)
    )
    free = _ARRANGERS[options.arrange](free_edges, plan, options)
    boxes = dict(free.boxes)
    place_children(boxes, nodes, plan)
    routes = full_routes(edges, free.routes, boxes, plan, options)
    return replace(free, boxes=boxes, routes=routes)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the cycle collector still: it would go through millions of points again and again.

    What was made is then handed to the oldest generation as it is, by way of the frozen one.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
