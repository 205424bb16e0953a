"""Commands on persons: add, correct, employ, change employer from a date, delete."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name
from samstyring.commands.command import about, command, the
from samstyring.domain.errors import RuleError
from samstyring.domain.ids import new_id
from samstyring.domain.people import ContactKind, Gender
from samstyring.domain.periods import ALWAYS, PartialDate, Period, iso_or_none
from samstyring.domain.text import clean_line, clean_text
from samstyring.language import N_, _
from samstyring.store import tables as t
from samstyring.store.references import delete_with_hanging


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What can be written about a person; contacts are (kind, value), the first is primary."""

    name: str
    gender: Gender = Gender.NOT_STATED
    privacy_notice_on: PartialDate | None = None
    note: str = ""
    contacts: Sequence[tuple[ContactKind, str]] = ()


@command(N_("Add a person"))
def add_person(
    session: Session,
    facts: PersonFacts,
    *,
    employer_id: str | None = None,
    title: str = "",
    employed_from: PartialDate | None = None,
) -> str:
    """Add a person, and at once whom they work for; return the id. RuleError for no name."""
    person = t.PersonRow(id=new_id())
    about(session, checked_name(facts.name))
    _write(session, person, facts)
    session.add(person)
    if employer_id:
        add_employment(session, person.id, employer_id, title, period=Period(employed_from, None))
    return person.id


@command(N_("Correct a person"))
def correct_person(session: Session, person_id: str, facts: PersonFacts) -> None:
    """Write what should have stood there."""
    person = the(session, t.PersonRow, person_id)
    about(session, checked_name(facts.name))
    _write(session, person, facts)


def _write(session: Session, person: t.PersonRow, facts: PersonFacts) -> None:
    person.name, person.gender = checked_name(facts.name), facts.gender.value
    person.privacy_notice_on = iso_or_none(facts.privacy_notice_on) or ""
    person.note = clean_text(facts.note)
    wanted = [(kind.value, clean_line(value)) for kind, value in facts.contacts if value.strip()]
    standing = {
        (row.kind, row.value): row
        for row in session.scalars(select(t.ContactRow).where(t.ContactRow.person_id == person.id))
    }
    for key, row in standing.items():
        if key not in wanted:
            session.delete(row)
    for place, key in enumerate(dict.fromkeys(wanted)):
        row = standing.get(key) or t.ContactRow(id=new_id(), person_id=person.id)
        row.kind, row.value, row.primary = *key, place == 0
        session.add(row)


@command(N_("Note the privacy notice as given"))
def give_privacy_notice(session: Session, person_id: str, on_day: PartialDate) -> None:
    """Write the day on which the person was told what is kept about them."""
    person = the(session, t.PersonRow, person_id)
    about(session, person.name)
    person.privacy_notice_on = on_day.iso


@command(N_("Delete a person"))
def delete_person(session: Session, person_id: str) -> None:
    """Delete a person with employments, appointments and candidacies."""
    person = the(session, t.PersonRow, person_id)
    about(session, person.name)
    delete_with_hanging(session, person)


@command(N_("Add an employment"))
def add_employment(
    session: Session, person_id: str, employer_id: str, title: str, *, period: Period = ALWAYS
) -> str:
    """Write that a person works for a body in a period; return the employment's id."""
    person = the(session, t.PersonRow, person_id)
    about(session, person.name)
    row = t.EmploymentRow(id=new_id(), person_id=person_id)
    _write_employment(row, employer_id, title, period)
    session.add(row)
    return row.id


@command(N_("Correct an employment"))
def correct_employment(
    session: Session, employment_id: str, employer_id: str, title: str, *, period: Period
) -> None:
    """Write the employment as it should have stood."""
    row = the(session, t.EmploymentRow, employment_id)
    about(session, the(session, t.PersonRow, row.person_id).name)
    _write_employment(row, employer_id, title, period)


def _write_employment(row: t.EmploymentRow, employer_id: str, title: str, period: Period) -> None:
    period.check()
    row.employer_id, row.title = employer_id, clean_line(title)
    row.first_day, row.last_day = iso_or_none(period.first), iso_or_none(period.last)


@command(N_("Change employer from a date"))
def change_employment(
    session: Session, person_id: str, employer_id: str, title: str, from_day: PartialDate
) -> str:
    """End the person's work the day before and begin the new; seats are kept. Return the id."""
    about(session, the(session, t.PersonRow, person_id).name)
    statement = select(t.EmploymentRow).where(t.EmploymentRow.person_id == person_id)
    for row in session.scalars(statement):
        period = Period.of(row.first_day, row.last_day)
        if not period.ended_before(from_day.first_day()):
            if period.first is not None and period.first.first_day() >= from_day.first_day():
                raise RuleError(
                    _("An employment begins that day or later. Correct that one instead.")
                )
            row.last_day = from_day.day_before().iso
    return add_employment(session, person_id, employer_id, title, period=Period(from_day, None))


@command(N_("End an employment"))
def end_employment(session: Session, employment_id: str, last_day: PartialDate) -> None:
    """Let the employment end on a day."""
    row = the(session, t.EmploymentRow, employment_id)
    about(session, the(session, t.PersonRow, row.person_id).name)
    Period(Period.of(row.first_day, None).first, last_day).check()
    row.last_day = last_day.iso


@command(N_("Delete an employment"))
def delete_employment(session: Session, employment_id: str) -> None:
    """Delete an employment that never was."""
    row = the(session, t.EmploymentRow, employment_id)
    about(session, the(session, t.PersonRow, row.person_id).name)
    session.delete(row)
