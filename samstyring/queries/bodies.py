"""Queries on bodies: the list as of a day, one body whole, and names to choose from."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import (
    LEVEL_ORDER,
    BodyDetail,
    BodyFacts,
    BodyKind,
    BodyLine,
    BodyName,
    Level,
    NameKind,
    Relation,
    RelationKind,
    Source,
    Succession,
    SuccessionKind,
)
from samstyring.domain.choices import Choice
from samstyring.domain.errors import NotFoundError
from samstyring.domain.periods import Period
from samstyring.domain.seats import Balance
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.queries.seats import balances
from samstyring.store import tables as t

_NO_SEATS = Balance()


def body_lines(
    session: Session, *, as_of: date, municipalities: bool = True
) -> tuple[BodyLine, ...]:
    """Return every body there is that day, by level and name; with or without municipalities."""
    body = t.BodyRow
    statement = select(body.id, body.kind, body.level, body.first_day, body.last_day)
    statement = statement.where(alive(body, as_of))
    if not municipalities:
        statement = statement.where(body.kind != BodyKind.MUNICIPALITY.value)
    rows = session.execute(statement).all()
    names = names_as_of(session, as_of)
    seats, regions = balances(session, as_of=as_of), regions_as_of(session, as_of, names)
    numbers, mandated = numbers_as_of(session, as_of), mandated_as_of(session, as_of)
    lines = []
    for body_id, kind, level, first, last in rows:
        name, count = names.get(body_id, NOBODY), seats.get(body_id, _NO_SEATS)
        lines.append(
            BodyLine(
                body_id, name.official, name.short, BodyKind(kind), Level(level),
                regions.get(body_id, ""), numbers.get(body_id, ""), count.seats, count.filled,
                count.vacant, count.ends_soon, count.term_over, Period.of(first, last),
                body_id in mandated,
            )
        )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (LEVEL_ORDER[line.level], sort_key(line.name))))


def regions_as_of(session: Session, day: date, names: dict[str, Names]) -> dict[str, str]:
    """Return where each body is located that day: the names of the counties, in order."""
    found: dict[str, list[str]] = {}
    row = t.RelationRow
    statement = select(row.from_id, row.to_id).where(
        row.kind == RelationKind.LOCATED_IN.value, alive(row, day)
    )
    for from_id, to_id in session.execute(statement):
        place = names.get(to_id, NOBODY)
        found.setdefault(from_id, []).append(place.short or place.official)
    return {body_id: ", ".join(sorted(places, key=sort_key)) for body_id, places in found.items()}


def numbers_as_of(session: Session, day: date) -> dict[str, str]:
    """Return the official number of each body that has one that day."""
    row = t.OfficialNumberRow
    found = session.execute(select(row.body_id, row.number).where(alive(row, day)))
    return {body_id: number for body_id, number in found}


def mandated_as_of(session: Session, day: date) -> set[str]:
    """Return the bodies with a mandate in force that day."""
    version = t.MandateVersionRow
    statement = (
        select(t.MandateRow.body_id)
        .join(version, version.mandate_id == t.MandateRow.id)
        .where(version.adopted_on.is_not(None), alive(version, day))
    )
    return set(session.scalars(statement))


def body_detail(session: Session, body_id: str, *, as_of: date) -> BodyDetail:
    """Return all of one body; relations are those of that day. NotFoundError if it is gone."""
    body = session.get(t.BodyRow, body_id)
    if body is None:
        raise NotFoundError(_("This body is no longer in the file."))
    relations = _relations(session, body_id, as_of)
    successions = _successions(session, body_id)
    ends = {body_id}
    for relation in relations:
        ends |= {relation.from_id, relation.to_id}
    for succession in successions:
        ends |= {succession.from_id, succession.to_id}
    names = names_as_of(session, as_of, ends)
    own = names.get(body_id, NOBODY)
    return BodyDetail(
        body_id, own.official, own.short, _facts(body), _names(session, body_id),
        tuple(sorted((_relation(row, names) for row in relations), key=_relation_order)),
        tuple(_succession(row, names) for row in successions),
        sources_of(session, body_id),
        numbers_as_of(session, as_of).get(body_id, ""),
    )  # fmt: skip


def _facts(body: t.BodyRow) -> BodyFacts:
    return BodyFacts(
        BodyKind(body.kind), Level(body.level), Period.of(body.first_day, body.last_day),
        body.legal_form, body.purpose, body.home_page, body.organisation_number, body.end_reason,
        body.ends_soon_days, body.term_months,
    )  # fmt: skip


def _names(session: Session, body_id: str) -> tuple[BodyName, ...]:
    row = t.BodyNameRow
    found = session.scalars(select(row).where(row.body_id == body_id))
    names = [
        BodyName(
            name.id, name.name, NameKind(name.kind), name.language,
            Period.of(name.first_day, name.last_day),
        )
        for name in found
    ]  # fmt: skip
    order = list(NameKind)
    return tuple(
        sorted(names, key=lambda n: (order.index(n.kind), str(n.period.first or ""), n.language))
    )


def _relations(session: Session, body_id: str, day: date) -> list[t.RelationRow]:
    row = t.RelationRow
    either = or_(row.from_id == body_id, row.to_id == body_id)
    return list(session.scalars(select(row).where(either, alive(row, day))))


def relations_over_time(
    session: Session, body_id: str, *, as_of: date, kinds: tuple[RelationKind, ...] = ()
) -> tuple[Relation, ...]:
    """Return a body's relations of all time, the newest first; of some kinds, or of all.

    Names are those of the day.
    """
    row = t.RelationRow
    either = or_(row.from_id == body_id, row.to_id == body_id)
    statement = select(row).where(either)
    if kinds:
        statement = statement.where(row.kind.in_([kind.value for kind in kinds]))
    rows = sorted(session.scalars(statement), key=lambda row: (row.first_day or "", row.id))
    names = names_as_of(session, as_of, {end for row in rows for end in (row.from_id, row.to_id)})
    return tuple(_relation(row, names) for row in reversed(rows))


def _relation(row: t.RelationRow, names: dict[str, Names]) -> Relation:
    return Relation(
        row.id, RelationKind(row.kind),
        row.from_id, names.get(row.from_id, NOBODY).official,
        row.to_id, names.get(row.to_id, NOBODY).official,
        Period.of(row.first_day, row.last_day), row.note,
    )  # fmt: skip


def _relation_order(relation: Relation) -> tuple[object, ...]:
    kinds = list(RelationKind)
    return kinds.index(relation.kind), sort_key(relation.from_name), sort_key(relation.to_name)


def _successions(session: Session, body_id: str) -> list[t.SuccessionRow]:
    row = t.SuccessionRow
    either = or_(row.from_id == body_id, row.to_id == body_id)
    return list(session.scalars(select(row).where(either).order_by(row.day, row.id)))


def _succession(row: t.SuccessionRow, names: dict[str, Names]) -> Succession:
    return Succession(
        row.id, SuccessionKind(row.kind),
        row.from_id, names.get(row.from_id, NOBODY).official,
        row.to_id, names.get(row.to_id, NOBODY).official, row.day, row.note,
    )  # fmt: skip


def sources_of(session: Session, target_id: str) -> tuple[Source, ...]:
    """Return where the facts of a thing come from, the newest first."""
    row = t.SourceRow
    statement = select(row).where(row.target_id == target_id).order_by(row.seen_on.desc(), row.id)
    return tuple(
        Source(s.id, s.title, s.address, s.seen_on, s.verified_on, s.verified_by)
        for s in session.scalars(statement)
    )


def body_choices(session: Session, *, as_of: date) -> tuple[Choice, ...]:
    """Return every body there is that day to choose from, by name, with its kind as detail."""
    rows = session.execute(select(t.BodyRow.id, t.BodyRow.kind).where(alive(t.BodyRow, as_of)))
    names = names_as_of(session, as_of)
    choices = (
        Choice(body_id, names.get(body_id, NOBODY).official, word(BodyKind(kind)))
        for body_id, kind in rows
    )
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.label)))
