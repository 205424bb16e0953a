"""The columns of rounds, candidacies, requests and seats to fill, as data."""

from samstyring.domain.nominations import (
    CandidacyLine,
    RequestLine,
    RequestStatus,
    RoundLine,
    RoundSeat,
)
from samstyring.domain.seats import ROLE_ORDER, SeatRole
from samstyring.domain.words import word
from samstyring.formats import counted
from samstyring.language import N_, _
from samstyring.ui.nominations import words
from samstyring.ui.tables import Align, Column
from samstyring.ui.theme import ToneName

_NO_RANK = 10_000
_IN = "   "


def _answered(line: RoundLine) -> str:
    if not line.requests:
        return ""
    return _("{answered} of {asked}").format(answered=line.answered, asked=line.requests)


def _status(line: RoundLine) -> str:
    return words.round_status(line)[0] if line.caller_id else ""


def _status_tone(line: RoundLine) -> ToneName:
    return words.round_status(line)[1]


ROUND_COLUMNS = (
    Column("name", N_("Round"), lambda line: line.name, width=30),
    Column("status", N_("Status"), _status, tone=_status_tone, width=12,
           whole=True),
    Column("due", N_("Deadline"), lambda line: words.written(line.due_on),
           sort=lambda line: line.due_on, width=11),
    Column("answered", N_("Answers"), _answered, width=8),
    Column("candidates", N_("Candidates"), lambda line: str(line.candidates),
           sort=lambda line: line.candidates, align=Align.END, width=10),
    Column("caller", N_("Called by"), lambda line: line.caller_name, shown=False),
    Column("called", N_("Called"), lambda line: words.written(line.called_on),
           sort=lambda line: line.called_on, width=11, shown=False),
)  # fmt: skip


def _work(line: CandidacyLine) -> str:
    return ", ".join(filter(None, (line.title, line.employer_name)))


def _seat(line: CandidacyLine) -> str:
    return f"{line.seat_number}, {word(SeatRole(line.seat_role))}"


def _seat_order(line: CandidacyLine) -> tuple[object, ...]:
    return line.body_name, ROLE_ORDER[SeatRole(line.seat_role)], line.seat_number


CANDIDACY_COLUMNS = (
    Column("person", N_("Candidate"), lambda line: line.person_name, width=20),
    Column("step", N_("Step"), lambda line: word(line.step),
           icon=lambda line: words.STEP_ICONS[line.step],
           tone=lambda line: words.STEP_TONES[line.step], width=17, whole=True),
    Column("seat", N_("Seat"), _seat, sort=_seat_order, width=14, whole=True),
    Column("by", N_("Put forward by"), lambda line: line.by_name, width=18),
    Column("rank", N_("Rank"), lambda line: str(line.rank or ""),
           sort=lambda line: line.rank or _NO_RANK, align=Align.END, width=5),
    Column("body", N_("Body"), lambda line: line.body_name, width=22),
    Column("work", N_("Title and employer"), _work, width=24),
    Column("day", N_("Since"), lambda line: words.written(line.day),
           sort=lambda line: line.day, width=11),
    Column("forwarded", N_("Forwarded by"), lambda line: line.forwarded_by_name, width=18),
    Column("round", N_("Round"), lambda line: line.round_name, shown=False),
)  # fmt: skip


def _answered_on(line: RequestLine) -> str:
    if line.status is not RequestStatus.ANSWERED:
        return ""
    day = words.written(line.answered_on)
    if not line.days_late:
        return day
    return counted("{day}, {count} day late", "{day}, {count} days late", line.days_late, day=day)


def _answer(line: RequestLine) -> str:
    return " ".join(words.answer_in_words(line).split())


def _asked_body(line: RequestLine) -> str:
    """Return the body, further in and behind an arrow where the request was passed on to it."""
    return f"{_IN * (line.depth - 1)}↳ {line.body_name}" if line.depth else line.body_name


REQUEST_COLUMNS = (
    Column("body", N_("Body"), _asked_body, width=22),
    Column("status", N_("Status"), lambda line: word(line.status),
           icon=lambda line: words.REQUEST_ICONS[line.status],
           tone=lambda line: words.REQUEST_TONES[line.status], width=20, whole=True),
    Column("due", N_("Due"), lambda line: words.written(line.due_on),
           sort=lambda line: line.due_on, width=11),
    Column("answered", N_("Answered"), _answered_on,
           sort=lambda line: line.answered_on, width=20),
    Column("candidates", N_("Candidates"), lambda line: str(line.candidates),
           sort=lambda line: line.candidates, align=Align.END, width=10),
    Column("answer", N_("Answer"), _answer, width=30),
    Column("asked", N_("Asked"), lambda line: words.written(line.asked_on),
           sort=lambda line: line.asked_on, width=11),
)  # fmt: skip


def _holder(seat: RoundSeat) -> str:
    return seat.holder_name or _("vacant")


SEAT_COLUMNS = (
    Column("body", N_("Body"), lambda seat: seat.body_name, width=20),
    Column("number", N_("Seat"), lambda seat: str(seat.number),
           sort=lambda seat: seat.number, align=Align.END, width=5),
    Column("role", N_("Role"), lambda seat: word(SeatRole(seat.role)), width=14),
    Column("holder", N_("Sits there now"), _holder,
           tone=lambda seat: None if seat.holder_name else ToneName.VACANT, width=20),
    Column("term", N_("Term ends"), lambda seat: words.written(seat.term_last),
           sort=lambda seat: seat.term_last, width=11),
    Column("represents", N_("Represents"), lambda seat: seat.represents_name, width=18),
)  # fmt: skip
