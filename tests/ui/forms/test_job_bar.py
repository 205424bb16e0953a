"""A bar follows a job that takes its time, and stops it when asked."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from samstyring.ui.forms import JobBar
from samstyring.ui.jobs import Job, JobControl, stop_all_jobs

Own = Callable[[QWidget], QWidget]
WAIT = 30_000


class Steps:
    """Work that tells of half, and then waits until the test lets it go."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def __call__(self, control: JobControl) -> None:
        control.progress(0.5, "Writing page 2 of 4")
        self.go_on.wait(WAIT / 1000)
        control.check()


@pytest.fixture(autouse=True)
def no_job_left() -> Iterator[None]:
    yield
    assert stop_all_jobs()


@pytest.fixture
def bar(own_windows: Own) -> JobBar:
    window = own_windows(QWidget())
    bar = JobBar(window)
    window.show()
    return bar


def test_that_the_bar_tells_how_far_and_goes_when_the_job_ends(bar: JobBar, qtbot: QtBot) -> None:
    steps = Steps()
    job = Job(steps, "Exporting")
    bar.watch(job)
    assert bar.text() == "Exporting"
    assert not bar.isVisible()
    job.start()
    qtbot.waitUntil(lambda: bar.isVisible() and bar.text() == "Writing page 2 of 4")
    progress = bar.findChild(QProgressBar)
    assert progress is not None
    assert progress.value() * 2 == progress.maximum()
    assert progress.accessibleName() == "Writing page 2 of 4"
    steps.go_on.set()
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_that_a_quick_job_shows_no_bar(bar: JobBar, qtbot: QtBot) -> None:
    steps = Steps()
    steps.go_on.set()
    job = Job(steps)
    bar.watch(job)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
    qtbot.wait(500)
    assert not bar.isVisible()


def test_that_the_button_stops_the_job(bar: JobBar, qtbot: QtBot) -> None:
    steps = Steps()
    job = Job(steps)
    bar.watch(job)
    button = bar.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(job.cancelled, timeout=WAIT):
        job.start()
        qtbot.waitUntil(bar.isVisible)
        button.click()
        assert bar.text() == "Stopping …"
        steps.go_on.set()


def test_that_a_new_job_takes_the_bar_from_the_old(bar: JobBar, qtbot: QtBot) -> None:
    old, new = Steps(), Steps()
    first, second = Job(old, "Old"), Job(new, "New")
    bar.watch(first)
    first.start()
    bar.watch(second)
    second.start()
    qtbot.waitUntil(bar.isVisible)
    with qtbot.waitSignal(first.ended, timeout=WAIT):
        old.go_on.set()
    assert bar.isVisible()
    with qtbot.waitSignal(second.ended, timeout=WAIT):
        new.go_on.set()
    assert not bar.isVisible()
