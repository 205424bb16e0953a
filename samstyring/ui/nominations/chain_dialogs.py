"""The forms that pass a request on, forward a candidacy, and keep a candidate for later."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.kept_candidates import keep_candidacy
from samstyring.commands.nominations import forward_candidacy
from samstyring.commands.requests import pass_on
from samstyring.domain.nominations import CandidacyLine, RequestLine, RoundDetail
from samstyring.language import _
from samstyring.queries.bodies import body_choices
from samstyring.queries.nomination_suggestions import bodies_below
from samstyring.queries.nominations import round_detail
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.dates import date_field, stored_date, whole_day
from samstyring.ui.forms.fields import LinesEdit, TickList, body_picker
from samstyring.ui.forms.picker import picked, picker_of
from samstyring.ui.nominations.put_forward import rank_field
from samstyring.ui.nominations.words import deadline, seat_of

_YEARS_KEPT = 2


class PassOnDialog(FormDialog):
    """Asks the sub-regions or municipalities of a body that was asked, with a deadline of theirs.

    Those that belong to the body come first; any other body can be picked besides.
    """

    def __init__(
        self, desk: Desk, request: RequestLine, detail: RoundDetail, parent: QWidget
    ) -> None:
        sentence = _("{body} asks others in turn, and answers itself by {day}.").format(
            body=request.body_name, day=deadline(request.due_on, desk.day)
        )
        if not request.due_on:
            sentence = _("{body} asks others in turn.").format(body=request.body_name)
        super().__init__(_("Pass the request on"), sentence, _("Pass on"), self._pass_on, parent)
        self._desk, self._request_id = desk, request.id
        asked = {each.body_id for each in detail.requests}
        below = desk.read(bodies_below, request.body_id, as_of=desk.day)
        self.bodies = TickList(_("Bodies that belong to it"))
        self.bodies.set_items([body for body in below if body.id not in asked], ())
        others = [body for body in desk.read(body_choices, as_of=desk.day) if body.id not in asked]
        self.other = picker_of(_("Another body"), others)
        self.asked_on = date_field(_("Asked on"), desk.day)
        self.due_on = date_field(_("Answer due"), stored_date(request.due_on))
        self.add_row(_("&Bodies that belong to it"), self.bodies)
        self.add_row(_("A&nother body"), self.other, _("Leave it empty if there is none."))
        self.add_row(_("Asked &on"), self.asked_on)
        self.add_row(
            _("Answer &due"), self.due_on, _("The same day as the body itself, or before.")
        )

    def _pass_on(self) -> None:
        other = self.other.value()
        chosen = (*self.bodies.ticked(), *((other,) if other else ()))
        self._desk.run(
            pass_on,
            self._request_id,
            tuple(dict.fromkeys(chosen)),
            due_on=self.due_on.value(),
            asked_on=self.asked_on.value(),
        )


class ForwardDialog(FormDialog):
    """Lets the next body put forward, in its own name, whom another has put forward to it."""

    def __init__(self, desk: Desk, line: CandidacyLine, parent: QWidget) -> None:
        sentence = _("{person}, {seat}: put forward by {body}.").format(
            person=line.person_name, seat=seat_of(line), body=line.by_name
        )
        super().__init__(_("Forward the candidacy"), sentence, _("Forward"), self._forward, parent)
        self._desk, self._candidacy_id = desk, line.id
        self.by = body_picker(desk, _("Forwarded by"))
        self.by.set_value(_asked_above(desk, line))
        self.rank = rank_field()
        self.day = date_field(_("Day"), desk.day)
        self.by_whom = QLineEdit()
        self.reason = LinesEdit(_("Reason"))
        self.add_row(_("&Forwarded by"), self.by, _("Such as the network of the municipality."))
        self.add_row(_("Ran&k"), self.rank)
        self.add_row(_("&Day"), self.day)
        self.add_row(_("By &whom"), self.by_whom, _("The person or meeting that decided it."))
        self.add_row(_("&Reason"), self.reason)

    def _forward(self) -> None:
        self._desk.run(
            forward_candidacy,
            self._candidacy_id,
            picked(self.by, _("Choose the body that forwards the candidacy.")),
            on_day=whole_day(self.day),
            rank=self.rank.value() or None,
            reason=self.reason.text(),
            by_whom=self.by_whom.text(),
        )


class KeepDialog(FormDialog):
    """Keeps a candidate who was not chosen for the next round, with consent, for a time."""

    def __init__(self, desk: Desk, line: CandidacyLine, kept_until: str, parent: QWidget) -> None:
        sentence = _(
            "{person} is offered when a seat of {body} is to be filled, until the consent lapses."
        ).format(person=line.person_name, body=line.body_name)
        super().__init__(_("Keep for the next round"), sentence, _("Keep"), self._keep, parent)
        self._desk, self._candidacy_id = desk, line.id
        self.consent_on = date_field(_("Consent given on"), desk.day)
        suggested = desk.day + timedelta(days=365 * _YEARS_KEPT)
        self.kept_until = date_field(_("Kept until"), stored_date(kept_until) or suggested)
        self.add_row(_("Consent given &on"), self.consent_on)
        self.add_row(_("Kept &until"), self.kept_until)

    def _keep(self) -> None:
        self._desk.run(
            keep_candidacy,
            self._candidacy_id,
            consent_on=whole_day(self.consent_on),
            kept_until=whole_day(self.kept_until),
        )


def _asked_above(desk: Desk, line: CandidacyLine) -> str | None:
    """Return the body that passed the request on to the one that put the person forward."""
    if not line.round_id:
        return None
    requests = desk.read(round_detail, line.round_id, as_of=desk.day).requests
    own = next((each for each in requests if each.id == line.request_id), None)
    above = next((each for each in requests if own and each.id == own.passed_on_from_id), None)
    return above.body_id if above else None
