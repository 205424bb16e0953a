"""Measure the graph page on the example: data to picture, change of date, difference, views.

Run: python tests/benchmarks/bench_graph_page.py
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from samstyring.example import build_example
from samstyring.export.scene_painter import font_measure
from samstyring.export.scene_style import PAPER
from samstyring.graph.difference import both_days, difference_of
from samstyring.graph.org_picture import Beside, scene_of
from samstyring.graph.picture import picture_of
from samstyring.graph.picture_options import PictureOptions
from samstyring.graph.picture_words import described_picture
from samstyring.queries.difference import two_days
from samstyring.queries.org import org_snapshot
from samstyring.queries.views import change_days, saved_views
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.page import GraphPage
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace

TODAY = date(2026, 2, 7)
ROUNDS = 7


def main() -> int:
    """Print the figures beside what was promised; 1 when one of them is not kept."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.samstyring"
        build_example(path, TODAY)
        workspace = Workspace.open(path)
        kept = [report(*row) for row in (*core(workspace), *page(app, workspace, Path(folder)))]
        workspace.close()
    return 0 if all(kept) else 1


def core(workspace: Workspace) -> list[tuple[str, float, float]]:
    """Measure without a window: what is read, and what is made of it."""
    measure = font_measure(PAPER)

    def whole() -> None:
        snapshot = workspace.read(org_snapshot, as_of=TODAY)
        scene_of(picture_of(snapshot, PictureOptions()), measure)

    def differing() -> None:
        days = workspace.read(two_days, before=date(2023, 1, 1), after=TODAY)
        found = difference_of(days)
        both = both_days(days.before, days.after)
        described_picture(picture_of(both, PictureOptions(), Beside(difference=found)))

    def small() -> None:
        workspace.read(change_days)
        workspace.read(saved_views)

    return [
        ("whole example, data to picture", median(whole), 300.0),
        ("difference of two days, marked and told", median(differing), 200.0),
        ("days of change and saved views", median(small), 50.0),
    ]


def page(app: QApplication, workspace: Workspace, folder: Path) -> list[tuple[str, float, float]]:
    """Measure the page: from the date to the picture on the screen."""
    desk = Desk(workspace, Settings(folder / "settings.ini"))
    shown = GraphPage(desk)
    shown.resize(1100, 740)
    drawn: list[float] = []
    shown.stage.drawn.connect(lambda: drawn.append(perf_counter()))

    def until_drawn(act: Callable[[], object]) -> float:
        app.processEvents()
        drawn.clear()
        begun = perf_counter()
        act()
        while not drawn:
            app.processEvents()
        return (drawn[0] - begun) * 1000

    until_drawn(shown.show)
    dates = [until_drawn(lambda y=year: desk.set_day(date(y, 6, 1))) for year in range(2019, 2026)]
    until_drawn(lambda: desk.set_day(TODAY))
    compared = until_drawn(lambda: shown.looking.compare_with(date(2023, 1, 1)))
    shown.close()
    desk.close()
    return [
        ("change of date, to the picture on the screen", statistics.median(dates), 120.0),
        ("difference, to the picture on the screen", compared, 200.0),
    ]


def median(run: Callable[[], None]) -> float:
    """Return the median of some rounds in milliseconds, after one that is not counted."""
    run()
    times = []
    for _round in range(ROUNDS):
        begun = perf_counter()
        run()
        times.append((perf_counter() - begun) * 1000)
    return statistics.median(times)


def report(what: str, found: float, most: float) -> bool:
    """Print one figure and say whether it is kept."""
    kept = found <= most
    print(f"{what:<48} {found:7.1f} ms   most {most:5.0f} ms   {'kept' if kept else 'NOT KEPT'}")
    return kept


if __name__ == "__main__":
    sys.exit(main())
