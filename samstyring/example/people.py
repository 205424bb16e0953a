"""Puts the invented persons of the example into a file, and seats them in its bodies."""

from datetime import date

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.commands.people import PersonFacts, add_person, change_employment
from samstyring.commands.seats import SeatFacts, add_seat, end_appointment, fill_seat
from samstyring.domain.people import ContactKind, Gender
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatRole
from samstyring.example.days import day_of
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import Line, table
from samstyring.language import N_

# Said in the file itself, in the language the example is written in.
INVENTED = "Oppdiktet person."


@command(N_("Set up the persons of the example"))
def compose_people(session: Session, ids: Ids) -> Ids:
    """Add all persons with employers and titles; return ids by key, with those in ``ids``."""
    about(session, THE_WHOLE)
    found = dict(ids)
    for line in table("example", "people.csv"):
        found[line["person"]] = add_person(
            session, _facts(line), employer_id=ids[line["employer"]], title=line["title"],
            employed_from=PartialDate.parse(line["employed_from"]),
        )  # fmt: skip
    for line in table("example", "jobs.csv"):
        day = PartialDate.parse(line["from_day"])
        change_employment(session, found[line["person"]], ids[line["employer"]], line["title"], day)
    return found


def _facts(line: Line) -> PersonFacts:
    return PersonFacts(
        name=line["name"],
        gender=Gender(line["gender"]),
        note=INVENTED,
        contacts=((ContactKind.EMAIL, line["email"]),),
    )


@command(N_("Set up the seats of the example"))
def compose_seats(session: Session, ids: Ids, today: date) -> Ids:
    """Add all seats and who sits and sat in them; return ids by key, with those in ``ids``."""
    about(session, THE_WHOLE)
    found = dict(ids)
    for line in table("example", "seats.csv"):
        found[line["seat"]] = add_seat(session, ids[line["body"]], _seat(line, found, today))
    for line in table("example", "terms.csv"):
        _fill(session, line, found, today)
    return found


def _seat(line: Line, ids: Ids, today: date) -> SeatFacts:
    def named(column: str) -> str | None:
        return ids[line[column]] if line[column] else None

    return SeatFacts(
        role=SeatRole(line["role"]),
        votes=line["votes"] == "yes",
        represents_id=named("represents"),
        nominates_id=named("nominates"),
        appoints_id=named("appoints"),
        substitute_for_id=named("substitute_for"),
        note=line["note"],
        period=Period(day_of(line["first_day"], today), None),
    )


def _fill(session: Session, line: Line, ids: Ids, today: date) -> None:
    first, last = day_of(line["first_day"], today), day_of(line["last_day"], today)
    appointment_id = fill_seat(
        session, ids[line["seat"]], ids[line["person"]], first, last_day=last,
        term_last=day_of(line["term_last"], today), decision=line["decision"],
    )  # fmt: skip
    if last is not None:
        end_appointment(session, appointment_id, last, reason=line["end_reason"])
