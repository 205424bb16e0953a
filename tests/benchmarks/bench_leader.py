"""Measure words, difference, graph files and the leader's file, all made from the example.

Run as python tests/benchmarks/bench_leader.py.

Everything is made from the example as of today. Times are milliseconds by the wall, the middle of
several; frames are counted in headless Chromium while the picture is panned, where it is installed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from samstyring.example import build_example  # noqa: E402
from samstyring.export.graph_files import write_graph_file  # noqa: E402
from samstyring.export.leader_file import LeaderDay, write_leader_file  # noqa: E402
from samstyring.graph.difference import difference_of  # noqa: E402
from samstyring.graph.measuring import estimated_measure  # noqa: E402
from samstyring.graph.org_picture import PictureOptions, org_scene  # noqa: E402
from samstyring.graph.paths import how_related  # noqa: E402
from samstyring.graph.structure import holding  # noqa: E402
from samstyring.graph.words import describe_bodies  # noqa: E402
from samstyring.language import set_language  # noqa: E402
from samstyring.queries.difference import two_days  # noqa: E402
from samstyring.queries.graph_over_time import graph_over_time  # noqa: E402
from samstyring.queries.org import org_snapshot  # noqa: E402
from samstyring.queries.seats import seat_lines  # noqa: E402
from samstyring.workspace import Workspace  # noqa: E402
from tests.export.chromium import CHROMIUM, Page, chromium_page  # noqa: E402

ROUNDS = 7
LARGEST_FILE = 1_000_000
SLOWEST_FRAME = 1000 / 55
_PAN = """new Promise(done => {
  const stage = document.querySelector('.day:not([hidden]) .stage');
  const edge = stage.getBoundingClientRect(), x = edge.x + edge.width / 2;
  const y = edge.y + edge.height / 2, times = [];
  const send = (kind, dx, dy) => stage.dispatchEvent(new PointerEvent(kind,
    {clientX: x + dx, clientY: y + dy, pointerId: 1, bubbles: true}));
  stage.setPointerCapture = () => {};
  send('pointerdown', 0, 0);
  let last = 0;
  const step = now => {
    if (last) times.push(now - last);
    last = now;
    const n = times.length;
    send('pointermove', 400 * Math.sin(n / 20), 200 * Math.sin(n / 13));
    if (n < 240) requestAnimationFrame(step);
    else { send('pointercancel', 0, 0); done(times.sort((a, b) => a - b)); }
  };
  requestAnimationFrame(step);
})"""


@dataclass(frozen=True)
class Figure:
    """One line of the result: what was measured, in what, and the most it may be."""

    what: str
    value: float
    unit: str
    most: float | None = None

    @property
    def missed(self) -> bool:
        """Whether the target was not met."""
        return self.most is not None and self.value > self.most

    def __str__(self) -> str:
        target = "" if self.most is None else f"  (at most {self.most:.0f})"
        return f"{self.what:44} {self.value:8.1f} {self.unit}{target}{' MISSED' * self.missed}"


def middle(work: Callable[[], Any]) -> float:
    """Return the middle of several runs, in milliseconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def a_day(workspace: Workspace, day: date, *, whole: bool) -> LeaderDay:
    """Return a day of the example for the leader's file, folded or with all municipalities."""
    snapshot = workspace.read(org_snapshot, as_of=day)
    unfolded = frozenset(holding(snapshot).holder.values()) if whole else frozenset()
    scene = org_scene(snapshot, PictureOptions(unfolded=unfolded), estimated_measure())
    return LeaderDay(day.isoformat(), scene, snapshot, workspace.read(seat_lines, as_of=day))


def of_words(workspace: Workspace, today: date) -> list[Figure]:
    """Measure the difference of two days, the paragraphs, and how two bodies are related."""
    before = today - timedelta(days=7 * 365)
    days = workspace.read(two_days, before=before, after=today)
    ids = [body.id for body in days.after.bodies]

    def whole_difference() -> None:
        difference_of(workspace.read(two_days, before=before, after=today))

    return [
        Figure("difference of two days, with reading", middle(whole_difference), "ms", 200),
        Figure("difference alone", middle(lambda: difference_of(days)), "ms"),
        Figure(
            f"paragraphs on all {len(ids)} bodies",
            middle(lambda: describe_bodies(days.after, days.seats_after)), "ms",
        ),
        Figure(
            "how two bodies are related",
            middle(lambda: how_related(days.after, ids[0], ids[-1])), "ms",
        ),
    ]  # fmt: skip


def of_drawing(workspace: Workspace, today: date) -> list[Figure]:
    """Measure from the file to a drawing, for the first day and for another one after it."""
    measure = estimated_measure()

    def draw(day: date) -> None:
        snapshot = workspace.read(org_snapshot, as_of=day)
        org_scene(snapshot, PictureOptions(), measure)

    earlier = today - timedelta(days=730)
    return [
        Figure("whole example from data to drawing", middle(lambda: draw(today)), "ms", 300),
        Figure("change of date, to drawing", middle(lambda: draw(earlier)), "ms", 120),
    ]


def of_graph_files(workspace: Workspace, today: date, folder: Path) -> list[Figure]:
    """Measure the files for other programs."""
    graph = workspace.read(graph_over_time, as_of=today)
    figures = []
    for ending in ("graphml", "gexf"):
        path = folder / f"graph.{ending}"

        def write(path: Path = path) -> None:
            write_graph_file(path, graph, title="Example", language="nb")

        figures.append(Figure(f"{ending} of everything over time", middle(write), "ms"))
    return figures


def of_leader_file(workspace: Workspace, today: date, folder: Path, whole: bool) -> list[Figure]:
    """Measure the leader's file of three days: from snapshots to file, its size, its frames."""
    name = "all municipalities" if whole else "folded"
    path = folder / f"leader-{whole}.html"
    dates = [today, today - timedelta(days=730), date(2020, 6, 1)]

    def write() -> None:
        days = [a_day(workspace, day, whole=whole) for day in dates]
        write_leader_file(path, days, title="Example", language="nb")

    took = middle(write)
    size = path.stat().st_size
    return [
        Figure(f"leader's file of three days, {name}", took, "ms", 1000),
        Figure("  its size", size / 1000, "kB", LARGEST_FILE / 1000),
        *of_panning(path, folder),
    ]


def of_panning(path: Path, folder: Path) -> list[Figure]:
    """Measure the time between frames while the picture is panned, seen whole and near."""
    if CHROMIUM is None:
        return [Figure("  frames not measured: no Chromium", 0, "")]
    with chromium_page(folder) as page:
        page.size(1600, 1000)
        page.open(path)
        seen = [("seen whole", 0), ("zoomed in", 5)]
        return [figure for name, clicks in seen for figure in of_frames(page, name, clicks)]


def of_frames(page: Page, name: str, clicks: int) -> list[Figure]:
    """Zoom in so many times and measure the frames of a pan of four seconds."""
    for _ in range(clicks):
        page.click("#in")
    time.sleep(1)
    times = page.ask(_PAN)
    return [
        Figure(f"  frame while panning, {name}, middle", times[len(times) // 2], "ms", 17),
        Figure("  … and of 100 the 95th", times[len(times) * 95 // 100], "ms", SLOWEST_FRAME),
        Figure("  … frames a second", 1000 * len(times) / sum(times), "/s"),
    ]


def main() -> int:
    """Print the figures; return 1 when a target is missed."""
    set_language("nb")
    today = date(2026, 11, 21)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build_example(folder / "example.samstyring", today)
        workspace = Workspace.open(folder / "example.samstyring", read_only=True)
        figures = [
            *of_drawing(workspace, today),
            *of_words(workspace, today),
            *of_graph_files(workspace, today, folder),
            *of_leader_file(workspace, today, folder, whole=False),
            *of_leader_file(workspace, today, folder, whole=True),
        ]
        workspace.close()
    print(*figures, sep="\n")
    return 1 if any(figure.missed for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
