"""Commands that set up municipalities and counties at once, and let them join a network."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name, name_of
from samstyring.commands.command import about, command
from samstyring.domain.bodies import BodyKind, Level, NameKind, RelationKind, SuccessionKind
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.periods import ALWAYS, Period, iso_or_none
from samstyring.domain.text import clean_line
from samstyring.language import N_, _
from samstyring.store import tables as t


@dataclass(frozen=True, slots=True)
class ReferenceName:
    """A name of a municipality or county in one language."""

    name: str
    language: str = "nb"
    period: Period = ALWAYS
    kind: NameKind = NameKind.OFFICIAL


@dataclass(frozen=True, slots=True)
class ReferenceBody:
    """A municipality or county in all its life; ``counties`` are keys of other reference bodies.

    ``key`` is what successions and the answer of the command know the body by.
    """

    key: str
    period: Period
    names: tuple[ReferenceName, ...]
    numbers: tuple[tuple[str, Period], ...]
    counties: tuple[tuple[str, Period], ...] = ()
    organisation_number: str = ""
    home_page: str = ""
    end_reason: str = ""
    facts: MunicipalityFacts | None = None


@dataclass(frozen=True, slots=True)
class ReferenceSuccession:
    """One reference body followed upon another, by their keys, on an ISO day."""

    from_key: str
    to_key: str
    kind: SuccessionKind
    day: str


@command(N_("Set up the municipalities"))
def add_reference_data(
    session: Session,
    counties: Iterable[ReferenceBody],
    municipalities: Iterable[ReferenceBody],
    successions: Iterable[ReferenceSuccession] = (),
) -> dict[str, str]:
    """Add counties and municipalities with names, numbers and facts; return ids by key.

    A number that is in the file already, in some of the same time, is a RuleError: then the
    municipalities have been set up before.
    """
    counties, municipalities = tuple(counties), tuple(municipalities)
    _check_numbers_are_free(session, (*counties, *municipalities))
    ids = {body.key: new_id() for body in (*counties, *municipalities)}
    assert len(ids) == len(counties) + len(municipalities), "two bodies have the same key"
    for county in counties:
        _add(session, county, ids, BodyKind.COUNTY_MUNICIPALITY, Level.REGIONAL)
    for municipality in municipalities:
        _add(session, municipality, ids, BodyKind.MUNICIPALITY, Level.LOCAL)
    for each in successions:
        _add_succession(session, each, ids)
    return ids


def _check_numbers_are_free(session: Session, bodies: Sequence[ReferenceBody]) -> None:
    taken: dict[str, list[Period]] = {}
    number = t.OfficialNumberRow
    rows = session.execute(select(number.number, number.first_day, number.last_day))
    for text, first, last in rows:
        taken.setdefault(text, []).append(Period.of(first, last))
    for text, period in (each for body in bodies for each in body.numbers):
        if any(period.overlaps(other) for other in taken.get(text, ())):
            raise RuleError(_("The number {number} is in the file already.").format(number=text))
        taken.setdefault(text, []).append(period)


def _add(
    session: Session, body: ReferenceBody, ids: dict[str, str], kind: BodyKind, level: Level
) -> None:
    body_id = ids[body.key]
    session.add(_body_row(body, body_id, kind, level))
    for name in body.names:
        session.add(_name_row(body_id, name))
    for number, period in body.numbers:
        row = t.OfficialNumberRow(id=new_id(), body_id=body_id, number=number)
        session.add(_dated(row, period))
    for county, period in body.counties:
        session.add(_relation_row(body_id, ids[county], RelationKind.LOCATED_IN, period))
    if body.facts is not None:
        session.add(_facts_row(body_id, body.facts))


def _body_row(body: ReferenceBody, body_id: str, kind: BodyKind, level: Level) -> t.BodyRow:
    return t.BodyRow(
        id=body_id, kind=kind.value, level=level.value, legal_form="", purpose="",
        home_page=body.home_page, organisation_number=body.organisation_number,
        first_day=iso_or_none(body.period.first), last_day=iso_or_none(body.period.last),
        end_reason=clean_line(body.end_reason), ends_soon_days=90, term_months=None,
    )  # fmt: skip


def _name_row(body_id: str, name: ReferenceName) -> t.BodyNameRow:
    return t.BodyNameRow(
        id=new_id(), body_id=body_id, name=checked_name(name.name), kind=name.kind.value,
        language=name.language, first_day=iso_or_none(name.period.first),
        last_day=iso_or_none(name.period.last),
    )  # fmt: skip


def _relation_row(
    from_id: str, to_id: str, kind: RelationKind, period: Period, note: str = ""
) -> t.RelationRow:
    return t.RelationRow(
        id=new_id(), from_id=from_id, to_id=to_id, kind=kind.value, note=note,
        first_day=iso_or_none(period.first), last_day=iso_or_none(period.last),
    )  # fmt: skip


def _facts_row(body_id: str, facts: MunicipalityFacts) -> t.MunicipalityRow:
    return t.MunicipalityRow(
        id=new_id(), body_id=body_id, population=facts.population,
        population_day=facts.population_day, written_form=facts.written_form,
        centre=facts.centre, area_km2=facts.area_km2, latitude=facts.latitude,
        longitude=facts.longitude,
    )  # fmt: skip


def _add_succession(session: Session, succession: ReferenceSuccession, ids: dict[str, str]) -> None:
    session.add(
        t.SuccessionRow(
            id=new_id(), from_id=ids[succession.from_key], to_id=ids[succession.to_key],
            kind=succession.kind.value, day=succession.day, note="",
        )
    )  # fmt: skip


def _dated(row: t.OfficialNumberRow, period: Period) -> t.OfficialNumberRow:
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)
    return row


@command(N_("Let municipalities join"))
def join_network(
    session: Session,
    network_id: str,
    body_ids: Sequence[str],
    period: Period,
    kind: RelationKind = RelationKind.MEMBER_OF,
) -> None:
    """Let several bodies join a network for a period.

    RuleError if one of them has joined already in some of that time, or is the network itself.
    """
    about(session, lambda: name_of(session, network_id))
    period.check()
    if network_id in body_ids:
        raise RuleError(_("A body cannot be related to itself. Choose another body."))
    members = _members(session, network_id, kind, period)
    for body_id in dict.fromkeys(body_ids):
        if body_id in members:
            raise RuleError(
                _("{body} has joined already in that period.").format(
                    body=name_of(session, body_id)
                )
            )
        session.add(_relation_row(body_id, network_id, kind, period))


def _members(session: Session, network_id: str, kind: RelationKind, period: Period) -> set[str]:
    relation = t.RelationRow
    statement = select(relation.from_id, relation.first_day, relation.last_day).where(
        relation.to_id == network_id, relation.kind == kind.value
    )
    return {
        from_id
        for from_id, first, last in session.execute(statement)
        if Period.of(first, last).overlaps(period)
    }
