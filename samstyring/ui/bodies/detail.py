"""All of one body: what it is, who sits there, whom it hangs together with, and its history."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.domain.bodies import BodyDetail
from samstyring.domain.errors import NotFoundError
from samstyring.language import _
from samstyring.ui.bodies import body_rows as rows
from samstyring.ui.bodies.actions import BodyActions
from samstyring.ui.bodies.column import BodyColumn
from samstyring.ui.bodies.head import BodyHead
from samstyring.ui.bodies.reading import WholeBody, read_whole_body
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.bodies.words import channels_sentence
from samstyring.ui.composition.body_part import BodyComposition
from samstyring.ui.desk import Desk
from samstyring.ui.parts.links import Link
from samstyring.ui.parts.rows import Row, Verb
from samstyring.ui.parts.sections import Section
from samstyring.ui.refresher import Refresher
from samstyring.ui.seats.actions import SeatActions
from samstyring.ui.seats.roster import SeatVerb, roster_groups
from samstyring.ui.seats.words import appointer_sentence, roster_sentence

_SETTLED_AFTER_MS = 600


class BodyDetailPane(QWidget):
    """Shows one body and what can be done with it; reads again by itself when the file changes.

    `open_requested(kind, id)` asks for another place of the window. ``words`` are shown below its
    head, and with them who sits there before what can be done.
    """

    open_requested = Signal(str, str)

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, words: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._body_id: str | None = None
        self._wanted_row = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self.head = BodyHead(self)
        self.actions_of_body = BodyActions(desk, self)
        self.actions_of_seats = SeatActions(desk, self)
        self._build_sections()
        self.column = BodyColumn(
            self.head,
            self._sections(),
            _("Choose a body to see who sits there and what it is for."),
            desk.workspace.read_only_reason,
            words,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.column)
        self._connect()
        self._refresher = Refresher(self, desk, self._reload)

    @property
    def body_id(self) -> str | None:
        """The id of the body that is shown, or None."""
        return self._body_id

    def show_body(self, body_id: str | None) -> None:
        """Show a body from its top; None shows the hint."""
        if body_id != self._body_id:
            self.column.to_top()
        self._body_id, self._wanted_row = body_id, ""
        self._refresher.refresh()

    def show_row(self, body_id: str, row_id: str) -> None:
        """Show a body and put the keyboard on one of its seats or rules."""
        self._body_id, self._wanted_row = body_id, row_id
        self._refresher.refresh()

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        self.head.tab_stops()[0].setFocus()

    def _build_sections(self) -> None:
        new_seat = Verb(SeatVerb.ADD, _("New &seat…"), "plus")
        printing = Verb(SeatVerb.PRINT, _("&Print who sits here…"), "printer", writes=False)
        self.roster = Section(_("Seats"), (new_seat, printing), self)
        self.composition = BodyComposition(self._desk, self)
        self.mandates = Section(_("Mandate"), (), self)
        self.candidacies = Section(_("Put forward for its seats"), (), self)
        relation = Verb(BodyVerb.ADD_RELATION, _("New re&lation…"), "plus")
        self.relations = Section(_("Relations"), (relation,), self)
        self.channels = Section(_("Information flow"), (), self)
        name = Verb(BodyVerb.ADD_NAME, _("New na&me…"), "plus")
        self.names = Section(_("Names"), (name,), self)
        self.successions = Section(_("Before and after"), (), self)
        source = Verb(BodyVerb.ADD_SOURCE, _("New s&ource…"), "plus")
        self.sources = Section(_("Sources"), (source,), self)
        self.history = Section(_("History"), (), self)

    def _sections(self) -> tuple[Section, ...]:
        return (
            self.roster,
            self.composition.section,
            self.mandates,
            self.candidacies,
            self.relations,
            self.channels,
            self.names,
            self.successions,
            self.sources,
            self.history,
        )

    def _connect(self) -> None:
        self.head.verb_chosen.connect(self.actions_of_body.do)
        self.roster.verb_chosen.connect(self.actions_of_seats.do)
        self.actions_of_seats.open_requested.connect(self.open_requested)
        self.column.link_opened.connect(self.open_requested)
        self.column.area.verticalScrollBar().rangeChanged.connect(self._on_grown)
        for section in self._sections():
            if section not in (self.roster, self.composition.section, self.mandates):
                section.verb_chosen.connect(self.actions_of_body.do)
        self.mandates.verb_chosen.connect(self._on_export)

    @Slot(str, str)
    def _on_export(self, _verb: str, version_id: str) -> None:
        # Imported when it is asked for: it brings the libraries that write documents.
        from samstyring.ui.mandates.export_dialog import ask_export

        ask_export(self._desk, version_id, self)

    def _reload(self) -> None:
        whole = self._read()
        self.column.show_something(whole is not None)
        self.actions_of_body.set_body(whole.detail if whole else None)
        if whole is not None:
            self._show(whole)

    def _read(self) -> WholeBody | None:
        if self._body_id is None:
            return None
        try:
            return read_whole_body(self._desk, self._body_id)
        except NotFoundError:
            # It was deleted, here or by undoing; the page chooses what to show next.
            return None

    def _show(self, whole: WholeBody) -> None:
        body, day = whole.detail, self._desk.day
        self.actions_of_seats.set_roster(body.id, body.facts.term_months, whole.roster)
        self.head.show_body(body, roster_sentence(whole.roster), day)
        self.roster.set_title(self._dated(_("Seats")))
        self.roster.set_sentence(appointer_sentence(whole.roster))
        self.roster.set_groups(roster_groups(whole.roster, day))
        self.composition.show_body(body.id, self._dated(_("Composition")))
        self._show_mandates(whole)
        self.candidacies.set_rows(rows.candidacy_rows(whole.candidacies, body.id))
        self.candidacies.setVisible(any(c.open and c.body_id == body.id for c in whole.candidacies))
        self._show_relations(body)
        self.channels.set_sentence(channels_sentence(whole.channels, body.id))
        self.channels.set_rows(rows.channel_rows(whole.channels, body.id))
        self.sources.set_rows(rows.source_rows(body.sources))
        self.sources.set_sentence("" if body.sources else _("No source is written down."))
        self._show_history(whole)
        self._reveal_row()

    def _show_mandates(self, whole: WholeBody) -> None:
        shown = rows.mandate_rows(whole.mandates)
        self.mandates.set_title(self._dated(_("Mandate")))
        self.mandates.set_sentence("" if shown else _("There is no mandate in force."))
        self.mandates.set_rows(shown)

    def _show_relations(self, body: BodyDetail) -> None:
        self.relations.set_title(self._dated(_("Relations")))
        groups = rows.relation_groups(body.relations, body.id)
        self.relations.set_groups(groups)
        self.relations.set_sentence("" if groups else _("It stands alone: no relation is written."))
        self.names.set_rows(rows.name_rows(body.names))
        self.successions.set_rows(rows.succession_rows(body.successions, body.id))
        self.successions.setVisible(bool(body.successions))

    def _show_history(self, whole: WholeBody) -> None:
        more = Row("all", "", Link("history", whole.detail.id, _("All of the history")))
        self.history.set_rows((*rows.history_rows(whole.journal), more))

    def _reveal_row(self) -> None:
        wanted, self._wanted_row = self._wanted_row, ""
        if not wanted:
            return
        row = self.roster.reveal(wanted) or self.composition.section.reveal(wanted)
        if row is not None:
            self.column.reveal(row)
            row.take_focus()
            self._settling.start(_SETTLED_AFTER_MS)

    @Slot()
    def _on_grown(self) -> None:
        """Keep what was asked for in view: texts that wrap find their height after it is shown."""
        focused = self.focusWidget()
        if self._settling.isActive() and focused is not None and self.column.isAncestorOf(focused):
            self.column.reveal(focused)

    def _dated(self, text: str) -> str:
        return rows.day_words(text, self._desk.day, is_today=self._desk.is_today)
