"""Queries on bodies: the list as of a day, one body whole, and names to choose from."""

from collections.abc import Collection
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
from samstyring.queries.mending import (
    MOST_TOUCHED,
    Changes,
    found_by,
    mended_by,
    owners_touched,
    put_in,
    rows_touched,
)
from samstyring.queries.seats import balances
from samstyring.store import tables as t

_NO_SEATS = Balance()


def body_lines_after(
    session: Session,
    before: tuple[BodyLine, ...],
    changes: Changes,
    *,
    as_of: date,
    municipalities: bool = True,
) -> tuple[BodyLine, ...] | None:
    """Return what ``body_lines`` would, from its answer before some changes."""
    touched = bodies_touched(session, changes)
    if len(touched) > MOST_TOUCHED:
        return None
    fresh = _body_lines(session, as_of, municipalities, touched)
    return put_in(before, touched, fresh, _order)


@mended_by(body_lines_after)
def body_lines(
    session: Session, *, as_of: date, municipalities: bool = True
) -> tuple[BodyLine, ...]:
    """Return every body there is that day, by level and name; with or without municipalities."""
    return tuple(sorted(_body_lines(session, as_of, municipalities, None), key=_order))


def _order(line: BodyLine) -> tuple[object, ...]:
    return LEVEL_ORDER[line.level], sort_key(line.name), line.id


def _body_lines(
    session: Session, as_of: date, municipalities: bool, wanted: set[str] | None
) -> list[BodyLine]:
    body = t.BodyRow
    statement = select(body.id, body.kind, body.level, body.first_day, body.last_day)
    statement = statement.where(alive(body, as_of))
    if not municipalities:
        statement = statement.where(body.kind != BodyKind.MUNICIPALITY.value)
    if wanted is not None:
        statement = statement.where(body.id.in_(wanted))
    rows = session.execute(statement).all()
    places = places_as_of(session, as_of, wanted)
    called = None if wanted is None else wanted.union(*places.values())
    names = names_as_of(session, as_of, called)
    regions = regions_of(places, names)
    seats = balances(session, as_of=as_of, body_ids=wanted)
    numbers = numbers_as_of(session, as_of, wanted)
    mandated = mandated_as_of(session, as_of, wanted)
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
    return lines


def bodies_touched(session: Session, changes: Changes) -> set[str]:
    """Return the bodies whose lines in a list some changes may have changed."""
    renamed = owners_touched(session, changes, t.BodyNameRow.body_id)
    seats = owners_touched(session, changes, t.AppointmentRow.seat_id)
    mandates = owners_touched(session, changes, t.MandateVersionRow.mandate_id)
    return (
        rows_touched(changes, "body")
        | renamed
        | found_by(session, t.RelationRow.from_id, t.RelationRow.to_id, renamed)
        | owners_touched(session, changes, t.RelationRow.from_id)
        | owners_touched(session, changes, t.OfficialNumberRow.body_id)
        | owners_touched(session, changes, t.SeatRow.body_id)
        | found_by(session, t.SeatRow.body_id, t.SeatRow.id, seats)
        | owners_touched(session, changes, t.MandateRow.body_id)
        | found_by(session, t.MandateRow.body_id, t.MandateRow.id, mandates)
    )


def places_as_of(
    session: Session, day: date, body_ids: Collection[str] | None = None
) -> dict[str, list[str]]:
    """Return where bodies are located that day, by the ids of the places; of some, or of all."""
    found: dict[str, list[str]] = {}
    row = t.RelationRow
    statement = select(row.from_id, row.to_id).where(
        row.kind == RelationKind.LOCATED_IN.value, alive(row, day)
    )
    if body_ids is not None:
        statement = statement.where(row.from_id.in_(body_ids))
    for from_id, to_id in session.execute(statement):
        found.setdefault(from_id, []).append(to_id)
    return found


def regions_of(places: dict[str, list[str]], names: dict[str, Names]) -> dict[str, str]:
    """Return where each body is located, in words: the names of the counties, in order."""
    known = {key: name.short or name.official for key, name in names.items()}
    return {
        body_id: ", ".join(sorted((known.get(key, "") for key in keys), key=sort_key))
        for body_id, keys in places.items()
    }


def regions_as_of(session: Session, day: date, names: dict[str, Names]) -> dict[str, str]:
    """Return where each body is located that day: the names of the counties, in order."""
    return regions_of(places_as_of(session, day), names)


def numbers_as_of(
    session: Session, day: date, body_ids: Collection[str] | None = None
) -> dict[str, str]:
    """Return the official number of each body that has one that day; of some, or of all."""
    row = t.OfficialNumberRow
    statement = select(row.body_id, row.number).where(alive(row, day)).order_by(row.id)
    if body_ids is not None:
        statement = statement.where(row.body_id.in_(body_ids))
    return {body_id: number for body_id, number in session.execute(statement)}


def mandated_as_of(
    session: Session, day: date, body_ids: Collection[str] | None = None
) -> set[str]:
    """Return the bodies with a mandate in force that day; of some, or of all."""
    version, mandate = t.MandateVersionRow, t.MandateRow
    statement = (
        select(mandate.body_id)
        .join(version, version.mandate_id == mandate.id)
        .where(version.adopted_on.is_not(None), alive(version, day))
    )
    if body_ids is not None:
        statement = statement.where(mandate.body_id.in_(body_ids))
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
        numbers_as_of(session, as_of, (body_id,)).get(body_id, ""),
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
