"""All of one body or one person: as an object for JSON, and as text to read."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from samstyring.cli.listings import CANDIDACY_COLUMNS, MANDATE_COLUMNS, SEAT_COLUMNS
from samstyring.cli.objects import Object, as_object, as_objects
from samstyring.cli.output import Column, as_table
from samstyring.domain.bodies import BodyDetail, NameKind, RelationKind, SuccessionKind
from samstyring.domain.choices import Hit
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.people import ContactKind, Gender, PersonDetail
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole
from samstyring.domain.text import clean_text
from samstyring.domain.words import word
from samstyring.formats import period, short_date
from samstyring.language import N_, _, translate
from samstyring.queries.bodies import body_detail
from samstyring.queries.mandates import mandate_lines
from samstyring.queries.municipalities import municipality_facts
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.people import person_detail
from samstyring.queries.seats import seat_lines
from samstyring.workspace import Workspace

_LIFE = (Column(N_("From"), "period.first"), Column(N_("To"), "period.last"))
_NAMES = (
    Column(N_("Name"), "name"),
    Column(N_("Kind"), "kind", NameKind),
    Column(N_("Language"), "language"),
    *_LIFE,
)
_RELATIONS = (
    Column(N_("From body"), "from_name"),
    Column(N_("Relation"), "kind", RelationKind),
    Column(N_("To body"), "to_name"),
    *_LIFE,
)
_SUCCESSIONS = (
    Column(N_("From body"), "from_name"),
    Column(N_("How"), "kind", SuccessionKind),
    Column(N_("To body"), "to_name"),
    Column(N_("Day"), "day", PartialDate),
)
_SOURCES = (
    Column(N_("Title"), "title"),
    Column(N_("Address"), "address"),
    Column(N_("Verified"), "verified_on", PartialDate),
    Column(N_("By"), "verified_by"),
)
_CONTACTS = (Column(N_("Kind"), "kind", ContactKind), Column(N_("Contact"), "value"))
_EMPLOYMENTS = (Column(N_("Employer"), "employer_name"), Column(N_("Title"), "title"), *_LIFE)
_PERSON_SEATS = (
    Column(N_("Body"), "body_name"),
    Column(N_("Role"), "role", SeatRole),
    Column(N_("Represents"), "represents_name"),
    *_LIFE,
    Column(N_("Term ends"), "term_last", PartialDate),
)
Section = tuple[str, tuple[Column, ...], tuple[Any, ...]]


def object_of(workspace: Workspace, thing: Hit, day: date) -> Object:
    """Return all of a body or person as of a day as an object; ``type`` says which it is."""
    if thing.kind == "person":
        person = workspace.read(person_detail, thing.id, as_of=day)
        own = workspace.read(candidacy_lines, as_of=day, person_id=thing.id)
        return {"type": "person", **as_object(person), "candidacies": as_objects(own)}
    body = workspace.read(body_detail, thing.id, as_of=day)
    facts = workspace.read(municipality_facts, thing.id)
    return {
        "type": "body",
        **as_object(body),
        "roster": as_objects(workspace.read(seat_lines, as_of=day, body_id=thing.id)),
        "mandates": as_objects(workspace.read(mandate_lines, as_of=day, body_id=thing.id)),
        "candidacies": as_objects(workspace.read(candidacy_lines, as_of=day, body_id=thing.id)),
        "municipality": as_object(facts) if facts else None,
    }


def text_of(workspace: Workspace, thing: Hit, day: date) -> str:
    """Return all of a body or person as of a day as text to read."""
    if thing.kind == "person":
        own = workspace.read(candidacy_lines, as_of=day, person_id=thing.id)
        return _person_text(workspace.read(person_detail, thing.id, as_of=day), own)
    body = workspace.read(body_detail, thing.id, as_of=day)
    sections = (
        (N_("Names"), _NAMES, body.names),
        (N_("Relations"), _RELATIONS, body.relations),
        (
            N_("Seats"),
            SEAT_COLUMNS[1:],
            workspace.read(seat_lines, as_of=day, body_id=thing.id),
        ),
        (
            N_("Mandates"),
            MANDATE_COLUMNS[1:],
            workspace.read(mandate_lines, as_of=day, body_id=thing.id),
        ),
        (
            N_("Candidacies"),
            CANDIDACY_COLUMNS,
            workspace.read(candidacy_lines, as_of=day, body_id=thing.id),
        ),
        (N_("Before and after"), _SUCCESSIONS, body.successions),
        (N_("Sources"), _SOURCES, body.sources),
    )
    as_of = _("As of {day}").format(day=short_date(day))
    head = [*_body_head(body), as_of, *_absence(body, day)]
    return "\n".join(head) + "\n" + _written(sections)


def _body_head(body: BodyDetail) -> list[str]:
    name = f"{body.name} ({body.short_name})" if body.short_name else body.name
    words = [body.number, word(body.facts.kind), word(body.facts.level), period(body.facts.period)]
    lines = [name, " · ".join(filter(None, words))]
    more = (body.facts.purpose, body.facts.home_page)
    return [clean_text(line) for line in (*lines, *more) if line]


def _absence(body: BodyDetail, day: date) -> list[str]:
    """Say that a body is not there that day; nothing for one that is."""
    life = body.facts.period
    if life.begins_after(day):
        begins = _("It does not exist yet on this day; it begins {first}.")
        return [begins.format(first=short_date(life.first))]
    if life.ended_before(day):
        return [_("It ended {last}.").format(last=short_date(life.last))]
    return []


def _person_text(person: PersonDetail, candidacies: tuple[CandidacyLine, ...]) -> str:
    sections = (
        (N_("Contact details"), _CONTACTS, person.contacts),
        (N_("Employments"), _EMPLOYMENTS, person.employments),
        (N_("Seats"), _PERSON_SEATS, person.seats),
        (N_("Candidacies"), CANDIDACY_COLUMNS, candidacies),
    )
    head = [clean_text(line) for line in (person.name, person.note, *_stated(person)) if line]
    return "\n".join(head) + "\n" + _written(sections)


def _stated(person: PersonDetail) -> tuple[str, ...]:
    """Return gender, where the person has stated it, and when the privacy notice was given."""
    said = _("Privacy notice: not given yet")
    if person.privacy_notice_on:
        day = short_date(PartialDate.parse(person.privacy_notice_on))
        said = _("Privacy notice: given {day}").format(day=day)
    if person.gender is Gender.NOT_STATED:
        return (said,)
    return (_("Gender as stated: {gender}").format(gender=word(person.gender)), said)


def _written(sections: Sequence[Section]) -> str:
    return "".join(
        f"\n{translate(heading)}\n{as_table(columns, records)}"
        for heading, columns, records in sections
        if records
    )
