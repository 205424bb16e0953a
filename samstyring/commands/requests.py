"""Commands on requests: ask a body to nominate, pass the request on, write the answer."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import name_of
from samstyring.commands.command import about, command, the
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.nominations import stored_answer
from samstyring.domain.periods import PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_text
from samstyring.formats import listed, short_date
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging


@command(N_("Ask a body to nominate"))
def ask(
    session: Session,
    round_id: str,
    body_id: str,
    *,
    asked_on: PartialDate | None = None,
    due_on: PartialDate | None = None,
) -> str:
    """Ask a body to nominate in a round; return the request's id.

    RuleError if it has been asked already, if the deadline is before the call or if the round is
    closed.
    """
    return _add_request(session, round_id, body_id, asked_on, due_on).id


@command(N_("Ask bodies to nominate"))
def ask_all(
    session: Session,
    round_id: str,
    body_ids: Sequence[str],
    *,
    asked_on: PartialDate | None = None,
    due_on: PartialDate | None = None,
) -> tuple[str, ...]:
    """Ask several bodies, or none of them if one cannot be asked; return the requests' ids.

    RuleError for nobody to ask, and as for ``ask``.
    """
    round_row = the(session, t.RoundRow, round_id)
    about(session, round_row.name)
    if not body_ids:
        raise RuleError(_("Choose at least one body to ask."))
    return tuple(
        _add_request(session, round_id, body_id, asked_on, due_on).id for body_id in body_ids
    )


@command(N_("Pass a request on"))
def pass_on(
    session: Session,
    request_id: str,
    body_ids: Sequence[str],
    *,
    due_on: PartialDate | None = None,
    asked_on: PartialDate | None = None,
) -> tuple[str, ...]:
    """Ask bodies on behalf of a body that was asked itself; return the ids of the requests.

    Their deadline is that of the request unless an earlier one is given. RuleError for a later
    one, for nobody to ask, and as for ``ask``.
    """
    request = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, request.body_id))
    if not body_ids:
        raise RuleError(_("Choose at least one body to pass the request on to."))
    due = due_on or _date(request.due_on)
    check_within(due, _date(request.due_on))
    made = []
    for body_id in body_ids:
        row = _add_request(session, request.round_id, body_id, asked_on, due)
        row.passed_on_from_id = request.id
        made.append(row.id)
    return tuple(made)


def _add_request(
    session: Session,
    round_id: str,
    body_id: str,
    asked_on: PartialDate | None,
    due_on: PartialDate | None,
) -> t.RequestRow:
    round_row = the(session, t.RoundRow, round_id)
    about(session, lambda: f"{round_row.name}, {name_of(session, body_id)}")
    check_round_open(round_row, asked_on.first_day() if asked_on else None)
    check_deadline(asked_on or _date(round_row.called_on), due_on)
    if request_of(session, round_id, body_id) is not None:
        raise RuleError(_("{body} has been asked already.").format(body=name_of(session, body_id)))
    row = t.RequestRow(
        id=new_id(), round_id=round_id, body_id=body_id, passed_on_from_id=None,
        asked_on=iso_or_none(asked_on), due_on=iso_or_none(due_on), answered_on=None, answer="",
    )  # fmt: skip
    session.add(row)
    return row


@command(N_("Answer a request"))
def answer_request(
    session: Session,
    request_id: str,
    on_day: date,
    *,
    answer: str = "",
    no_candidate: bool = False,
) -> None:
    """Write the day and the words of a body's answer; that it has no candidate is one too.

    RuleError for an answer that says nothing from a body that has put nobody forward, for no
    candidate without a reason or from a body that has, and for a day before the request.
    """
    row = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, row.body_id))
    check_answered(session, row, _date(row.asked_on), PartialDate.of(on_day))
    _check_says_something(session, row, answer, no_candidate)
    row.answer = _checked_answer(session, row, answer, no_candidate)
    row.answered_on = on_day.isoformat()


@command(N_("Correct a request"))
def correct_request(
    session: Session,
    request_id: str,
    *,
    asked_on: PartialDate | None,
    due_on: PartialDate | None,
    answered_on: PartialDate | None,
    answer: str = "",
    no_candidate: bool = False,
) -> None:
    """Write a request as it should have stood; RuleError as for ``pass_on`` and the answer."""
    row = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, row.body_id))
    check_deadline(asked_on, due_on)
    if row.passed_on_from_id is not None:
        check_within(due_on, _date(the(session, t.RequestRow, row.passed_on_from_id).due_on))
    for below in _passed_on_from(session, row):
        check_within(_date(below.due_on), due_on)
    check_answered(session, row, asked_on, answered_on)
    row.answer = _checked_answer(session, row, answer, no_candidate)
    row.asked_on, row.due_on = iso_or_none(asked_on), iso_or_none(due_on)
    row.answered_on = iso_or_none(answered_on)


@command(N_("Delete a request"))
def delete_request(session: Session, request_id: str) -> None:
    """Delete a request that never was; RuleError if somebody was put forward in answer to it."""
    row = the(session, t.RequestRow, request_id)
    about(session, lambda: name_of(session, row.body_id))
    if _put_forward_on(session, row):
        raise RuleError(
            _("{body} has put candidates forward on this request, so it stays.").format(
                body=name_of(session, row.body_id)
            )
        )
    delete_with_hanging(session, row)


# Rules that several commands keep ---------------------------------------------------------------


def check_deadline(asked_on: PartialDate | None, due_on: PartialDate | None) -> None:
    """Raise RuleError if a deadline is before the day of the call."""
    if asked_on and due_on and due_on.last_day() < asked_on.first_day():
        raise RuleError(
            _("The deadline ({due}) is before the day of the call ({asked}).").format(
                due=short_date(due_on), asked=short_date(asked_on)
            )
        )


def check_within(due_on: PartialDate | None, latest: PartialDate | None) -> None:
    """Raise RuleError if a passed-on deadline is after that of the request it comes from."""
    if latest is None:
        return
    if due_on is None or due_on.last_day() > latest.last_day():
        raise RuleError(
            _(
                "A request is passed on with the same deadline or an earlier one:"
                " {latest} at the latest."
            ).format(latest=short_date(latest))
        )


def check_answered(
    session: Session,
    row: t.RequestRow,
    asked_on: PartialDate | None,
    answered_on: PartialDate | None,
) -> None:
    """Raise RuleError for an answer on a day before the body was asked."""
    asked = asked_on or _date(the(session, t.RoundRow, row.round_id).called_on)
    if asked and answered_on and answered_on.last_day() < asked.first_day():
        raise RuleError(
            _("{body} was asked on {day}. Write that day or later.").format(
                body=name_of(session, row.body_id), day=short_date(asked)
            )
        )


def check_round_open(row: t.RoundRow, on_day: date | None) -> None:
    """Raise RuleError if the round was closed before that day; no day means now."""
    if row.closed_on and (on_day is None or on_day.isoformat() > row.closed_on):
        raise RuleError(
            _("“{round}” was closed on {day}. Call a new round.").format(
                round=row.name, day=short_date(PartialDate.parse(row.closed_on))
            )
        )


def request_of(session: Session, round_id: str, body_id: str) -> t.RequestRow | None:
    """Return the request of a body in a round, if it was asked."""
    session.flush()
    statement = select(t.RequestRow).where(
        t.RequestRow.round_id == round_id, t.RequestRow.body_id == body_id
    )
    return session.scalar(statement)


def unanswered(session: Session, round_id: str) -> str:
    """Return the names of those who were asked in a round and have not answered, in words."""
    session.flush()
    row = t.RequestRow
    statement = select(row.body_id).where(row.round_id == round_id, row.answered_on.is_(None))
    return listed(sorted(name_of(session, body_id) for body_id in session.scalars(statement)))


def _checked_answer(session: Session, row: t.RequestRow, answer: str, no_candidate: bool) -> str:
    words = clean_text(answer)
    if no_candidate and not words:
        raise RuleError(_("Write why the body has no candidate."))
    if no_candidate and _put_forward_on(session, row):
        raise RuleError(
            _("{body} has put somebody forward already, so it has a candidate.").format(
                body=name_of(session, row.body_id)
            )
        )
    return stored_answer(words, no_candidate=no_candidate)


def _check_says_something(
    session: Session, row: t.RequestRow, answer: str, no_candidate: bool
) -> None:
    if no_candidate or clean_text(answer) or _put_forward_on(session, row):
        return
    raise RuleError(
        _(
            "{body} has put nobody forward. Write the answer in words, or that there is no"
            " candidate and why."
        ).format(body=name_of(session, row.body_id))
    )


def _put_forward_on(session: Session, row: t.RequestRow) -> bool:
    session.flush()
    statement = select(t.CandidacyRow.id).where(t.CandidacyRow.request_id == row.id)
    return session.scalars(statement.limit(1)).first() is not None


def _passed_on_from(session: Session, row: t.RequestRow) -> list[t.RequestRow]:
    statement = select(t.RequestRow).where(t.RequestRow.passed_on_from_id == row.id)
    return list(session.scalars(statement))


def _date(stored: str | None) -> PartialDate | None:
    return Period.of(None, stored).last
