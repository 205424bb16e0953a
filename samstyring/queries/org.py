"""The whole structure as of a day, for the graph, the words and the exports."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.org import LineKind, OrgBody, OrgLine, OrgSnapshot, Placement
from samstyring.domain.seats import Balance
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.bodies import numbers_as_of, regions_as_of
from samstyring.queries.seats import balances
from samstyring.store import tables as t

_NO_SEATS = Balance()


def org_snapshot(session: Session, *, as_of: date, view: str = "") -> OrgSnapshot:
    """Return every body and line of the structure that day, and the placements of a view.

    Bodies and lines come in a stable order; a line both ends of which are there is kept.
    """
    bodies = _bodies(session, as_of)
    there = {body.id for body in bodies}
    lines = (*_relations(session, as_of), *_nominating_and_appointing(session, as_of))
    kept = tuple(line for line in lines if line.from_id in there and line.to_id in there)
    return OrgSnapshot(as_of, bodies, kept, _placements(session, view))


def _bodies(session: Session, day: date) -> tuple[OrgBody, ...]:
    body = t.BodyRow
    statement = (
        select(body.id, body.kind, body.level, t.MunicipalityRow.population)
        .outerjoin(t.MunicipalityRow, t.MunicipalityRow.body_id == body.id)
        .where(alive(body, day))
        .order_by(body.id)
    )
    rows = session.execute(statement).all()
    names, numbers = names_as_of(session, day), numbers_as_of(session, day)
    regions, seats = regions_as_of(session, day, names), balances(session, as_of=day)
    return tuple(
        OrgBody(
            body_id, names.get(body_id, NOBODY).official, names.get(body_id, NOBODY).short,
            BodyKind(kind), Level(level), regions.get(body_id, ""), numbers.get(body_id, ""),
            seats.get(body_id, _NO_SEATS), population,
        )
        for body_id, kind, level, population in rows
    )  # fmt: skip


def _relations(session: Session, day: date) -> tuple[OrgLine, ...]:
    row = t.RelationRow
    statement = select(row.id, row.from_id, row.to_id, row.kind).where(alive(row, day))
    return tuple(
        OrgLine(line_id, from_id, to_id, RelationKind(kind))
        for line_id, from_id, to_id, kind in session.execute(statement.order_by(row.id))
    )


def _nominating_and_appointing(session: Session, day: date) -> tuple[OrgLine, ...]:
    seat = t.SeatRow
    statement = select(seat.nominates_id, seat.appoints_id, seat.body_id).where(alive(seat, day))
    found: dict[tuple[str, str, LineKind], None] = {}
    for nominates_id, appoints_id, body_id in session.execute(statement.order_by(seat.id)):
        if nominates_id and nominates_id != body_id:
            found[nominates_id, body_id, LineKind.NOMINATES] = None
        if appoints_id and appoints_id != body_id:
            found[appoints_id, body_id, LineKind.APPOINTS] = None
    return tuple(OrgLine(f"{kind}:{a}:{b}", a, b, kind) for a, b, kind in found)


def _placements(session: Session, view: str) -> tuple[Placement, ...]:
    row = t.PlacementRow
    statement = select(row.body_id, row.x, row.y).where(row.view == view).order_by(row.body_id)
    return tuple(Placement(*placed) for placed in session.execute(statement))
