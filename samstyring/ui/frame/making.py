"""Says that the example is being made, the first time the program starts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from samstyring.language import _
from samstyring.ui.forms import Heading
from samstyring.ui.jobs import Job


class MakingNotice(QWidget):
    """A small window for as long as the job works; it goes away by itself."""

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self.setWindowTitle("samstyring")  # as is
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint, False)
        text = QLabel(_("The example is being made. It takes some seconds, the first time only."))
        text.setWordWrap(True)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setAccessibleName(_("The example is being made"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(Heading("samstyring", self))  # as is
        layout.addWidget(text)
        layout.addWidget(bar)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        job.finished.connect(self.made)
        job.failed.connect(self.failed)
        job.ended.connect(self._on_ended)

    def start(self) -> None:
        """Show the notice and begin."""
        self.show()
        self._job.start()

    def _on_ended(self) -> None:
        self.close()
        self.deleteLater()
