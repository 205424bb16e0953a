"""The forms that ask a body to nominate, write its answer, and correct a request."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from samstyring.commands.requests import answer_request, ask_all, correct_request
from samstyring.domain.choices import Choice
from samstyring.domain.nominations import RequestLine, RoundDetail
from samstyring.language import _
from samstyring.queries.bodies import body_choices
from samstyring.queries.nomination_suggestions import bodies_to_ask
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.dates import date_field, stored_date, whole_day
from samstyring.ui.forms.fields import LinesEdit, TickList
from samstyring.ui.forms.picker import picker_of
from samstyring.ui.nominations.words import request_sentence


class AskDialog(FormDialog):
    """Asks one body, several or all the networks to nominate in a round."""

    def __init__(self, desk: Desk, detail: RoundDetail, parent: QWidget) -> None:
        sentence = _("The bodies are asked to put candidates forward in “{round}”.").format(
            round=detail.line.name
        )
        super().__init__(_("Ask bodies"), sentence, _("Ask"), self._ask, parent)
        self._desk, self._round_id = desk, detail.line.id
        asked = {request.body_id for request in detail.requests}
        self._networks = _not_asked(desk.read(bodies_to_ask, as_of=desk.day), asked)
        self.networks = TickList(_("Networks and bodies that nominate"))
        self.networks.set_items(self._networks, ())
        self.every = QCheckBox(_("&All of them"))
        others = _not_asked(desk.read(body_choices, as_of=desk.day), asked)
        self.body = picker_of(_("Another body"), others)
        self.asked_on = date_field(_("Asked on"), desk.day)
        due = stored_date(detail.line.due_on)
        still_ahead = due is not None and due.last_day() >= desk.day
        self.due_on = date_field(_("Answer due"), due if still_ahead else None)
        self._add_rows()
        self.every.toggled.connect(self._tick_all)

    def _add_rows(self) -> None:
        self.add_row(_("&Networks and bodies that nominate"), self.networks)
        self.add_wide(self.every)
        self.add_row(_("Another &body"), self.body, _("Leave it empty if there is none."))
        self.add_row(_("Asked &on"), self.asked_on)
        self.add_row(_("Answer &due"), self.due_on)

    @Slot(bool)
    def _tick_all(self, ticked: bool) -> None:
        every = [network.id for network in self._networks] if ticked else []
        self.networks.set_items(self._networks, every)

    def _ask(self) -> None:
        other = self.body.value()
        chosen = (*self.networks.ticked(), *((other,) if other else ()))
        self._desk.run(
            ask_all,
            self._round_id,
            tuple(dict.fromkeys(chosen)),
            asked_on=self.asked_on.value(),
            due_on=self.due_on.value(),
        )


def _not_asked(bodies: tuple[Choice, ...], asked: set[str]) -> list[Choice]:
    return [body for body in bodies if body.id not in asked]


class AnswerDialog(FormDialog):
    """Writes what a body answered; that it has no candidate is an answer too."""

    def __init__(self, desk: Desk, request: RequestLine, parent: QWidget) -> None:
        sentence = request_sentence(request, desk.day)
        super().__init__(_("Write the answer"), sentence, _("Write"), self._answer, parent)
        self._desk, self._request_id = desk, request.id
        self.day = date_field(_("Answered on"), desk.day)
        self.no_candidate = _no_candidate(request)
        self.answer = LinesEdit(_("Answer"), request.answer)
        self.add_row(_("Answered &on"), self.day)
        self.add_wide(self.no_candidate)
        self.add_row(_("&Answer"), self.answer, _("In the body's own words, or why it has none."))

    def _answer(self) -> None:
        self._desk.run(
            answer_request,
            self._request_id,
            whole_day(self.day),
            answer=self.answer.text(),
            no_candidate=self.no_candidate.isChecked(),
        )


class CorrectRequestDialog(FormDialog):
    """Writes a request as it should have stood."""

    def __init__(self, desk: Desk, request: RequestLine, parent: QWidget) -> None:
        sentence = request_sentence(request, desk.day)
        super().__init__(_("Correct the request"), sentence, _("Correct"), self._correct, parent)
        self._desk, self._request_id = desk, request.id
        self.asked_on = date_field(_("Asked on"), stored_date(request.asked_on))
        self.due_on = date_field(_("Answer due"), stored_date(request.due_on))
        self.answered_on = date_field(_("Answered on"), stored_date(request.answered_on))
        self.no_candidate = _no_candidate(request)
        self.answer = LinesEdit(_("Answer"), request.answer)
        self.add_row(_("Asked &on"), self.asked_on)
        self.add_row(_("Answer &due"), self.due_on)
        self.add_row(_("Ans&wered on"), self.answered_on, _("Empty if there is no answer yet."))
        self.add_wide(self.no_candidate)
        self.add_row(_("&Answer"), self.answer)

    def _correct(self) -> None:
        self._desk.run(
            correct_request,
            self._request_id,
            asked_on=self.asked_on.value(),
            due_on=self.due_on.value(),
            answered_on=self.answered_on.value(),
            answer=self.answer.text(),
            no_candidate=self.no_candidate.isChecked(),
        )


def _no_candidate(request: RequestLine) -> QCheckBox:
    box = QCheckBox(_("The body has &no candidate"))
    box.setChecked(request.no_candidate)
    return box
