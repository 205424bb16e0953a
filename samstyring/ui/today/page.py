"""The Today page: the list of work, and the terms of those who sit, on a timeline."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QTabWidget, QVBoxLayout, QWidget

from samstyring.domain.calendar_events import CalendarEvent
from samstyring.formats import long_date, safe_name
from samstyring.language import _
from samstyring.queries.calendar_events import calendar_events
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading
from samstyring.ui.forms.exported import tell_exported
from samstyring.ui.jobs import Job, JobControl
from samstyring.ui.page import PageAction
from samstyring.ui.refresher import Refresher
from samstyring.ui.terms import TermsPane
from samstyring.ui.today.limits_dialog import LimitsDialog
from samstyring.ui.today.work import WorkPane


class TodayPage(QWidget):
    """Two tabs: what needs care, and terms."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.heading = Heading("", self)
        self.work, self.terms = WorkPane(desk), TermsPane(desk)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(_("Parts of today"))
        self.tabs.addTab(self.work, _("What needs care"))
        self.tabs.addTab(self.terms, _("Terms"))
        self.file_dialog: QFileDialog | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.tabs, 1)
        for pane in (self.work, self.terms):
            pane.open_requested.connect(self.open_requested)
            pane.status_changed.connect(self._on_status)
        self.tabs.currentChanged.connect(self._on_status)
        self._refresher = Refresher(self, desk, self._reload)

    def show_item(self, kind: str, item_id: str) -> None:
        """Select a finding, or show the terms."""
        self.tabs.setCurrentWidget(self.terms if kind == "terms" else self.work)
        self.work.table.select(item_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        return (
            PageAction(
                "reports", _("Terms and deadlines for a &calendar…"), self.ask_calendar,
                "calendar", writes=False,
            ),
            PageAction(
                "reports", _("&Who sits where, as a booklet…"), self.ask_booklet, "printer",
                writes=False,
            ),
            PageAction("edit", _("&What counts as long…"), self.ask_limits, "clock"),
        )  # fmt: skip

    def status_text(self) -> str:
        """Say how much there is on the tab that is shown."""
        shown = self.terms if self.tabs.currentWidget() is self.terms else self.work
        return shown.status_text()

    def ask_limits(self) -> None:
        """Ask how old facts and mandates may be."""
        LimitsDialog(self._desk, self).open()

    def ask_booklet(self) -> None:
        """Ask how the roster of all bodies is to be printed."""
        from samstyring.ui.letters import ask_roster  # rarely opened, and start-up is felt

        ask_roster(self._desk, self)

    def ask_calendar(self) -> None:
        """Ask where the calendar file is to be written."""
        folder = str(self._desk.settings.page("calendar").get("folder", ""))
        asked = QFileDialog(self, _("Terms and deadlines for a calendar"), folder)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilter(_("Calendar file") + " (*.ics)")  # as is
        asked.setDefaultSuffix("ics")
        asked.selectFile(safe_name(self._calendar_name(), ".ics"))
        asked.fileSelected.connect(self._on_calendar_file)
        asked.finished.connect(asked.deleteLater)
        self.file_dialog = asked
        asked.open()

    def _calendar_name(self) -> str:
        path = self._desk.workspace.path
        return path.stem if path else _("New")

    def _reload(self) -> None:
        day = self._desk.day
        self.heading.setText(_("Today") if self._desk.is_today else long_date(day))

    @Slot()
    def _on_status(self, _what: object = None) -> None:
        self.status_changed.emit(self.status_text())

    @Slot(str)
    def _on_calendar_file(self, path: str) -> None:
        self._desk.settings.set_page("calendar", {"folder": str(Path(path).parent)})
        events = self._desk.read(calendar_events, as_of=self._desk.day)
        job = Job(partial(_written, events, Path(path), self._calendar_name()))
        job.finished.connect(self._on_exported)
        job.failed.connect(self._desk.failed)
        job.start()

    @Slot(object)
    def _on_exported(self, path: Path) -> None:
        tell_exported(path, self.window())


def _written(
    events: tuple[CalendarEvent, ...], target: Path, name: str, _control: JobControl
) -> Path:
    from samstyring.export.calendar_file import export_calendar  # start-up is felt

    return export_calendar(events, target, name=name)


def make_today_page(desk: Desk) -> TodayPage:
    """Make the page for the main window."""
    return TodayPage(desk)
