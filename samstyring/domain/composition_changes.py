"""What a choice would change in words: who comes in, who goes out, and what it mends or breaks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from samstyring.domain.composition import Outcome, Rule, Sitter, Verdict
from samstyring.domain.composition_choices import (
    Alternative,
    BodyStanding,
    BodyToCompose,
    Candidate,
    OpenSeat,
    SeatChoice,
    SuggestionProblem,
)
from samstyring.domain.composition_rules import Force
from samstyring.domain.words import word
from samstyring.formats import capital, listed, number, quoted
from samstyring.language import _


@dataclass(frozen=True, slots=True)
class SeatChange:
    """One seat that somebody else comes to sit in; ``out_name`` is empty for a vacant one."""

    body_id: str
    body_name: str
    seat_id: str
    seat_number: int
    candidacy_id: str
    in_id: str
    in_name: str
    out_id: str = ""
    out_name: str = ""


def seat_changes(choices: Iterable[SeatChoice]) -> tuple[SeatChange, ...]:
    """Return the seats that change hands, in the order of the choices."""
    return tuple(
        _change(each, each.candidate) for each in choices if each.candidate and _moves(each)
    )


def _moves(choice: SeatChoice) -> bool:
    new, old = choice.candidate, choice.holder
    return new is not None and (old is None or old.person_id != new.person_id)


def _change(choice: SeatChoice, new: Candidate) -> SeatChange:
    old = choice.holder
    return SeatChange(
        choice.body_id, choice.body_name, choice.seat_id, choice.number, new.candidacy_id,
        new.person_id, new.sitter.person_name, old.person_id if old else "",
        old.person_name if old else "",
    )  # fmt: skip


def newly_met(bodies: Iterable[BodyStanding]) -> tuple[Verdict, ...]:
    """Return the verdicts on rules that come to be met."""
    return tuple(after for before, after in _pairs(bodies) if is_met(after) and not is_met(before))


def no_longer_met(bodies: Iterable[BodyStanding]) -> tuple[Verdict, ...]:
    """Return the verdicts on rules that are met before and not after."""
    return tuple(after for before, after in _pairs(bodies) if is_met(before) and not is_met(after))


def _pairs(bodies: Iterable[BodyStanding]) -> list[tuple[Verdict, Verdict]]:
    return [
        pair
        for body in bodies
        for pair in zip(body.before.verdicts, body.after.verdicts, strict=True)
    ]


def is_met(verdict: Verdict) -> bool:
    """Tell whether a rule is met, not merely answered or beyond judging."""
    return verdict.outcome is Outcome.MET


def rules_in_force(alternative: Alternative, force: Force) -> int:
    """Return how many rules of a force an alternative is judged by."""
    verdicts = (verdict for body in alternative.bodies for verdict in body.after.verdicts)
    return sum(verdict.rule.force is force for verdict in verdicts)


def share_met(alternative: Alternative) -> float | None:
    """Return which share of one of the rules is met; None where there are no rules."""
    every = sum(rules_in_force(alternative, force) for force in (Force.BINDING, Force.ADVISORY))
    return (alternative.binding + alternative.advisory) / every if every else None


# In words -----------------------------------------------------------------------------------------


def change_words(change: SeatChange) -> str:
    """Say who comes into a seat, and who goes out of it."""
    if change.out_name:
        text = _("seat {number}: {coming} in, {going} out")
    else:
        text = _("seat {number}: {coming} in, where nobody sits")
    return text.format(
        number=number(change.seat_number), coming=change.in_name, going=change.out_name
    )


def changes_in_words(alternative: Alternative) -> tuple[str, ...]:
    """Say in sentences who comes in and goes out, a body at a time, and what becomes of rules."""
    found: dict[str, list[str]] = {}
    for change in seat_changes(alternative.choices):
        found.setdefault(change.body_name, []).append(change_words(change))
    several = len(alternative.bodies) > 1
    said = [
        _("{body}: {changes}.").format(body=body, changes="; ".join(each))
        if several
        else f"{capital('; '.join(each))}."
        for body, each in found.items()
    ]
    return (*said, *rules_in_words(alternative.bodies))


def rules_in_words(bodies: Iterable[BodyStanding]) -> tuple[str, ...]:
    """Say which rules come to be met, and which are met no more."""
    every = tuple(bodies)
    said = []
    if mended := newly_met(every):
        said.append(_("Comes to be met: {rules}.").format(rules=rules_listed(mended)))
    if lost := no_longer_met(every):
        said.append(_("Is met no more: {rules}.").format(rules=rules_listed(lost)))
    return tuple(said)


def rules_listed(verdicts: Iterable[Verdict]) -> str:
    """Return the rules of some verdicts in words; in quotes where a comma is part of a name."""
    names = [word(verdict.rule.kind) for verdict in verdicts]
    unclear = len(names) > 1 and any("," in name for name in names)
    return listed([quoted(name) for name in names] if unclear else names)


# From what is tried out ---------------------------------------------------------------------------


def as_tried(problem: SuggestionProblem, tried: Mapping[str, Sitter]) -> SuggestionProblem:
    """Return a problem in which those who are tried out sit in their seats already.

    ``tried`` is who sits where by the seat's id. Who sits there really can be chosen again.
    """
    return replace(problem, bodies=tuple(_body_as_tried(body, tried) for body in problem.bodies))


def _body_as_tried(body: BodyToCompose, tried: Mapping[str, Sitter]) -> BodyToCompose:
    return replace(body, seats=tuple(_seat_as_tried(seat, tried) for seat in body.seats))


def _seat_as_tried(seat: OpenSeat, tried: Mapping[str, Sitter]) -> OpenSeat:
    if seat.seat_id not in tried:
        return seat
    candidates, holder = seat.candidates, seat.holder
    if holder is not None and all(each.person_id != holder.person_id for each in candidates):
        candidates = (*candidates, Candidate("", holder.person_id, None, "", holder))
    return replace(seat, holder=tried[seat.seat_id], candidates=candidates)


def broken_rules(problem: SuggestionProblem, verdicts: Iterable[Verdict]) -> tuple[Rule, ...]:
    """Return the rules of a problem that are broken by some verdicts, in the verdicts' order."""
    known = {rule.id for body in problem.bodies for rule in body.rules}
    return tuple(
        verdict.rule
        for verdict in verdicts
        if verdict.outcome is Outcome.BROKEN and verdict.rule.id in known
    )
