"""Lead long lines of a folded layout through the gaps between the boxes they pass."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from samstyring.graph.layout.chains import IndexEdge, Owner, RowGraph, trunk_owners
from samstyring.graph.layout.isotonic import spread
from samstyring.graph.layout.records import LayoutOptions

_CLEAR_SHARE = 0.33
_LEAST_CLEAR = 3.0
_FAR = 1e9

Gap = tuple[float, float]


def row_graph_alone(
    rows: Sequence[Sequence[int]], widths: Sequence[float], edges: Sequence[IndexEdge]
) -> RowGraph:
    """Return the nodes alone, each joined straight to its neighbours in the rows above and below.

    With many rows the bends would outnumber the boxes and push them apart.
    """
    row_of = [0] * len(widths)
    for index, row in enumerate(rows):
        for node in row:
            row_of[node] = index
    up: list[list[int]] = [[] for _ in widths]
    down: list[list[int]] = [[] for _ in widths]
    for source, target, _ in edges:
        first, second = row_of[source], row_of[target]
        if first < second:
            down[source].append(target)
            up[target].append(source)
        elif second < first:
            down[target].append(source)
            up[source].append(target)
    return RowGraph(len(widths), [list(row) for row in rows], row_of, list(widths), up, down, [])


def thread_bends(
    alone: RowGraph, edges: Sequence[IndexEdge], centres: Sequence[float], options: LayoutOptions
) -> tuple[RowGraph, list[float]]:
    """Return the graph with a bend in each row that a line passes, and the centres of all items.

    Takes the centres of the nodes. The bends lie in the gaps nearest to where their lines go, and
    the rows of the graph are put in order of x; it has chains but no neighbours.
    """
    graph = RowGraph(
        alone.nodes, [*map(list, alone.rows)], [*alone.row_of], [*alone.widths], [], [], []
    )
    placed = list(centres)
    bends = _add_trunks(graph, edges, placed, share=options.share_trunks)
    for row, passing in zip(graph.rows, bends, strict=True):
        row.sort(key=placed.__getitem__)
        _thread_row(row, passing, graph.widths, placed, options)
        row.extend(passing)
        row.sort(key=placed.__getitem__)
    return graph, placed


def _add_trunks(
    graph: RowGraph, edges: Sequence[IndexEdge], placed: list[float], *, share: bool
) -> list[list[int]]:
    """Give each trunk its bends and each edge its chain; return the bends of each row."""
    trunks: dict[Owner, list[int]] = {}
    owners = trunk_owners(edges, graph.row_of, share)
    for number, owner in enumerate(owners):
        trunks.setdefault(owner, []).append(number)
    chains: list[tuple[int, ...]] = [()] * len(edges)
    bends: list[list[int]] = [[] for _ in graph.rows]
    row_of = graph.row_of
    for owner, numbers in trunks.items():
        turned = not owner[-1]
        pairs = [edges[number][1::-1] if turned else edges[number][:2] for number in numbers]
        start, first = pairs[0][0], len(placed)
        _add_bends(graph, start, [end for _, end in pairs], placed, bends)
        for number, (_, end) in zip(numbers, pairs, strict=True):
            apart = row_of[end] - row_of[start]
            way = range(first, first + abs(apart) - 1)
            if apart == 0:
                chains[number] = edges[number][:2]
            elif apart > 0:
                chains[number] = (start, *way, end)
            else:
                chains[number] = (end, *reversed(way), start)
    graph.chains = chains
    return bends


def _add_bends(
    graph: RowGraph,
    start: int,
    ends: Sequence[int],
    placed: list[float],
    bends: Sequence[list[int]],
) -> None:
    """Add the bends of one trunk, each where its lines would pass on average if straight."""
    row, x = graph.row_of[start], placed[start]
    slopes: dict[int, list[float]] = {}
    for end in ends:
        apart = abs(graph.row_of[end] - row)
        if apart > 1:
            slopes.setdefault(apart, []).append((placed[end] - x) / apart)
    longest = max(slopes, default=1)
    # Lines within the row are among those of a trunk too, and have no direction.
    step = 1 if any(graph.row_of[end] > row for end in ends) else -1
    total, count = 0.0, 0
    wishes: list[float] = []
    for distance in range(longest, 1, -1):
        total += sum(slopes.get(distance, ()))
        count += len(slopes.get(distance, ()))
        wishes.append(x + (distance - 1) * total / count)
    for distance, wish in enumerate(reversed(wishes), 1):
        bends[row + step * distance].append(len(placed))
        graph.row_of.append(row + step * distance)
        graph.widths.append(0.0)
        placed.append(wish)


def _thread_row(
    nodes: Sequence[int],
    bends: Sequence[int],
    widths: Sequence[float],
    placed: list[float],
    options: LayoutOptions,
) -> None:
    spans = [(placed[i] - widths[i] / 2, placed[i] + widths[i] / 2) for i in nodes]
    gaps = _gaps(spans, options.node_gap * _CLEAR_SHARE)
    starts, last = [gap[0] for gap in gaps], len(gaps) - 1
    shared: list[list[int]] = [[] for _ in gaps]
    for bend in sorted(bends, key=placed.__getitem__):
        x = placed[bend]
        index = max(0, bisect_left(starts, x) - 1)
        if index < last and starts[index + 1] - x < x - gaps[index][1]:
            index += 1
        shared[index].append(bend)
    for (low, high), inside in zip(gaps, shared, strict=True):
        if inside:
            _share_gap(inside, low, high, placed, options.line_gap / 2)


def _share_gap(
    inside: Sequence[int], low: float, high: float, placed: list[float], step: float
) -> None:
    if len(inside) == 1:
        placed[inside[0]] = min(max(placed[inside[0]], low), high)
    elif step * len(inside) >= high - low:
        step = (high - low) / len(inside)
        for number, bend in enumerate(inside):
            placed[bend] = low + (number + 0.5) * step
    else:
        wishes = [placed[bend] for bend in inside]
        places = spread(wishes, [1.0] * len(inside), [step] * (len(inside) - 1), low, high)
        for bend, x in zip(inside, places, strict=True):
            placed[bend] = x


def _gaps(spans: Sequence[Gap], clear: float) -> list[Gap]:
    """Return where a line may pass, well clear of the boxes where there is room for that."""
    edges = [-_FAR, *(side for span in spans for side in span), _FAR]
    gaps: list[Gap] = []
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        margin = min(clear, (high - low) * 0.4)
        if margin >= _LEAST_CLEAR:
            gaps.append((low + margin, high - margin))
    return gaps
