"""Persons and whom they work for; gender is what the person has stated, never guessed."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from samstyring.domain.periods import Period
from samstyring.domain.text import fold

_ALIKE = 0.88
_ELEVEN_DIGITS = re.compile(r"(?<!\d)(\d{6})[ .-]?(\d{5})(?!\d)")
# Weights of the two control digits: Skatteetaten, forskrift 2017-07-14-1201 § 2-2-1.
_FIRST_CONTROL = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_CONTROL = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


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
    employer_kind: str = ""


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


def looks_like_national_id(text: str) -> bool:
    """Say whether eleven digits in the text form a Norwegian national identity number.

    D-numbers (day + 40) and the numbers of hospitals and tests (month + 40, 65 or 80) count
    too. The file has no field for such a number, so whoever types one is warned.
    """
    return any(_is_national_id(*found.groups()) for found in _ELEVEN_DIGITS.finditer(text))


def _is_national_id(born: str, number: str) -> bool:
    day, month = int(born[:2]), int(born[2:4])
    days, months = (day, day - 40), (month, month - 40, month - 65, month - 80)
    if not any(1 <= day <= 31 for day in days) or not any(1 <= month <= 12 for month in months):
        return False
    digits = [int(digit) for digit in born + number]
    return _is_controlled(digits, _FIRST_CONTROL) and _is_controlled(digits, _SECOND_CONTROL)


def _is_controlled(digits: list[int], weights: tuple[int, ...]) -> bool:
    return sum(d * w for d, w in zip(digits, weights, strict=False)) % 11 == 0


def names_like(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that may be the same person's: folded alike, or nearly so."""
    wanted = fold(name).strip()
    if not wanted:
        return ()
    folded = {other: fold(other) for other in known}
    matcher = difflib.SequenceMatcher(b=wanted)
    return tuple(other for other, text in folded.items() if _is_like(matcher, text))


def _is_like(matcher: "difflib.SequenceMatcher[str]", text: str) -> bool:
    matcher.set_seq1(text)
    # The two quick ratios are upper bounds; a list of thousands is asked at each key.
    return (
        matcher.real_quick_ratio() >= _ALIKE
        and matcher.quick_ratio() >= _ALIKE
        and matcher.ratio() >= _ALIKE
    )
