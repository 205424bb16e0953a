"""Queries on composition: one body by its rules, with chosen candidates, and what to choose."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from sqlalchemy import Executable, bindparam, or_, select
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
    read_or_not,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.periods import Period
from samstyring.domain.text import sort_key
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, alive
from samstyring.queries.composition_sitters import (
    Held,
    as_sitters,
    candidates_held,
    chairs_held,
    held_as_of,
    region_ids,
    regions_named,
)
from samstyring.queries.nominations import candidacy_lines
from samstyring.store import tables as t

_FORCES = tuple(Force)


def composition(
    session: Session, body_id: str, *, as_of: date, with_candidacies: Sequence[str] = ()
) -> Composition:
    """Return who sits in a body that day and what its rules say, and so with chosen candidates.

    A candidate takes the place of who sits in the seat. NotFoundError for a body or candidacy that
    is gone; RuleError for a candidacy to another body's seat, or two to one seat. A rule that
    cannot be read cannot be judged.
    """
    chosen = _chosen(session, body_id, with_candidacies)
    found = _read(session, as_of, body_id, chosen)
    if not found.name:
        raise NotFoundError(_("This body is no longer in the file."))
    before, coming = found.sitters, found.candidates
    return Composition(
        body_id, found.name, as_of, found.rules, standing(found.rules, before), found.vacant,
        standing(found.rules, _with(before, coming)) if coming else None,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Read:
    """One body as read: its name, rules, those who sit, and candidates as they would."""

    name: str
    rules: tuple[Rule, ...]
    sitters: tuple[Sitter, ...]
    candidates: tuple[Sitter, ...]
    vacant: int


def _read(session: Session, day: date, body_id: str, chosen: Sequence[Held]) -> _Read:
    rules = _rules(session, body_id, day)
    rotates = any(isinstance(rule.parameters, ChairRotation) for rule in rules)
    chairs = chairs_held(session, day, body_id) if rotates else []
    kinds = {each.parameters.by for each in rules if isinstance(each.parameters, PerRegion)}
    regions = {by: region_ids(session, day, by) for by in kinds}
    held, vacant = held_as_of(session, day, body_id=body_id)
    also = {body_id}.union(*regions.values())
    everyone, names = as_sitters(session, day, [*held, *chosen, *chairs], also)
    there = {by: regions_named(by, ids, names) for by, ids in regions.items()}
    seated, last = len(held), len(held) + len(chosen)
    whole = _whole_rules(rules, there, everyone[last:], _answers(session, day, rules))
    name = names.get(body_id, NOBODY).official
    return _Read(name, whole, everyone[:seated], everyone[seated:last], vacant)


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
    """Return the rules a body has that day: the binding, then the advisory, then those off."""
    return _read(session, as_of, body_id, ()).rules


def body_of_rule(session: Session, rule_id: str) -> str | None:
    """Return the id of the body that has a rule, or None if the rule is gone."""
    row = t.CompositionRuleRow
    return session.scalar(select(row.body_id).where(row.id == rule_id))


def _rules(session: Session, body_id: str, day: date) -> list[Rule]:
    rows = session.execute(_rules_statement(day), {"body_id": body_id})
    found = [
        Rule(
            rule_id, body_id, read_or_not(RuleKind(kind), parameters), Force(force),
            Period.of(first, last),
        )
        for rule_id, kind, parameters, force, first, last in rows
    ]  # fmt: skip
    return sorted(found, key=lambda rule: _FORCES.index(rule.force))


@lru_cache(maxsize=8)
def _rules_statement(day: date) -> Executable:
    row = t.CompositionRuleRow
    return (
        select(row.id, row.kind, row.parameters, row.force, row.first_day, row.last_day)
        .where(row.body_id == bindparam("body_id"), alive(row, day))
        .order_by(row.id)
    )


def _whole_rules(
    rules: Iterable[Rule],
    there: dict[Grouping, tuple[Region, ...]],
    chairs: tuple[Sitter, ...],
    answers: dict[str, Answer],
) -> tuple[Rule, ...]:
    """Return rules with what of the day they ask about."""
    return tuple(
        replace(
            rule,
            regions=_asked_for(rule.parameters, there),
            chairs=chairs if isinstance(rule.parameters, ChairRotation) else (),
            answer=answers.get(rule.id),
        )
        for rule in rules
    )


def _asked_for(asked: Parameters, there: dict[Grouping, tuple[Region, ...]]) -> tuple[Region, ...]:
    if not isinstance(asked, PerRegion):
        return ()
    return tuple(each for each in there[asked.by] if not asked.regions or each.id in asked.regions)


def _answers(session: Session, day: date, rules: Sequence[Rule]) -> dict[str, Answer]:
    """Return the newest answer to each rule that holds that day."""
    if not rules:
        return {}
    rows = session.execute(_answers_statement(day), {"ids": [rule.id for rule in rules]})
    return {
        rule_id: Answer(answer_id, reason, answered_on, by_whom, holds_until or "")
        for rule_id, answer_id, reason, answered_on, by_whom, holds_until in rows
    }


@lru_cache(maxsize=8)
def _answers_statement(day: date) -> Executable:
    row, iso = t.RuleAnswerRow, day.isoformat()
    return (
        select(row.rule_id, row.id, row.reason, row.answered_on, row.by_whom, row.holds_until)
        .where(
            row.rule_id.in_(bindparam("ids", expanding=True)),
            row.answered_on <= iso,
            or_(row.holds_until.is_(None), row.holds_until + "~" >= iso),
        )
        .order_by(row.answered_on, row.id)
    )


# What a round may choose among --------------------------------------------------------------------


def suggestion_problem(session: Session, round_id: str, *, as_of: date) -> SuggestionProblem:
    """Return the seats of a round with their open candidates, and the bodies they are in.

    One whose candidacy has been forwarded is one candidate, with the rank that was given last.
    NotFoundError if the round is gone, RuleError if it is to fill no seat of that day.
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
    candidates = candidates_among(
        session, candidacy_lines(session, as_of=as_of, round_id=round_id), as_of
    )
    bodies = [
        _body_to_compose(
            session, as_of, body_id,
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
    seats: dict[str, int],
    candidates: dict[str, tuple[Candidate, ...]],
) -> BodyToCompose:
    found = _read(session, day, body_id, ())
    holders = {sitter.seat_id: sitter for sitter in found.sitters if sitter.seat_id in seats}
    return BodyToCompose(
        body_id,
        found.name,
        found.rules,
        tuple(sitter for sitter in found.sitters if sitter.seat_id not in seats),
        tuple(
            OpenSeat(seat_id, number, holders.get(seat_id), candidates.get(seat_id, ()))
            for seat_id, number in sorted(seats.items(), key=lambda each: (each[1], each[0]))
        ),
    )


def candidates_among(
    session: Session, lines: Iterable[CandidacyLine], day: date
) -> dict[str, tuple[Candidate, ...]]:
    """Return the open candidates among candidacies by seat, those of the best rank first.

    A person is one candidate for a seat: the candidacy that was forwarded last, with the rank
    that was given last.
    """
    chains: dict[tuple[str, str], list[CandidacyLine]] = {}
    for line in lines:
        if line.open:
            chains.setdefault((line.seat_id, line.person_id), []).append(line)
    held = candidates_held(session, [_last(chain).id for chain in chains.values()])
    coming, _names = as_sitters(session, day, held)
    sitters = {each.candidacy_id: each for each in coming}
    found: dict[str, list[Candidate]] = {}
    for (seat_id, person_id), chain in chains.items():
        last = _last(chain)
        candidate = Candidate(last.id, person_id, _rank(chain), last.by_name, sitters[last.id])
        found.setdefault(seat_id, []).append(candidate)
    return {seat_id: tuple(sorted(each, key=_by_rank)) for seat_id, each in found.items()}


def _last(chain: list[CandidacyLine]) -> CandidacyLine:
    """Return the candidacy that forwards the others: ids grow with time."""
    return max(chain, key=lambda line: line.id)


def _rank(chain: list[CandidacyLine]) -> int | None:
    """Return the rank given last on the way from municipality to network to KS."""
    newest_first = sorted(chain, key=lambda line: line.id, reverse=True)
    return next((line.rank for line in newest_first if line.rank is not None), None)


def _by_rank(candidate: Candidate) -> tuple[object, ...]:
    rank = candidate.rank
    name = sort_key(candidate.sitter.person_name)
    return rank is None, rank or 0, name, candidate.candidacy_id
