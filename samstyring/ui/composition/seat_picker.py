"""A field that says who is tried out in one seat: those put forward first, then anyone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.composition_choices import Candidate, OpenSeat
from samstyring.formats import number
from samstyring.language import _
from samstyring.ui.composition.words import as_it_is
from samstyring.ui.forms import RecordPicker

STAY = "stay"
_CANDIDACY = "candidacy:"
_PERSON = "person:"


def key_of(candidate: Candidate) -> str:
    """Return what a candidate is called in the field."""
    if candidate.candidacy_id:
        return f"{_CANDIDACY}{candidate.candidacy_id}"
    return f"{_PERSON}{candidate.person_id}"


def person_of(key: str) -> str:
    """Return the id of a person who has not been put forward; empty for another choice."""
    return key.removeprefix(_PERSON) if key.startswith(_PERSON) else ""


def seat_choices(seat: OpenSeat, people: Sequence[Choice]) -> tuple[Choice, ...]:
    """Return what can be chosen for a seat: as it is, its candidates by rank, everyone else."""
    known = {candidate.person_id for candidate in seat.candidates}
    if seat.holder is not None:
        known.add(seat.holder.person_id)
    return (
        Choice(STAY, as_it_is(seat)),
        *(Choice(key_of(each), each.sitter.person_name, _put_forward(each))
          for each in seat.candidates),
        *(Choice(f"{_PERSON}{person.id}", person.label, person.detail)
          for person in people if person.id not in known),
    )  # fmt: skip


def _put_forward(candidate: Candidate) -> str:
    if candidate.rank is None:
        return _("put forward by {body}").format(body=candidate.by_name)
    return _("put forward by {body}, rank {rank}").format(
        body=candidate.by_name, rank=number(candidate.rank)
    )


class SeatPicker(RecordPicker):
    """Picks who is tried out in a seat; ``seat_changed`` tells the seat's id.

    What is no choice falls back to what was chosen before when the field is left.
    """

    seat_changed = Signal(str)

    def __init__(self, seat: OpenSeat, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.seat = seat
        self._key = STAY
        self._offered: tuple[Choice, ...] = ()
        self.setMinimumContentsLength(12)
        self.value_changed.connect(self._on_value)
        field = self.lineEdit()
        assert field is not None
        field.editingFinished.connect(self._on_value)

    @property
    def key(self) -> str:
        """What is chosen."""
        return self._key

    def offer(self, seat: OpenSeat, people: Sequence[Choice]) -> None:
        """Offer what can be chosen now; what was chosen stays if it still can be."""
        self.seat = seat
        self._offered = seat_choices(seat, people)
        self.set_choices(self._offered)
        self.choose(self._key if self.offers(self._key) else STAY)

    def offered(self) -> tuple[str, ...]:
        """Return what can be chosen now, in order."""
        return tuple(choice.id for choice in self._offered)

    def offers(self, key: str) -> bool:
        """Whether it can be chosen now."""
        return key in self.offered()

    def choose(self, key: str) -> None:
        """Choose without telling."""
        self._key = key
        self.set_value(key)
        field = self.lineEdit()
        if field is not None:
            field.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; it would else change each choice it passes over.
        event.ignore()

    @Slot()
    def _on_value(self) -> None:
        key = (self.value() or STAY) if self.is_valid() else self._key
        changed = key != self._key
        self.choose(key)
        if changed:
            self.seat_changed.emit(self.seat.seat_id)
