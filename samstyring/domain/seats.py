"""Seats and who sits in them; a seat's status is worked out from dates, never stored."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate, Period
from samstyring.language import _


class SeatRole(StrEnum):
    """What the one who sits there is in the body."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    SUBSTITUTE = "substitute"
    PERSONAL_SUBSTITUTE = "personal_substitute"
    OBSERVER = "observer"
    SECRETARY = "secretary"


ROLE_ORDER: dict[SeatRole, int] = {role: place for place, role in enumerate(SeatRole)}
MEMBER_ROLES = frozenset({SeatRole.CHAIR, SeatRole.DEPUTY_CHAIR, SeatRole.MEMBER})
SUBSTITUTE_ROLES = frozenset({SeatRole.SUBSTITUTE, SeatRole.PERSONAL_SUBSTITUTE})


# Why a term ended where somebody else was seated: a key, in no language.
FOLLOWED = "followed:"


class SeatStatus(StrEnum):
    """How it stands with a seat on a day."""

    FILLED = "filled"
    ENDS_SOON = "ends_soon"
    TERM_OVER = "term_over"
    VACANT = "vacant"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A person in a seat: sits in ``period``; the term was set to last until ``term_last``."""

    id: str
    seat_id: str
    person_id: str
    person_name: str
    period: Period
    term_last: PartialDate | None = None
    candidacy_id: str = ""
    decision: str = ""
    end_reason: str = ""


@dataclass(frozen=True, slots=True)
class SeatLine:
    """One seat of a roster as of a day, with who sits there, or nobody."""

    id: str
    body_id: str
    body_name: str
    role: SeatRole
    number: int
    votes: bool
    represents_id: str
    represents_name: str
    nominates_id: str
    nominates_name: str
    appoints_id: str
    appoints_name: str
    substitute_for_id: str
    note: str
    period: Period
    status: SeatStatus
    person_id: str = ""
    person_name: str = ""
    title: str = ""
    employer_id: str = ""
    employer_name: str = ""
    appointment_id: str = ""
    since: PartialDate | None = None
    term_last: PartialDate | None = None
    vacant_since: PartialDate | None = None
    substitute_for_name: str = ""
    term_months: int | None = None

    @property
    def name(self) -> str:
        """Who sits there; empty when the seat is vacant."""
        return self.person_name


@dataclass(frozen=True, slots=True)
class Balance:
    """Seats of a body by status."""

    seats: int = 0
    filled: int = 0
    ends_soon: int = 0
    term_over: int = 0

    @property
    def vacant(self) -> int:
        """Seats without a person."""
        return self.seats - self.filled


LONGEST_TERM = 600


def check_term(months: int | None) -> None:
    """Raise RuleError for a term that is no term; None is a seat or body without terms."""
    if months is not None and months < 1:
        raise RuleError(_("A term lasts at least one month. Leave it empty if there is none."))
    if months is not None and months > LONGEST_TERM:
        raise RuleError(
            _("A term lasts at most {most} months. Count it in months, not in days.").format(
                most=LONGEST_TERM
            )
        )


def seat_status(
    appointment_period: Period | None, term_last: PartialDate | None, day: date, soon_days: int
) -> SeatStatus:
    """Return how it stands with a seat on ``day``.

    ``appointment_period`` is that of the one who sits there that day, or None; ``term_last`` the
    last day of the term that was set; a term that ends within ``soon_days`` days ends soon.
    """
    if appointment_period is None or not appointment_period.covers(day):
        return SeatStatus.VACANT
    ends = [end.last_day() for end in (term_last, appointment_period.last) if end is not None]
    if term_last is not None and term_last.last_day() < day:
        return SeatStatus.TERM_OVER
    if ends and min(ends) <= day + timedelta(days=soon_days):
        return SeatStatus.ENDS_SOON
    return SeatStatus.FILLED


def stored_seat_status(
    term_last: str | None, last_day: str | None, day: str, soon_day: str
) -> SeatStatus:
    """Return the status of a seat that someone sits in on ``day``, from stored dates.

    The same rule as ``seat_status`` in the spelling that lists of thousands need: a reduced end
    stands for its last possible day, so it is compared with as much of the day as it knows.
    """
    if term_last is not None and term_last < day[: len(term_last)]:
        return SeatStatus.TERM_OVER
    for end in (term_last, last_day):
        if end is not None and (end if len(end) == 10 else _last_possible(end)) <= soon_day:
            return SeatStatus.ENDS_SOON
    return SeatStatus.FILLED


def why_it_ended(stored: str) -> str:
    """Return why a term ended, in the words that were written or those of the key."""
    return _("another followed") if stored == FOLLOWED else stored


def _last_possible(reduced: str) -> str:
    return PartialDate.parse(reduced).last_day().isoformat()
