"""One edit, one undo and one letter of a search, on the example and ten times it.

With the refresh of what is shown. The issue asks for 50 ms of an edit at ten times the example, as
much of its undo, and 30 ms of a letter.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samstyring.commands.seats import SeatFacts, correct_seat
from samstyring.domain.seats import SeatRole
from samstyring.example import build_example, set_up_new
from samstyring.example.larger import build_larger
from samstyring.queries.bodies import body_lines
from samstyring.queries.municipalities import municipality_lines
from samstyring.queries.seats import seat_lines
from samstyring.ui.application import Application
from samstyring.ui.frame.pages import PAGES
from samstyring.ui.main_window import MainWindow
from samstyring.ui.settings import Settings

ROUNDS = 9


def rest(seconds: float) -> None:
    """Let the window and its jobs go on; Qt's own waiting gives other threads no turn."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def median_ms(work: Callable[[], object]) -> float:
    """Return the median CPU milliseconds of the window's thread; its events are counted in."""
    times = []
    for _round in range(ROUNDS):
        started = time.thread_time()
        work()
        QApplication.processEvents()
        times.append((time.thread_time() - started) * 1000)
        rest(0.9)  # what runs in the background is not waited for by the user
    return statistics.median(times)


def measure(path: Path, settings: Path, times: int) -> None:
    """Print an edit and its undo while each of the pages is shown."""
    application = Application(Settings(settings), PAGES, build_example, set_up_new)
    application.open_path(path)
    window = application.window
    assert window is not None
    window.make_all_pages()
    desk = window.desk
    places = {line.id for line in desk.read(municipality_lines, as_of=desk.day)}
    seated = next(line for line in desk.read(body_lines, as_of=desk.day) if line.seats > 5)
    seat = desk.read(seat_lines, as_of=desk.day, body_id=seated.id)[0]
    home = next(
        line for line in desk.read(seat_lines, as_of=desk.day) if line.employer_id in places
    )
    notes = iter(range(10_000))

    def edit() -> None:
        facts = SeatFacts(SeatRole(seat.role), period=seat.period, note=str(next(notes)))
        desk.run(correct_seat, seat.id, facts)

    for key, kind, item in (
        ("bodies", "body", seated.id),
        ("people", "person", seat.person_id),
        ("municipalities", "municipality", home.employer_id),
    ):
        window.open_item(kind, item)
        rest(0.6)
        print(
            f"x{times} {key}: edit {median_ms(edit):.0f} ms, undo {median_ms(window.undo):.0f} ms"
        )
    letters = iter("daksefgiorbn")
    print(f"x{times} search: a letter {median_ms(lambda: type_one(window, next(letters))):.0f} ms")
    application.close()


def type_one(window: MainWindow, letter: str) -> None:
    """Type a letter into the empty search field."""
    window.search_field.clear()
    QTest.keyClick(window.search_field, letter)


def main() -> None:
    """Measure the example, and ten times it when asked for with an argument."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        for times in [int(word) for word in sys.argv[1:]] or [1, 10]:
            path = Path(folder) / f"x{times}.samstyring"
            if times == 1:
                build_example(path, date.today())
            else:
                build_larger(path, date.today(), times)
            measure(path, Path(folder) / "settings.ini", times)
    del app


if __name__ == "__main__":
    main()
