"""Asks where a story should be written as PDF, and writes it in a job."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from samstyring.domain.views import StoryDetail
from samstyring.export.scene_painter import font_measure
from samstyring.export.scene_style import PAPER
from samstyring.export.story_pdf import write_story_pdf
from samstyring.formats import safe_name
from samstyring.language import _, current_language
from samstyring.ui.desk import Desk
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.stories.telling import story_sheet, told_page

_ASPECT = 1.2


class StoryExport(QObject):
    """One export at a time; tells the path that was written, or a sentence."""

    written = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._widget = desk, parent
        self._story: StoryDetail | None = None
        self._job = LatestJob(self)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self.failed)

    def ask(self, story: StoryDetail) -> None:
        """Ask for a file and write the story to it."""
        self._story = story
        dialog = QFileDialog(self._widget, _("Export the story"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("PDF document (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(safe_name(story.name, ".pdf"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def write(self, story: StoryDetail, path: Path) -> None:
        """Write the story in a job; a sentence is told if it cannot be."""
        told = [told_page(self._desk, page) for page in story.pages]
        measure, language = font_measure(PAPER), current_language()

        def work(control: JobControl) -> str:
            sheets = []
            for number, page in enumerate(told):
                control.progress(number / len(told))
                sheets.append(story_sheet(page, measure, _ASPECT))
            write_story_pdf(path, story.name, sheets, language=language)
            return str(path)

        self._job.start(work, _("Exporting the story"))

    def _on_chosen(self, chosen: str) -> None:
        assert self._story is not None
        self.write(self._story, Path(chosen))

    def _on_finished(self, path: object) -> None:
        self.written.emit(str(path))
