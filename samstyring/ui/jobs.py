"""Long work off the window's thread, with progress, cancelling and errors in words."""

import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from samstyring.domain.errors import SamstyringError


class CancelledError(Exception):
    """Raised inside the work when the user no longer wants it."""


class JobControl:
    """What the work holds in its thread: tells how far it is and hears if it should stop."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next check; may be called from any thread."""
        self._stop.set()

    def check(self) -> None:
        """Raise CancelledError if the user asked to stop."""
        if self.is_cancelled:
            raise CancelledError

    def progress(self, fraction: float, text: str = "") -> None:
        """Tell how far the work is, 0 to 1, and stop here if the user asked for it."""
        self.check()
        self._tell(max(0.0, min(1.0, fraction)), text)


class _End(Enum):
    FINISHED = "finished"
    FAILED = "failed"
    CANCELLED = "cancelled"
    BUG = "bug"


@dataclass(frozen=True)
class _Outcome:
    end: _End
    result: object = None
    error: BaseException | None = None


# A running job outlives whoever started it; the set keeps its signals alive meanwhile.
_running: set["Job"] = set()
# A thread lets go of its job a moment after it has told of it; the last to let go must not be
# that thread, since Qt's objects are taken down where they live.
_ended: deque["Job"] = deque(maxlen=32)


class Job(QObject):
    """One piece of work in a worker thread.

    The work is a function of a JobControl. It gets records and plain values, never widgets.
    Signals come in the thread that made the job: exactly one of `finished(result)`,
    `failed(sentence)` and `cancelled()`, then always `ended()`. An error that is not a
    SamstyringError is a bug and goes to sys.excepthook in that thread, followed by `ended()`.
    """

    progressed = Signal(float, str)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _done = Signal(object)

    def __init__(self, work: Callable[[JobControl], object], title: str = "") -> None:
        super().__init__()
        self.title = title
        self._work = work
        self._control = JobControl(self.progressed.emit)
        self._done.connect(self._on_done)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin in a thread of the pool, by default the program's own."""
        _running.add(self)
        (pool or QThreadPool.globalInstance()).start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` comes when it has."""
        self._control.cancel()

    def _run(self) -> None:
        self._done.emit(self._outcome())

    def _outcome(self) -> _Outcome:
        try:
            self._control.check()
            result = self._work(self._control)
        except CancelledError:
            return _Outcome(_End.CANCELLED)
        except SamstyringError as error:
            return _Outcome(_End.FAILED, error=error)
        except Exception as error:  # noqa: BLE001 - carried to the main thread's hook
            return _Outcome(_End.BUG, error=error)
        if self._control.is_cancelled:
            return _Outcome(_End.CANCELLED)
        return _Outcome(_End.FINISHED, result=result)

    @Slot(object)
    def _on_done(self, outcome: _Outcome) -> None:
        _ended.append(self)
        _running.discard(self)
        # The user may have cancelled after the work was done but before it was told.
        if outcome.end is _End.CANCELLED or self._control.is_cancelled:
            self.cancelled.emit()
        elif outcome.end is _End.FINISHED:
            self.finished.emit(outcome.result)
        elif outcome.end is _End.FAILED:
            self.failed.emit(str(outcome.error))
        elif outcome.error is not None:
            sys.excepthook(type(outcome.error), outcome.error, outcome.error.__traceback__)
        self.ended.emit()


class LatestJob(QObject):
    """Runs one job at a time for one purpose: a new request cancels and silences the old."""

    progressed = Signal(float, str)
    finished = Signal(object)
    failed = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a request is under way."""
        return self._job is not None

    def start(self, work: Callable[[JobControl], object], title: str = "") -> Job:
        """Begin the work in place of any that is under way; return its job."""
        self._drop()
        job = Job(work, title)
        self._job = job
        job.progressed.connect(self.progressed)
        job.finished.connect(self.finished)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)
        job.start()
        self.busy_changed.emit(True)
        return job

    def cancel(self) -> None:
        """Stop what is under way and say nothing more of it."""
        if self._job is None:
            return
        self._drop()
        self.busy_changed.emit(False)

    def _drop(self) -> None:
        if self._job is None:
            return
        job, self._job = self._job, None
        job.progressed.disconnect(self.progressed)
        job.finished.disconnect(self.finished)
        job.failed.disconnect(self.failed)
        job.ended.disconnect(self._on_ended)
        job.cancel()

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self.busy_changed.emit(False)


def stop_all_jobs(milliseconds: int = 5000) -> bool:
    """Cancel every job and wait for them to stop; False if some were still at work."""
    for job in tuple(_running):
        job.cancel()
    return QThreadPool.globalInstance().waitForDone(milliseconds)
