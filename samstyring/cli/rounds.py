"""The verb on rounds: list, show and call them, ask bodies in them, and close them."""

from argparse import Namespace
from dataclasses import replace
from datetime import date

from samstyring.cli.listings import CANDIDACY_COLUMNS
from samstyring.cli.objects import Object, as_object, as_objects
from samstyring.cli.opening import reading, writing
from samstyring.cli.output import Column, as_json, as_table, say
from samstyring.cli.round_names import round_named
from samstyring.commands.requests import ask_all, pass_on
from samstyring.commands.rounds import RoundFacts, call_round, close_round
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nominations import (
    RequestLine,
    RequestStatus,
    RoundDetail,
    RoundLine,
)
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatRole
from samstyring.domain.text import clean_text
from samstyring.formats import counted, listed, short_date
from samstyring.language import N_, _
from samstyring.queries.nominations import round_detail, round_lines
from samstyring.queries.search import find_body
from samstyring.workspace import Workspace

_ROUND_COLUMNS = (
    Column(N_("Round"), "name"),
    Column(N_("Called by"), "caller_name"),
    Column(N_("Called"), "called_on", PartialDate),
    Column(N_("Deadline"), "due_on", PartialDate),
    Column(N_("Closed"), "closed_on", PartialDate),
    Column(N_("Seats"), "seats"),
    Column(N_("Requests"), "requests"),
    Column(N_("Answers"), "answered"),
    Column(N_("Overdue"), "overdue"),
    Column(N_("Id"), "id"),
)
_SEAT_COLUMNS = (
    Column(N_("Body"), "body_name"),
    Column(N_("No."), "number"),
    Column(N_("Role"), "role", SeatRole),
    Column(N_("Sits there now"), "holder_name"),
    Column(N_("Term ends"), "term_last", PartialDate),
    Column(N_("Id"), "seat_id"),
)
_REQUEST_COLUMNS = (
    Column(N_("Body"), "body_name"),
    Column(N_("Passed on by"), "passed_on_from_name"),
    Column(N_("Status"), "status", RequestStatus),
    Column(N_("Due"), "due_on", PartialDate),
    Column(N_("Answered"), "answered_on", PartialDate),
    Column(N_("Days late"), "days_late"),
    Column(N_("Candidates"), "candidates"),
    Column(N_("No candidate"), "no_candidate"),
    Column(N_("Answer"), "answer"),
)


def act_on_round(asked: Namespace) -> None:
    """Do to a round, or to all, what the action asks for."""
    _ACTIONS[asked.action](asked)


# Reading -----------------------------------------------------------------------------------------


def _list(asked: Namespace) -> None:
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        lines = workspace.read(round_lines, as_of=day)
    if asked.json:
        say(as_json(as_objects(lines)))
        return
    how_many = _("{count} as of {day}").format(
        count=counted("{count} round", "{count} rounds", len(lines)), day=short_date(day)
    )
    say(as_table(_ROUND_COLUMNS, lines) + how_many + "\n")


def _show(asked: Namespace) -> None:
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        line = round_named(workspace, asked.round, day)
        detail = _as_of_the_day(workspace.read(round_detail, line.id, as_of=day))
    say(as_json(_object(detail)) if asked.json else _text(detail, day))


def _as_of_the_day(detail: RoundDetail) -> RoundDetail:
    """Leave out the answers that came after the day."""
    answered = RequestStatus.ANSWERED
    return replace(
        detail,
        requests=tuple(
            request if request.status is answered else replace(request, answered_on="", answer="")
            for request in detail.requests
        ),
    )


def _object(detail: RoundDetail) -> Object:
    counts = ("seats", "requests", "candidacies")
    line = {key: value for key, value in as_object(detail.line).items() if key not in counts}
    return {
        **line,
        "criteria": detail.criteria,
        "call_text": detail.call_text,
        "seats": as_objects(detail.seats),
        "requests": [
            {**as_object(request), "days_late": request.days_late} for request in detail.requests
        ],
        "candidacies": as_objects(detail.candidacies),
    }


def _text(detail: RoundDetail, day: date) -> str:
    line = detail.line
    parts = (
        line.name,
        as_table(_ROUND_COLUMNS[1:5], [line]).rstrip("\n"),
        _as_of_words(detail, day),
        clean_text(detail.criteria),
        clean_text(detail.call_text),
        as_table(_SEAT_COLUMNS, detail.seats).rstrip("\n"),
        as_table(_REQUEST_COLUMNS, detail.requests).rstrip("\n"),
        as_table(CANDIDACY_COLUMNS, detail.candidacies).rstrip("\n"),
    )
    return "\n\n".join(filter(None, parts)) + "\n"


def _as_of_words(detail: RoundDetail, day: date) -> str:
    if Period.of(detail.line.called_on or None, None).begins_after(day):
        return _("As of {day}: not called yet").format(day=short_date(day))
    return _("As of {day}").format(day=short_date(day))


# Changing ----------------------------------------------------------------------------------------


def _new(asked: Namespace) -> None:
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        facts = RoundFacts(
            asked.name, workspace.read(find_body, asked.by, as_of=day), PartialDate.of(day),
            _partial(asked.due), asked.criteria, asked.text,
        )  # fmt: skip
        bodies = _bodies(workspace, asked.ask, day)
        try:
            made = workspace.run(call_round, facts, seat_ids=asked.seat, ask_ids=bodies)
        except NotFoundError:  # all but the seats has been found already
            raise NotFoundError(
                _("No seat has one of these ids. “samstyring list FILE seats” shows the ids.")
            ) from None
    say(_("“{round}” is called. Round: {id}").format(round=asked.name, id=made) + "\n")


def _ask(asked: Namespace) -> None:
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        line = round_named(workspace, asked.round, day)
        bodies = _bodies(workspace, asked.body, day)
        due = _partial(asked.due) or _stored(line.due_on)
        workspace.run(ask_all, line.id, bodies, asked_on=PartialDate.of(day), due_on=due)
    say(_asked_in_words(asked.body, line) + "\n")


def _pass_on(asked: Namespace) -> None:
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        line = round_named(workspace, asked.round, day)
        request = request_named(workspace, line, asked.asked_body, day)
        bodies = _bodies(workspace, asked.body, day)
        workspace.run(
            pass_on, request.id, bodies, due_on=_partial(asked.due), asked_on=PartialDate.of(day)
        )
    say(_asked_in_words(asked.body, line) + "\n")


def _asked_in_words(bodies: list[str], line: RoundLine) -> str:
    return _("{bodies} asked to nominate in “{round}”.").format(
        bodies=listed(bodies), round=line.name
    )


def _close(asked: Namespace) -> None:
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        line = round_named(workspace, asked.round, day)
        try:
            workspace.run(close_round, line.id, day, with_open_requests=asked.anyway)
        except RuleError as refused:
            waiting = line.answered < line.requests and not asked.anyway
            hint = _("“--anyway” closes it all the same.") if waiting else ""
            raise RuleError(" ".join(filter(None, (str(refused), hint)))) from None
    text = _("“{round}” is closed on {day}.")
    say(text.format(round=line.name, day=short_date(day)) + "\n")


# Finding -----------------------------------------------------------------------------------------


def request_named(workspace: Workspace, line: RoundLine, name: str, day: date) -> RequestLine:
    """Return the request of a body in a round; RuleError if it has not been asked."""
    body_id = workspace.read(find_body, name, as_of=day)
    for request in workspace.read(round_detail, line.id, as_of=day).requests:
        if request.body_id == body_id:
            return request
    raise RuleError(_("{body} has not been asked in “{round}”.").format(body=name, round=line.name))


def _bodies(workspace: Workspace, names: list[str], day: date) -> tuple[str, ...]:
    return tuple(workspace.read(find_body, name, as_of=day) for name in names)


def _partial(day: date | None) -> PartialDate | None:
    return PartialDate.of(day) if day else None


def _stored(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


_ACTIONS = {
    "new": _new,
    "show": _show,
    "list": _list,
    "ask": _ask,
    "pass-on": _pass_on,
    "close": _close,
}

VERBS = {"round": act_on_round}
