"""The Today page: what is vacant, ending, over, overdue or lacking; a line opens its place."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.words import word
from samstyring.formats import counted, long_date
from samstyring.language import N_, _
from samstyring.queries.findings import findings
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, SoftLabel
from samstyring.ui.page import PageAction
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import Align, Column, RecordTable
from samstyring.ui.theme import icon
from samstyring.ui.today.tiles import TONES, Tiles

_ICONS = {
    FindingKind.VACANT: "armchair",
    FindingKind.TERM_OVER: "clock",
    FindingKind.OVERDUE: "error",
    FindingKind.ENDS_SOON: "calendar-clock",
    FindingKind.UNANSWERED: "person",
    FindingKind.NO_MANDATE: "mandates",
}


def _what(finding: Finding) -> str:
    return word(finding.kind)


def _body(finding: Finding) -> str:
    return finding.body_name


def _sentence(finding: Finding) -> str:
    return finding.sentence


def _days(finding: Finding) -> str:
    return "" if finding.days is None else str(finding.days)


def _days_as_number(finding: Finding) -> int:
    return -1 if finding.days is None else finding.days


def _icon(finding: Finding) -> str:
    return _ICONS[finding.kind]


def _tone(finding: Finding) -> object:
    return TONES[finding.kind]


COLUMNS = (
    Column("kind", N_("What"), _what, icon=_icon, tone=_tone, width=26),  # type: ignore[arg-type]
    Column("body", N_("Body"), _body, width=28),
    Column("sentence", N_("In words"), _sentence, width=64),
    Column("days", N_("Days"), _days, sort=_days_as_number, align=Align.END, width=7),
)


class TodayPage(QWidget):
    """Tiles that count, and the list of work beneath them."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self.heading, self.sentence = Heading("", self), SoftLabel("", self)
        self.tiles = Tiles(self)
        self.table = RecordTable(
            COLUMNS,
            name="today",
            accessible_name=_("What needs care"),
            hint=_("Nothing needs care."),
            settings=desk.settings,
        )
        self.open_button = QPushButton(icon("arrow-right"), _("&Open where it is mended"), self)
        self._lay_out()
        self.tiles.kind_chosen.connect(self._on_kind_chosen)
        self.table.record_activated.connect(self._on_activated)
        self.table.record_selected.connect(self._on_selected)
        self.open_button.clicked.connect(self._on_open)
        self._refresher = Refresher(self, desk, self._reload)

    def show_item(self, kind: str, item_id: str) -> None:
        """Select a finding."""
        self.table.select(item_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Nothing is registered here; each line leads to where it is."""
        return ()

    def status_text(self) -> str:
        """Say how many things need care."""
        return counted("{count} thing needs care", "{count} things need care", len(self._findings))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.open_button)
        layout.addLayout(top)
        layout.addWidget(self.sentence)
        layout.addWidget(self.tiles)
        layout.addWidget(self.table, 1)
        self.open_button.setEnabled(False)

    def _reload(self) -> None:
        day = self._desk.day
        self._findings = self._desk.read(findings, as_of=day)
        self.heading.setText(_("Today") if self._desk.is_today else long_date(day))
        self.sentence.setText(_said(self._findings, day))
        self.tiles.set_counts(finding.kind for finding in self._findings)
        self._show_list()
        self.status_changed.emit(self.status_text())

    def _show_list(self) -> None:
        chosen = self.tiles.chosen()
        shown = [f for f in self._findings if chosen is None or f.kind is chosen]
        self.table.set_records(shown)

    def _on_kind_chosen(self, _kind: object) -> None:
        self._show_list()

    def _on_selected(self, finding_id: str) -> None:
        self.open_button.setEnabled(bool(finding_id))

    def _on_open(self) -> None:
        chosen = self.table.selected_id()
        if chosen:
            self._on_activated(chosen)

    def _on_activated(self, finding_id: str) -> None:
        found = next((f for f in self._findings if f.id == finding_id), None)
        if found is not None:
            self.open_requested.emit(found.place, found.place_id)


def _said(found: tuple[Finding, ...], day: date) -> str:
    if not found:
        return _("{day}: every seat is filled, and nothing waits.").format(day=long_date(day))
    bodies = len({finding.body_id for finding in found})
    things = counted("{count} thing", "{count} things", len(found))
    where = counted("{count} body", "{count} bodies", bodies)
    return _("{day}: {things} in {bodies} need care.").format(
        day=long_date(day), things=things, bodies=where
    )


def make_today_page(desk: Desk) -> TodayPage:
    """Make the page for the main window."""
    return TodayPage(desk)
