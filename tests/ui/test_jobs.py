"""Long work tells how it goes, can be stopped, and ends in exactly one way."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from samstyring.domain.errors import RuleError
from samstyring.ui.jobs import Job, JobControl, LatestJob, stop_all_jobs

WAIT = 30_000


@pytest.fixture(autouse=True)
def no_job_left() -> Iterator[None]:
    yield
    assert stop_all_jobs()


class Ends:
    """Writes down how a job ended, in the order it was told."""

    def __init__(self, job: Job) -> None:
        self.seen: list[object] = []
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def _on_finished(self, result: object) -> None:
        self.seen.append(("finished", result))

    def _on_failed(self, sentence: str) -> None:
        self.seen.append(("failed", sentence))

    def _on_cancelled(self) -> None:
        self.seen.append("cancelled")


class Gate:
    """Work that waits until the test lets it go."""

    def __init__(self, result: str) -> None:
        self.result = result
        self.begun = threading.Event()
        self.open = threading.Event()

    def __call__(self, control: JobControl) -> str:
        self.begun.set()
        self.open.wait(WAIT / 1000)
        return self.result


def _in_a_worker(_control: JobControl) -> bool:
    return threading.current_thread() is not threading.main_thread()


def _break_a_rule(_control: JobControl) -> None:
    raise RuleError("A mandate cannot end before it begins.")


def _slip(_control: JobControl) -> None:
    raise ZeroDivisionError("a bug")


def test_that_work_is_done_in_another_thread_and_told_in_this(qtbot: QtBot) -> None:
    job = Job(_in_a_worker)
    ends = Ends(job)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
    assert ends.seen == [("finished", True)]
    assert job.thread() is QThread.currentThread()


def test_that_a_broken_rule_is_told_as_its_sentence(qtbot: QtBot) -> None:
    job = Job(_break_a_rule)
    ends = Ends(job)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
    assert ends.seen == [("failed", "A mandate cannot end before it begins.")]


def test_that_a_bug_reaches_the_hook_of_the_main_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[tuple[object, bool]] = []

    def hook(kind: object, _error: object, _trace: object) -> None:
        caught.append((kind, threading.current_thread() is threading.main_thread()))

    monkeypatch.setattr(sys, "excepthook", hook)
    job = Job(_slip)
    ends = Ends(job)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
    assert caught == [(ZeroDivisionError, True)]
    assert ends.seen == []


def test_that_progress_is_held_between_nothing_and_all(qtbot: QtBot) -> None:
    def work(control: JobControl) -> None:
        control.progress(-1, "begins")
        control.progress(0.5, "half")
        control.progress(7, "ends")

    seen: list[tuple[float, str]] = []
    job = Job(work)
    job.progressed.connect(lambda fraction, text: seen.append((fraction, text)))
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
    assert seen == [(0.0, "begins"), (0.5, "half"), (1.0, "ends")]


def test_that_cancelling_stops_the_work_at_its_next_check(qtbot: QtBot) -> None:
    reached: list[str] = []
    started = threading.Event()
    go_on = threading.Event()

    def work(control: JobControl) -> None:
        started.set()
        go_on.wait(WAIT / 1000)
        control.check()
        reached.append("after the check")

    job = Job(work)
    ends = Ends(job)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
        started.wait(WAIT / 1000)
        job.cancel()
        go_on.set()
    assert ends.seen == ["cancelled"]
    assert reached == []


def test_that_a_result_that_comes_after_cancelling_is_not_told(qtbot: QtBot) -> None:
    gate = Gate("too late")
    job = Job(gate)
    ends = Ends(job)
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        job.start()
        assert gate.begun.wait(WAIT / 1000)
        job.cancel()
        gate.open.set()
    assert ends.seen == ["cancelled"]


def test_that_a_job_nobody_holds_still_ends(qtbot: QtBot) -> None:
    seen: list[object] = []
    done = threading.Event()

    def begin() -> None:
        job = Job(_in_a_worker)
        job.finished.connect(seen.append)
        job.finished.connect(lambda _result: done.set())
        job.start()

    begin()
    qtbot.waitUntil(done.is_set, timeout=WAIT)
    assert seen == [True]


def test_that_the_newest_request_wins(qtbot: QtBot) -> None:
    old, new = Gate("old"), Gate("new")
    latest = LatestJob()
    results: list[object] = []
    latest.finished.connect(results.append)
    first = latest.start(old)
    assert old.begun.wait(WAIT / 1000)
    latest.start(new)
    new.open.set()
    qtbot.waitUntil(lambda: results == ["new"], timeout=WAIT)
    with qtbot.waitSignal(first.ended, timeout=WAIT):
        old.open.set()
    assert results == ["new"]
    assert not latest.is_busy


def test_that_cancelling_the_latest_says_that_it_is_idle(qtbot: QtBot) -> None:
    gate = Gate("unwanted")
    latest = LatestJob()
    busy: list[bool] = []
    latest.busy_changed.connect(busy.append)
    job = latest.start(gate)
    assert gate.begun.wait(WAIT / 1000)
    latest.cancel()
    with qtbot.waitSignal(job.ended, timeout=WAIT):
        gate.open.set()
    assert busy == [True, False]
