"""Lead long lines of a folded layout through the gaps between the boxes they pass."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

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
    for number, owner in enumerate(trunk_owners(edges, graph.row_of, share)):
        trunks.setdefault(owner, []).append(number)
    chains: list[tuple[int, ...]] = [()] * len(edges)
    bends: list[list[int]] = [[] for _ in graph.rows]
    row_of = graph.row_of
    for owner, numbers in trunks.items():
        start, first, leaving = owner[0] if share else edges[numbers[0]][0], len(placed), owner[-1]
        ends = [edges[number][1] if leaving else edges[number][0] for number in numbers]
        _add_bends(graph, start, ends, placed, bends)
        for number, end in zip(numbers, ends, strict=True):
            apart = row_of[end] - row_of[start]
            if apart > 0:
                chains[number] = (start, *range(first, first + apart - 1), end)
            elif apart:
                chains[number] = (end, *range(first - apart - 2, first - 1, -1), start)
            else:
                chains[number] = edges[number][:2]
    graph.widths.extend([0.0] * (len(placed) - graph.nodes))
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
    # Lines within the row are among those of a trunk too, and have no direction.
    farthest = max((graph.row_of[end] - row for end in ends), key=abs)
    longest, step = abs(farthest), 1 if farthest > 0 else -1
    if longest < 2:
        return
    added = len(placed)
    placed.extend(
        _wishes(x, longest, [(abs(graph.row_of[end] - row), placed[end]) for end in ends])
    )
    rows = range(row + step, row + step * longest, step)
    graph.row_of.extend(rows)
    for bend, passed in enumerate(rows, added):
        bends[passed].append(bend)


def _wishes(x: float, longest: int, ends: Sequence[tuple[int, float]]) -> list[float]:
    """Return the mean x of the lines in each row passed; ``ends`` tells how far each goes."""
    if len(ends) == 1:
        slope = (ends[0][1] - x) / longest
        return [x + distance * slope for distance in range(1, longest)]
    starting: list[list[float]] = [[] for _ in range(longest + 1)]
    for apart, end in ends:
        if apart > 1:
            starting[apart].append((end - x) / apart)
    total, count = 0.0, 0
    wishes: list[float] = []
    for distance in range(longest, 1, -1):
        for slope in starting[distance]:
            total += slope
            count += 1
        wishes.append(x + (distance - 1) * total / count)
    return wishes[::-1]


def _thread_row(
    nodes: Sequence[int],
    bends: Sequence[int],
    widths: Sequence[float],
    placed: list[float],
    options: LayoutOptions,
) -> None:
    spans = [(placed[i] - widths[i] / 2, placed[i] + widths[i] / 2) for i in nodes]
    gaps = _gaps(spans, options.node_gap * _CLEAR_SHARE)
    low, high = gaps[0]
    index, last, inside = 0, len(gaps) - 1, list[int]()
    for bend in sorted(bends, key=placed.__getitem__):
        x = placed[bend]
        while index < last and gaps[index + 1][0] - x < x - high:
            _share_gap(inside, low, high, placed, options.line_gap / 2)
            index, inside = index + 1, []
            low, high = gaps[index]
        inside.append(bend)
    _share_gap(inside, low, high, placed, options.line_gap / 2)


def _share_gap(
    inside: Sequence[int], low: float, high: float, placed: list[float], step: float
) -> None:
    if len(inside) < 2:
        for bend in inside:
            placed[bend] = min(max(placed[bend], low), high)
    elif step * len(inside) >= high - low:
        step = (high - low) / len(inside)
        for number, bend in enumerate(inside):
            placed[bend] = low + (number + 0.5) * step
    else:
        wishes = [placed[bend] for bend in inside]
        apart = all(after - before >= step for before, after in pairwise(wishes))
        if apart and wishes[0] >= low and wishes[-1] <= high:
            return
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
