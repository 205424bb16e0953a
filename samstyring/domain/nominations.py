"""Nominations: rounds, requests to the bodies that nominate, candidacies and their steps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate, Period, months_later
from samstyring.domain.seats import SeatRole, SeatStatus
from samstyring.domain.words import word
from samstyring.language import _


class StepKind(StrEnum):
    """A step of a candidacy, in the order it is meant to take them."""

    PROPOSED = "proposed"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOMINATED = "nominated"
    RECOMMENDED = "recommended"
    APPOINTED = "appointed"
    NOT_APPOINTED = "not_appointed"
    WITHDRAWN = "withdrawn"


OPEN_STEPS = (
    StepKind.PROPOSED,
    StepKind.ASKED,
    StepKind.ACCEPTED,
    StepKind.NOMINATED,
    StepKind.RECOMMENDED,
)
CLOSED_STEPS = frozenset(set(StepKind) - set(OPEN_STEPS))

# What the person or the appointing body decides holds for every link of the chain.
STEPS_OF_THE_CHAIN = frozenset({StepKind.DECLINED, StepKind.APPOINTED, StepKind.NOT_APPOINTED})

_NO_CANDIDATE = "no_candidate: "

# The first day of a term, and the last day that was set for it.
TermSet = tuple[PartialDate | None, PartialDate | None]

_FORWARD: dict[StepKind, tuple[StepKind, ...]] = {
    StepKind.PROPOSED: (StepKind.ASKED, StepKind.NOMINATED),
    StepKind.ASKED: (StepKind.ACCEPTED, StepKind.DECLINED),
    StepKind.ACCEPTED: (StepKind.NOMINATED, StepKind.DECLINED),
    StepKind.NOMINATED: (StepKind.RECOMMENDED, StepKind.DECLINED),
    StepKind.RECOMMENDED: (StepKind.DECLINED,),
}


class RequestStatus(StrEnum):
    """How it stands with a request on a day."""

    ASKED = "asked"
    OVERDUE = "overdue"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Step:
    """One step a candidacy took: the day, by whom, a note and, where there is one, the decision."""

    id: str
    kind: StepKind
    day: str
    by_whom: str = ""
    note: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True)
class CandidacyLine:
    """One person put forward for a seat, and how far it has come."""

    id: str
    person_id: str
    person_name: str
    seat_id: str
    seat_role: str
    seat_number: int
    body_id: str
    body_name: str
    by_id: str
    by_name: str
    round_id: str
    round_name: str
    rank: int | None
    reason: str
    step: StepKind
    day: str
    title: str = ""
    employer_name: str = ""
    request_id: str = ""
    forwarded_from_id: str = ""
    forwarded_by_id: str = ""
    forwarded_by_name: str = ""

    @property
    def name(self) -> str:
        """The candidate's name."""
        return self.person_name

    @property
    def open(self) -> bool:
        """Whether the candidacy can still lead to an appointment."""
        return self.step not in CLOSED_STEPS


@dataclass(frozen=True, slots=True)
class CandidacyDetail:
    """All of one candidacy."""

    line: CandidacyLine
    statement: str
    steps: tuple[Step, ...]
    forwarded_from_id: str = ""
    forwarded_from_name: str = ""
    privacy_notice_on: str = ""
    kept_id: str = ""
    kept_until: str = ""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One body asked to nominate in a round.

    ``answer`` is in the body's own words; with ``no_candidate`` it is why the body has none.
    ``depth`` counts how many times the request has been passed on before it came to the body,
    ``overdue_below`` the bodies it has passed it on to, at any depth, whose answer is overdue.
    """

    id: str
    round_id: str
    body_id: str
    body_name: str
    asked_on: str
    due_on: str
    answered_on: str
    answer: str
    status: RequestStatus
    candidates: int = 0
    no_candidate: bool = False
    passed_on_from_id: str = ""
    passed_on_from_name: str = ""
    depth: int = 0
    overdue_below: int = 0

    @property
    def days_late(self) -> int:
        """How many days after its deadline it was answered; 0 for in time and for no answer."""
        period = Period.of(self.answered_on or None, self.due_on or None)
        if self.status is not RequestStatus.ANSWERED or period.first is None or period.last is None:
            return 0
        return max(0, (period.first.first_day() - period.last.last_day()).days)


@dataclass(frozen=True, slots=True)
class RoundSeat:
    """A seat that a round is to fill."""

    id: str
    seat_id: str
    body_id: str
    body_name: str
    role: str
    number: int
    holder_name: str
    represents_name: str
    term_last: str = ""


@dataclass(frozen=True, slots=True)
class SeatToFill:
    """A seat that a round could fill: it is vacant, or the term there ends soon or is over.

    ``since`` is the day it became vacant or the last day of the term; ``round_name`` names an
    open round that is to fill it already.
    """

    id: str
    body_id: str
    body_name: str
    role: SeatRole
    number: int
    status: SeatStatus
    holder_name: str
    since: PartialDate | None
    nominates_id: str
    nominates_name: str
    round_name: str = ""


@dataclass(frozen=True, slots=True)
class AppointmentOutlook:
    """What an appointment from a day would do: who stops sitting, and when the term ends.

    ``rest_of_term`` is the last day of a term that runs in the seat already, if one does.
    """

    candidate_name: str
    body_name: str
    role: SeatRole
    number: int
    holder_name: str
    holder_stops: PartialDate | None
    term_last: PartialDate | None
    rest_of_term: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One nomination round as of a day."""

    id: str
    name: str
    caller_id: str
    caller_name: str
    called_on: str
    due_on: str
    closed_on: str
    seats: int
    requests: int
    answered: int
    overdue: int
    candidacies: int
    candidates: int = 0


@dataclass(frozen=True, slots=True)
class RoundDetail:
    """All of one nomination round."""

    line: RoundLine
    criteria: str
    call_text: str
    seats: tuple[RoundSeat, ...]
    requests: tuple[RequestLine, ...]
    candidacies: tuple[CandidacyLine, ...]


def next_steps(step: StepKind) -> tuple[StepKind, ...]:
    """Return the steps that may follow upon ``step``; appointing is a command of its own."""
    if step in CLOSED_STEPS:
        return ()
    return (*_FORWARD[step], StepKind.NOT_APPOINTED, StepKind.WITHDRAWN)


def check_step(current: StepKind, following: StepKind) -> None:
    """Raise RuleError unless ``following`` may come after ``current``."""
    if following in next_steps(current):
        return
    if current in CLOSED_STEPS:
        message = _("The candidacy is closed ({step}); undo that step to go on with it.")
    else:
        message = _("A candidacy that is {step} cannot become {following} at once.")
    raise RuleError(message.format(step=word(current), following=word(following)))


def end_of_term(from_day: PartialDate, months: int | None) -> PartialDate | None:
    """Return the last day of a term of some months that begins that day; None for no length."""
    if months is None:
        return None
    return PartialDate.of(months_later(from_day.first_day(), months)).day_before()


def rest_of_term(terms: Iterable[TermSet], from_day: PartialDate) -> PartialDate | None:
    """Return the last day of the term that runs in a seat on a day, whoever it was set for.

    The newest term that had begun by then counts. None where no term runs, or none was set.
    """
    day = from_day.first_day()
    begun = [term for term in terms if not Period(term[0]).begins_after(day)]
    newest = max(begun, key=lambda term: term[0].first_day() if term[0] else date.min, default=None)
    last = newest[1] if newest else None
    return last if last is not None and last.last_day() >= day else None


def stored_answer(words: str, *, no_candidate: bool) -> str:
    """Return an answer as it is stored: that there is no candidate is a key, not a sentence."""
    return f"{_NO_CANDIDATE}{words}" if no_candidate else words


def read_answer(stored: str) -> tuple[str, bool]:
    """Return the words of a stored answer, and whether they say why there is no candidate."""
    return stored.removeprefix(_NO_CANDIDATE), stored.startswith(_NO_CANDIDATE)


def request_status(due_on: PartialDate | None, answered_on: str | None, day: date) -> RequestStatus:
    """Return how it stands with a request on ``day``; it is overdue from the day after its due."""
    if answered_on is not None and answered_on <= day.isoformat():
        return RequestStatus.ANSWERED
    if due_on is not None and due_on.last_day() < day:
        return RequestStatus.OVERDUE
    return RequestStatus.ASKED
