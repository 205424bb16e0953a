"""What every letter of a round draws on: the round, its seats and who sits there."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from samstyring.domain.letters import Letter, LetterKind, LetterTable
from samstyring.domain.nominations import RoundDetail
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatLine
from samstyring.domain.words import word
from samstyring.formats import listed, long_date, short_date
from samstyring.language import _
from samstyring.queries.nominations import round_detail
from samstyring.queries.seats import seat_lines


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round as of a day, with all seats of the bodies it is to fill seats in."""

    language: str
    day: date
    detail: RoundDetail
    seats: tuple[SeatLine, ...]
    around: tuple[SeatLine, ...]

    @property
    def sender(self) -> str:
        """Who calls the round."""
        return self.detail.line.caller_name

    def letter(self, kind: LetterKind, key: str, recipient: str, body_id: str) -> Letter:
        """Return a letter from whoever calls the round, with what all letters of it may name."""
        line = self.detail.line
        values = {
            "round": line.name,
            "criteria": self.detail.criteria,
            "call_text": self.detail.call_text,
            "due": stored_day(line.due_on),
            "bodies": body_names(self.seats),
            "sender": self.sender,
            "recipient": recipient,
        }
        return Letter(
            f"{kind}:{key}", kind, self.language, self.day, self.sender, recipient,
            values=tuple(values.items()), about_body_id=body_id,
        )  # fmt: skip


def round_facts(session: Session, round_id: str, day: date, language: str) -> RoundFacts:
    """Return what the letters of a round draw on. NotFoundError if the round is gone."""
    detail = round_detail(session, round_id, as_of=day)
    wanted = {seat.seat_id for seat in detail.seats}
    bodies = dict.fromkeys(seat.body_id for seat in detail.seats)
    around = tuple(
        line for body_id in bodies for line in seat_lines(session, as_of=day, body_id=body_id)
    )
    seats = tuple(line for line in around if line.id in wanted)
    return RoundFacts(language, day, detail, seats, around)


def with_values(letter: Letter, **values: str) -> Letter:
    """Return the letter with more values, or others, that its text may name."""
    return replace(letter, values=tuple((dict(letter.values) | values).items()))


def body_names(seats: tuple[SeatLine, ...]) -> str:
    """Return the names of the bodies that seats are in, as a list in words."""
    return listed(tuple(dict.fromkeys(seat.body_name for seat in seats)))


def seats_table(seats: tuple[SeatLine, ...]) -> LetterTable:
    """Return the seats that names are wanted for: body, seat, who sits there, until when."""
    return LetterTable(
        "seats",
        tuple(
            (seat.body_name, seat_name(seat), holder(seat), short_date(seat.term_last))
            for seat in seats
        ),
    )


def seat_name(seat: SeatLine) -> str:
    """Return role and number of a seat, and whom it is for: medlem 3, Digi Agder."""
    name = f"{word(seat.role)} {seat.number}"
    return f"{name}\n{seat.represents_name}" if seat.represents_name else name


def holder(seat: SeatLine) -> str:
    """Return who sits in a seat, with title and employer, or that nobody does."""
    if not seat.person_name:
        return _("Vacant seat")
    return person(seat.person_name, seat.title, seat.employer_name)


def person(name: str, title: str, employer: str) -> str:
    """Return a person's name with title and employer on a line of its own."""
    return "\n".join(filter(None, (name, ", ".join(filter(None, (title, employer))))))


def stored_day(stored: str | None) -> str:
    """Return a stored date with the month written out; nothing for none."""
    return long_date(PartialDate.parse(stored)) if stored else ""
