"""Persons and whom they work for; gender is what the person has stated, never guessed."""

from dataclasses import dataclass
from enum import StrEnum

from samstyring.domain.periods import Period


class Gender(StrEnum):
    """Gender as the person has stated it."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    NOT_STATED = "not_stated"


class ContactKind(StrEnum):
    """A way to reach a person."""

    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Contact:
    """One way to reach a person; one of them is the primary."""

    id: str
    kind: ContactKind
    value: str
    primary: bool


@dataclass(frozen=True, slots=True)
class Employment:
    """A person's work for a body in a period; the title is as it was then."""

    id: str
    employer_id: str
    employer_name: str
    title: str
    period: Period


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One line of the list of persons, as of a day."""

    id: str
    name: str
    title: str
    employer_id: str
    employer_name: str
    seats: int
    bodies: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class PersonSeat:
    """A seat that a person holds, has held or is to hold."""

    id: str
    seat_id: str
    body_id: str
    body_name: str
    role: str
    represents_name: str
    period: Period
    term_last: str
    status: str


@dataclass(frozen=True, slots=True)
class PersonDetail:
    """All of one person."""

    id: str
    name: str
    gender: Gender
    privacy_notice_on: str
    note: str
    contacts: tuple[Contact, ...]
    employments: tuple[Employment, ...]
    seats: tuple[PersonSeat, ...]
