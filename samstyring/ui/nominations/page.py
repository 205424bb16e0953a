"""The page of nominations: the rounds at the left, the one that is selected at the right."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samstyring.domain.nominations import CandidacyLine, RoundLine
from samstyring.formats import counted, short_date
from samstyring.language import _
from samstyring.queries.nominations import candidacy_lines, round_detail, round_lines
from samstyring.ui.composition.coverage_dialog import CoverageDialog
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading
from samstyring.ui.nominations.columns import ROUND_COLUMNS
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.nominations.round_dialogs import CallRoundDialog
from samstyring.ui.nominations.round_panel import RoundPanel
from samstyring.ui.page import PageAction
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.keys import on_key
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable

# The line of the list for candidacies that belong to no round.
OUTSIDE = "outside"
_SPLITTER = "nominations"
_TABLES = (
    "nomination_round", "round_seat", "request", "candidacy", "step", "kept_candidacy", "seat",
    "appointment", "person", "employment", "body", "body_name",
)  # fmt: skip


class NominationsPage(QWidget):
    """Rounds, and all that belongs to one of them."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rounds: tuple[RoundLine, ...] = ()
        self._outside: tuple[CandidacyLine, ...] = ()
        self.heading = Heading()
        self.buttons = ActionRow(desk)
        self.buttons.set_actions((Verb("call", _("&Call for nominations…"), "plus"),))
        self.table = RecordTable(
            ROUND_COLUMNS,
            name="nominations/rounds",
            accessible_name=_("Rounds"),
            hint=_("No round has been called yet. “Call for nominations…” begins the first."),
            settings=desk.settings,
        )
        self.panel = RoundPanel(desk)
        self._splitter = Split(_SPLITTER, desk.settings)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload, *_TABLES)

    def show_item(self, kind: str, item_id: str) -> None:
        """Show a round or a candidacy, or ask whom to put forward for a seat."""
        self._reload()
        if kind == "nominate":
            self._ask_whom(seat_id=item_id)
        elif kind == "round":
            self._show_round(item_id)
        elif kind == "candidacy":
            self._show_candidacy(item_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        return (
            PageAction("register", _("&Call for nominations…"), self._call_round, "plus"),
            PageAction("register", _("&Put forward a candidate…"), self._put_forward, "user-plus"),
            PageAction("reports", _("Co&verage…"), self._show_coverage, "layers", writes=False),
        )

    def status_text(self) -> str:
        """Return how many rounds there are, and how many of them are open."""
        open_rounds = sum(not line.closed_on for line in self._rounds)
        rounds = counted("{count} round", "{count} rounds", len(self._rounds))
        return _("{rounds}, of which {open} open").format(rounds=rounds, open=open_rounds)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.buttons)
        self._splitter.divide(self.table, self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.buttons.triggered.connect(self._on_action)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.panel.open_requested.connect(self.open_requested)
        self.panel.nominated.connect(self._on_nominated)
        on_key(self.table.view, "Del", self._delete)
        on_key(self.table.view, "F2", self._correct)

    def _reload(self) -> None:
        day = self._desk.day
        self._rounds = self._desk.read(round_lines, as_of=day)
        every = self._desk.read(candidacy_lines, as_of=day)
        self._outside = tuple(line for line in every if not line.round_id)
        self.heading.setText(_heading(self._desk))
        self.table.set_records((*self._rounds, *_outside_line(self._outside)))
        if self.table.selected_id() is None and self.table.model.records:
            self.table.select(self.table.model.records[0].id)
        self._show_selected()
        self.status_changed.emit(self.status_text())

    def _show_selected(self) -> None:
        chosen = self.table.selected_id()
        self.panel.setVisible(chosen is not None)
        if chosen == OUTSIDE:
            self.panel.show_outside(self._outside)
        elif chosen is not None:
            self.panel.show_round(self._desk.read(round_detail, chosen, as_of=self._desk.day))

    def _show_round(self, round_id: str) -> None:
        """Show a round, also one that the filter leaves out; say so if it is not there that day."""
        if not self.table.select(round_id):
            self.table.filter_field.clear()
            if not self.table.select(round_id):
                self._tell_not_there()
        self._show_selected()

    def _show_candidacy(self, candidacy_id: str, *, new: bool = False) -> None:
        lines = self._desk.read(candidacy_lines, as_of=self._desk.day)
        line = next((line for line in lines if line.id == candidacy_id), None)
        if line is None:
            self._tell_not_there()
            return
        self._show_round(line.round_id or OUTSIDE)
        if new:
            self.panel.show_new(candidacy_id)
        else:
            self.panel.show_candidacy(candidacy_id)

    def _tell_not_there(self) -> None:
        self._desk.failed.emit(
            _("This is not there on {day}. Choose another day to see it.").format(
                day=short_date(self._desk.day)
            )
        )

    def _call_round(self) -> None:
        dialog = CallRoundDialog(self._desk, self)
        dialog.called.connect(self._on_called)
        dialog.open()

    def _put_forward(self) -> None:
        chosen = self.table.selected_id()
        open_ids = {line.id for line in self._rounds if not line.closed_on}
        self._ask_whom(round_id=chosen if chosen in open_ids else None)

    def _ask_whom(self, *, seat_id: str | None = None, round_id: str | None = None) -> None:
        dialog = PutForwardDialog(self._desk, self, seat_id=seat_id, round_id=round_id)
        dialog.nominated.connect(self._on_nominated)
        dialog.open()

    def _show_coverage(self) -> None:
        dialog = CoverageDialog(self._desk, self)
        dialog.open_requested.connect(self.open_requested)
        dialog.show()

    def _delete(self) -> None:
        self.panel.trigger("delete")

    def _correct(self) -> None:
        self.panel.trigger("correct")

    @Slot(str)
    def _on_action(self, _key: str) -> None:
        self._call_round()

    @Slot(str)
    def _on_called(self, round_id: str) -> None:
        """Show the round that has just been called, also if the day shown was before the call."""
        self._reload()
        self._show_round(round_id)

    @Slot(str)
    def _on_nominated(self, candidacy_id: str) -> None:
        """Show who was put forward, wherever the form was opened from."""
        self._reload()
        self._show_candidacy(candidacy_id, new=True)

    @Slot(str)
    def _on_selected(self, _round_id: str) -> None:
        self._show_selected()

    @Slot(str)
    def _on_activated(self, _round_id: str) -> None:
        self.panel.tabs.tabBar().setFocus()

    @Slot(str, QPoint)
    def _on_context(self, round_id: str, where: QPoint) -> None:
        self.table.select(round_id)
        self._show_selected()
        self.panel.buttons.popup(where)


def _heading(desk: Desk) -> str:
    if desk.is_today:
        return _("Nominations")
    return _("Nominations as of {day}").format(day=short_date(desk.day))


def _outside_line(candidacies: tuple[CandidacyLine, ...]) -> tuple[RoundLine, ...]:
    """Return a line that stands for the candidacies outside any round, if there are any."""
    if not candidacies:
        return ()
    name = _("Outside any round")
    persons = len({line.person_id for line in candidacies})
    return (RoundLine(OUTSIDE, name, "", "", "", "", "", 0, 0, 0, 0, len(candidacies), persons),)
