"""The forms that call, correct and close a round, and that add a seat to it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from samstyring.commands.rounds import (
    RoundFacts,
    add_round_seat,
    call_round,
    close_round,
    correct_round,
)
from samstyring.domain.choices import Choice
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import RoundDetail, SeatToFill
from samstyring.formats import listed
from samstyring.language import _
from samstyring.queries.nomination_suggestions import (
    bodies_to_ask,
    open_rounds_of_seats,
    seats_to_fill,
)
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Banner, FormDialog
from samstyring.ui.forms.dates import date_field, stored_date, whole_day
from samstyring.ui.forms.fields import FilteredTicks, LinesEdit, TickList, body_picker
from samstyring.ui.forms.picker import picked, picker_of
from samstyring.ui.nominations.seat_choices import seat_choices
from samstyring.ui.nominations.words import seat_in_words, seat_to_fill
from samstyring.ui.theme import ToneName


class _FactFields:
    """The fields that calling and correcting a round have in common."""

    def __init__(self, desk: Desk, detail: RoundDetail | None = None) -> None:
        line = detail.line if detail else None
        self.name = QLineEdit(line.name if line else "")
        self.caller = body_picker(desk, _("Called by"), line.caller_id if line else None)
        self.called_on = date_field(_("Called on"), desk.day)
        self.due_on = date_field(_("Deadline"))
        if line is not None:
            self.called_on.set_value(stored_date(line.called_on))
            self.due_on.set_value(stored_date(line.due_on))
        self.criteria = LinesEdit(_("Criteria"), detail.criteria if detail else "")
        self.call_text = LinesEdit(_("Text of the call"), detail.call_text if detail else "", 4)

    def add_first(self, form: FormDialog) -> None:
        """Add the rows that say what round this is."""
        form.add_row(_("&Name"), self.name, _("Such as “New members 2026–2028”."))
        form.add_row(_("Called &by"), self.caller)
        form.add_row(_("Called &on"), self.called_on)
        form.add_row(_("&Deadline"), self.due_on)

    def add_texts(self, form: FormDialog) -> None:
        """Add the rows for what is written to those who are asked."""
        form.add_row(_("C&riteria"), self.criteria)
        form.add_row(_("&Text of the call"), self.call_text)

    def facts(self) -> RoundFacts:
        """Return what the fields say; RuleError for what is missing or is no date."""
        return RoundFacts(
            self.name.text(),
            picked(self.caller, _("Choose who calls the round.")),
            self.called_on.value(),
            self.due_on.value(),
            self.criteria.text(),
            self.call_text.text(),
        )


class _SecondRound:
    """Warns of seats that an open round is to fill already, and asks to be told to go on."""

    def __init__(self, form: FormDialog) -> None:
        self.warning = Banner()
        self.anyway = QCheckBox(_("Let &two rounds fill it"))
        self.anyway.hide()
        form.add_wide(self.warning)
        form.add_wide(self.anyway)

    def show(self, doubled: list[str]) -> None:
        """Say which seats, with the round of each, it is about; none takes no room."""
        self.anyway.setVisible(bool(doubled))
        if not doubled:
            self.warning.clear()
            return
        text = _("Already in an open round: {seats}.").format(seats="; ".join(doubled))
        self.warning.show_message(text, ToneName.SOON)

    def check(self) -> None:
        """Raise RuleError while there are such seats and nobody has said to go on."""
        if not self.anyway.isHidden() and not self.anyway.isChecked():
            raise RuleError(
                _("An open round has a seat already. Leave it out, or say that two rounds fill it.")
            )


class CallRoundDialog(FormDialog):
    """Calls a round: which seats, whom to ask, and by when.

    Seats that should be filled are ticked, and those who nominate for them.
    ``called(id)`` tells the round that came of it.
    """

    called = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            _("Call for nominations"),
            _("A round asks bodies to put candidates forward for some seats by a deadline."),
            _("Call"),
            self._call,
            parent,
        )
        self._desk = desk
        self.fields = _FactFields(desk)
        self._seats = desk.read(seats_to_fill, as_of=desk.day)
        self.body = picker_of(_("Seats of"), _bodies_of(self._seats))
        self.seats = TickList(_("Seats to fill"))
        self.asked = TickList(_("Bodies to ask"))
        self.fields.add_first(self)
        self.add_row(_("&Seats of"), self.body, _("Leave it empty for the seats of every body."))
        self.add_row(_("Seats to &fill"), self.seats, self._seats_hint())
        self.second = _SecondRound(self)
        hint = _("Those who nominate for the ticked seats are ticked, until you change it.")
        self.add_row(_("Bodies to &ask"), FilteredTicks(self.asked), hint)
        self.fields.add_texts(self)
        represented = tuple(sorted({seat.nominates_id for seat in self._seats}))
        self._bodies = desk.read(bodies_to_ask, as_of=desk.day, also=represented)
        self.body.value_changed.connect(self._offer)
        self.seats.ticks_changed.connect(self._suggest_bodies)
        self._offer()

    def _seats_hint(self) -> str:
        if not self._seats:
            return _("No seat is vacant and no term ends soon. Seats can be added afterwards.")
        return _("Vacant seats and terms that end are ticked, unless a round has them already.")

    @Slot()
    def _offer(self) -> None:
        body_id = self.body.value() if self.body.is_valid() else None
        seats = [seat for seat in self._seats if body_id in (None, seat.body_id)]
        wanted = [seat for seat in seats if not seat.round_name]
        self.seats.set_items([_seat_choice(seat) for seat in seats], {seat.id for seat in wanted})

    @Slot()
    def _suggest_bodies(self) -> None:
        """Tick those who nominate for the seats that are ticked."""
        ticked = set(self.seats.ticked())
        nominating = {seat.nominates_id for seat in self._seats if seat.id in ticked}
        self.asked.suggest(self._bodies, nominating)
        twice = [seat for seat in self._seats if seat.id in ticked and seat.round_name]
        self.second.show([_in_round(_seat_label(seat), seat.round_name) for seat in twice])

    def _call(self) -> None:
        self.second.check()
        round_id = self._desk.run(
            call_round,
            self.fields.facts(),
            seat_ids=self.seats.ticked(),
            ask_ids=self.asked.ticked(),
        )
        self.called.emit(round_id)


class CorrectRoundDialog(FormDialog):
    """Writes a round as it should have stood."""

    def __init__(self, desk: Desk, detail: RoundDetail, parent: QWidget) -> None:
        sentence = _("What was written wrong is put right; the history shows both.")
        super().__init__(_("Correct the round"), sentence, _("Correct"), self._correct, parent)
        self._desk, self._round_id = desk, detail.line.id
        self.fields = _FactFields(desk, detail)
        self.fields.add_first(self)
        self.fields.add_texts(self)

    def _correct(self) -> None:
        self._desk.run(correct_round, self._round_id, self.fields.facts())


class CloseRoundDialog(FormDialog):
    """Closes a round on a day; asks first where someone has not answered."""

    def __init__(self, desk: Desk, detail: RoundDetail, parent: QWidget) -> None:
        sentence = _("Nobody is asked any longer. Candidacies that are open stay as they are.")
        super().__init__(_("Close the round"), sentence, _("Close the round"), self._close, parent)
        self._desk, self._round_id = desk, detail.line.id
        waiting = [each.body_name for each in detail.requests if not each.answered_on]
        self.waiting = Banner()
        self.anyway = QCheckBox(_("Close it &without these answers"))
        self.day = date_field(_("Closed on"), desk.day)
        self.add_wide(self.waiting)
        self.add_row(_("Closed &on"), self.day)
        self.add_wide(self.anyway)
        self.anyway.setVisible(bool(waiting))
        if waiting:
            text = _("No answer yet from {bodies}.").format(bodies=listed(waiting))
            self.waiting.show_message(text, ToneName.SOON)

    def _close(self) -> None:
        self._desk.run(
            close_round,
            self._round_id,
            whole_day(self.day),
            with_open_requests=self.anyway.isChecked(),
        )


class AddSeatDialog(FormDialog):
    """Lets a round fill one seat more."""

    def __init__(self, desk: Desk, detail: RoundDetail, parent: QWidget) -> None:
        super().__init__(_("Add a seat to the round"), "", _("Add"), self._add, parent)
        self._desk, self._round_id = desk, detail.line.id
        chosen = {seat.seat_id for seat in detail.seats}
        offered = [seat for seat in seat_choices(desk) if seat.id not in chosen]
        self._labels = {seat.id: seat.label for seat in offered}
        self.seat = picker_of(_("Seat"), offered)
        self._rounds = desk.read(open_rounds_of_seats, as_of=desk.day)
        self.add_row(_("&Seat"), self.seat)
        self.second = _SecondRound(self)
        self.seat.value_changed.connect(self._warn)

    @Slot()
    def _warn(self) -> None:
        """Say so if another open round is to fill the seat that is picked."""
        seat_id = self._seat_id()
        name = self._rounds[seat_id].label if seat_id in self._rounds else ""
        self.second.show([_in_round(self._labels[seat_id], name)] if name else [])

    def _seat_id(self) -> str:
        return (self.seat.value() if self.seat.is_valid() else None) or ""

    def _add(self) -> None:
        seat_id = picked(self.seat, _("Choose a seat."))
        self.second.check()
        self._desk.run(add_round_seat, self._round_id, seat_id)


def _bodies_of(seats: tuple[SeatToFill, ...]) -> tuple[Choice, ...]:
    bodies = {seat.body_id: seat.body_name for seat in seats}
    return tuple(Choice(body_id, name) for body_id, name in bodies.items())


def _seat_choice(seat: SeatToFill) -> Choice:
    why = seat_to_fill(seat)
    if seat.round_name:
        why = _("{why}; already in “{round}”").format(why=why, round=seat.round_name)
    return Choice(seat.id, _seat_label(seat), why)


def _seat_label(seat: SeatToFill) -> str:
    return seat_in_words(seat.body_name, seat.role, seat.number)


def _in_round(seat: str, round_name: str) -> str:
    return _("{seat} in “{round}”").format(seat=seat, round=round_name)
