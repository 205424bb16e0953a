"""Queries on persons: the list as of a day, one person whole, and names to choose from."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.choices import Choice
from samstyring.domain.errors import NotFoundError
from samstyring.domain.people import (
    Contact,
    ContactKind,
    Employment,
    Gender,
    PersonDetail,
    PersonLine,
    PersonSeat,
)
from samstyring.domain.periods import Period
from samstyring.domain.seats import SeatStatus, seat_status
from samstyring.domain.text import sort_key
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
from samstyring.queries.seats import employments_as_of
from samstyring.store import tables as t


def person_lines_after(
    session: Session, before: tuple[PersonLine, ...], changes: Changes, *, as_of: date
) -> tuple[PersonLine, ...] | None:
    """Return what ``person_lines`` would, from its answer before some changes."""
    touched = people_touched(session, changes)
    if len(touched) > MOST_TOUCHED:
        return None
    return put_in(before, touched, _person_lines(session, as_of, touched), _order)


@mended_by(person_lines_after)
def person_lines(session: Session, *, as_of: date) -> tuple[PersonLine, ...]:
    """Return every person by name, with whom they work for and where they sit that day."""
    return tuple(sorted(_person_lines(session, as_of, None), key=_order))


def _order(line: PersonLine) -> tuple[object, ...]:
    return sort_key(line.name), line.id


def _person_lines(session: Session, as_of: date, wanted: set[str] | None) -> list[PersonLine]:
    work = employments_as_of(session, as_of, wanted)
    employers = {body for body, _title in work.values()}
    sitting = _bodies_of_people(session, as_of, wanted)
    called = None if wanted is None else employers.union(*sitting.values())
    names = names_as_of(session, as_of, called)
    mail, kinds = _mail(session, wanted), _kinds(session, employers)
    statement = select(t.PersonRow.id, t.PersonRow.name)
    if wanted is not None:
        statement = statement.where(t.PersonRow.id.in_(wanted))
    lines = []
    for person_id, name in session.execute(statement):
        employer_id, title = work.get(person_id, ("", ""))
        bodies = [names.get(body_id, NOBODY) for body_id in sitting.get(person_id, ())]
        places = {body.short or body.official for body in bodies}
        lines.append(
            PersonLine(
                person_id, name, title, employer_id, names.get(employer_id, NOBODY).official,
                len(bodies), ", ".join(sorted(places, key=sort_key)),
                mail.get(person_id, ""), kinds.get(employer_id, ""),
            )
        )  # fmt: skip
    return lines


def people_touched(session: Session, changes: Changes) -> set[str]:
    """Return the persons whose lines in a list some changes may have changed."""
    work, held = t.EmploymentRow, t.AppointmentRow
    bodies = rows_touched(changes, "body") | owners_touched(session, changes, t.BodyNameRow.body_id)
    seats = rows_touched(changes, "seat") | found_by(
        session, t.SeatRow.id, t.SeatRow.body_id, bodies
    )
    return (
        rows_touched(changes, "person")
        | owners_touched(session, changes, t.ContactRow.person_id)
        | owners_touched(session, changes, work.person_id)
        | owners_touched(session, changes, held.person_id)
        | found_by(session, work.person_id, work.employer_id, bodies)
        | found_by(session, held.person_id, held.seat_id, seats)
    )


def _bodies_of_people(
    session: Session, day: date, person_ids: set[str] | None
) -> dict[str, list[str]]:
    held, seat = t.AppointmentRow, t.SeatRow
    statement = (
        select(held.person_id, seat.body_id)
        .join(seat, seat.id == held.seat_id)
        .where(alive(held, day), alive(seat, day))
    )
    if person_ids is not None:
        statement = statement.where(held.person_id.in_(person_ids))
    found: dict[str, list[str]] = {}
    for person_id, body_id in session.execute(statement):
        found.setdefault(person_id, []).append(body_id)
    return found


def _kinds(session: Session, body_ids: set[str]) -> dict[str, str]:
    row = t.BodyRow
    statement = select(row.id, row.kind).where(row.id.in_(body_ids))
    return {body_id: kind for body_id, kind in session.execute(statement)}


def _mail(session: Session, person_ids: set[str] | None) -> dict[str, str]:
    """Return an e-mail address of each person; the primary one if it is an address."""
    row = t.ContactRow
    statement = (
        select(row.person_id, row.value)
        .where(row.kind == ContactKind.EMAIL.value)
        .order_by(row.primary, row.id.desc())
    )
    if person_ids is not None:
        statement = statement.where(row.person_id.in_(person_ids))
    return {person_id: value for person_id, value in session.execute(statement)}


def person_detail(session: Session, person_id: str, *, as_of: date) -> PersonDetail:
    """Return all of one person; seats over all time, the newest first."""
    person = session.get(t.PersonRow, person_id)
    if person is None:
        raise NotFoundError(_("This person is no longer in the file."))
    return PersonDetail(
        person.id, person.name, Gender(person.gender), person.privacy_notice_on, person.note,
        _contacts(session, person_id), _employments(session, person_id, as_of),
        _seats(session, person_id, as_of),
    )  # fmt: skip


def _contacts(session: Session, person_id: str) -> tuple[Contact, ...]:
    row = t.ContactRow
    statement = select(row).where(row.person_id == person_id).order_by(row.primary.desc(), row.id)
    return tuple(
        Contact(c.id, ContactKind(c.kind), c.value, c.primary) for c in session.scalars(statement)
    )


def _employments(session: Session, person_id: str, day: date) -> tuple[Employment, ...]:
    row = t.EmploymentRow
    rows = list(session.scalars(select(row).where(row.person_id == person_id)))
    rows.sort(key=lambda work: work.first_day or "", reverse=True)
    names = names_as_of(session, day, {work.employer_id for work in rows})
    return tuple(
        Employment(
            work.id, work.employer_id, names.get(work.employer_id, NOBODY).official, work.title,
            Period.of(work.first_day, work.last_day),
        )
        for work in rows
    )  # fmt: skip


def _seats(session: Session, person_id: str, day: date) -> tuple[PersonSeat, ...]:
    held, seat, body = t.AppointmentRow, t.SeatRow, t.BodyRow
    statement = (
        select(held, seat, body.ends_soon_days)
        .join(seat, seat.id == held.seat_id)
        .join(body, body.id == seat.body_id)
        .where(held.person_id == person_id)
    )
    rows = sorted(session.execute(statement), key=lambda row: row[0].first_day or "", reverse=True)
    ids = {row[1].body_id for row in rows} | {row[1].represents_id or "" for row in rows}
    names = names_as_of(session, day, ids)
    return tuple(_person_seat(*row, names, day) for row in rows)


def _person_seat(
    held: t.AppointmentRow, seat: t.SeatRow, soon: int, names: dict[str, Names], day: date
) -> PersonSeat:
    period = Period.of(held.first_day, held.last_day)
    status = seat_status(period, Period.of(None, held.term_last).last, day, soon)
    sits = status.value
    if status is SeatStatus.VACANT:
        sits = "planned" if period.begins_after(day) else "past"
    return PersonSeat(
        held.id, seat.id, seat.body_id, names.get(seat.body_id, NOBODY).official, seat.role,
        names.get(seat.represents_id or "", NOBODY).official, period, held.term_last or "", sits,
    )  # fmt: skip


def person_choices(session: Session, *, as_of: date) -> tuple[Choice, ...]:
    """Return every person to choose from, by name, with title and employer as detail."""
    return tuple(
        Choice(line.id, line.name, ", ".join(filter(None, (line.title, line.employer_name))))
        for line in person_lines(session, as_of=as_of)
    )
