"""The form for a seat: role, vote, whom it represents, who nominates and appoints, its life."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from samstyring.commands.seats import SeatFacts, add_seat, correct_seat
from samstyring.domain.seats import SeatLine, SeatRole
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Choice, FormDialog, PeriodEdit, RecordPicker
from samstyring.ui.forms.fields import ChoiceBox, MonthsBox, body_picker


class SeatDialog(FormDialog):
    """Adds a seat to a body, or corrects the one given."""

    def __init__(
        self, desk: Desk, body_id: str, seat: SeatLine | None, parent: QWidget | None = None
    ) -> None:
        title, verb = (
            (_("Correct the seat"), _("Correct")) if seat else (_("New seat"), _("Add the seat"))
        )
        sentence = (
            _("Write what should have stood there. To let a seat end, end it on a day instead.")
            if seat
            else _("A seat stands for itself: it may be vacant, and persons follow one another.")
        )
        super().__init__(title, sentence, verb, self._save, parent)
        self._desk, self._body_id, self._seat = desk, body_id, seat
        self.role = ChoiceBox(_("Role"), SeatRole)
        self.votes = QCheckBox(_("Has a &vote"))
        self.substitute_for = RecordPicker(_("Stands in for the seat"))
        self.represents = body_picker(desk, _("Represents"), seat.represents_id if seat else None)
        self.nominates = body_picker(desk, _("Nominated by"), seat.nominates_id if seat else None)
        self.appoints = body_picker(desk, _("Appointed by"), seat.appoints_id if seat else None)
        self.term = MonthsBox(_("Term in months"))
        self.period = PeriodEdit(_("Seat"))
        self.note = QLineEdit()
        self._add_fields()
        self._fill(seat)
        self.role.currentIndexChanged.connect(self._on_role)

    def _add_fields(self) -> None:
        self.add_row(_("&Role"), self.role)
        self.add_wide(self.votes)
        hint = _("For a personal substitute: the seat of the one they stand in for.")
        self.add_row(_("Stands in &for"), self.substitute_for, hint)
        self.add_row(_("Re&presents"), self.represents)
        self.add_row(_("&Nominated by"), self.nominates)
        self.add_row(_("Appointed &by"), self.appoints)
        self.add_row(_("&Term in months"), self.term)
        self.add_row(_("The seat e&xists"), self.period)
        self.add_row(_("N&ote"), self.note)

    def _fill(self, seat: SeatLine | None) -> None:
        self.substitute_for.set_choices(self._other_seats())
        self.role.set_value(seat.role if seat else SeatRole.MEMBER)
        self.votes.setChecked(seat.votes if seat else True)
        if seat is None:
            return
        self.substitute_for.set_value(seat.substitute_for_id or None)
        self.term.set_months(seat.term_months)
        self.period.set_value(seat.period)
        self.note.setText(seat.note)

    def _other_seats(self) -> list[Choice]:
        own = self._seat.id if self._seat else ""
        lines = self._desk.read(seat_lines, as_of=self._desk.day, body_id=self._body_id)
        return [
            Choice(
                line.id,
                _("{number}. {person}").format(
                    number=line.number, person=line.person_name or _("Vacant seat")
                ),
                word(line.role),
            )
            for line in lines
            if line.id != own
        ]

    @Slot()
    def _on_role(self) -> None:
        role = self.role.value(SeatRole)
        self.votes.setChecked(role not in (SeatRole.OBSERVER, SeatRole.SECRETARY))

    def _save(self) -> None:
        facts = SeatFacts(
            role=self.role.value(SeatRole),
            votes=self.votes.isChecked(),
            represents_id=self.represents.value(),
            nominates_id=self.nominates.value(),
            appoints_id=self.appoints.value(),
            substitute_for_id=self.substitute_for.value(),
            term_months=self.term.months(),
            note=self.note.text(),
            period=self.period.value(),
        )
        if self._seat is None:
            self._desk.run(add_seat, self._body_id, facts)
        else:
            self._desk.run(correct_seat, self._seat.id, facts)
