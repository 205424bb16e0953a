"""What is tried out: who is chosen for which seat, and how it would stand with the bodies."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from samstyring.domain.composition import Sitter, Standing
from samstyring.domain.composition_choices import (
    BodyStanding,
    BodyToCompose,
    Candidate,
    SeatChoice,
    SuggestionProblem,
    composed,
)
from samstyring.domain.composition_judging import standing
from samstyring.domain.nominations import CandidacyLine, StepKind, next_steps

Chosen = Mapping[str, Candidate]


@dataclass(frozen=True, slots=True)
class Before:
    """How it stands with each body of a problem as it is, by the body's id."""

    standings: Mapping[str, Standing]


def before(problem: SuggestionProblem) -> Before:
    """Return how it stands with the bodies as they are."""
    return Before({body.body_id: _standing(body, {}) for body in problem.bodies})


def tried(problem: SuggestionProblem, as_is: Before, chosen: Chosen) -> tuple[BodyStanding, ...]:
    """Return how it stands with each body as it is, and with those chosen."""
    return tuple(
        BodyStanding(
            body.body_id,
            body.body_name,
            as_is.standings[body.body_id],
            _standing(body, chosen)
            if any(seat.seat_id in chosen for seat in body.seats)
            else as_is.standings[body.body_id],
        )
        for body in problem.bodies
    )


def _standing(body: BodyToCompose, chosen: Chosen) -> Standing:
    choices = tuple(
        SeatChoice(
            body.body_id, body.body_name, seat.seat_id, seat.number, chosen.get(seat.seat_id),
            seat.holder,
        )
        for seat in body.seats
    )  # fmt: skip
    return standing(body.rules, composed(body, choices))


def seated_twice(bodies: Iterable[BodyStanding]) -> tuple[str, ...]:
    """Return the names of those who would sit in more than one seat of a body."""
    names: dict[str, str] = {}
    for body in bodies:
        counts = Counter(sitter.person_id for sitter in body.after.sitters)
        names |= {s.person_id: s.person_name for s in _more_than_one(body.after.sitters, counts)}
    return tuple(names.values())


def _more_than_one(sitters: Iterable[Sitter], counts: Counter[str]) -> list[Sitter]:
    return [sitter for sitter in sitters if counts[sitter.person_id] > 1]


# Who can be recommended ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recommendable:
    """Those chosen who can be recommended now, are so already, cannot yet, and are no candidates.

    The first three are candidacies, the last names.
    """

    now: tuple[CandidacyLine, ...] = ()
    already: tuple[CandidacyLine, ...] = ()
    not_yet: tuple[CandidacyLine, ...] = ()
    not_put_forward: tuple[str, ...] = ()


def recommendable(chosen: Chosen, lines: Iterable[CandidacyLine]) -> Recommendable:
    """Sort those chosen by whether they can be recommended."""
    known = {line.id: line for line in lines}
    found = [known[each.candidacy_id] for each in chosen.values() if each.candidacy_id in known]
    return Recommendable(
        tuple(line for line in found if StepKind.RECOMMENDED in next_steps(line.step)),
        tuple(line for line in found if line.step is StepKind.RECOMMENDED),
        tuple(line for line in found if line.step not in _NEAR),
        tuple(c.sitter.person_name for c in chosen.values() if c.candidacy_id not in known),
    )


_NEAR = (StepKind.NOMINATED, StepKind.RECOMMENDED)
