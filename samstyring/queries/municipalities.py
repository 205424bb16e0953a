"""Queries on municipalities as of a day, with county, network and facts."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, NameKind, RelationKind
from samstyring.domain.municipalities import MunicipalityFacts, MunicipalityLine, OfficialNumber
from samstyring.domain.periods import Period
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.bodies import numbers_as_of
from samstyring.store import tables as t

_KVEN = "fkv"
_NORWEGIAN = ("nb", "nn")


def municipality_lines(session: Session, *, as_of: date) -> tuple[MunicipalityLine, ...]:
    """Return every municipality there is that day by number, with county and network."""
    body = t.BodyRow
    statement = select(body.id, body.first_day, body.last_day).where(
        body.kind == BodyKind.MUNICIPALITY.value, alive(body, as_of)
    )
    rows = session.execute(statement).all()
    names, numbers = names_as_of(session, as_of), numbers_as_of(session, as_of)
    sami, kven = _other_names(session, as_of)
    counties = _related(session, as_of, RelationKind.LOCATED_IN, BodyKind.COUNTY_MUNICIPALITY)
    networks = _related(session, as_of, RelationKind.MEMBER_OF, BodyKind.REGIONAL_NETWORK)
    facts = {row.body_id: row for row in session.scalars(select(t.MunicipalityRow))}
    lines = []
    for body_id, first, last in rows:
        county, network = counties.get(body_id, ""), networks.get(body_id, "")
        fact = facts.get(body_id)
        lines.append(
            MunicipalityLine(
                body_id, names.get(body_id, NOBODY).official, numbers.get(body_id, ""),
                sami.get(body_id, ""), kven.get(body_id, ""),
                county, names.get(county, NOBODY).official,
                network, names.get(network, NOBODY).official,
                fact.population if fact else None, fact.written_form if fact else "",
                fact.centre if fact else "", Period.of(first, last),
            )
        )  # fmt: skip
    return tuple(sorted(lines, key=lambda line: line.number))


def _other_names(session: Session, day: date) -> tuple[dict[str, str], dict[str, str]]:
    row, body = t.BodyNameRow, t.BodyRow
    statement = (
        select(row.body_id, row.name, row.language)
        .join(body, body.id == row.body_id)
        .where(
            body.kind == BodyKind.MUNICIPALITY.value,
            row.language.not_in(_NORWEGIAN),
            row.kind != NameKind.SHORT.value,
            alive(row, day),
        )
    )
    sami: dict[str, str] = {}
    kven: dict[str, str] = {}
    for body_id, name, language in session.execute(statement.order_by(row.id)):
        (kven if language == _KVEN else sami)[body_id] = name
    return sami, kven


def _related(session: Session, day: date, kind: RelationKind, other: BodyKind) -> dict[str, str]:
    row, body = t.RelationRow, t.BodyRow
    statement = (
        select(row.from_id, row.to_id)
        .join(body, body.id == row.to_id)
        .where(row.kind == kind.value, body.kind == other.value, alive(row, day))
    )
    return {from_id: to_id for from_id, to_id in session.execute(statement.order_by(row.id))}


def municipality_facts(session: Session, body_id: str) -> MunicipalityFacts | None:
    """Return the facts of one municipality, or None for a body that is not one."""
    row = session.scalar(select(t.MunicipalityRow).where(t.MunicipalityRow.body_id == body_id))
    if row is None:
        return None
    return MunicipalityFacts(
        row.population, row.population_day, row.written_form, row.centre, row.area_km2,
        row.latitude, row.longitude,
    )  # fmt: skip


def official_numbers(session: Session, body_id: str) -> tuple[OfficialNumber, ...]:
    """Return every official number a body has had, the newest first."""
    row = t.OfficialNumberRow
    rows = session.scalars(select(row).where(row.body_id == body_id))
    return tuple(
        OfficialNumber(held.id, held.number, Period.of(held.first_day, held.last_day))
        for held in sorted(rows, key=lambda held: held.first_day or "", reverse=True)
    )
