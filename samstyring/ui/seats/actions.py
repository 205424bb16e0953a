"""What can be done with seats and terms: opens the forms and runs the commands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from samstyring.commands.seats import (
    delete_appointment,
    delete_seat,
    end_appointment,
    end_seat,
)
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import Appointment, SeatLine
from samstyring.formats import capital
from samstyring.language import _
from samstyring.queries.dependents import dependents
from samstyring.queries.seats import seat_terms
from samstyring.ui.desk import Desk
from samstyring.ui.forms.deletion import deletion_of
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.seats.reappointments import ActDialog, CutShortDialog, ReappointDialog
from samstyring.ui.seats.roster import SeatVerb
from samstyring.ui.seats.seat_dialog import SeatDialog
from samstyring.ui.seats.term_dialogs import FillDialog, TermDialog
from samstyring.ui.seats.words import seat_title


class SeatActions(QObject):
    """Does what a roster asks for; `open_requested` leads to the nominations' own form."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._parent = desk, parent
        self._body_id = ""
        self._body_term: int | None = None
        self._lines: dict[str, SeatLine] = {}
        self._ways: dict[SeatVerb, Callable[[SeatLine], None]] = {
            SeatVerb.FILL: self._fill,
            SeatVerb.NOMINATE: self._nominate,
            SeatVerb.REAPPOINT: self._reappoint,
            SeatVerb.CUT_SHORT: self._cut_short,
            SeatVerb.ACT: self._let_act,
            SeatVerb.END_TERM: self._end_term,
            SeatVerb.CORRECT_TERM: self._correct_term,
            SeatVerb.DELETE_TERM: self._delete_term,
            SeatVerb.CORRECT: self._correct,
            SeatVerb.END: self._end,
            SeatVerb.DELETE: self._delete,
        }

    def set_roster(self, body_id: str, body_term: int | None, lines: tuple[SeatLine, ...]) -> None:
        """Work on this body and these seats; `body_term` is its usual term in months."""
        self._body_id, self._body_term = body_id, body_term
        self._lines = {line.id: line for line in lines}

    @Slot(str, str)
    def do(self, verb: str, seat_id: str) -> None:
        """Do what is asked for with a seat; without one, add a seat or print who sits here."""
        if verb == SeatVerb.PRINT:
            self._print()
            return
        if self._desk.workspace.read_only:
            return
        if verb == SeatVerb.ADD:
            SeatDialog(self._desk, self._body_id, None, self._parent).open()
        elif seat_id in self._lines:
            self._ways[SeatVerb(verb)](self._lines[seat_id])

    def _fill(self, seat: SeatLine) -> None:
        FillDialog(self._desk, seat, self._body_term, self._parent).open()

    def _nominate(self, seat: SeatLine) -> None:
        self.open_requested.emit("nominate", seat.id)

    def _print(self) -> None:
        from samstyring.ui.letters import ask_roster  # rarely opened, and start-up is felt

        ask_roster(self._desk, self._parent, self._body_id)

    def _reappoint(self, seat: SeatLine) -> None:
        ReappointDialog(self._desk, seat, self._parent).open()

    def _cut_short(self, seat: SeatLine) -> None:
        CutShortDialog(self._desk, seat, self._parent).open()

    def _let_act(self, seat: SeatLine) -> None:
        ActDialog(self._desk, seat, self._parent).open()

    def _end_term(self, seat: SeatLine) -> None:
        sentence = _("{person} stops sitting in {body}. The seat is vacant from the day after.")
        EndDialog(
            self._desk,
            _("End the term"),
            sentence.format(person=seat.person_name, body=seat.body_name),
            partial(self._run_end_term, seat.appointment_id),
            self._parent,
            verb=_("End the term"),
            asks_why=True,
        ).open()

    def _run_end_term(self, appointment_id: str, last_day: PartialDate, reason: str) -> None:
        self._desk.run(end_appointment, appointment_id, last_day, reason=reason)

    def _correct_term(self, seat: SeatLine) -> None:
        term = self._term(seat)
        if term is not None:
            TermDialog(self._desk, term, self._parent).open()

    def _term(self, seat: SeatLine) -> Appointment | None:
        terms = self._desk.read(seat_terms, seat.id)
        return next((term for term in terms if term.id == seat.appointment_id), None)

    def _delete_term(self, seat: SeatLine) -> None:
        self._desk.try_run(delete_appointment, seat.appointment_id)

    def _correct(self, seat: SeatLine) -> None:
        SeatDialog(self._desk, self._body_id, seat, self._parent).open()

    def _end(self, seat: SeatLine) -> None:
        sentence = _("{seat} in {body} is no more after that day.")
        if seat.person_name:
            sentence += " " + _("{person} stops sitting there then.")
        EndDialog(
            self._desk,
            _("End the seat"),
            sentence.format(
                seat=capital(seat_title(seat)), body=seat.body_name, person=seat.person_name
            ),
            partial(self._run_end, seat.id),
            self._parent,
            verb=_("End the seat"),
        ).open()

    def _run_end(self, seat_id: str, last_day: PartialDate, _reason: str) -> None:
        self._desk.run(end_seat, seat_id, last_day)

    def _delete(self, seat: SeatLine) -> None:
        name = _("{seat} in {body}").format(seat=capital(seat_title(seat)), body=seat.body_name)
        hanging = self._desk.read(dependents, "seat", seat.id)
        delete = partial(self._run_delete, seat.id)
        deletion_of(name, hanging, delete, self._parent).open()

    def _run_delete(self, seat_id: str) -> None:
        self._desk.run(delete_seat, seat_id)
