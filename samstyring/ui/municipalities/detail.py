"""All of one municipality: facts, networks, names and numbers over time, who sits where."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.commands.bodies import end_relation
from samstyring.domain.bodies import Relation
from samstyring.domain.errors import NotFoundError
from samstyring.domain.periods import PartialDate
from samstyring.language import _
from samstyring.ui.bodies import body_rows as rows
from samstyring.ui.bodies.actions import BodyActions
from samstyring.ui.bodies.column import BodyColumn
from samstyring.ui.bodies.head import BodyHead
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.desk import Desk
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.municipalities.join_dialog import JoinDialog
from samstyring.ui.municipalities.reading import (
    WholeMunicipality,
    read_whole_municipality,
)
from samstyring.ui.municipalities.words import (
    fact_pairs,
    municipality_sentence,
    number_rows,
    seat_rows,
)
from samstyring.ui.parts.links import Link
from samstyring.ui.parts.rows import Row, Verb
from samstyring.ui.parts.sections import Section
from samstyring.ui.refresher import Refresher

JOIN, LEAVE = "join_network", "leave_network"


class MunicipalityPane(QWidget):
    """Shows one municipality and what can be done with it."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._body_id: str | None = None
        self._whole: WholeMunicipality | None = None
        self.head = BodyHead(self)
        self.actions_of_body = BodyActions(desk, self)
        self._build_sections()
        self.column = BodyColumn(
            self.head,
            self._sections(),
            _("Choose a municipality to see its network and its past."),
            desk.workspace.read_only_reason,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self._connect()
        self._refresher = Refresher(self, desk, self._reload)

    @property
    def body_id(self) -> str | None:
        """The id of the municipality that is shown, or None."""
        return self._body_id

    def show_body(self, body_id: str | None) -> None:
        """Show a municipality from its top; None shows the hint."""
        if body_id != self._body_id:
            self.column.to_top()
        self._body_id = body_id
        self._refresher.refresh()

    def join(self) -> None:
        """Open the form that lets the municipality join a network."""
        if self._whole is not None:
            now = [each.to_name for each in self._memberships_now()]
            JoinDialog(self._desk, self._whole.detail, now, self).open()

    def leave(self) -> None:
        """Open the form that ends the municipality's membership of its network."""
        for membership in self._memberships_now()[:1]:
            EndDialog(
                self._desk,
                _("Leave {network}").format(network=membership.to_name),
                _("{name} takes part until that day. Its past in the network stays.").format(
                    name=membership.from_name
                ),
                partial(self._run_leave, membership.id),
                self,
                verb=_("Leave"),
            ).open()

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        self.head.tab_stops()[0].setFocus()

    def _build_sections(self) -> None:
        networks = (
            Verb(JOIN, _("&Join a network…"), "plus"),
            Verb(LEAVE, _("&Leave the network…"), "log-out"),
        )
        self.networks = Section(_("Networks over time"), networks, self)
        self.seats = Section(_("Who sits where"), (), self)
        name = Verb(BodyVerb.ADD_NAME, _("New na&me…"), "plus")
        self.names = Section(_("Names over time"), (name,), self)
        self.numbers = Section(_("Numbers over time"), (), self)
        self.counties = Section(_("Counties over time"), (), self)
        self.successions = Section(_("Before and after"), (), self)
        source = Verb(BodyVerb.ADD_SOURCE, _("New s&ource…"), "plus")
        self.sources = Section(_("Sources"), (source,), self)
        self.history = Section(_("History"), (), self)

    def _sections(self) -> tuple[Section, ...]:
        return (
            self.networks,
            self.seats,
            self.names,
            self.numbers,
            self.counties,
            self.successions,
            self.sources,
            self.history,
        )

    def _connect(self) -> None:
        self.column.link_opened.connect(self.open_requested)
        self.head.verb_chosen.connect(self.actions_of_body.do)
        for section in self._sections():
            section.verb_chosen.connect(self._on_verb)

    def _reload(self) -> None:
        self._whole = self._read()
        self.column.show_something(self._whole is not None)
        whole = self._whole
        others = (*whole.memberships, *whole.counties) if whole else ()
        self.actions_of_body.set_body(whole.detail if whole else None, others)
        if whole is not None:
            self._show(whole)

    def _read(self) -> WholeMunicipality | None:
        if self._body_id is None:
            return None
        try:
            return read_whole_municipality(self._desk, self._body_id)
        except NotFoundError:
            return None

    def _show(self, whole: WholeMunicipality) -> None:
        body, day = whole.detail, self._desk.day
        sentence = municipality_sentence(whole, day)
        self.head.show_body(body, sentence, day, fact_pairs(whole.facts))
        self.networks.set_rows(self._relation_rows(whole.memberships))
        self.networks.buttons[1].setVisible(bool(whole.members_on(day)))
        title = rows.day_words(_("Who sits where"), day, is_today=self._desk.is_today)
        self.seats.set_title(title)
        self.seats.set_sentence("" if whole.seats else _("Nobody employed here sits in a body."))
        self.seats.set_rows(seat_rows(whole.seats, day))
        self.names.set_rows(rows.name_rows(body.names))
        self.numbers.set_rows(number_rows(whole.numbers, day))
        self.counties.set_rows(self._relation_rows(whole.counties))
        self.successions.set_rows(rows.succession_rows(body.successions, body.id))
        self.successions.setVisible(bool(body.successions))
        self.sources.set_sentence("" if body.sources else _("No source is written down."))
        self.sources.set_rows(rows.source_rows(body.sources))
        more = Row("all", "", Link("history", body.id, _("All of the history")))
        self.history.set_rows((*rows.history_rows(whole.journal), more))

    def _relation_rows(self, relations: tuple[Relation, ...]) -> tuple[Row, ...]:
        return tuple(rows.relation_row(each, self._body_id or "") for each in relations)

    def _memberships_now(self) -> tuple[Relation, ...]:
        return self._whole.members_on(self._desk.day) if self._whole else ()

    def _run_leave(self, relation_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_relation, relation_id, last_day)

    @Slot(str, str)
    def _on_verb(self, verb: str, row_id: str) -> None:
        if verb == JOIN:
            self.join()
        elif verb == LEAVE:
            self.leave()
        else:
            self.actions_of_body.do(verb, row_id)
