"""One round whole: what it is, how far it has come, its candidacies, requests and seats."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from samstyring.commands.rounds import delete_round
from samstyring.domain.nominations import CandidacyLine, RoundDetail
from samstyring.formats import number
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.ui.composition.what_if_tab import WhatIfTab
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FittingScroll, Heading, SoftLabel
from samstyring.ui.forms.deletion import DeleteDialog, with_what_hangs
from samstyring.ui.nominations import words
from samstyring.ui.nominations.board_tab import BoardTab
from samstyring.ui.nominations.call_tab import CallTab
from samstyring.ui.nominations.candidacies_tab import CandidaciesTab
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.nominations.requests_tab import RequestsTab
from samstyring.ui.nominations.round_dialogs import CloseRoundDialog, CorrectRoundDialog
from samstyring.ui.nominations.seats_tab import SeatsTab
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.rows import Verb


class RoundPanel(QWidget):
    """Shows a round, or the candidacies that stand outside any round."""

    open_requested = Signal(str, str)
    nominated = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._detail: RoundDetail | None = None
        self.heading = Heading()
        self.facts, self.sentence = SoftLabel(), SoftLabel()
        self.buttons = ActionRow(desk)
        self.candidacies, self.requests = CandidaciesTab(desk), RequestsTab(desk)
        self.seats, self.call, self.board = SeatsTab(desk), CallTab(), BoardTab(desk)
        self.what_if = WhatIfTab(desk)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        first = (self.candidacies, self.board, self.requests, self.seats)
        for tab in (*first, self.what_if, self.call):
            self.tabs.addTab(tab, "")
        self.tabs.tabBar().setAccessibleName(_("Parts of the round"))
        self._lay_out()
        self.buttons.triggered.connect(self._on_action)
        for part in (self.candidacies, self.requests, self.seats):
            part.open_requested.connect(self.open_requested)
        self.board.opened.connect(self._on_opened)
        self.seats.nominated.connect(self.nominated)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 0, 12, 0)
        for widget in (self.heading, self.facts, self.sentence, self.buttons):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._scroll = FittingScroll(inner)
        layout.addWidget(self._scroll)
        self.what_if.reveal_requested.connect(self._scroll.ensureWidgetVisible)

    def show_round(self, detail: RoundDetail) -> None:
        """Show all of a round."""
        self._detail = detail
        self.heading.setText(detail.line.name)
        self.facts.setText(words.round_facts(detail.line, self._desk.day))
        self.sentence.setText(words.round_sentence(detail.line, detail.candidacies))
        self.buttons.set_actions(_actions_of(detail))
        self._show_parts(detail)
        self.candidacies.show_candidacies(detail.candidacies)
        self.board.show_round(detail)
        self.requests.show_requests(detail)
        self.seats.show_seats(detail)
        self.what_if.show_round(detail.line.id)
        self.call.show_call(detail, self._desk.day)

    def show_outside(self, candidacies: tuple[CandidacyLine, ...]) -> None:
        """Show the candidacies that belong to no round."""
        self._detail = None
        self.heading.setText(_("Outside any round"))
        self.facts.setText(_("These candidates were put forward without a call."))
        self.sentence.setText("")
        self.buttons.set_actions((_putting_forward(),))
        self._show_parts(None)
        self.tabs.setTabText(0, _titled(_("Candidacies"), len(candidacies)))
        self.candidacies.show_candidacies(candidacies)

    def show_candidacy(self, candidacy_id: str) -> None:
        """Select one of the candidacies that are shown."""
        self.tabs.setCurrentWidget(self.candidacies)
        self.candidacies.select(candidacy_id)
        self._scroll.ensureWidgetVisible(self.candidacies.pane)

    def show_new(self, candidacy_id: str) -> None:
        """Select one who has just been put forward: on the board if that is shown."""
        if self.tabs.currentWidget() is not self.board:
            self.show_candidacy(candidacy_id)
            return
        self.candidacies.select(candidacy_id)
        self.board.choose(candidacy_id)

    def trigger(self, key: str) -> None:
        """Do what the button with that key does, if it is there and on."""
        self.buttons.trigger(key)

    def _show_parts(self, detail: RoundDetail | None) -> None:
        for part in (self.board, self.requests, self.seats, self.what_if, self.call):
            self.tabs.setTabVisible(self.tabs.indexOf(part), detail is not None)
        if detail is None:
            return
        titles = (
            _titled(_("Candidacies"), len(detail.candidacies)),
            _("Board"),
            _titled(_("Requests"), len(detail.requests)),
            _titled(_("Seats"), len(detail.seats)),
            _("What if"),
            _("The call"),
        )
        for place, title in enumerate(titles):
            self.tabs.setTabText(place, title)

    @Slot(str)
    def _on_opened(self, candidacy_id: str) -> None:
        self.show_candidacy(candidacy_id)
        self.candidacies.table.view.setFocus()

    @Slot(str)
    def _on_action(self, key: str) -> None:
        detail = self._detail
        if key == "nominate":
            self._put_forward(detail.line.id if detail else None)
        elif detail is None:
            return
        elif key == "letters":
            self._open_letters(detail)
        elif key == "correct":
            CorrectRoundDialog(self._desk, detail, self).open()
        elif key == "close":
            CloseRoundDialog(self._desk, detail, self).open()
        elif key == "delete":
            self._open_deletion(detail)

    def _put_forward(self, round_id: str | None) -> None:
        dialog = PutForwardDialog(self._desk, self, round_id=round_id)
        dialog.nominated.connect(self.nominated)
        dialog.open()

    def _open_letters(self, detail: RoundDetail) -> None:
        from samstyring.ui.letters import ask_letters  # documents are slow to import

        ask_letters(self._desk, detail.line.id, self)

    def _open_deletion(self, detail: RoundDetail) -> None:
        sentence = _(
            "Delete a round that never was; one that is over is closed instead. Its "
            "candidacies stay, outside any round."
        )
        hanging = self._desk.read(dependents, "nomination_round", detail.line.id)
        DeleteDialog(
            _("Delete “{name}”").format(name=detail.line.name),
            with_what_hangs(sentence, hanging),
            partial(self._desk.run, delete_round, detail.line.id),
            self,
        ).open()


def _putting_forward() -> Verb:
    return Verb("nominate", _("&Put forward…"), "user-plus")


def _actions_of(detail: RoundDetail) -> tuple[Verb, ...]:
    closing = (Verb("close", _("C&lose…"), "check"),)
    return (
        *(() if detail.line.closed_on else (_putting_forward(),)),
        Verb("letters", _("Le&tters…"), "mail", writes=False),
        Verb("correct", _("Correct…"), "edit"),
        *(() if detail.line.closed_on else closing),
        Verb("delete", _("Delete…"), "delete"),
    )


def _titled(title: str, count: int) -> str:
    return _("{title} ({count})").format(title=title, count=number(count))
