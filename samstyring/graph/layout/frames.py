"""Size the frames from what they hold, and lay their contents out as grids of small boxes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from samstyring.graph.layout.records import Box, LayoutNode, LayoutOptions, Point

_FRAME_ASPECT = 1.7


@dataclass(frozen=True, slots=True)
class FramePlan:
    """Who stands free, how large everything is, and where each child is within its frame."""

    free: tuple[LayoutNode, ...]
    parents: Mapping[str, str]
    sizes: Mapping[str, tuple[float, float]]
    offsets: Mapping[str, Point]


def plan_frames(nodes: Sequence[LayoutNode], options: LayoutOptions) -> FramePlan:
    """Return the plan; a parent that is unknown or would hold itself is no parent."""
    parents = _sound_parents(nodes)
    children: dict[str, list[LayoutNode]] = {}
    for node in nodes:
        if node.id in parents:
            children.setdefault(parents[node.id], []).append(node)
    sizes: dict[str, tuple[float, float]] = {}
    offsets: dict[str, Point] = {}
    for node in sorted(nodes, key=lambda node: -_depth(node.id, parents)):
        held = children.get(node.id, [])
        sizes[node.id] = _fill(node, held, sizes, offsets, options)
    free = tuple(node for node in nodes if node.id not in parents)
    return FramePlan(free, parents, sizes, offsets)


def place_children(boxes: dict[str, Box], nodes: Sequence[LayoutNode], plan: FramePlan) -> None:
    """Add the boxes of all children to those of the free nodes, outermost first."""
    frames = set(plan.parents.values())
    for node in sorted(nodes, key=lambda node: _depth(node.id, plan.parents)):
        if node.id in plan.parents:
            frame = boxes[plan.parents[node.id]]
            dx, dy = plan.offsets[node.id]
            width, height = plan.sizes[node.id]
            holds = node.id in frames
            boxes[node.id] = Box(frame.x + dx, frame.y + dy, width, height, holds)


def _sound_parents(nodes: Sequence[LayoutNode]) -> dict[str, str]:
    known = {node.id for node in nodes}
    parents = {
        node.id: node.parent for node in nodes if node.parent in known and node.parent != node.id
    }
    sound = {child: parent for child, parent in parents.items() if parent is not None}
    for child in sorted(sound):
        seen, above = {child}, sound.get(child)
        while above is not None and above not in seen:
            seen.add(above)
            above = sound.get(above)
        if above is not None:
            del sound[child]
    return sound


def _depth(node: str, parents: Mapping[str, str]) -> int:
    depth = 0
    while node in parents:
        node, depth = parents[node], depth + 1
    return depth


def _fill(
    node: LayoutNode,
    held: Sequence[LayoutNode],
    sizes: dict[str, tuple[float, float]],
    offsets: dict[str, Point],
    options: LayoutOptions,
) -> tuple[float, float]:
    if not held:
        return node.width, node.height
    gap, pad = options.frame_gap, options.frame_padding
    area = sum((sizes[child.id][0] + gap) * (sizes[child.id][1] + gap) for child in held)
    widest = max(sizes[child.id][0] for child in held)
    pair = 2 * widest + gap if len(held) > 1 else widest
    inner = max(node.width - 2 * pad, pair, math.sqrt(area * _FRAME_ASPECT))
    ordered = sorted(
        held, key=lambda child: (-sizes[child.id][1], child.level, child.key, child.id)
    )
    bottom, right = node.height, 0.0
    for _, group in groupby(ordered, key=lambda child: sizes[child.id][1]):
        bottom, reach = _fill_grid(list(group), inner, bottom, sizes, offsets, options)
        right = max(right, reach)
    return max(node.width, right + pad), bottom + pad - gap


def _fill_grid(
    group: Sequence[LayoutNode],
    inner: float,
    top: float,
    sizes: dict[str, tuple[float, float]],
    offsets: dict[str, Point],
    options: LayoutOptions,
) -> tuple[float, float]:
    gap, pad = options.frame_gap, options.frame_padding
    width = max(sizes[child.id][0] for child in group)
    height = sizes[group[0].id][1]
    columns = max(1, int((inner + gap) // (width + gap)))
    # Stretched to fill the frame, so that the right side is as even as the left.
    width = (inner + gap) / columns - gap
    for number, child in enumerate(group):
        row, column = divmod(number, columns)
        sizes[child.id] = width, height
        offsets[child.id] = pad + column * (width + gap), top + row * (height + gap)
    lines = math.ceil(len(group) / columns)
    return top + lines * (height + gap), pad + inner
