"""Python's garbage: it is collected in the window's thread, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from samstyring.ui.collecting import Collector, collect_what_is_due
from samstyring.ui.jobs import Job, JobControl


class Ring:
    """Something that only the collector can take down, and that tells where it was."""

    def __init__(self, seen: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: seen.append(threading.current_thread().name))


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    """Start with a clean house and a collector; leave the house as it was."""
    gc.collect()
    made = Collector()
    yield made
    made.deleteLater()
    gc.unfreeze()


def test_that_a_worker_leaves_garbage_to_the_window(qtbot: QtBot, collector: Collector) -> None:
    seen: list[str] = []

    def work(_control: JobControl) -> None:
        kept = []
        for _ in range(100 * gc.get_threshold()[0]):
            Ring(seen)
            kept.append([])

    job = Job(work)
    with qtbot.waitSignal(job.ended, timeout=30_000):
        job.start()
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    assert set(seen) == {threading.main_thread().name}


def test_that_the_generation_that_is_due_is_collected(collector: Collector) -> None:
    assert collect_what_is_due() == -1
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    assert collect_what_is_due() == 0
    assert kept
