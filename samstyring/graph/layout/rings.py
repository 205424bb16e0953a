"""Lay a graph out in rings round one node, by the number of steps from it."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Mapping, Sequence

from samstyring.graph.layout.curves import straight
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
from samstyring.graph.layout.ring_slots import ring_centres

_BESIDE = 7.0


def lay_out_rings(
    edges: Sequence[LayoutEdge], plan: FramePlan, options: LayoutOptions
) -> LayoutResult:
    """Return the focus in the middle and the others in rings; what cannot be reached is outermost.

    The rows of the result are the rings, innermost first. Pinned nodes are placed anew: rings are
    a view of a moment, not a map.
    """
    if not plan.free:
        return LayoutResult({}, (), (), (), 0.0)
    nodes = {node.id: node for node in plan.free}
    focus = options.focus if options.focus in nodes else plan.free[0].id
    assert focus is not None
    rings, parents = rings_around(focus, nodes, edges)
    centres = ring_centres(rings, parents, plan.sizes, options)
    frames = set(plan.parents.values())
    boxes = {
        node: Box(
            x - plan.sizes[node][0] / 2,
            y - plan.sizes[node][1] / 2,
            *plan.sizes[node],
            node in frames,
        )
        for node, (x, y) in centres.items()
    }
    routes = [_spoke(edge, boxes, shift) for edge, shift in zip(edges, shifts(edges), strict=True)]
    led = around_boxes(routes, boxes, range(len(routes)))
    return LayoutResult(boxes, tuple(tuple(ring) for ring in rings), led, (), 0.0)


def rings_around(
    focus: str, nodes: Mapping[str, LayoutNode], edges: Sequence[LayoutEdge]
) -> tuple[list[list[str]], dict[str, str]]:
    """Return the nodes by steps from the focus, and through which node each is reached."""
    near: dict[str, list[str]] = {node: [] for node in nodes}
    for edge in edges:
        near[edge.source].append(edge.target)
        near[edge.target].append(edge.source)
    steps, parents = {focus: 0}, {}
    queue = deque([focus])
    while queue:
        node = queue.popleft()
        for other in sorted(near[node], key=lambda other: (nodes[other].level, nodes[other].key)):
            if other not in steps:
                steps[other], parents[other] = steps[node] + 1, node
                queue.append(other)
    outermost = max(steps.values()) + 1
    rings: list[list[str]] = [[] for _ in range(outermost + 1)]
    for node in nodes:
        rings[steps.get(node, outermost)].append(node)
    return [ring for ring in rings if ring], parents


def shifts(edges: Sequence[LayoutEdge]) -> list[float]:
    """Return how far to the side each edge is drawn, so that no two lie on top of each other."""
    between = [(min(edge.source, edge.target), max(edge.source, edge.target)) for edge in edges]
    counts, seen = Counter(between), Counter[tuple[str, str]]()
    found: list[float] = []
    for edge, ends in zip(edges, between, strict=True):
        shift = (seen[ends] - (counts[ends] - 1) / 2) * _BESIDE
        seen[ends] += 1
        found.append(shift if edge.source == ends[0] else -shift)
    return found


def _spoke(edge: LayoutEdge, boxes: Mapping[str, Box], shift: float) -> Route:
    source, target = boxes[edge.source], boxes[edge.target]
    if edge.source == edge.target:
        x = source.right - 10.0 + shift
        points: tuple[Point, ...] = (
            (x - 16.0, source.y),
            (x - 16.0, source.y - 18.0),
            (x, source.y - 18.0),
            (x, source.y),
        )
        return Route(edge.source, edge.target, edge.kind, points)
    start, end = border(source, target.middle, shift), border(target, source.middle, -shift)
    return Route(edge.source, edge.target, edge.kind, (start, *straight(start, end)))


def border(box: Box, towards: Point, shift: float = 0.0) -> Point:
    """Return where the line from the middle of the box to the point leaves the box.

    The line is drawn so many pixels to its left instead, as far as the box reaches.
    """
    x, y = box.middle
    dx, dy = towards[0] - x, towards[1] - y
    length = math.hypot(dx, dy)
    if length == 0.0:
        return x, y
    x += min(max(shift * dy / length, -box.width / 3), box.width / 3)
    y -= min(max(shift * dx / length, -box.height / 3), box.height / 3)
    across = math.inf if dx == 0 else ((box.right if dx > 0 else box.x) - x) / dx
    along = math.inf if dy == 0 else ((box.bottom if dy > 0 else box.y) - y) / dy
    scale = min(across, along)
    return x + dx * scale, y + dy * scale
