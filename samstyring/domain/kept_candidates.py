"""Candidates who were not chosen and have agreed to be kept for the next round, for a time."""

from dataclasses import dataclass
from datetime import date

from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import StepKind
from samstyring.domain.words import word
from samstyring.language import _


@dataclass(frozen=True, slots=True)
class KeptCandidate:
    """One who was put forward before for a seat of a body; dates are as stored."""

    id: str
    candidacy_id: str
    person_id: str
    person_name: str
    seat_id: str
    seat_role: str
    seat_number: int
    body_id: str
    body_name: str
    by_id: str
    by_name: str
    round_name: str
    reason: str
    consent_on: str
    kept_until: str

    @property
    def name(self) -> str:
        """The candidate's name."""
        return self.person_name


def check_kept(step: StepKind, consent_on: date, kept_until: date) -> None:
    """Raise RuleError unless one who stands at ``step`` can be kept from a day until another."""
    if step is not StepKind.NOT_APPOINTED:
        raise RuleError(
            _(
                "Only a candidate who was not appointed is kept for the next round;"
                " this one is {step}."
            ).format(step=word(step))
        )
    if kept_until <= consent_on:
        raise RuleError(
            _("The day the consent lapses ({until}) must come after the consent ({given}).").format(
                until=kept_until.isoformat(), given=consent_on.isoformat()
            )
        )
