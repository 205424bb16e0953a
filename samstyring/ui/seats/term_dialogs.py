"""The forms for a term: seat a person from a day, or correct what was written about a term."""

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from samstyring.commands.seats import correct_appointment, fill_seat
from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate, months_later
from samstyring.domain.seats import Appointment, SeatLine
from samstyring.formats import capital, short_date
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, PartialDateEdit, PeriodEdit, SoftLabel
from samstyring.ui.forms.fields import person_picker
from samstyring.ui.seats.words import seat_title


def suggested_term_end(first: PartialDate | None, months: int | None) -> PartialDate | None:
    """Return the last day of a term of so many months, or None if one of them is not known."""
    if first is None or months is None:
        return None
    return PartialDate.of(months_later(first.first_day(), months) - timedelta(days=1))


class FillDialog(FormDialog):
    """Seats a person in a seat from a day, and says who stops sitting there."""

    def __init__(
        self, desk: Desk, seat: SeatLine, body_term: int | None, parent: QWidget | None = None
    ) -> None:
        sentence = _("{seat} in {body}.").format(
            seat=capital(seat_title(seat)), body=seat.body_name
        )
        super().__init__(_("Fill the seat"), sentence, _("Fill the seat"), self._save, parent)
        self._desk, self._seat = desk, seat
        self._months = seat.term_months or body_term
        self._suggested: PartialDate | None = None
        self.person = person_picker(desk, _("Person"))
        self.from_day = PartialDateEdit(_("From"))
        self.term_last = PartialDateEdit(_("Term ends"))
        self.decision = QLineEdit()
        self.warning = SoftLabel("")
        self._add_fields()
        self.from_day.set_value(desk.day)
        self.from_day.value_changed.connect(self._on_from_changed)
        self.from_day.field.editingFinished.connect(self._on_from_changed)
        self._on_from_changed()

    def _add_fields(self) -> None:
        self.add_row(_("&Person"), self.person)
        self.add_row(_("&From"), self.from_day)
        hint = _("The last day of the term. Empty if none is set.")
        self.add_row(_("&Term ends"), self.term_last, hint)
        self.add_row(_("De&cision"), self.decision)
        self.add_wide(self.warning)

    @Slot()
    def _on_from_changed(self) -> None:
        first = self.from_day.value() if self.from_day.is_valid() else None
        self._suggest(first)
        self._warn(first)

    def _suggest(self, first: PartialDate | None) -> None:
        untouched = not self.term_last.field.text() or (
            self.term_last.is_valid() and self.term_last.value() == self._suggested
        )
        if untouched:
            self._suggested = suggested_term_end(first, self._months)
            self.term_last.set_value(self._suggested)

    def _warn(self, first: PartialDate | None) -> None:
        if not self._seat.person_name:
            self.warning.setText(_("Nobody sits there now."))
        elif first is None:
            self.warning.setText(
                _("{person} sits there now.").format(person=self._seat.person_name)
            )
        else:
            self.warning.setText(
                _("{person} sits there now and stops {day}, the day before.").format(
                    person=self._seat.person_name, day=short_date(first.day_before())
                )
            )

    def _save(self) -> None:
        person_id, first = self.person.value(), self.from_day.value()
        if person_id is None:
            raise RuleError(_("Choose who is to sit there."))
        if first is None:
            raise RuleError(_("Write the day from which they sit there."))
        self._desk.run(
            fill_seat,
            self._seat.id,
            person_id,
            first,
            term_last=self.term_last.value(),
            decision=self.decision.text(),
        )


class TermDialog(FormDialog):
    """Corrects a term: since when, until when, how long it was meant to be, the decision."""

    def __init__(self, desk: Desk, term: Appointment, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Correct the term"),
            _("Write what should have stood there about the term of {person}.").format(
                person=term.person_name
            ),
            _("Correct"),
            self._save,
            parent,
        )
        self._desk, self._term = desk, term
        self.period = PeriodEdit(_("Sits there"))
        self.term_last = PartialDateEdit(_("Term ends"))
        self.decision = QLineEdit()
        self.add_row(_("&Sits there"), self.period, _("The last day is empty until they stop."))
        self.add_row(_("&Term ends"), self.term_last, _("The last day of the term that was set."))
        self.add_row(_("De&cision"), self.decision)
        self.period.set_value(term.period)
        self.term_last.set_value(term.term_last)
        self.decision.setText(term.decision)

    def _save(self) -> None:
        self._desk.run(
            correct_appointment,
            self._term.id,
            period=self.period.value(),
            term_last=self.term_last.value(),
            decision=self.decision.text(),
        )
