"""Seats that need care on a day: vacant, soon to be, or held after the term.

A file may hold thousands of seats of which few need care, so the seats are read as columns and
only what is found is put into words.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole, SeatStatus, stored_seat_status
from samstyring.domain.words import word
from samstyring.formats import days_away, quoted, short_date
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, Names, alive, names_as_of
from samstyring.queries.seats_under_way import Filling, seats_under_way
from samstyring.store import tables as t

_KINDS = {
    SeatStatus.VACANT: FindingKind.VACANT,
    SeatStatus.TERM_OVER: FindingKind.TERM_OVER,
    SeatStatus.ENDS_SOON: FindingKind.ENDS_SOON,
}


class SeatThatDay(NamedTuple):
    """The columns of a seat that its findings need, with whoever sits there."""

    id: str
    body_id: str
    role: str
    number: int
    first_day: str | None
    represents_id: str | None
    nominates_id: str | None
    kind: str
    ends_soon_days: int
    held_id: str | None
    term_last: str | None
    last_day: str | None
    person_name: str | None


def seats_that_day(session: Session, day: date) -> dict[str, SeatThatDay]:
    """Return the seats there are that day by id, of every body there is."""
    seat, body, held = t.SeatRow, t.BodyRow, t.AppointmentRow
    statement = (
        select(
            seat.id, seat.body_id, seat.role, seat.number, seat.first_day, seat.represents_id,
            seat.nominates_id, body.kind, body.ends_soon_days, held.id,
            held.term_last, held.last_day, t.PersonRow.name,
        )
        .join(body, body.id == seat.body_id)
        .outerjoin(held, and_(held.seat_id == seat.id, alive(held, day)))
        .outerjoin(t.PersonRow, t.PersonRow.id == held.person_id)
        .where(alive(seat, day), alive(body, day))
        .order_by(held.id)
    )  # fmt: skip
    # A column of a named tuple is read ten times as fast as one of the database's own rows.
    return {row[0]: SeatThatDay._make(row) for row in session.execute(statement)}


def seat_findings(session: Session, seats: dict[str, SeatThatDay], day: date) -> list[Finding]:
    """Return the findings about these seats, in no particular order."""
    statuses = _statuses(seats.values(), day)
    concerned: set[str] = set()
    for seat_id in statuses:
        concerned.update(filter(None, _concerns(seats[seat_id])))
    wording = _Wording(names_as_of(session, day, concerned), day)
    ended, fillings = _last_days(session, day), seats_under_way(session, day)
    return [
        _going_on(wording.finding(seats[seat_id], status, ended.get(seat_id)), fillings)
        for seat_id, status in statuses.items()
    ]


def _going_on(finding: Finding, fillings: dict[str, Filling]) -> Finding:
    """Lead to where the filling of the seat goes on, if it has begun."""
    filling = fillings.get(finding.place_id)
    if filling is None:
        return finding
    sentence = finding.sentence
    if filling.round_name:
        text = _("{sentence} The seat is to be filled in the round {round}.")
        sentence = text.format(sentence=sentence, round=quoted(filling.round_name))
    return replace(
        finding, sentence=sentence, under_way=filling.stage,
        place=filling.place, place_id=filling.place_id,
    )  # fmt: skip


def _statuses(seats: Iterable[SeatThatDay], day: date) -> dict[str, SeatStatus]:
    """Return the status of each seat that needs care."""
    iso = day.isoformat()
    soon_days: dict[int, str] = {}
    found: dict[str, SeatStatus] = {}
    for seat in seats:
        soon = seat.ends_soon_days
        if soon not in soon_days:
            soon_days[soon] = (day + timedelta(days=soon)).isoformat()
        status = SeatStatus.VACANT
        if seat.held_id is not None:
            status = stored_seat_status(seat.term_last, seat.last_day, iso, soon_days[soon])
        if status is not SeatStatus.FILLED:
            found[seat.id] = status
    return found


def _concerns(seat: SeatThatDay) -> tuple[str | None, ...]:
    return seat.body_id, seat.represents_id, seat.nominates_id


def _last_days(session: Session, day: date) -> dict[str, str]:
    """Return the last day anybody sat in each seat that someone has left."""
    row = t.AppointmentRow
    statement = select(row.seat_id, row.last_day).where(row.last_day < day.isoformat())
    last: dict[str, str] = {}
    for seat_id, stored in session.execute(statement):
        end = str(stored)
        # A reduced end sorts after every day it can mean.
        if seat_id not in last or f"{end}~" > f"{last[seat_id]}~":
            last[seat_id] = end
    return last


@dataclass(frozen=True, slots=True)
class _When:
    """A stored date as it is counted with and as it is written."""

    day: date
    text: str


class _Wording:
    """Puts seats into words; sentences and dates that come again are looked up only once."""

    def __init__(self, names: dict[str, Names], day: date) -> None:
        self._names, self._day = names, day
        self._dates: dict[tuple[str, int], _When] = {}
        self._roles = {role.value: word(role) for role in SeatRole}
        self._over = _("{person} ({role}) sits on after the term, which ended {day}.")
        self._soon = _("{person} ({role}): the term ends {day}, {when}.")
        self._vacant = {
            (True, True): _(
                "Seat {number} ({role}) has been vacant since {since}; {body} nominates."
            ),
            (True, False): _("Seat {number} ({role}) is vacant; {body} nominates."),
            (False, True): _("Seat {number} ({role}) has been vacant since {since}."),
            (False, False): _("Seat {number} ({role}) is vacant."),
        }

    def finding(self, seat: SeatThatDay, status: SeatStatus, ended: str | None) -> Finding:
        """Return the finding about one seat."""
        if status is SeatStatus.VACANT:
            sentence, turning = self._vacancy(seat, ended)
        else:
            sentence, turning = self._ending(seat, status)
        kind = _KINDS[status]
        return Finding(
            f"{kind}:{seat.id}", kind, seat.body_id, self._name(seat.body_id), sentence, "seat",
            seat.id, abs((turning - self._day).days) if turning else None,
            tuple(dict.fromkeys(filter(None, _concerns(seat)))),
        )  # fmt: skip

    def _vacancy(self, seat: SeatThatDay, ended: str | None) -> tuple[str, date | None]:
        body = self._name(seat.nominates_id) or self._name(seat.represents_id)
        since = self._vacant_since(seat.first_day, ended)
        text = self._vacant[bool(body), since is not None].format(
            number=seat.number, role=self._roles[seat.role], body=body,
            since=since.text if since else "",
        )  # fmt: skip
        return text, since.day if since else None

    def _ending(self, seat: SeatThatDay, status: SeatStatus) -> tuple[str, date]:
        """Return how it stands, and the end that comes first: that is what the status counts."""
        ends = [self._when(end, 0, last=True) for end in (seat.term_last, seat.last_day) if end]
        end = min(ends, key=lambda when: when.day)
        text = self._over if status is SeatStatus.TERM_OVER else self._soon
        return text.format(
            person=seat.person_name, role=self._roles[seat.role], day=end.text,
            when=days_away(end.day, self._day),
        ), end.day  # fmt: skip

    def _vacant_since(self, first_day: str | None, ended: str | None) -> _When | None:
        if ended:
            return self._when(ended, 1, last=True)
        return self._when(first_day, 0, last=False) if first_day else None

    def _when(self, stored: str, days_later: int, *, last: bool) -> _When:
        key = (stored, days_later * 2 + last)
        if key not in self._dates:
            written = PartialDate.parse(stored)
            day = written.last_day() if last else written.first_day()
            if days_later:
                day += timedelta(days=days_later)
                written = PartialDate.of(day)
            self._dates[key] = _When(day, short_date(written))
        return self._dates[key]

    def _name(self, body_id: str | None) -> str:
        return self._names.get(body_id or "", NOBODY).official
