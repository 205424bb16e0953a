"""From a click to the picture of what would be: a candidate tried out in the example's round."""

import os
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samstyring.example import build_example
from samstyring.queries.bodies import body_lines
from samstyring.queries.composition import suggestion_problem
from samstyring.queries.composition_trial import body_to_try
from samstyring.queries.nominations import round_lines
from samstyring.ui.composition.seat_picker import STAY, SeatPicker
from samstyring.ui.composition.what_if_pane import Query, WhatIfPane
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FittingScroll
from samstyring.ui.settings import Settings
from samstyring.ui.theme import Theme, apply_theme
from samstyring.workspace import Workspace

CLICKS = 21
MOST_MS = 20


def measure(desk: Desk, query: Query, item_id: str, title: str) -> None:
    """Print the median and slowest click in CPU time, with all that is painted because of it."""
    started = time.perf_counter()
    pane = WhatIfPane(desk, query)
    scroll = FittingScroll(pane)
    scroll.resize(560, 640)
    scroll.show()
    pane.show_item(item_id)
    QApplication.processEvents()
    opened = (time.perf_counter() - started) * 1000
    seats = [seat for trial in pane.trials for seat in trial.pickers.values()]
    candidates = [seat for seat in seats if seat.seat.candidates]
    keys = ("candidacy:", "person:")
    times = {key: [_click(candidates or seats, key, n) for n in range(CLICKS)] for key in keys}
    print(f"{title}: {len(seats)} seats, shown in {opened:.0f} ms")
    for key, found in times.items():
        median, slowest = statistics.median(found), max(found)
        print(f"  {key[:-1]}: {median:.1f} ms, at most {slowest:.1f} ms (target {MOST_MS} ms)")
    scroll.close()


def _click(seats: list[SeatPicker], kind: str, turn: int) -> float:
    picker = seats[turn % len(seats)]
    offered = [key for key in picker.offered() if key.startswith(kind)]
    key = offered[turn % len(offered)] if offered else STAY
    picker.choose(STAY)
    picker.set_value(key)
    QTest.qWait(20)
    started = time.process_time()
    picker.value_changed.emit()
    QApplication.processEvents()
    return (time.process_time() - started) * 1000


def main() -> None:
    """Measure a round and a body of the example."""
    app = QApplication([])
    apply_theme(app, Theme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "example.samstyring"
        build_example(path, date.today())
        desk = Desk(Workspace.open(path), Settings(Path(folder) / "settings.ini"))
        called = next(r for r in desk.read(round_lines, as_of=desk.day) if not r.closed_on)
        measure(desk, suggestion_problem, called.id, "round")
        body = max(desk.read(body_lines, as_of=desk.day), key=lambda line: line.seats)
        measure(desk, body_to_try, body.id, "body")
        desk.close()


if __name__ == "__main__":
    main()
