"""The form that puts a person forward for a seat."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from samstyring.commands.nominations import nominate, nominate_newcomer
from samstyring.domain.choices import Choice
from samstyring.domain.nominations import OPEN_STEPS, StepKind
from samstyring.domain.seats import SeatLine
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.kept_candidates import kept_for_seat
from samstyring.queries.nomination_suggestions import open_rounds_of_seats
from samstyring.queries.nominations import round_detail, round_lines
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog, RecordPicker
from samstyring.ui.forms.dates import date_field, whole_day
from samstyring.ui.forms.fields import LinesEdit, body_picker
from samstyring.ui.forms.picker import picked, picker_of
from samstyring.ui.nominations.kept_offer import KeptOffer
from samstyring.ui.nominations.person_field import PersonField
from samstyring.ui.nominations.seat_choices import seat_choices

_MOST_RANKS = 99


class PutForwardDialog(FormDialog):
    """Puts a person forward on behalf of a body; what is known beforehand is filled in.

    ``nominated(id)`` tells the candidacy that came of it.
    """

    nominated = Signal(str)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        seat_id: str | None = None,
        person_id: str | None = None,
        round_id: str | None = None,
    ) -> None:
        super().__init__(
            _("Put forward a candidate"),
            _("A body proposes a person for a seat. Nobody sits there until appointed."),
            _("Put forward"),
            self._put_forward,
            parent,
        )
        self._desk = desk
        self._seat_lines = {line.id: line for line in desk.read(seat_lines, as_of=desk.day)}
        seats_of_round = _seats_of_round(desk, round_id)
        only_seat = seats_of_round[0] if len(seats_of_round) == 1 else None
        self.seat = picker_of(_("Seat"), seat_choices(desk, seats_of_round), seat_id or only_seat)
        self.kept = KeptOffer()
        self.person = PersonField(desk, person_id)
        self.by = body_picker(desk, _("Put forward by"))
        self.round = picker_of(_("Round"), _open_rounds(desk), round_id)
        self._make_small_fields(desk.day)
        self._add_rows()
        self._rounds = desk.read(open_rounds_of_seats, as_of=desk.day)
        self._suggested: dict[RecordPicker, str | None] = {}
        self.seat.value_changed.connect(self._suggest)
        self.kept.chosen.connect(self._take_kept)
        self._suggest()
        if self.seat.value():
            self.person.setFocus()

    def _make_small_fields(self, day: date) -> None:
        self.step = QComboBox()
        self.step.setAccessibleName(_("How far it has come"))
        for kind in OPEN_STEPS:
            self.step.addItem(word(kind), kind)
        self.rank = rank_field()
        self.day = date_field(_("Day"), day)
        self.by_whom = QLineEdit()
        self.reason = LinesEdit(_("Reason"))
        self.note = LinesEdit(_("Note"), lines=2)

    def _add_rows(self) -> None:
        self.add_row(_("&Seat"), self.seat)
        self.add_wide(self.kept)
        self.add_row(_("&Person"), self.person)
        self.add_row(_("Put forward &by"), self.by)
        self.add_row(_("Ro&und"), self.round, _("Empty if it is outside any round."))
        self.add_row(_("How &far it has come"), self.step)
        self.add_row(_("Ran&k"), self.rank)
        self.add_row(_("&Day"), self.day)
        self.add_row(_("By &whom"), self.by_whom, _("The person or meeting that decided it."))
        self.add_row(_("&Reason"), self.reason)
        self.add_row(_("N&ote"), self.note)

    @Slot()
    def _suggest(self) -> None:
        """Suggest the body that nominates for the seat, and the round that is to fill it."""
        line = self._line()
        if line is None:
            self.kept.offer(())
            return
        self.kept.offer(self._desk.read(kept_for_seat, line.id, as_of=self._desk.day))
        self._suggest_for(self.by, line.nominates_id or line.represents_id or None)
        if line.id in self._rounds:
            self._suggest_for(self.round, self._rounds[line.id].id)

    @Slot(str)
    def _take_kept(self, person_id: str) -> None:
        self.person.is_new.setChecked(False)
        self.person.picker.set_value(person_id)

    def _suggest_for(self, picker: RecordPicker, value: str | None) -> None:
        untouched = (None, self._suggested.get(picker))
        if picker.is_valid() and picker.value() in untouched:
            picker.set_value(value)
            self._suggested[picker] = value

    def _line(self) -> SeatLine | None:
        seat_id = self.seat.value() if self.seat.is_valid() else None
        return self._seat_lines.get(seat_id or "")

    def _put_forward(self) -> None:
        seat_id = picked(self.seat, _("Choose the seat."))
        by_id = picked(self.by, _("Choose the body that puts the person forward."))
        facts = self._facts()
        self.nominated.emit(self._nominate(seat_id, by_id, facts))

    def _nominate(self, seat_id: str, by_id: str, facts: dict[str, Any]) -> str:
        if not self.person.is_new.isChecked():
            return self._desk.run(nominate, seat_id, self.person.person_id(), by_id, **facts)
        return self._desk.run(
            nominate_newcomer,
            seat_id,
            self.person.facts(),
            by_id,
            employer_id=self.person.employer.value(),
            title=self.person.title.text(),
            **facts,
        )

    def _facts(self) -> dict[str, Any]:
        return {
            "on_day": whole_day(self.day),
            "round_id": self.round.value(),
            "rank": self.rank.value() or None,
            "reason": self.reason.text(),
            "by_whom": self.by_whom.text(),
            "note": self.note.text(),
            "first_step": StepKind(self.step.currentData()),
        }


def rank_field(rank: int | None = None) -> QSpinBox:
    """Return a field for a rank; zero, which says “no rank”, is none."""
    field = QSpinBox()
    field.setAccessibleName(_("Rank"))
    field.setRange(0, _MOST_RANKS)
    field.setSpecialValueText(_("no rank"))
    field.setValue(rank or 0)
    return field


def _seats_of_round(desk: Desk, round_id: str | None) -> tuple[str, ...]:
    if round_id is None:
        return ()
    detail = desk.read(round_detail, round_id, as_of=desk.day)
    return tuple(seat.seat_id for seat in detail.seats)


def _open_rounds(desk: Desk) -> tuple[Choice, ...]:
    lines = desk.read(round_lines, as_of=desk.day)
    return tuple(
        Choice(line.id, line.name, line.caller_name) for line in lines if not line.closed_on
    )
