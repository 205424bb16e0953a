"""The way a candidate came: from the first who proposed, link by link, to the appointment."""

from dataclasses import dataclass

from samstyring.domain.nominations import Step, StepKind
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import _


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One body that put the candidate forward, on what request, and the steps it led to.

    ``asked_by_name`` is who asked the body: the caller of the round, or the body that passed the
    request on. The dates are as stored, empty where the body was not asked.
    """

    candidacy_id: str
    body_id: str
    body_name: str
    rank: int | None
    reason: str
    steps: tuple[Step, ...]
    asked_by_name: str = ""
    asked_on: str = ""
    due_on: str = ""
    answered_on: str = ""

    @property
    def step(self) -> StepKind:
        """Where the candidacy stands."""
        return self.steps[-1].kind


@dataclass(frozen=True, slots=True)
class Chain:
    """A candidate's way to a seat; the first link is who proposed, the last who did so last.

    The appointment is empty as long as the candidate is not appointed. A term that began without
    a candidacy has no links.
    """

    person_id: str
    person_name: str
    seat_id: str
    seat_role: str
    seat_number: int
    body_id: str
    body_name: str
    links: tuple[ChainLink, ...]
    round_id: str = ""
    round_name: str = ""
    caller_name: str = ""
    appointment_id: str = ""
    first_day: str = ""
    last_day: str = ""
    term_last: str = ""
    decision: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is known who proposed the candidate."""
        return bool(self.links) and all(link.steps for link in self.links)


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One line of a chain in words; ``depth`` counts how far in it stands."""

    depth: int
    text: str
    candidacy_id: str = ""
    body_id: str = ""
    body_name: str = ""


def chain_in_words(chain: Chain) -> tuple[ChainLine, ...]:
    """Return the chain as lines, each link one step further in than the one before it."""
    lines = []
    if chain.round_id:
        text = _("{round}, called by {caller}").format(
            round=chain.round_name, caller=chain.caller_name
        )
        lines.append(ChainLine(0, text))
    for depth, link in enumerate(chain.links):
        lines.append(
            ChainLine(depth, _link_in_words(link), link.candidacy_id, link.body_id, link.body_name)
        )
    if chain.appointment_id:
        lines.append(ChainLine(len(chain.links), _appointment_in_words(chain)))
    return tuple(lines)


def _link_in_words(link: ChainLink) -> str:
    parts = [
        _steps_in_words(link.steps),
        _("rank {rank}").format(rank=link.rank) if link.rank else "",
        _request_in_words(link),
        link.reason,
    ]
    return " · ".join(filter(None, parts))


def _steps_in_words(steps: tuple[Step, ...]) -> str:
    return ", ".join(f"{word(step.kind)} {_written(step.day)}" for step in steps)


def _request_in_words(link: ChainLink) -> str:
    if not link.asked_by_name:
        return ""
    if not link.asked_on:
        return _("asked by {body}").format(body=link.asked_by_name)
    return _("asked by {body} {day}").format(body=link.asked_by_name, day=_written(link.asked_on))


def _appointment_in_words(chain: Chain) -> str:
    seat = _("{body}, {role}, seat {number}").format(
        body=chain.body_name, role=word(SeatRole(chain.seat_role)), number=chain.seat_number
    )
    if not chain.first_day:
        text = _("Appointed: {seat}").format(seat=seat)
    else:
        text = _("Appointed: {seat}, from {day}").format(seat=seat, day=_written(chain.first_day))
    decision = _("decision {case}").format(case=chain.decision) if chain.decision else ""
    return " · ".join(filter(None, (text, decision)))


def _written(stored: str) -> str:
    return short_date(PartialDate.parse(stored)) if stored else ""
