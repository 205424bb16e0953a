"""Terms over the years: who sits where from when until when, and how it stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.seats import SeatRole


class TermState(StrEnum):
    """How it stands with one person's time in a seat."""

    OVER = "over"
    ENDS_SOON = "ends_soon"
    SITTING = "sitting"
    PLANNED = "planned"
    FORMER = "former"


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one seat.

    ``first`` and ``last`` are the first and last day there, None where it is not known or not
    set; ``term_last`` is the last day of the term, after which someone may sit on. The network
    is the regional network that the seat represents or that nominates to it.
    """

    id: str
    seat_id: str
    role: SeatRole
    number: int
    body_id: str
    body_name: str
    person_id: str
    person_name: str
    network_id: str
    network_name: str
    state: TermState
    first: date | None
    last: date | None
    term_last: date | None
    written: str

    @property
    def name(self) -> str:
        """Who it is."""
        return self.person_name

    @property
    def end(self) -> date | None:
        """The day the term ends: the end that comes first; None for no end that is known."""
        return min((day for day in (self.last, self.term_last) if day), default=None)
