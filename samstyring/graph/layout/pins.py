"""Keep pinned boxes where people put them, and everything else clear of them."""

from __future__ import annotations

from collections.abc import Sequence

from samstyring.graph.layout.chains import RowGraph
from samstyring.graph.layout.frames import FramePlan
from samstyring.graph.layout.records import Box, LayoutNode, LayoutOptions

_CLEAR = 10.0

Extent = tuple[float, float]


def pinned_centres(nodes: Sequence[LayoutNode], plan: FramePlan) -> dict[int, float]:
    """Return the centre x of each pinned node by its number."""
    return {
        number: node.pinned[0] + plan.sizes[node.id][0] / 2
        for number, node in enumerate(nodes)
        if node.pinned is not None
    }


def clear_of_pins(
    graph: RowGraph,
    centres: list[float],
    boxes: dict[str, Box],
    nodes: Sequence[LayoutNode],
    extents: Sequence[Extent],
    options: LayoutOptions,
) -> None:
    """Move boxes and bends that a pinned box would cover to the right of it, in place."""
    pins = sorted(
        (boxes[node.id] for node in nodes if node.pinned is not None), key=lambda box: box.x
    )
    if not pins:
        return
    pinned = {number for number, node in enumerate(nodes) if node.pinned is not None}
    for row, (top, bottom) in zip(graph.rows, extents, strict=True):
        gap = options.row_gap / 2
        blockers = [pin for pin in pins if pin.y < bottom + gap and pin.bottom > top - gap]
        if blockers:
            _clear_row([item for item in row if item not in pinned], graph, centres, blockers)
    for number, node in enumerate(nodes):
        if number not in pinned:
            box = boxes[node.id]
            x = centres[number] - box.width / 2
            boxes[node.id] = Box(x, box.y, box.width, box.height, box.frame)


def _clear_row(
    row: Sequence[int], graph: RowGraph, centres: list[float], blockers: Sequence[Box]
) -> None:
    reach: float | None = None
    for item in row:
        half = graph.widths[item] / 2
        wish = left = centres[item] - half
        if reach is not None:
            left = max(left, reach)
        for pin in blockers:
            if left < pin.right + _CLEAR and pin.x < left + 2 * half + _CLEAR:
                left = pin.right + _CLEAR
        centres[item] = left + half
        # What was not pushed keeps the distances it was given.
        reach = left + 2 * half + _CLEAR if left > wish else None
