"""What the pages say about rounds, requests and candidacies, in words and tones."""

from datetime import date

from samstyring.domain.nominations import (
    CandidacyLine,
    RequestLine,
    RequestStatus,
    RoundLine,
    SeatToFill,
    Step,
    StepKind,
)
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole, SeatStatus
from samstyring.domain.words import word
from samstyring.formats import counted, days_away, listed, short_date
from samstyring.language import N_, _, translate
from samstyring.ui.theme import ToneName

STEP_TONES: dict[StepKind, ToneName] = {
    StepKind.PROPOSED: ToneName.SOON,
    StepKind.ASKED: ToneName.SOON,
    StepKind.ACCEPTED: ToneName.ACCENT,
    StepKind.NOMINATED: ToneName.ACCENT,
    StepKind.RECOMMENDED: ToneName.ACCENT,
    StepKind.APPOINTED: ToneName.OK,
    StepKind.DECLINED: ToneName.MUTED,
    StepKind.NOT_APPOINTED: ToneName.MUTED,
    StepKind.WITHDRAWN: ToneName.MUTED,
}
STEP_ICONS: dict[StepKind, str] = {
    StepKind.PROPOSED: "user-plus",
    StepKind.ASKED: "mail",
    StepKind.ACCEPTED: "check",
    StepKind.NOMINATED: "arrow-right",
    StepKind.RECOMMENDED: "star",
    StepKind.APPOINTED: "circle-check",
    StepKind.DECLINED: "x",
    StepKind.NOT_APPOINTED: "circle-x",
    StepKind.WITHDRAWN: "undo-2",
}
REQUEST_TONES: dict[RequestStatus, ToneName] = {
    RequestStatus.ASKED: ToneName.SOON,
    RequestStatus.OVERDUE: ToneName.VACANT,
    RequestStatus.ANSWERED: ToneName.OK,
}
REQUEST_ICONS: dict[RequestStatus, str] = {
    RequestStatus.ASKED: "clock",
    RequestStatus.OVERDUE: "circle-alert",
    RequestStatus.ANSWERED: "circle-check",
}
# What a button says that takes a candidacy to a step.
_VERBS: dict[StepKind, str] = {
    StepKind.ASKED: N_("Ask the person…"),
    StepKind.ACCEPTED: N_("The person accepts…"),
    StepKind.DECLINED: N_("The person declines…"),
    StepKind.NOMINATED: N_("Nominate…"),
    StepKind.RECOMMENDED: N_("Recommend…"),
    StepKind.NOT_APPOINTED: N_("Not appointed…"),
    StepKind.WITHDRAWN: N_("Withdraw…"),
}


def step_verb(step: StepKind) -> str:
    """Return what a button says that takes a candidacy to a step."""
    return translate(_VERBS[step])


def step_of(key: str) -> StepKind:
    """Return the step that the key of a button means."""
    return StepKind(key)


def written(stored: str) -> str:
    """Return a stored date as people write it; nothing for none."""
    return short_date(PartialDate.parse(stored)) if stored else ""


def seat_in_words(body: str, role: str, number: int) -> str:
    """Return a seat as one line: the body, what one is there, and the seat's number."""
    return _("{body}, {role}, seat {number}").format(
        body=body, role=word(SeatRole(role)), number=number
    )


def seat_of(line: CandidacyLine) -> str:
    """Return the seat of a candidacy as one line."""
    return seat_in_words(line.body_name, line.seat_role, line.seat_number)


def seat_to_fill(seat: SeatToFill) -> str:
    """Return why a seat should be filled: vacant since, or whose term ends when."""
    since = short_date(seat.since) if seat.since else ""
    if seat.status is SeatStatus.VACANT:
        return _("vacant since {day}").format(day=since) if since else word(seat.status)
    if seat.status is SeatStatus.TERM_OVER:
        text = _("{person} sits on after the term, which ended {day}")
    else:
        text = _("the term of {person} ends {day}")
    return text.format(person=seat.holder_name, day=since)


def deadline(stored: str, day: date) -> str:
    """Return a deadline with how far away it is: 01.03.2026 (in 9 days)."""
    if not stored:
        return ""
    due = PartialDate.parse(stored)
    return f"{short_date(due)} ({days_away(due.last_day(), day)})"


def round_status(line: RoundLine) -> tuple[str, ToneName]:
    """Return how it stands with a round in a word or two, and its tone."""
    if line.closed_on:
        return _("closed"), ToneName.MUTED
    if line.overdue:
        return counted("{count} overdue", "{count} overdue", line.overdue), ToneName.VACANT
    if line.requests and line.answered == line.requests:
        return _("all answered"), ToneName.OK
    return _("open"), ToneName.ACCENT


def round_facts(line: RoundLine, day: date) -> str:
    """Return the soft line of a round: who calls, when, and by when to answer."""
    called = _("called {day}").format(day=written(line.called_on)) if line.called_on else ""
    due = _("deadline {day}").format(day=deadline(line.due_on, day)) if line.due_on else ""
    closed = _("closed {day}").format(day=written(line.closed_on)) if line.closed_on else ""
    return " · ".join(filter(None, (line.caller_name, called, closed or due)))


def round_sentence(line: RoundLine, candidacies: tuple[CandidacyLine, ...]) -> str:
    """Return a plain sentence about how far a round has come.

    It counts persons, whoever put them forward and however often they were forwarded.
    """
    appointed = len({c.person_id for c in candidacies if c.step is StepKind.APPOINTED})
    parts = [
        counted("{count} seat to fill", "{count} seats to fill", line.seats),
        counted("{count} candidate", "{count} candidates", len({c.person_id for c in candidacies})),
    ]
    if appointed:
        parts.append(counted("{count} appointed", "{count} appointed", appointed))
    sentence = _("{parts}.").format(parts=listed(parts))
    return f"{sentence} {_answers(line)}".strip()


def _answers(line: RoundLine) -> str:
    if not line.requests:
        return ""
    text = _("{answered} of {asked} who were asked have answered.")
    answers = text.format(answered=line.answered, asked=line.requests)
    if not line.overdue:
        return answers
    late = counted("{count} answer is overdue.", "{count} answers are overdue.", line.overdue)
    return f"{answers} {late}"


def request_sentence(request: RequestLine, day: date) -> str:
    """Return when a body's answer was due and came, and who in turn is late, in sentences."""
    sentences = [_answer_sentence(request, day)]
    if request.passed_on_from_name:
        text = _("{body} passed the request on.")
        sentences.append(text.format(body=request.passed_on_from_name))
    if request.overdue_below:
        sentences.append(
            counted(
                "{count} of those it was passed on to is late.",
                "{count} of those it was passed on to are late.",
                request.overdue_below,
            )
        )
    return " ".join(sentences)


def answer_in_words(request: RequestLine) -> str:
    """Return what a body answered: its own words, or that it has no candidate and why."""
    if request.status is not RequestStatus.ANSWERED:
        return ""
    if request.no_candidate:
        return _("No candidate: {reason}").format(reason=request.answer)
    return request.answer


def _answer_sentence(request: RequestLine, day: date) -> str:
    if request.days_late:
        return counted(
            "{body} answered on {day}, {count} day after the deadline.",
            "{body} answered on {day}, {count} days after the deadline.",
            request.days_late,
            body=request.body_name,
            day=written(request.answered_on),
        )
    if request.status is RequestStatus.ANSWERED:
        text = _("{body} answered on {day}.")
        return text.format(body=request.body_name, day=written(request.answered_on))
    if not request.due_on:
        return _("{body} has not answered yet.").format(body=request.body_name)
    return _("{body} has not answered yet; the answer is due {day}.").format(
        body=request.body_name, day=deadline(request.due_on, day)
    )


def standing(steps: tuple[Step, ...], day: date) -> StepKind:
    """Return where a candidacy stood on a day; where it began if it was before the first step."""
    taken = [step for step in steps if step.day <= day.isoformat()]
    return (taken or steps[:1])[-1].kind
