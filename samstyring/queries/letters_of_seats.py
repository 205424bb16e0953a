"""Letters about who is to sit: the recommendation, the appointment, and the thanks."""

from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.letters import Letter, LetterKind, LetterTable
from samstyring.domain.nominations import CandidacyLine, StepKind
from samstyring.domain.people import Gender
from samstyring.domain.seats import MEMBER_ROLES, SeatLine
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.queries.as_of import NOBODY, names_as_of
from samstyring.queries.letters_round import (
    RoundFacts,
    body_names,
    holder,
    person,
    seat_name,
    stored_day,
    with_values,
)
from samstyring.queries.own_answers import own_answer
from samstyring.queries.seats import employments_as_of
from samstyring.store import tables as t

_GENDERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("women", (Gender.FEMALE,)),
    ("men", (Gender.MALE,)),
    ("others", (Gender.OTHER, Gender.NOT_STATED)),
)


def recommendations(session: Session, facts: RoundFacts) -> list[Letter]:
    """Return one recommendation for each body that is to appoint; else for whoever calls."""
    line = facts.detail.line
    seats: dict[tuple[str, str], list[SeatLine]] = {}
    for seat in facts.seats:
        whom = (seat.appoints_id, seat.appoints_name)
        whom = whom if seat.appoints_id else (line.caller_id, line.caller_name)
        seats.setdefault(whom, []).append(seat)
    return [
        _recommendation(session, facts, body_id, name, tuple(mine))
        for (body_id, name), mine in sorted(seats.items(), key=lambda each: sort_key(each[0][1]))
    ]


def _recommendation(
    session: Session, facts: RoundFacts, body_id: str, name: str, seats: tuple[SeatLine, ...]
) -> Letter:
    mine, every = {seat.id: seat for seat in seats}, facts.detail.candidacies
    standing = sorted(
        (_as_recommended(line, every) for line in every if line.seat_id in mine and _stands(line)),
        key=_merit,
    )
    chosen = {line.seat_id: line for line in reversed(standing)}
    letter = facts.letter(LetterKind.RECOMMENDATION, body_id, name, body_id)
    bodies = {seat.body_id for seat in seats}
    around = tuple(seat for seat in facts.around if seat.body_id in bodies)
    tables = (
        LetterTable("candidates", tuple(_candidate(mine[line.seat_id], line) for line in standing)),
        *_compositions(session, around, chosen),
    )
    return replace(with_values(letter, bodies=body_names(seats)), tables=tables)


def _stands(line: CandidacyLine) -> bool:
    """Say whether a candidate is to be told of: once, as the last body put them forward."""
    return (line.open or line.step is StepKind.APPOINTED) and not line.forwarded_by_id


def _as_recommended(line: CandidacyLine, every: tuple[CandidacyLine, ...]) -> CandidacyLine:
    """Return a candidacy with all who put the candidate forward, and the rank given last."""
    known, chain = {each.id: each for each in every}, [line]
    while chain[-1].forwarded_from_id in known:
        chain.append(known[chain[-1].forwarded_from_id])
    return replace(
        line,
        by_name="\n".join(each.by_name for each in reversed(chain)),
        rank=next((each.rank for each in chain if each.rank is not None), None),
        reason=next((each.reason for each in chain if each.reason), ""),
    )


def _merit(line: CandidacyLine) -> tuple[Any, ...]:
    """Sort by seat, then the recommended first, then by rank."""
    recommended = line.step in (StepKind.RECOMMENDED, StepKind.APPOINTED)
    return (
        sort_key(line.body_name), line.seat_number, line.seat_id, not recommended,
        line.rank or 99, sort_key(line.person_name),
    )  # fmt: skip


def _candidate(seat: SeatLine, line: CandidacyLine) -> tuple[str, ...]:
    return (
        f"{seat.body_name}\n{word(seat.role)} {seat.number}", str(line.rank or "–"),
        person(line.person_name, line.title, line.employer_name), line.by_name, line.reason or "–",
    )  # fmt: skip


def _compositions(
    session: Session, around: tuple[SeatLine, ...], chosen: dict[str, CandidacyLine]
) -> list[LetterTable]:
    """Return, body by body, who sits there now and then, and how many of whom that makes."""
    tables = []
    names = tuple(dict.fromkeys(seat.body_name for seat in around))
    for name in names:
        own = tuple(seat for seat in around if seat.body_name == name)
        rows = tuple(_before_and_after(seat, chosen.get(seat.id)) for seat in own)
        tables += [
            LetterTable("composition", rows, name),
            LetterTable("balance", _balance(session, own, chosen), name if names[1:] else ""),
        ]
    return tables


def _before_and_after(seat: SeatLine, line: CandidacyLine | None) -> tuple[str, ...]:
    after = person(line.person_name, line.title, line.employer_name) if line else holder(seat)
    return seat_name(seat), holder(seat), after


def _balance(
    session: Session, around: tuple[SeatLine, ...], chosen: dict[str, CandidacyLine]
) -> tuple[tuple[str, ...], ...]:
    """Return how many members there are now and then, and which gender they have stated."""
    members = [seat for seat in around if seat.role in MEMBER_ROLES]
    now = [seat.person_id for seat in members if seat.person_id]
    after = [
        chosen[seat.id].person_id if seat.id in chosen else seat.person_id
        for seat in members
        if seat.id in chosen or seat.person_id
    ]
    row = t.PersonRow
    stated = session.execute(select(row.id, row.gender).where(row.id.in_({*now, *after})))
    genders: dict[str, str] = {person_id: gender for person_id, gender in stated}
    counts: list[tuple[str, int, int]] = [("members", len(now), len(after))]
    for name, wanted in _GENDERS:
        before, then = (sum(genders.get(key) in wanted for key in ids) for ids in (now, after))
        counts.append((name, before, then))
    return tuple((name, str(before), str(then)) for name, before, then in counts)


def appointments(session: Session, facts: RoundFacts) -> list[Letter]:
    """Return a letter for each candidate of the round who has been appointed."""
    seats = {seat.id: seat for seat in facts.around}
    terms = {row.candidacy_id: row for row in _terms(session, facts) if row.candidacy_id}
    found = []
    for line in facts.detail.candidacies:
        seat, term = seats.get(line.seat_id), terms.get(line.id)
        if line.step is not StepKind.APPOINTED or seat is None or term is None:
            continue
        letter = _to_person(facts, LetterKind.APPOINTMENT, line.id, line.person_name, seat)
        letter = with_values(
            letter, from_day=stored_day(term.first_day),
            to_day=stored_day(term.term_last or term.last_day), decision=term.decision,
            appointer=seat.appoints_name, accepted=_accepted(session, line.id),
        )  # fmt: skip
        found.append(letter)
    people = {f"appointment:{key}": row.person_id for key, row in terms.items()}
    return _with_employers(session, facts, found, people)


def _accepted(session: Session, candidacy_id: str) -> str:
    """Return the day the person said yes in words, empty if that is not known."""
    answer = own_answer(session, candidacy_id)
    return stored_day(answer[1]) if answer and answer[0] is StepKind.ACCEPTED else ""


def thanks(session: Session, facts: RoundFacts) -> list[Letter]:
    """Return a letter for each who leaves one of the round's seats after the round was called."""
    seats, called = {seat.id: seat for seat in facts.seats}, facts.detail.line.called_on
    terms = _terms(session, facts)
    stay = {(row.seat_id, row.person_id) for row in terms if row.last_day is None}
    found = []
    for row in terms:
        leaves = row.last_day is not None and f"{row.last_day}~" >= called
        if not leaves or row.seat_id not in seats or (row.seat_id, row.person_id) in stay:
            continue
        seat = seats[row.seat_id]
        letter = _to_person(facts, LetterKind.THANKS, row.id, row.name, seat)
        successor = seat.person_name if seat.person_id != row.person_id else ""
        found.append(
            with_values(
                letter, from_day=stored_day(row.first_day), to_day=stored_day(row.last_day),
                successor=successor,
            )
        )  # fmt: skip
    people = {f"thanks:{row.id}": row.person_id for row in terms}
    return _with_employers(session, facts, found, people)


def _to_person(facts: RoundFacts, kind: LetterKind, key: str, name: str, seat: SeatLine) -> Letter:
    letter = facts.letter(kind, key, name, "")
    return with_values(
        letter, body=seat.body_name, role=word(seat.role), represents=seat.represents_name
    )


def _terms(session: Session, facts: RoundFacts) -> list[Any]:
    row = t.AppointmentRow
    statement = (
        select(
            row.id, row.seat_id, row.person_id, row.first_day, row.last_day, row.term_last,
            row.candidacy_id, row.decision, t.PersonRow.name,
        )
        .join(t.PersonRow, t.PersonRow.id == row.person_id)
        .where(row.seat_id.in_([seat.id for seat in facts.around]))
    )  # fmt: skip
    return list(session.execute(statement))


def _with_employers(
    session: Session, facts: RoundFacts, found: list[Letter], people: dict[str, str]
) -> list[Letter]:
    """Return the letters, by recipient, with whom each recipient works for."""
    work = employments_as_of(session, facts.day, {people[letter.id] for letter in found})
    names = names_as_of(session, facts.day, {employer for employer, _title in work.values()})
    told = []
    for letter in found:
        employer_id, title = work.get(people[letter.id], ("", ""))
        employer = names.get(employer_id, NOBODY).official
        lines = tuple(filter(None, (title, employer)))
        told.append(replace(letter, recipient_lines=lines, about_body_id=employer_id))
    return sorted(told, key=lambda letter: sort_key(letter.recipient))
