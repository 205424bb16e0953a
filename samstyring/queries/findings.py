"""What needs care on a day: the list of work that Today shows."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.nominations import RequestStatus, StepKind
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SUBSTITUTE_ROLES, SeatLine, SeatStatus
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import days_away, short_date
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, names_as_of
from samstyring.queries.bodies import mandated_as_of
from samstyring.queries.nominations import candidacy_lines, round_detail
from samstyring.queries.seats import seat_lines
from samstyring.store import tables as t

_SEAT_FINDINGS = {
    SeatStatus.VACANT: FindingKind.VACANT,
    SeatStatus.TERM_OVER: FindingKind.TERM_OVER,
    SeatStatus.ENDS_SOON: FindingKind.ENDS_SOON,
}
_WAITING = frozenset({StepKind.PROPOSED, StepKind.ASKED})


def findings(session: Session, *, as_of: date) -> tuple[Finding, ...]:
    """Return what needs care that day, by kind, then the longest waiting or nearest first."""
    seats = seat_lines(session, as_of=as_of)
    found = [finding for seat in seats if (finding := _of_seat(seat, as_of))]
    found += _overdue(session, as_of)
    found += _unanswered(session, as_of)
    found += _without_mandate(session, seats, as_of)
    order = list(FindingKind)
    return tuple(
        sorted(found, key=lambda f: (order.index(f.kind), _urgency(f), sort_key(f.body_name)))
    )


def _urgency(finding: Finding) -> int:
    if finding.days is None:
        return 0
    return finding.days if finding.kind is FindingKind.ENDS_SOON else -finding.days


def _of_seat(seat: SeatLine, day: date) -> Finding | None:
    kind = _SEAT_FINDINGS.get(seat.status)
    if kind is None:
        return None
    sentence, turning = _seat_sentence(seat, day)
    days = abs((turning - day).days) if turning else None
    return Finding(
        f"{kind}:{seat.id}", kind, seat.body_id, seat.body_name, sentence, "seat", seat.id, days
    )


def _seat_sentence(seat: SeatLine, day: date) -> tuple[str, date | None]:
    """Return how it stands in words, and the day it turned or will turn, as the status counts."""
    role = word(seat.role)
    if seat.status is SeatStatus.VACANT:
        since = seat.vacant_since
        return _vacancy(seat, role), since.first_day() if since else None
    last = seat.term_last
    assert last is not None
    if seat.status is SeatStatus.TERM_OVER:
        text = _("{person} ({role}) sits on after the term, which ended {day}.")
    else:
        text = _("{person} ({role}): the term ends {day}, {when}.")
    return text.format(
        person=seat.person_name, role=role, day=short_date(last),
        when=days_away(last.last_day(), day),
    ), last.last_day()  # fmt: skip


def _vacancy(seat: SeatLine, role: str) -> str:
    nominates = seat.nominates_name or seat.represents_name
    since = short_date(seat.vacant_since) if seat.vacant_since else ""
    if nominates and since:
        text = _("Seat {number} ({role}) has been vacant since {since}; {body} nominates.")
    elif nominates:
        text = _("Seat {number} ({role}) is vacant; {body} nominates.")
    elif since:
        text = _("Seat {number} ({role}) has been vacant since {since}.")
    else:
        text = _("Seat {number} ({role}) is vacant.")
    return text.format(number=seat.number, role=role, since=since, body=nominates)


def _overdue(session: Session, day: date) -> list[Finding]:
    closed = t.RoundRow.closed_on
    open_rounds = select(t.RoundRow.id).where(closed.is_(None) | (closed > day.isoformat()))
    found = []
    for round_id in session.scalars(open_rounds):
        detail = round_detail(session, round_id, as_of=day)
        for request in detail.requests:
            if request.status is RequestStatus.OVERDUE:
                due = PartialDate.parse(request.due_on)
                sentence = _("{body} was to answer “{round}” by {due}.").format(
                    body=request.body_name, round=detail.line.name, due=short_date(due)
                )
                found.append(
                    Finding(
                        f"overdue:{request.id}", FindingKind.OVERDUE, request.body_id,
                        request.body_name, sentence, "round", round_id,
                        (day - due.last_day()).days,
                    )
                )  # fmt: skip
    return found


def _unanswered(session: Session, day: date) -> list[Finding]:
    return [
        Finding(
            f"unanswered:{line.id}", FindingKind.UNANSWERED, line.body_id, line.body_name,
            _("{person}, put forward by {body}, is {step} since {day}.").format(
                person=line.person_name, body=line.by_name, step=word(line.step),
                day=short_date(PartialDate.parse(line.day)),
            ),
            "candidacy", line.id, (day - date.fromisoformat(line.day)).days,
        )
        for line in candidacy_lines(session, as_of=day)
        if line.step in _WAITING
    ]  # fmt: skip


def _without_mandate(session: Session, seats: tuple[SeatLine, ...], day: date) -> list[Finding]:
    """Bodies with members of their own, other than political ones, should have a mandate."""
    seated = {seat.body_id for seat in seats if seat.role not in SUBSTITUTE_ROLES}
    kinds = {
        body_id: kind
        for body_id, kind in session.execute(
            select(t.BodyRow.id, t.BodyRow.kind).where(t.BodyRow.id.in_(seated))
        )
    }
    lacking = seated - mandated_as_of(session, day)
    names = names_as_of(session, day, lacking)
    return [
        Finding(
            f"no_mandate:{body_id}", FindingKind.NO_MANDATE, body_id,
            names.get(body_id, NOBODY).official, _("There is no mandate in force."),
            "body", body_id,
        )
        for body_id in sorted(lacking)
        if kinds[body_id] != BodyKind.POLITICAL_BODY.value
    ]  # fmt: skip
