"""Every body and line with its periods, for files that show the structure over time."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.graph_over_time import GraphOverTime, TimedBody, TimedLine, joined
from samstyring.domain.org import LineKind
from samstyring.domain.periods import Period
from samstyring.queries.as_of import NOBODY, names_as_of
from samstyring.queries.bodies import numbers_as_of, regions_as_of
from samstyring.store import tables as t


def graph_over_time(session: Session, *, as_of: date) -> GraphOverTime:
    """Return all bodies and lines there were, are or will be, in a stable order.

    What changes over time but has no period of its own in the graph is told as of the day.
    """
    bodies = _bodies(session, as_of)
    there = {body.id for body in bodies}
    lines = (*_relations(session), *_from_seats(session))
    kept = tuple(line for line in lines if line.from_id in there and line.to_id in there)
    return GraphOverTime(as_of, bodies, kept)


def _bodies(session: Session, day: date) -> tuple[TimedBody, ...]:
    row = t.BodyRow
    statement = select(row.id, row.kind, row.level, row.first_day, row.last_day).order_by(row.id)
    names, numbers = names_as_of(session, day), numbers_as_of(session, day)
    regions = regions_as_of(session, day, names)
    return tuple(
        TimedBody(
            body_id, names.get(body_id, NOBODY).official, names.get(body_id, NOBODY).short,
            BodyKind(kind), Level(level), regions.get(body_id, ""), numbers.get(body_id, ""),
            Period.of(first, last),
        )
        for body_id, kind, level, first, last in session.execute(statement)
    )  # fmt: skip


def _relations(session: Session) -> tuple[TimedLine, ...]:
    row = t.RelationRow
    statement = select(row.id, row.from_id, row.to_id, row.kind, row.first_day, row.last_day)
    return tuple(
        TimedLine(line_id, from_id, to_id, RelationKind(kind), (Period.of(first, last),))
        for line_id, from_id, to_id, kind, first, last in session.execute(
            statement.order_by(row.id)
        )
    )


def _from_seats(session: Session) -> tuple[TimedLine, ...]:
    """Return who nominates and appoints, in the periods of the seats it is about."""
    row = t.SeatRow
    statement = select(
        row.nominates_id, row.appoints_id, row.body_id, row.first_day, row.last_day
    ).order_by(row.id)
    found: dict[tuple[LineKind, str, str], list[Period]] = {}
    for nominates_id, appoints_id, body_id, first, last in session.execute(statement):
        pairs = ((LineKind.NOMINATES, nominates_id), (LineKind.APPOINTS, appoints_id))
        for kind, from_id in pairs:
            if from_id and from_id != body_id:
                found.setdefault((kind, from_id, body_id), []).append(Period.of(first, last))
    return tuple(
        TimedLine(f"{kind}:{a}:{b}", a, b, kind, joined(periods))
        for (kind, a, b), periods in found.items()
    )
