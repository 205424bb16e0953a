"""Compare the layout with Graphviz dot: time, crossings and what a small edit moves.

All times are CPU seconds, since the machine may be shared; elkjs counts with the start of node.
Crossings are those of the finished drawing, folded or not, by one counter for all three, of the
lines between levels alone: dot gets no others. What dot counts itself, in its order, is told too.
elkjs is fetched by npm into a folder that is thrown away, and told to be missing otherwise.

Run by hand: ``PYTHONPATH=. python tests/benchmarks/bench_layout.py [600 6000]``.
"""

from __future__ import annotations

import itertools
import json
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from samstyring.graph.layout import (
    UNFOLDED,
    LayoutEdge,
    LayoutNode,
    LayoutOptions,
    LayoutResult,
    Point,
    lay_out,
)
from samstyring.graph.layout.curves import straight
from samstyring.graph.layout.drawn_crossings import drawn_crossings

Line = tuple[Point, ...]

SHARES = (0.01, 0.02, 0.05, 0.12, 0.2, 0.25, 0.35)
SCATTER = 0.03
SEEN_AT_MOST = 1000
KINDS = ("reports_to", "advises", "nominates", "informs")


def synthetic(
    count: int, edge_count: int, seed: int = 1
) -> tuple[list[LayoutNode], list[LayoutEdge]]:
    """Return a graph in seven levels whose key is a made-up position along the country."""
    chance = random.Random(seed)
    nodes: list[LayoutNode] = []
    places: dict[str, float] = {}
    for level, share in enumerate(SHARES):
        for _ in range(max(1, round(count * share))):
            place = chance.random()
            name = f"n{len(nodes)}"
            places[name] = place
            key = (f"{int(place * 15):02}", f"{place:.6f}")
            nodes.append(LayoutNode(name, level, 90.0 + chance.randrange(90), 44.0, key))
    ordered = [
        sorted((n for n in nodes if n.level == level), key=lambda n: places[n.id])
        for level in range(len(SHARES))
    ]
    edges: set[LayoutEdge] = set()
    while len(edges) < edge_count:
        node = chance.choice(nodes)
        rise = chance.choices((0, 1, 2, 3), (6, 64, 22, 8))[0]
        level = max(0, node.level - rise)
        row = ordered[level]
        spot = places[node.id] * len(row) + chance.gauss(0, SCATTER * len(row) + 0.7)
        other = row[min(len(row) - 1, max(0, int(spot)))]
        if other.id != node.id:
            kind = chance.choices(KINDS, (55, 15, 15, 15))[0]
            edges.add(LayoutEdge(node.id, other.id, kind))
    return nodes, sorted(edges, key=lambda e: (e.source, e.target, e.kind))


def dot_source(nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge]) -> str:
    """Return the same graph for dot, its ranks tied to the levels."""
    levels = sorted({node.level for node in nodes})
    level_of = {node.id: node.level for node in nodes}
    lines = ["digraph {node [shape=box fixedsize=true]; nodesep=0.33; ranksep=1;"]
    lines += [f"l{a}->l{b};" for a, b in itertools.pairwise(levels)]
    for level in levels:
        row = " ".join(f"{node.id};" for node in nodes if node.level == level)
        lines.append(f"{{rank=same; l{level}; {row}}}")
    lines += [f"{n.id} [width={n.width / 72:.3f} height={n.height / 72:.3f}];" for n in nodes]
    for edge in edges:
        upper, lower = sorted((edge.source, edge.target), key=level_of.__getitem__)
        if level_of[upper] != level_of[lower]:
            lines.append(f"{upper}->{lower};")
    return "\n".join([*lines, "}"])


def run_dot(source: str) -> tuple[float, int, list[Line]]:
    """Return seconds, dot's own count of crossings and the lines it drew."""
    started = _children_seconds()
    done = subprocess.run(
        ["dot", "-v", "-Tplain"],
        input=source,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = _children_seconds() - started
    found = [
        line for line in done.stderr.splitlines() if line.startswith("mincross") and "cross" in line
    ]
    last = next(line for line in reversed(found) if "crossings" in line)
    words = last.replace(",", " ").split()
    return seconds, int(words[words.index("crossings") - 1]), _dot_lines(done.stdout)


def _dot_lines(plain: str) -> list[Line]:
    lines: list[Line] = []
    for words in (line.split() for line in plain.splitlines()):
        # The names of levels, which only hold the ranks in place, begin with an l.
        if words[0] == "edge" and not words[1].startswith("l"):
            numbers = [float(word) * 72 for word in words[4 : 4 + 2 * int(words[3])]]
            lines.append(tuple(zip(numbers[::2], numbers[1::2], strict=True)))
    return lines


def _children_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(
    nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge], options: LayoutOptions
) -> tuple[float, LayoutResult]:
    """Return the median CPU seconds of seven runs, and the layout."""
    seconds = []
    for _ in range(7):
        started = time.process_time()
        result = lay_out(nodes, edges, options)
        seconds.append(time.process_time() - started)
        # What it takes to throw the last one away is not the layout's time.
        if len(seconds) < 7:
            del result
    return statistics.median(seconds), result


def moved(before: LayoutResult, after: LayoutResult) -> tuple[float, float]:
    """Return how far boxes moved on the screen: the median and the 95th percentile, in pixels.

    The canvas keeps the middle of what is seen in place, so a shift common to all is taken off.
    """
    names = [name for name in before.boxes if name in after.boxes]
    dx = [after.boxes[name].x - before.boxes[name].x for name in names]
    dy = [after.boxes[name].y - before.boxes[name].y for name in names]
    mx, my = statistics.median(dx), statistics.median(dy)
    far = sorted(((x - mx) ** 2 + (y - my) ** 2) ** 0.5 for x, y in zip(dx, dy, strict=True))
    return statistics.median(far), far[int(len(far) * 0.95)]


def edited(
    nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge]
) -> tuple[list[LayoutNode], list[LayoutEdge]]:
    """Return the graph after one small edit: a body and two edges more, one edge less."""
    like = nodes[len(nodes) // 2]
    added = replace(like, id="added", key=(*like.key[:-1], like.key[-1] + "x"))
    lines = [
        LayoutEdge("added", nodes[3].id, "reports_to"),
        LayoutEdge("added", nodes[9].id, "advises"),
    ]
    return [*nodes, added], [*edges[:50], *edges[51:], *lines]


def between_levels(result: LayoutResult, nodes: Sequence[LayoutNode]) -> list[Line]:
    """Return the lines between bodies of different levels."""
    level_of = {node.id: node.level for node in nodes}
    return [r.points for r in result.routes if level_of[r.source] != level_of[r.target]]


def run_elk(
    nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge]
) -> tuple[float, list[Line]] | None:
    """Return the CPU seconds elkjs takes and the lines it drew; None where it cannot be had."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        fetched = subprocess.run(
            ["npm", "pack", "elkjs", "--silent"], cwd=folder, capture_output=True, check=False
        )
        packs = list(Path(folder).glob("*.tgz"))
        if fetched.returncode or not packs:
            return None
        with tarfile.open(packs[0]) as pack:
            pack.extractall(folder, filter="data")
        (Path(folder) / "graph.json").write_text(json.dumps(_elk_graph(nodes, edges)))
        (Path(folder) / "run.js").write_text(_ELK_RUN)
        started = _children_seconds()
        done = subprocess.run(["node", "run.js"], cwd=folder, capture_output=True, check=False)
        seconds = _children_seconds() - started
        if done.returncode:
            return None
        return seconds, _elk_lines(json.loads((Path(folder) / "done.json").read_text()))


def _elk_lines(graph: dict[str, Any]) -> list[Line]:
    lines: list[Line] = []
    for edge in graph["edges"]:
        for part in edge.get("sections", ()):
            corners = [part["startPoint"], *part.get("bendPoints", ()), part["endPoint"]]
            places = [(corner["x"], corner["y"]) for corner in corners]
            points = [places[0]]
            for start, end in itertools.pairwise(places):
                points.extend(straight(start, end))
            lines.append(tuple(points))
    return lines


_ELK_RUN = """
const ELK = require("./package/lib/elk.bundled.js");
const graph = JSON.parse(require("fs").readFileSync("graph.json"));
const done = (found) => require("fs").writeFileSync("done.json", JSON.stringify(found));
new ELK().layout(graph).then(done, () => process.exit(1));
"""


def _elk_graph(nodes: Sequence[LayoutNode], edges: Sequence[LayoutEdge]) -> dict[str, object]:
    level_of = {node.id: node.level for node in nodes}
    ends = [sorted((e.source, e.target), key=level_of.__getitem__) for e in edges]
    return {
        "id": "root",
        "layoutOptions": {
            "elk.algorithm": "layered",
            "elk.direction": "DOWN",
            "elk.layered.layering.strategy": "INTERACTIVE",
        },
        "children": [
            {"id": n.id, "width": n.width, "height": n.height, "x": 0, "y": n.level * 150}
            for n in nodes
        ],
        "edges": [
            {"id": f"e{number}", "sources": [upper], "targets": [lower]}
            for number, (upper, lower) in enumerate(ends)
            if level_of[upper] != level_of[lower]
        ],
    }


WAYS = {
    "one row a level": replace(UNFOLDED, stacked_kinds=()),
    "levels in rows, not folded": UNFOLDED,
    "folded, as by default": LayoutOptions(),
}
ROW = "  {:<28} {:>8} {:>10} {:>8} {:>8}  {}"


def main(sizes: Sequence[int]) -> None:
    """Print one table for each size, the ratios beside dot and elkjs from the same run."""
    for size in sizes:
        nodes, edges = synthetic(size, size * 5 // 2)
        print(f"{size} boxes, {len(edges)} edges")
        print(ROW.format("", "seconds", "crossings", "dot/", "elk/", ""))
        dot = run_dot(dot_source(nodes, edges)) if shutil.which("dot") else None
        elk = run_elk(nodes, edges)
        for title, options in WAYS.items():
            seconds, result = timed(nodes, edges, options)
            crossings = drawn_crossings(between_levels(result, nodes))
            median, high = moved(result, lay_out(*edited(nodes, edges), options))
            ratios = [f"{other[0] / seconds:.1f}x" if other else "-" for other in (dot, elk)]
            size_told = f"{_extent(result)}, an edit moves {median:.0f}/{high:.0f} px"
            print(ROW.format(title, f"{seconds:.3f}", crossings, *ratios, size_told))
        if dot is None:
            print("  dot is missing")
        else:
            own = f"{dot[1]} by its own count"
            print(ROW.format("dot", f"{dot[0]:.2f}", _seen(dot[2], size), "", "", own))
        if elk is None:
            print("  elkjs is missing")
        else:
            print(ROW.format("elkjs", f"{elk[0]:.2f}", _seen(elk[1], size), "", "", ""))


def _seen(lines: Sequence[Line], size: int) -> str:
    """Return the crossings of another's drawing; of a large one counting takes too long."""
    return str(drawn_crossings(lines)) if size <= SEEN_AT_MOST else "-"


def _extent(result: LayoutResult) -> str:
    left, right = (
        min(b.x for b in result.boxes.values()),
        max(b.right for b in result.boxes.values()),
    )
    height = max(b.bottom for b in result.boxes.values()) - min(b.y for b in result.boxes.values())
    return f"{right - left:.0f} x {height:.0f} px"


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [600])
