"""Handing on what the leader sees: as a web page of its own, as a picture, or on paper."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from samstyring.domain.difference import TwoDays
from samstyring.domain.periods import months_later
from samstyring.export.leader_file import LeaderDay, write_leader_file
from samstyring.export.pictures import Sheet
from samstyring.formats import long_date, safe_name
from samstyring.graph.difference import both_days, difference_of
from samstyring.graph.drawing import Scene
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import org_scene
from samstyring.graph.picture import Beside, picture_of
from samstyring.graph.picture_options import PictureOptions
from samstyring.language import _, current_language
from samstyring.queries.difference import two_days
from samstyring.ui.desk import Desk
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.orggraph.looking import Looking

_YEAR = 12


class HandingOn(QObject):
    """One at a time; tells the path that was written, or a sentence."""

    written = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, looking: Looking, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._looking, self._widget = desk, looking, parent
        self._scene: Scene | None = None
        self._job = LatestJob(self)
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self.failed)

    def ask_web_page(self) -> None:
        """Ask where the web page should go."""
        dialog = QFileDialog(self._widget, _("Hand on as a web page"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Web page (*.html)")])
        dialog.setDefaultSuffix("html")
        dialog.selectFile(safe_name(f"{self._looking.title} {self._desk.day.isoformat()}", ".html"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def write_web_page(self, path: Path) -> None:
        """Write the day that is shown, and a year before it, as one web page, in a job."""
        day, options, title = self._desk.day, self._looking.options, self._looking.title
        language = current_language()
        before = months_later(day, -_YEAR) if day.year > 1 else day
        days = self._desk.read(two_days, before=before, after=day, view=self._looking.place_key)

        def work(_control: JobControl) -> str:
            found = _leader_days(days, options, day)
            write_leader_file(path, found, title=title, language=language)
            return str(path)

        self._job.start(work, _("Writing the web page"))

    def ask_print(self, scene: Scene) -> None:
        """Ask for the printer, and print the picture on one page."""
        self._scene = scene
        dialog = QPrintDialog(QPrinter(), self._widget)
        dialog.printer().setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_print)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog = dialog
        dialog.show()

    def print_on(self, printer: QPrinter, scene: Scene) -> None:
        """Print a picture with title, day and legend, as large as one page lets it."""
        day = _("As of {day}").format(day=long_date(self._desk.day))
        sheet = Sheet(scene, self._looking.title, day, "")
        painter = QPainter()
        if not painter.begin(printer):
            self.failed.emit(_("The printer did not answer. Choose another one."))
            return
        page = QSizeF(printer.pageLayout().paintRectPixels(printer.resolution()).size())
        zoom = min(page.width() / sheet.width, page.height() / sheet.height)
        painter.scale(zoom, zoom)
        sheet.paint(painter)
        painter.end()

    def _on_print(self) -> None:
        if self._scene is not None:
            self.print_on(self._dialog.printer(), self._scene)

    def _on_chosen(self, chosen: str) -> None:
        self.write_web_page(Path(chosen))

    def _on_finished(self, path: object) -> None:
        self.written.emit(str(path))


def _leader_days(days: TwoDays, options: PictureOptions, shown: date) -> tuple[LeaderDay, ...]:
    measure, both = estimated_measure(), both_days(days.before, days.after)
    beside = Beside(difference=difference_of(days))
    found = picture_of(both, options, beside).beside.difference
    assert found is not None
    title = _("What differs from {day}").format(day=long_date(days.before.day))
    now = LeaderDay(
        long_date(shown),
        org_scene(both, options, measure, beside),
        days.after,
        days.seats_after,
        tuple(line.sentence for line in found.changes),
        title,
    )
    if days.before.day == shown:
        return (now,)
    then = LeaderDay(
        long_date(days.before.day),
        org_scene(days.before, options, measure),
        days.before,
        days.seats_before,
    )
    return now, then
