"""What the forms of nominations suggest before anything is written."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.choices import Choice
from samstyring.domain.nominations import (
    AppointmentOutlook,
    SeatToFill,
    end_of_term,
    rest_of_term,
)
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatLine, SeatRole, SeatStatus
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.nominations import the_candidacy
from samstyring.queries.seats import seat_lines
from samstyring.store import tables as t

_BELONGS = tuple(
    kind.value for kind in (RelationKind.MEMBER_OF, RelationKind.PART_OF, RelationKind.LOCATED_IN)
)


def seats_to_fill(session: Session, *, as_of: date) -> tuple[SeatToFill, ...]:
    """Return the seats that are vacant, or whose term ends soon or is over, by body and number."""
    rounds = open_rounds_of_seats(session, as_of=as_of)
    return tuple(
        SeatToFill(
            line.id, line.body_id, line.body_name, line.role, line.number, line.status,
            line.person_name, line.vacant_since or line.term_last,
            line.nominates_id or line.represents_id, line.nominates_name or line.represents_name,
            rounds[line.id].label if line.id in rounds else "",
        )
        for line in seat_lines(session, as_of=as_of)
        if line.status is not SeatStatus.FILLED
    )  # fmt: skip


def open_rounds_of_seats(session: Session, *, as_of: date) -> dict[str, Choice]:
    """Return, for each seat that a round open that day is to fill, the newest such round."""
    link, row = t.RoundSeatRow, t.RoundRow
    closed_by_then = row.closed_on <= as_of.isoformat()
    statement = (
        select(link.seat_id, row.id, row.name)
        .join(row, row.id == link.round_id)
        .where(row.closed_on.is_(None) | ~closed_by_then)
        .order_by(row.id)
    )
    return {
        seat_id: Choice(round_id, name) for seat_id, round_id, name in session.execute(statement)
    }


def bodies_to_ask(
    session: Session, *, as_of: date, also: tuple[str, ...] = ()
) -> tuple[Choice, ...]:
    """Return the regional networks, every body that nominates for a seat, and these, by name."""
    body, seat = t.BodyRow, t.SeatRow
    nominating = select(seat.nominates_id).where(alive(seat, as_of))
    statement = select(body.id, body.kind).where(
        alive(body, as_of),
        or_(
            body.kind == BodyKind.REGIONAL_NETWORK.value,
            body.id.in_(nominating),
            body.id.in_(also),
        ),
    )
    kinds = {body_id: kind for body_id, kind in session.execute(statement)}
    return _as_choices(session, kinds, as_of)


def bodies_below(session: Session, body_id: str, *, as_of: date) -> tuple[Choice, ...]:
    """Return the bodies that belong to another that day, such as its municipalities, by name."""
    row, body = t.RelationRow, t.BodyRow
    statement = (
        select(body.id, body.kind)
        .join(row, row.from_id == body.id)
        .where(row.to_id == body_id, row.kind.in_(_BELONGS), alive(row, as_of), alive(body, as_of))
    )
    kinds = {below: kind for below, kind in session.execute(statement)}
    return _as_choices(session, kinds, as_of)


def _as_choices(session: Session, kinds: dict[str, str], day: date) -> tuple[Choice, ...]:
    names, row = names_as_of(session, day, set(kinds)), t.BodyRow
    stated = session.execute(select(row.id, row.level).where(row.id.in_(kinds)))
    levels = {body_id: level for body_id, level in stated}
    choices = (
        Choice(body_id, names.get(body_id, NOBODY).official, _what(kind, levels.get(body_id) or ""))
        for body_id, kind in kinds.items()
    )
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.label)))


def _what(kind: str, level: str) -> str:
    """Return what a body is: that it is a sub-region says more than that it is another body."""
    if kind == BodyKind.OTHER.value and level == Level.SUB_REGIONAL.value:
        return _("sub-region")
    return word(BodyKind(kind))


def appointment_outlook(
    session: Session, candidacy_id: str, *, from_day: PartialDate
) -> AppointmentOutlook:
    """Return what appointing the candidate from a day would do. NotFoundError if it is gone."""
    candidacy = the_candidacy(session, candidacy_id)
    seat, day = session.get_one(t.SeatRow, candidacy.seat_id), from_day.first_day()
    months = seat.term_months or session.get_one(t.BodyRow, seat.body_id).term_months
    holder = _holder(session, seat, day)
    return AppointmentOutlook(
        session.get_one(t.PersonRow, candidacy.person_id).name,
        names_as_of(session, day, {seat.body_id}).get(seat.body_id, NOBODY).official,
        SeatRole(seat.role), seat.number, holder.person_name if holder else "",
        from_day.day_before() if holder else None, end_of_term(from_day, months),
        _rest_of_term(session, seat.id, from_day),
    )  # fmt: skip


def _rest_of_term(session: Session, seat_id: str, from_day: PartialDate) -> PartialDate | None:
    row = t.AppointmentRow
    statement = select(row.first_day, row.term_last).where(row.seat_id == seat_id)
    periods = [Period.of(first, last) for first, last in session.execute(statement)]
    return rest_of_term([(period.first, period.last) for period in periods], from_day)


def _holder(session: Session, seat: t.SeatRow, day: date) -> SeatLine | None:
    lines = seat_lines(session, as_of=day, body_id=seat.body_id)
    return next((line for line in lines if line.id == seat.id and line.person_id), None)
