"""Says in the status bar when the file was last written."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QWidget

from samstyring.domain.changes import ChangeSet
from samstyring.formats import moment
from samstyring.language import _
from samstyring.queries.history import journal_lines
from samstyring.ui.desk import Desk


class SavedLabel(QLabel):
    """Every change is saved at once; this says when the newest was."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        newest = desk.read(journal_lines, limit=1)
        if newest:
            self._show(newest[0].time)
        desk.changed.connect(self._on_changed)

    def _on_changed(self, change: ChangeSet) -> None:
        self._show(change.time)

    def _show(self, time: str) -> None:
        saved = datetime.fromisoformat(time).astimezone()
        today = saved.date() == datetime.now().astimezone().date()
        when = f"{saved:%H.%M}" if today else moment(saved)
        self.setText(_("Saved {when}").format(when=when))
