"""The tab of terms: what the rows stand for, the timeline, and the same as a list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from samstyring.domain.terms import Term, TermState
from samstyring.domain.words import word
from samstyring.formats import counted
from samstyring.language import N_, _, translate
from samstyring.queries.terms import terms
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, SoftLabel
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import Column, RecordTable
from samstyring.ui.terms.axis import first_day_shown
from samstyring.ui.terms.lanes import ROWS_IN_WORDS, Rows, lanes, sentence
from samstyring.ui.terms.painting import STATE_TONES
from samstyring.ui.terms.timeline import Timeline
from samstyring.ui.theme import ToneName, icon

_REMEMBERED = "terms"
_ICONS = {
    TermState.OVER: "clock",
    TermState.ENDS_SOON: "calendar-clock",
    TermState.SITTING: "check",
    TermState.PLANNED: "calendar",
    TermState.FORMER: "history",
}


def _state(term: Term) -> str:
    return word(term.state)


def _icon(term: Term) -> str:
    return _ICONS[term.state]


def _tone(term: Term) -> ToneName:
    return STATE_TONES[term.state]


def _body(term: Term) -> str:
    return term.body_name


def _seat(term: Term) -> str:
    return f"{word(term.role)} {term.number}"


def _person(term: Term) -> str:
    return term.person_name


def _network(term: Term) -> str:
    return term.network_name


def _written(term: Term) -> str:
    return term.written


def _ends(term: Term) -> int | None:
    return term.end.toordinal() if term.end else None


COLUMNS = (
    Column("body", N_("Body"), _body, width=28),
    Column("seat", N_("Seat"), _seat, width=14),
    Column("person", N_("Person"), _person, width=22),
    Column("state", N_("Status"), _state, icon=_icon, tone=_tone, width=22),
    Column("written", N_("Term"), _written, sort=_ends, width=24),
    Column("network", N_("Network"), _network, width=18),
)


class TermsPane(QWidget):
    """Terms over seven years, drawn or listed; a term opens the seat it is in."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._terms: tuple[Term, ...] = ()
        self.rows, self.as_list = QComboBox(self), QPushButton(icon("list"), _("As a &list"), self)
        self.sentence = SoftLabel("", self)
        self.timeline = Timeline(self)
        self.table = RecordTable(
            COLUMNS, name="terms", accessible_name=_("Terms"), hint=_("No terms are known."),
            settings=desk.settings,
        )  # fmt: skip
        self.stack = QStackedWidget(self)
        self._fill()
        self._lay_out()
        self._connect()
        self._refresher = Refresher(
            self, desk, self._reload, "appointment", "seat", "person", "body", "body_name"
        )

    def status_text(self) -> str:
        """Say how many terms are shown."""
        return counted("{count} term", "{count} terms", len(self._terms))

    def _fill(self) -> None:
        for rows, text in ROWS_IN_WORDS.items():
            self.rows.addItem(translate(text), rows)
        self.rows.setAccessibleName(_("What the rows stand for"))
        self.as_list.setCheckable(True)
        remembered = self._desk.settings.page(_REMEMBERED)
        self.rows.setCurrentIndex(max(0, self.rows.findData(remembered.get("rows"))))
        self.as_list.setChecked(remembered.get("as_list") is True)

    def _lay_out(self) -> None:
        tools = QWidget(self)
        flow = FlowLayout(tools)
        flow.addWidget(self.rows)
        flow.addWidget(self.as_list)
        for state in TermState:
            flow.addWidget(Chip(word(state), STATE_TONES[state], tools))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(tools)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.sentence)
        self.stack.addWidget(self.timeline)
        self.stack.addWidget(self.table)

    def _connect(self) -> None:
        self.rows.currentIndexChanged.connect(self._show)
        self.as_list.toggled.connect(self._show)
        self.timeline.term_selected.connect(self._on_selected)
        self.table.record_selected.connect(self._on_selected)
        self.timeline.term_activated.connect(self._on_activated)
        self.table.record_activated.connect(self._on_activated)

    def _reload(self) -> None:
        day = self._desk.day
        self._terms = self._desk.read(terms, as_of=day, since=first_day_shown(day))
        self._show()
        self.status_changed.emit(self.status_text())

    @Slot()
    def _show(self) -> None:
        rows, listed = Rows(str(self.rows.currentData())), self.as_list.isChecked()
        self._desk.settings.set_page(_REMEMBERED, {"rows": rows.value, "as_list": listed})
        self.timeline.show_lanes(lanes(self._terms, rows), rows, self._desk.day)
        self.table.set_records(self._terms)
        self.stack.setCurrentWidget(self.table if listed else self.timeline)
        if self.timeline.selected() is None:
            self.sentence.setText(_("Choose a term to read about it; Enter opens its seat."))

    @Slot(str)
    def _on_selected(self, term_id: str) -> None:
        term = self._term(term_id)
        if term is not None:
            self.sentence.setText(sentence(term))

    @Slot(str)
    def _on_activated(self, term_id: str) -> None:
        term = self._term(term_id)
        if term is not None:
            self.open_requested.emit("seat", term.seat_id)

    def _term(self, term_id: str) -> Term | None:
        return next((term for term in self._terms if term.id == term_id), None)
