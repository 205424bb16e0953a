"""A form that works for some seconds when its fields are right, with progress and a way to stop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from samstyring.domain.errors import SamstyringError
from samstyring.ui.forms.dialog import FormDialog
from samstyring.ui.forms.exported import tell_exported
from samstyring.ui.forms.progress import JobBar
from samstyring.ui.jobs import Job, JobControl


class WorkingDialog(FormDialog):
    """Checks the fields, asks where to write, works, and closes when what it wrote is there.

    ``check`` reads the fields and raises a SamstyringError that the form shows; ``where``
    returns the file dialog to open. The work returns the path that the window then tells of.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        verb: str,
        check: Callable[[], None],
        where: Callable[[], QFileDialog],
        parent: QWidget,
    ) -> None:
        super().__init__(title, sentence, verb, check, parent)
        self._check, self._where, self._window = check, where, parent.window()
        self._job: Job | None = None
        self.file_dialog: QFileDialog | None = None
        self.bar = JobBar()
        self.finished.connect(self._on_closed)

    @property
    def is_working(self) -> bool:
        """Whether the work is under way."""
        return self._job is not None

    @Slot()
    def accept(self) -> None:
        """Ask where to write, if the fields are right."""
        self.error.set_text("")
        try:
            self._check()
        except SamstyringError as problem:
            self._show_error(str(problem))
            return
        self.file_dialog = self._where()
        self.file_dialog.finished.connect(self.file_dialog.deleteLater)
        self.file_dialog.open()

    def add_bar(self) -> None:
        """Put the bar outside the rows, which may have to scroll, and above the buttons."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.bar)

    def start_work(self, work: Callable[[JobControl], Path], title: str) -> None:
        """Begin the work; the form cannot be sent again while it lasts."""
        job = Job(work, title)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._job = job
        self.ok_button.setEnabled(False)
        self.bar.watch(job)
        job.start()

    @Slot(object)
    def _on_finished(self, path: Path) -> None:
        tell_exported(path, self._window)
        self.done(self.DialogCode.Accepted)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._show_error(sentence)

    @Slot()
    def _on_ended(self) -> None:
        self._job = None
        self.ok_button.setEnabled(True)

    @Slot()
    def _on_closed(self) -> None:
        if self._job is not None:
            self._job.cancel()
