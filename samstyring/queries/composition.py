"""Queries on composition: one body by its rules, with chosen candidates, and what to choose."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samstyring.domain.composition import Answer, Composition, Region, Rule, Sitter
from samstyring.domain.composition_choices import (
    BodyToCompose,
    Candidate,
    OpenSeat,
    SuggestionProblem,
)
from samstyring.domain.composition_judging import standing
from samstyring.domain.composition_rules import (
    ChairRotation,
    Force,
    Grouping,
    Parameters,
    PerRegion,
    RuleKind,
    from_json,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.periods import Period
from samstyring.domain.text import sort_key
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.composition_sitters import (
    Held,
    as_sitters,
    candidates_held,
    chairs_held,
    held_as_of,
    regions_there,
)
from samstyring.queries.nominations import candidacy_lines
from samstyring.store import tables as t

_FORCES = tuple(Force)


def composition(
    session: Session, body_id: str, *, as_of: date, with_candidacies: Sequence[str] = ()
) -> Composition:
    """Return who sits in a body that day and what its rules say, and so with chosen candidates.

    A candidate takes the place of who sits in the seat. NotFoundError for a body or candidacy that
    is gone; RuleError for a candidacy to another body's seat, or two to one seat.
    """
    if session.get(t.BodyRow, body_id) is None:
        raise NotFoundError(_("This body is no longer in the file."))
    held, vacant = held_as_of(session, as_of, body_id=body_id)
    chosen = _chosen(session, body_id, with_candidacies)
    everyone = as_sitters(session, as_of, [*held, *chosen])
    before, coming = everyone[: len(held)], everyone[len(held) :]
    rules = body_rules(session, body_id, as_of=as_of)
    return Composition(
        body_id,
        names_as_of(session, as_of, {body_id}).get(body_id, NOBODY).official,
        as_of,
        rules,
        standing(rules, before),
        vacant,
        standing(rules, _with(before, coming)) if coming else None,
    )


def _chosen(session: Session, body_id: str, candidacy_ids: Sequence[str]) -> list[Held]:
    if not candidacy_ids:
        return []
    found = candidates_held(session, candidacy_ids)
    if len(found) < len(set(candidacy_ids)):
        raise NotFoundError(_("This candidacy is no longer in the file."))
    seats: set[str] = set()
    for each in found:
        if each.body_id != body_id:
            raise RuleError(
                _("{person} is not put forward for a seat in this body.").format(
                    person=each.person_name
                )
            )
        if each.seat_id in seats:
            raise RuleError(
                _("Only one can sit in seat {number}. Choose one of its candidates.").format(
                    number=each.number
                )
            )
        seats.add(each.seat_id)
    return found


def _with(before: tuple[Sitter, ...], coming: tuple[Sitter, ...]) -> tuple[Sitter, ...]:
    taken = {each.seat_id for each in coming}
    after = (*(each for each in before if each.seat_id not in taken), *coming)
    return tuple(sorted(after, key=lambda each: each.number))


# Rules --------------------------------------------------------------------------------------------


def body_rules(session: Session, body_id: str, *, as_of: date) -> tuple[Rule, ...]:
    """Return the rules a body has that day: the binding first, then the advisory, then those off.

    RuleError for a rule that cannot be read.
    """
    row = t.CompositionRuleRow
    statement = (
        select(row.id, row.kind, row.parameters, row.force, row.first_day, row.last_day)
        .where(row.body_id == body_id, alive(row, as_of))
        .order_by(row.id)
    )
    found = [
        Rule(
            rule_id, body_id, from_json(RuleKind(kind), parameters), Force(force),
            Period.of(first, last),
        )
        for rule_id, kind, parameters, force, first, last in session.execute(statement)
    ]  # fmt: skip
    if not found:
        return ()
    answers = _answers(session, as_of, [rule.id for rule in found])
    regions = _regions(session, as_of, [rule.parameters for rule in found])
    chairs = _chairs(session, as_of, body_id, [rule.parameters for rule in found])
    return tuple(
        replace(
            rule,
            regions=_asked_for(rule.parameters, regions),
            chairs=chairs if isinstance(rule.parameters, ChairRotation) else (),
            answer=answers.get(rule.id),
        )
        for rule in sorted(found, key=lambda rule: _FORCES.index(rule.force))
    )


def _answers(session: Session, day: date, rule_ids: list[str]) -> dict[str, Answer]:
    """Return the newest answer to each rule that holds that day."""
    row = t.RuleAnswerRow
    statement = (
        select(row)
        .where(
            row.rule_id.in_(rule_ids),
            row.answered_on <= day.isoformat(),
            or_(row.holds_until.is_(None), row.holds_until + "~" >= day.isoformat()),
        )
        .order_by(row.answered_on, row.id)
    )
    return {
        found.rule_id: Answer(
            found.id, found.reason, found.answered_on, found.by_whom, found.holds_until or ""
        )
        for found in session.scalars(statement)
    }


Regions = dict[Grouping, dict[str, Region]]


def _regions(session: Session, day: date, asked: Iterable[Parameters]) -> Regions:
    kinds = {each.by for each in asked if isinstance(each, PerRegion)}
    return {by: regions_there(session, day, by) for by in kinds}


def _asked_for(asked: Parameters, there: Regions) -> tuple[Region, ...]:
    if not isinstance(asked, PerRegion):
        return ()
    found = there[asked.by].values()
    return tuple(each for each in found if not asked.regions or each.id in asked.regions)


def _chairs(
    session: Session, day: date, body_id: str, asked: Iterable[Parameters]
) -> tuple[Sitter, ...]:
    """Return the last two chairs as they were on the last day they chaired."""
    if not any(isinstance(each, ChairRotation) for each in asked):
        return ()
    return tuple(
        as_sitters(session, last, [held])[0] for held, last in chairs_held(session, day, body_id)
    )


# What a round may choose among --------------------------------------------------------------------


def suggestion_problem(session: Session, round_id: str, *, as_of: date) -> SuggestionProblem:
    """Return the seats of a round with their open candidates, and the bodies they are in.

    A person put forward twice for a seat is one candidate, with the better rank. NotFoundError if
    the round is gone, RuleError if it is to fill no seat of that day.
    """
    row = session.get(t.RoundRow, round_id)
    if row is None:
        raise NotFoundError(_("This round is no longer in the file."))
    seat, link = t.SeatRow, t.RoundSeatRow
    statement = (
        select(seat.id, seat.body_id, seat.number)
        .join(link, link.seat_id == seat.id)
        .where(link.round_id == round_id, alive(seat, as_of))
    )
    seats = [(key, body_id, number) for key, body_id, number in session.execute(statement)]
    if not seats:
        raise RuleError(_("This round has no seats to fill. Add the seats to the round first."))
    candidates = _candidates(session, round_id, as_of)
    names = names_as_of(session, as_of, {body_id for _id, body_id, _number in seats})
    bodies = [
        _body_to_compose(
            session, as_of, body_id, names.get(body_id, NOBODY).official,
            {seat_id: number for seat_id, its_body, number in seats if its_body == body_id},
            candidates,
        )
        for body_id in dict.fromkeys(body_id for _id, body_id, _number in seats)
    ]  # fmt: skip
    bodies.sort(key=lambda body: (sort_key(body.body_name), body.body_id))
    return SuggestionProblem(round_id, row.name, as_of, tuple(bodies))


def _body_to_compose(
    session: Session,
    day: date,
    body_id: str,
    name: str,
    seats: dict[str, int],
    candidates: dict[str, tuple[Candidate, ...]],
) -> BodyToCompose:
    held, _vacant = held_as_of(session, day, body_id=body_id)
    sitters = as_sitters(session, day, held)
    holders = {sitter.seat_id: sitter for sitter in sitters if sitter.seat_id in seats}
    return BodyToCompose(
        body_id,
        name,
        body_rules(session, body_id, as_of=day),
        tuple(sitter for sitter in sitters if sitter.seat_id not in seats),
        tuple(
            OpenSeat(seat_id, number, holders.get(seat_id), candidates.get(seat_id, ()))
            for seat_id, number in sorted(seats.items(), key=lambda each: (each[1], each[0]))
        ),
    )


def _candidates(session: Session, round_id: str, day: date) -> dict[str, tuple[Candidate, ...]]:
    """Return the open candidates of a round by seat, those of the best rank first."""
    lines = candidacy_lines(session, as_of=day, round_id=round_id)
    still_open = sorted((line for line in lines if line.open), key=_by_rank)
    held = candidates_held(session, [line.id for line in still_open])
    sitters = {each.candidacy_id: each for each in as_sitters(session, day, held)}
    found: dict[str, dict[str, Candidate]] = {}
    for line in still_open:
        candidate = Candidate(line.id, line.person_id, line.rank, line.by_name, sitters[line.id])
        found.setdefault(line.seat_id, {}).setdefault(line.person_id, candidate)
    return {seat_id: tuple(each.values()) for seat_id, each in found.items()}


def _by_rank(line: CandidacyLine) -> tuple[object, ...]:
    return line.rank is None, line.rank or 0, sort_key(line.person_name), line.id
