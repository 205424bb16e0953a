"""Shows how far a job is, with a button that stops it; out of sight while nothing runs."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from samstyring.language import _
from samstyring.ui.jobs import Job

# Work that is done sooner than this needs no bar, which would only flicker.
_PATIENCE_MS = 400
_WHOLE = 1000


class JobBar(QWidget):
    """Put it in a status bar or page and give it each job before or after it starts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._stop = QPushButton(_("Stop"), self)
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self._on_stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self._text, self._bar, self._stop):
            layout.addWidget(widget)
        self.hide()

    def watch(self, job: Job) -> None:
        """Follow this job instead of any other until it ends."""
        self._forget()
        self._job = job
        self._tell(job.title)
        # Without a length the bar moves to and fro: at work, but not known how far.
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progressed.connect(self._on_progressed)
        job.ended.connect(self._on_ended)
        self._timer.start()

    def text(self) -> str:
        """Return what the bar says is being done."""
        return self._text.text()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._on_progressed)
            self._job.ended.disconnect(self._on_ended)
        self._job = None
        self._timer.stop()

    def _tell(self, text: str) -> None:
        self._text.setText(text)
        self._bar.setAccessibleName(text or _("Progress"))

    @Slot(float, str)
    def _on_progressed(self, fraction: float, text: str) -> None:
        self._bar.setRange(0, _WHOLE)
        self._bar.setValue(round(fraction * _WHOLE))
        if text:
            self._tell(text)

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._stop.setEnabled(False)
            self._tell(_("Stopping …"))
            self._job.cancel()

    @Slot()
    def _on_ended(self) -> None:
        self._forget()
        self.hide()
