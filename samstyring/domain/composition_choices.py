"""What a round may choose among, and the choices that meet the most of the rules."""

from dataclasses import dataclass
from datetime import date

from samstyring.domain.composition import Rule, Sitter, Standing, Verdict


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone put forward for a seat: the rank is that of who nominates, None for no rank."""

    candidacy_id: str
    person_id: str
    rank: int | None
    by_name: str
    sitter: Sitter


@dataclass(frozen=True, slots=True)
class OpenSeat:
    """A seat to fill: its candidates in order, and who sits there until then, or nobody."""

    seat_id: str
    number: int
    holder: Sitter | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class BodyToCompose:
    """A body with seats to fill: its rules, those who stay whatever is chosen, and the seats."""

    body_id: str
    body_name: str
    rules: tuple[Rule, ...]
    staying: tuple[Sitter, ...]
    seats: tuple[OpenSeat, ...]


@dataclass(frozen=True, slots=True)
class SuggestionProblem:
    """All that a suggestion for a round stands on; it can be carried to another thread."""

    round_id: str
    round_name: str
    day: date
    bodies: tuple[BodyToCompose, ...]


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """What becomes of one seat: the candidate chosen for it, or None when it is left as it is."""

    body_id: str
    body_name: str
    seat_id: str
    number: int
    candidate: Candidate | None
    holder: Sitter | None

    @property
    def name(self) -> str:
        """The person chosen, or who sits there already; empty for nobody."""
        if self.candidate is not None:
            return self.candidate.sitter.person_name
        return self.holder.person_name if self.holder else ""


@dataclass(frozen=True, slots=True)
class BodyStanding:
    """How it would stand with one body, as it is and with a choice."""

    body_id: str
    body_name: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class Alternative:
    """One choice for every seat, and how it would stand with each body then.

    ``binding`` and ``advisory`` count the rules met, ``ranks`` is the sum of the ranks chosen (a
    candidate without a rank counts as one after the last), ``changes`` the seats that change.
    """

    choices: tuple[SeatChoice, ...]
    bodies: tuple[BodyStanding, ...]
    filled: int
    binding: int
    advisory: int
    ranks: int
    changes: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules that no choice of these candidates can meet together; without one of them it could."""

    rules: tuple[Rule, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Alternatives in order, the best first, and the rules that stand against each other."""

    alternatives: tuple[Alternative, ...]
    conflicts: tuple[Conflict, ...] = ()

    @property
    def choices(self) -> tuple[SeatChoice, ...]:
        """The choices of the best alternative."""
        return self.alternatives[0].choices if self.alternatives else ()

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the rules of every body would say of the best alternative."""
        bodies = self.alternatives[0].bodies if self.alternatives else ()
        return tuple(verdict for body in bodies for verdict in body.after.verdicts)


def composed(body: BodyToCompose, choices: tuple[SeatChoice, ...]) -> tuple[Sitter, ...]:
    """Return who sits in a body with a choice for its seats."""
    chosen = {
        choice.seat_id: choice.candidate.sitter if choice.candidate else choice.holder
        for choice in choices
    }
    taken = [chosen.get(seat.seat_id, seat.holder) for seat in body.seats]
    return (*body.staying, *(sitter for sitter in taken if sitter is not None))


def rank_counted(candidate: Candidate, seat: OpenSeat) -> int:
    """Return a candidate's rank; one without counts as one after the last of the seat's ranks."""
    if candidate.rank is not None:
        return candidate.rank
    return max((each.rank or 0 for each in seat.candidates), default=0) + 1
