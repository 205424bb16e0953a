"""Lay a graph out as a tree that grows to the right, one line of text to a leaf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samstyring.graph.layout.curves import level, straight
from samstyring.graph.layout.detours import around_boxes
from samstyring.graph.layout.frames import FramePlan
from samstyring.graph.layout.records import (
    Box,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    Point,
    Route,
)
from samstyring.graph.layout.results import LayoutResult
from samstyring.graph.layout.rings import border, rings_around

_LEAF_GAP = 12.0


def lay_out_tree(
    edges: Sequence[LayoutEdge], plan: FramePlan, options: LayoutOptions
) -> LayoutResult:
    """Return a tree of shortest ways from the focus, or from the topmost node of each part.

    The rows of the result are the columns, leftmost first. Pinned nodes are placed anew.
    """
    if not plan.free:
        return LayoutResult({}, (), (), (), 0.0)
    nodes = {node.id: node for node in plan.free}
    columns, children, roots = _forest(nodes, edges, options.focus)
    lefts = _column_lefts(columns, plan, options)
    frames = set(plan.parents.values())
    boxes: dict[str, Box] = {}
    top = 0.0
    for root in roots:
        top = _place(root, children, lefts, plan, top, boxes, frames)
    routes = [_branch(edge, boxes) for edge in edges]
    led = around_boxes(routes, boxes, range(len(routes)))
    return LayoutResult(boxes, tuple(tuple(column) for column in columns), led, (), 0.0)


def _forest(
    nodes: Mapping[str, LayoutNode], edges: Sequence[LayoutEdge], focus: str | None
) -> tuple[list[list[str]], dict[str, list[str]], list[str]]:
    left = dict(nodes)
    columns: list[list[str]] = []
    children: dict[str, list[str]] = {}
    roots: list[str] = []
    while left:
        root = focus if focus in left else next(iter(left))
        assert root is not None
        inner = [edge for edge in edges if edge.source in left and edge.target in left]
        rings, parents = rings_around(root, left, inner)
        roots.append(root)
        for child, parent in parents.items():
            children.setdefault(parent, []).append(child)
        reached = {root, *parents}
        for depth, ring in enumerate(rings):
            kept = [node for node in ring if node in reached]
            if kept and depth == len(columns):
                columns.append([])
            if kept:
                columns[depth].extend(kept)
        for node in reached:
            del left[node]
    return columns, children, roots


def _column_lefts(
    columns: Sequence[Sequence[str]], plan: FramePlan, options: LayoutOptions
) -> dict[str, float]:
    lefts: dict[str, float] = {}
    x = 0.0
    for column in columns:
        for node in column:
            lefts[node] = x
        x += max(plan.sizes[node][0] for node in column) + options.band_gap
    return lefts


def _place(
    root: str,
    children: Mapping[str, Sequence[str]],
    lefts: Mapping[str, float],
    plan: FramePlan,
    top: float,
    boxes: dict[str, Box],
    frames: set[str],
) -> float:
    """Place a tree from the given y down, and return the y below it; without recursion, as a
    chain of bodies may be longer than Python's stack."""
    order: list[tuple[str, bool]] = [(root, False)]
    floor: dict[float, float] = {}
    starts: dict[str, float] = {}
    bottom = top
    while order:
        node, done = order.pop()
        width, height = plan.sizes[node]
        held = children.get(node, ())
        if not done:
            starts[node] = bottom
            order.append((node, True))
            order.extend((child, False) for child in reversed(held))
            continue
        middle = starts[node] + height / 2
        if held:
            middle = (boxes[held[0]].middle[1] + boxes[held[-1]].middle[1]) / 2
        y = max(middle - height / 2, starts[node], floor.get(lefts[node], top))
        boxes[node] = Box(lefts[node], y, width, height, node in frames)
        floor[lefts[node]] = boxes[node].bottom + _LEAF_GAP
        bottom = max(bottom, boxes[node].bottom + _LEAF_GAP)
    return bottom


def _branch(edge: LayoutEdge, boxes: Mapping[str, Box]) -> Route:
    source, target = boxes[edge.source], boxes[edge.target]
    if edge.source == edge.target:
        x, y = source.right, source.middle[1]
        loop: tuple[Point, ...] = ((x, y - 6), (x + 18, y - 6), (x + 18, y + 6), (x, y + 6))
        return Route(edge.source, edge.target, edge.kind, loop)
    if source.right <= target.x or target.right <= source.x:
        rightwards = source.right <= target.x
        start = (source.right if rightwards else source.x), source.middle[1]
        end = (target.x if rightwards else target.right), target.middle[1]
        return Route(edge.source, edge.target, edge.kind, (start, *level(start, end)))
    start, end = border(source, target.middle), border(target, source.middle)
    return Route(edge.source, edge.target, edge.kind, (start, *straight(start, end)))
