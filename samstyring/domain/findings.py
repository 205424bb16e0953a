"""Findings: what needs care on a day, what to do about it, and the place where it is mended."""

from dataclasses import dataclass
from enum import StrEnum

from samstyring.domain.errors import RuleError
from samstyring.language import N_, _, translate


class FindingKind(StrEnum):
    """What is wrong or waiting, the most pressing first."""

    VACANT = "vacant"
    TERM_OVER = "term_over"
    OVERDUE = "overdue"
    BREACH = "breach"
    ENDS_SOON = "ends_soon"
    UNANSWERED = "unanswered"
    LAPSED = "lapsed"
    NO_MANDATE = "no_mandate"
    REVISION = "revision"
    UNVERIFIED = "unverified"


class UnderWay(StrEnum):
    """How far the filling of a seat has come."""

    CALLED = "called"
    PROPOSED = "proposed"
    NOMINATED = "nominated"
    RECOMMENDED = "recommended"


NEXT_STEPS: dict[FindingKind, str] = {
    FindingKind.VACANT: N_("Put forward a candidate"),
    FindingKind.TERM_OVER: N_("Put forward a successor"),
    FindingKind.OVERDUE: N_("Send a reminder"),
    FindingKind.BREACH: N_("Mend it or give a reason"),
    FindingKind.ENDS_SOON: N_("Put forward a successor"),
    FindingKind.UNANSWERED: N_("Write down the answer"),
    FindingKind.LAPSED: N_("Forget them"),
    FindingKind.NO_MANDATE: N_("Adopt or draft a mandate"),
    FindingKind.REVISION: N_("Revise the mandate"),
    FindingKind.UNVERIFIED: N_("Verify the facts"),
}
STEPS_UNDER_WAY: dict[UnderWay, str] = {
    UnderWay.CALLED: N_("Follow up the round"),
    UnderWay.PROPOSED: N_("Follow up the candidate"),
    UnderWay.NOMINATED: N_("Recommend or appoint"),
    UnderWay.RECOMMENDED: N_("Appoint"),
}
LONGEST_LIMIT = 600


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that needs care.

    ``place`` names where it is mended (``body``, ``seat``, ``rule``, ``round``, ``candidacy``,
    ``version``, or ``mandates_of`` a body) and ``place_id`` which one; ``days`` counts from the
    day it began or until it comes. ``concerns`` are the bodies it is about or who can do
    something about it, and ``put_off_until`` the ISO day on which someone wants to see it again.
    ``under_way`` tells how far the filling of a seat has come, if it has begun.
    """

    id: str
    kind: FindingKind
    body_id: str
    body_name: str
    sentence: str
    place: str
    place_id: str
    days: int | None = None
    concerns: tuple[str, ...] = ()
    put_off_until: str = ""
    under_way: UnderWay | None = None

    @property
    def name(self) -> str:
        """The finding in words."""
        return self.sentence

    @property
    def next_step(self) -> str:
        """What to do about it, in words."""
        if self.under_way is not None:
            return translate(STEPS_UNDER_WAY[self.under_way])
        return translate(NEXT_STEPS[self.kind])


@dataclass(frozen=True, slots=True)
class CareLimits:
    """How many months facts may stand unverified, and a mandate unrevised."""

    verify_months: int = 12
    revise_months: int = 48

    def check(self) -> "CareLimits":
        """Return the limits themselves; RuleError for a number of months that is no limit."""
        if not all(
            1 <= months <= LONGEST_LIMIT for months in (self.verify_months, self.revise_months)
        ):
            raise RuleError(
                _("Write a number of months between 1 and {most}.").format(most=LONGEST_LIMIT)
            )
        return self
