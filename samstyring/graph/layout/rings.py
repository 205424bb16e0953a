"""Lay a graph out in rings round one node, by the number of steps from it."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from itertools import pairwise

from samstyring.graph.layout.box_grid import BoxGrid
from samstyring.graph.layout.curves import straight
from samstyring.graph.layout.detours import around_boxes
from samstyring.graph.layout.frames import FramePlan
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.records import (
    Box,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    Point,
    Route,
)
from samstyring.graph.layout.results import LayoutResult

_SQUASH = 0.62
_GROWTH = 1.12
_TOP = math.pi * -0.5


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
    centres = _spaced_rings(rings, parents, plan, options)
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
    routes = [_spoke(edge, boxes) for edge in edges]
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


def _spaced_rings(
    rings: list[list[str]],
    parents: Mapping[str, str],
    plan: FramePlan,
    options: LayoutOptions,
) -> dict[str, Point]:
    growth = 1.0
    while True:
        centres = _try_rings(rings, parents, plan, options, growth)
        if not _any_overlap(centres, plan, options.node_gap / 2):
            return centres
        growth *= _GROWTH


def _try_rings(
    rings: list[list[str]],
    parents: Mapping[str, str],
    plan: FramePlan,
    options: LayoutOptions,
    growth: float,
) -> dict[str, Point]:
    centres: dict[str, Point] = {rings[0][0]: (0.0, 0.0)}
    angles = {rings[0][0]: 0.0}
    radius = max(plan.sizes[rings[0][0]]) / 2
    for number, ring in enumerate(rings[1:]):
        widest = max(plan.sizes[node][0] for node in ring)
        tallest = max(plan.sizes[node][1] for node in ring)
        radius += (max(widest, tallest / _SQUASH) / (2 if number == 0 else 1)) + options.band_gap
        radius = max(radius, _radius_for(ring, plan, options)) * growth
        wishes = {node: angles[parents[node]] for node in ring if node in parents}
        if number == 0:
            dealt = _dealt_round(ring, radius, plan, options)
        else:
            dealt = _near_wishes(ring, wishes, radius, plan, options)
        for node, angle in dealt:
            angles[node] = angle
            centres[node] = radius * math.cos(angle), radius * _SQUASH * math.sin(angle)
    return centres


def _need(angle: float, node: str, radius: float, plan: FramePlan, options: LayoutOptions) -> float:
    width, height = plan.sizes[node]
    across = (width + options.node_gap) / max(1e-6, radius * abs(math.sin(angle)))
    along = (height + options.node_gap) / max(1e-6, radius * _SQUASH * abs(math.cos(angle)))
    return min(across, along, math.tau)


def _turn(ring: Sequence[str], radius: float, plan: FramePlan, options: LayoutOptions) -> float:
    angle = _TOP
    for node in ring:
        angle += _need(angle, node, radius, plan, options)
    return angle - _TOP


def _radius_for(ring: Sequence[str], plan: FramePlan, options: LayoutOptions) -> float:
    radius = 100.0
    while _turn(ring, radius, plan, options) > math.tau:
        radius *= 1.1
    return radius


def _dealt_round(
    ring: Sequence[str], radius: float, plan: FramePlan, options: LayoutOptions
) -> list[tuple[str, float]]:
    """Deal the ring out from the top, clockwise, the room left over shared evenly."""
    spare = max(0.0, math.tau - _turn(ring, radius, plan, options)) / len(ring)
    angle, dealt = _TOP, []
    for node in ring:
        dealt.append((node, angle))
        angle += _need(angle, node, radius, plan, options) + spare
    return dealt


def _near_wishes(
    ring: list[str],
    wishes: Mapping[str, float],
    radius: float,
    plan: FramePlan,
    options: LayoutOptions,
) -> list[tuple[str, float]]:
    """Put each node as near as there is room to the angle of the one it is reached through.

    Those that cannot be reached go to the bottom.
    """
    turned = {node: (wishes.get(node, math.pi / 2) - _TOP) % math.tau for node in ring}
    cut = _widest_gap(sorted(turned.values()))
    wished = {node: (angle - cut) % math.tau for node, angle in turned.items()}
    ring.sort(key=wished.__getitem__)
    needs = [_need(wished[node] + cut + _TOP, node, radius, plan, options) for node in ring]
    steps = [(before + after) / 2 for before, after in pairwise(needs)]
    last = max(math.tau - needs[-1], sum(steps))
    angles = spread([wished[node] for node in ring], [1.0] * len(ring), steps, 0.0, last)
    return [(node, angle + cut + _TOP) for node, angle in zip(ring, angles, strict=True)]


def _widest_gap(angles: Sequence[float]) -> float:
    """Return the angle in the middle of the widest empty stretch of the circle."""
    gaps = [(after - before, before) for before, after in pairwise([*angles, angles[0] + math.tau])]
    wide, start = max(gaps)
    return (start + wide / 2) % math.tau


def _any_overlap(centres: Mapping[str, Point], plan: FramePlan, gap: float) -> bool:
    boxes = {
        node: Box(x - plan.sizes[node][0] / 2, y - plan.sizes[node][1] / 2, *plan.sizes[node])
        for node, (x, y) in centres.items()
    }
    grid = BoxGrid(boxes.items(), 300.0)
    for node, box in boxes.items():
        wide = Box(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap)
        if any(name != node for name, _ in grid.near(wide)):
            return True
    return False


def _spoke(edge: LayoutEdge, boxes: Mapping[str, Box]) -> Route:
    source, target = boxes[edge.source], boxes[edge.target]
    if edge.source == edge.target:
        x = source.right - 10.0
        points: tuple[Point, ...] = (
            (x - 16.0, source.y),
            (x - 16.0, source.y - 18.0),
            (x, source.y - 18.0),
            (x, source.y),
        )
        return Route(edge.source, edge.target, edge.kind, points)
    start, end = border(source, target.middle), border(target, source.middle)
    return Route(edge.source, edge.target, edge.kind, (start, *straight(start, end)))


def border(box: Box, towards: Point) -> Point:
    """Return where the line from the middle of the box to the point leaves the box."""
    x, y = box.middle
    dx, dy = towards[0] - x, towards[1] - y
    scale = max(abs(dx) / (box.width / 2), abs(dy) / (box.height / 2), 1e-9)
    return x + dx / max(scale, 1e-9), y + dy / max(scale, 1e-9)
