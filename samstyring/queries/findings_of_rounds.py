"""What waits for an answer on a day: requests that are overdue, and candidates."""

from datetime import date

from sqlalchemy import Row, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.nominations import RequestStatus, StepKind, request_status
from samstyring.domain.periods import PartialDate
from samstyring.domain.words import word
from samstyring.formats import counted, listed, short_date
from samstyring.language import _
from samstyring.queries.as_of import NOBODY, names_as_of
from samstyring.store import tables as t

_WAITING = frozenset({StepKind.PROPOSED.value, StepKind.ASKED.value})
_WITHDRAWN = StepKind.WITHDRAWN.value
_FORWARDINGS = select(t.CandidacyRow.forwarded_from_id, t.CandidacyRow.id).where(
    t.CandidacyRow.forwarded_from_id.is_not(None)
)


def overdue_requests(session: Session, day: date) -> list[Finding]:
    """Return the requests of open rounds that should have been answered by that day."""
    row, nominations = t.RequestRow, t.RoundRow
    closed = nominations.closed_on
    statement = (
        select(
            row.id, row.body_id, row.due_on, row.answered_on, row.round_id, nominations.name,
            nominations.caller_id,
        )
        .join(nominations, nominations.id == row.round_id)
        .where(row.due_on.is_not(None), or_(closed.is_(None), closed > day.isoformat()))
    )  # fmt: skip
    late = [
        (request, due)
        for request in session.execute(statement)
        for due in (PartialDate.parse(request.due_on),)
        if request_status(due, request.answered_on, day) is RequestStatus.OVERDUE
    ]
    names = names_as_of(session, day, {request.body_id for request, _due in late})
    text, found = _("{body} was to answer “{round}” by {due}."), []
    for request, due in late:
        body = names.get(request.body_id, NOBODY).official
        found.append(
            Finding(
                f"overdue:{request.id}", FindingKind.OVERDUE, request.body_id, body,
                text.format(body=body, round=request.name, due=short_date(due)), "round",
                request.round_id, (day - due.last_day()).days,
                (request.body_id, request.caller_id),
            )
        )  # fmt: skip
    return found


def unanswered_candidacies(session: Session, day: date) -> list[Finding]:
    """Return the candidates who have been named or asked and have not answered by that day.

    One whom another body has forwarded waits there, if anywhere.
    """
    waiting = _waiting(session, day)
    row, seat = t.CandidacyRow, t.SeatRow
    statement = (
        select(row.id, row.by_id, seat.body_id, t.PersonRow.name)
        .join(seat, seat.id == row.seat_id)
        .join(t.PersonRow, t.PersonRow.id == row.person_id)
        .where(row.id.in_(waiting))
    )
    lines = session.execute(statement).all()
    names = names_as_of(session, day, {key for line in lines for key in (line.body_id, line.by_id)})
    text, found = _("{person}, put forward by {body}, is {step} since {day}."), []
    for line in lines:
        step, since = waiting[line.id]
        sentence = text.format(
            person=line.name, body=names.get(line.by_id, NOBODY).official,
            step=word(StepKind(step)), day=short_date(PartialDate.parse(since)),
        )  # fmt: skip
        found.append(
            Finding(
                f"unanswered:{line.id}", FindingKind.UNANSWERED, line.body_id,
                names.get(line.body_id, NOBODY).official, sentence, "candidacy", line.id,
                (day - date.fromisoformat(since)).days, (line.body_id, line.by_id),
            )
        )  # fmt: skip
    return found


def lapsed_consents(session: Session, day: date) -> list[Finding]:
    """Return one finding a body for the candidates kept for it longer than they agreed to."""
    kept, row, seat = t.KeptCandidacyRow, t.CandidacyRow, t.SeatRow
    statement = (
        select(row.id, seat.body_id, t.PersonRow.name, kept.kept_until)
        .join(row, row.id == kept.candidacy_id)
        .join(seat, seat.id == row.seat_id)
        .join(t.PersonRow, t.PersonRow.id == row.person_id)
        .where(kept.kept_until < day.isoformat())
        .order_by(kept.kept_until, row.id)
    )
    of_bodies: dict[str, list[Row[str, str, str, str]]] = {}
    for line in session.execute(statement):
        of_bodies.setdefault(line.body_id, []).append(line)
    names = names_as_of(session, day, set(of_bodies))
    return [
        Finding(
            f"lapsed:{body_id}", FindingKind.LAPSED, body_id,
            names.get(body_id, NOBODY).official, _lapsed([line.name for line in lines], lines[0]),
            "candidacy", lines[0].id, (day - date.fromisoformat(lines[0].kept_until)).days,
            (body_id,),
        )
        for body_id, lines in of_bodies.items()
    ]  # fmt: skip


def _lapsed(people: list[str], first: Row[str, str, str, str]) -> str:
    return counted(
        "The consent of {people} to be kept lapsed {day}.",
        "The consents of {people} to be kept have lapsed, the first on {day}.",
        len(people), people=listed(people), day=short_date(PartialDate.parse(first.kept_until)),
    )  # fmt: skip


def _waiting(session: Session, day: date) -> dict[str, tuple[str, str]]:
    """Return step and day of each candidacy whose newest step that day waits for the person."""
    row = t.StepRow
    statement = (
        select(row.candidacy_id, row.kind, row.day)
        .where(row.day <= day.isoformat())
        .order_by(row.place)
    )
    newest = {candidacy: (kind, on) for candidacy, kind, on in session.execute(statement)}
    waiting = {key: step for key, step in newest.items() if step[0] in _WAITING}
    for earlier, later in session.execute(_FORWARDINGS):
        if earlier and newest.get(later, (_WITHDRAWN, ""))[0] != _WITHDRAWN:
            waiting.pop(earlier, None)
    return waiting
