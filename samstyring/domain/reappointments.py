"""What a new term for one who sits already would be, and what should be thought of first."""

from dataclasses import dataclass
from datetime import timedelta

from samstyring.domain.periods import PartialDate
from samstyring.language import _, ngettext


@dataclass(frozen=True, slots=True)
class FollowingSubstitute:
    """A personal substitute of a member, who sits today and may follow the member."""

    appointment_id: str
    person_name: str
    seat_number: int


@dataclass(frozen=True, slots=True)
class ReappointmentOutlook:
    """A new term for the holder of a seat.

    ``terms`` counts the terms of the person in the body with the new one; ``most_terms`` is the
    highest number that a rule of the body asks for, None where there is no such rule.
    """

    appointment_id: str
    person_name: str
    body_name: str
    seat_role: str
    seat_number: int
    from_day: PartialDate | None
    term_last: PartialDate | None
    terms: int
    most_terms: int | None
    substitutes: tuple[FollowingSubstitute, ...] = ()

    @property
    def beyond_limit(self) -> bool:
        """Whether the new term is one more than the rule asks for."""
        return self.most_terms is not None and self.terms > self.most_terms


def day_after(last: PartialDate) -> PartialDate:
    """Return the day after a last day, which counts as its last possible day."""
    return PartialDate.of(last.last_day() + timedelta(days=1))


def limit_in_words(outlook: ReappointmentOutlook) -> str:
    """Return what the limit of terms says of a new term; nothing where there is no limit."""
    if outlook.most_terms is None:
        return ""
    values = {"person": outlook.person_name, "number": outlook.terms, "most": outlook.most_terms}
    if outlook.beyond_limit:
        text = ngettext(
            "This would be term number {number} for {person}; the body's rule is at most {most} "
            "term. The rule advises, you decide.",
            "This would be term number {number} for {person}; the body's rule is at most {most} "
            "terms. The rule advises, you decide.",
            outlook.most_terms,
        )
    else:
        text = _("Term number {number} for {person}, of at most {most}.")
    return text.format(**values)
