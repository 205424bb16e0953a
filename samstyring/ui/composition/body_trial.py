"""One body that is tried out: its seats with a field each, and before and after below them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.composition_choices import BodyStanding, BodyToCompose, OpenSeat
from samstyring.domain.seats import SeatLine, SeatStatus
from samstyring.language import _
from samstyring.ui.composition.comparison import Comparison
from samstyring.ui.composition.seat_picker import STAY, SeatPicker
from samstyring.ui.composition.words import change_sentence, seat_words
from samstyring.ui.forms import PlainLabel, SubHeading

Seats = Mapping[str, SeatLine]


class BodyTrial(QWidget):
    """``seat_changed(id)`` tells that somebody else is tried out in a seat.

    ``mend_requested(id)`` asks what would mend a rule that is broken.

    With ``some`` only the seats that are vacant, end soon or have candidates are shown at first.
    """

    seat_changed = Signal(str)
    mend_requested = Signal(str)

    def __init__(
        self,
        body: BodyToCompose,
        seats: Seats,
        people: Sequence[Choice],
        *,
        some: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.body = body
        self._seats = seats
        self.pickers: dict[str, SeatPicker] = {}
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for seat in body.seats:
            self._add_seat(seat, people)
        self.every = QCheckBox(_("Show &all seats of the body"), self)
        self.every.toggled.connect(self._on_every)
        self.summary = PlainLabel("", self)
        self.comparison = Comparison(body, self)
        self.comparison.mend_requested.connect(self.mend_requested)
        self._lay_out()
        self._hidden = [s for s in body.seats if some and not self._is_open(s)]
        self.every.setVisible(bool(self._hidden))
        self._on_every(False)

    def shape(self) -> tuple[object, ...]:
        """Return what decides which widgets there are: the seats and the rules judged."""
        return shape(self.body)

    def refresh(self, body: BodyToCompose, people: Sequence[Choice]) -> None:
        """Offer what can be chosen now; the seats are the same."""
        self.body = body
        for seat in body.seats:
            self.pickers[seat.seat_id].offer(seat, people)

    def show_standing(self, found: BodyStanding) -> None:
        """Show how it would stand with those chosen."""
        chosen = sum(picker.key != STAY for picker in self.pickers.values())
        self.summary.setText(change_sentence((found,), chosen))
        self.comparison.show_standing(found)

    def choose(self, seat_id: str, key: str) -> None:
        """Choose for a seat without telling, and show the seat."""
        self.pickers[seat_id].choose(key)
        if key != STAY:
            self._form.setRowVisible(self.pickers[seat_id], True)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in reading order."""
        return (*self.pickers.values(), self.every, *self.comparison.mending.values())

    def _add_seat(self, seat: OpenSeat, people: Sequence[Choice]) -> None:
        text = seat_words(self._seats.get(seat.seat_id), seat)
        name = _("{seat} in {body}").format(seat=text, body=self.body.body_name)
        picker = SeatPicker(seat, name, self)
        picker.offer(seat, people)
        picker.seat_changed.connect(self.seat_changed)
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(picker)
        self._form.addRow(label, picker)
        self.pickers[seat.seat_id] = picker

    def _is_open(self, seat: OpenSeat) -> bool:
        line = self._seats.get(seat.seat_id)
        ends = line is not None and line.status is not SeatStatus.FILLED
        return ends or seat.holder is None or bool(seat.candidates)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(SubHeading(self.body.body_name, self))
        column.addLayout(self._form)
        column.addWidget(self.every)
        column.addWidget(self.summary)
        column.addWidget(self.comparison)

    @Slot(bool)
    def _on_every(self, shown: bool) -> None:
        for seat in self._hidden:
            picker = self.pickers[seat.seat_id]
            self._form.setRowVisible(picker, shown or picker.key != STAY)


def shape(body: BodyToCompose) -> tuple[object, ...]:
    """Return what decides which widgets a body asks for."""
    seats = tuple((seat.seat_id, seat.number) for seat in body.seats)
    return body.body_id, body.body_name, seats, body.rules
