"""Counts what needs care in the background, for the number in the side bar."""

from PySide6.QtCore import QObject, QTimer, Signal

from samstyring.queries.findings import findings
from samstyring.ui.desk import Desk
from samstyring.ui.jobs import JobControl, LatestJob

# Long enough that a row of quick edits is counted once.
_PAUSE_MS = 400


class CareCounter(QObject):
    """Tells how many findings there are, a moment after something changed."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job = LatestJob(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._start)
        self._job.finished.connect(self._on_counted)
        desk.changed.connect(self._on_moved)
        desk.day_changed.connect(self._on_moved)
        self._pause.start()

    def _on_moved(self, _what: object) -> None:
        self._pause.start()

    def _start(self) -> None:
        self._job.start(self._count)

    def _count(self, _control: JobControl) -> int | None:
        found = self._desk.read_aside(findings, as_of=self._desk.day)
        return None if found is None else len(found)

    def _on_counted(self, count: object) -> None:
        if isinstance(count, int):
            self.counted.emit(count)
        else:  # It gave way to a change, which may have been refused and so never be told of.
            self._pause.start()
