"""Letters and rosters: to whom, in which written form, and the facts that fill them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for, in the order of a round; a roster goes to whoever asks."""

    CALL = "call"
    MUNICIPALITY = "municipality"
    REMINDER = "reminder"
    RECOMMENDATION = "recommendation"
    APPOINTMENT = "appointment"
    THANKS = "thanks"
    ROSTER = "roster"
    BOOKLET = "booklet"


@dataclass(frozen=True, slots=True)
class LetterTable:
    """A table in a letter; ``key`` names its columns in the texts, ``title`` stands above it."""

    key: str
    rows: tuple[tuple[str, ...], ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter, before it has its words.

    ``language`` is nb or nn. ``values`` are what the text may name, each in words of that
    language; an empty one leaves out the paragraphs that name it. ``about_body_id`` is the body
    the recipient is or works for, by which the written form is chosen.
    """

    id: str
    kind: LetterKind
    language: str
    day: date
    sender: str
    recipient: str
    recipient_lines: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    tables: tuple[LetterTable, ...] = ()
    about_body_id: str = ""

    @property
    def name(self) -> str:
        """Whom it is to."""
        return self.recipient
