"""The lists that can be asked for: what each reads, how it is filtered, which columns it has."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from samstyring.cli.output import Column
from samstyring.domain.bodies import BodyKind, BodyLine, Level, RelationKind
from samstyring.domain.flows import ChannelLine, FlowDirection, FlowKind
from samstyring.domain.mandates import MandateLine, MandateState
from samstyring.domain.municipalities import MunicipalityLine
from samstyring.domain.nominations import CandidacyLine, StepKind
from samstyring.domain.people import PersonLine
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatLine, SeatRole, SeatStatus
from samstyring.formats import counted
from samstyring.language import N_
from samstyring.queries.bodies import body_lines
from samstyring.queries.flows import channel_lines
from samstyring.queries.mandates import mandate_lines
from samstyring.queries.municipalities import municipality_lines
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.org import org_snapshot
from samstyring.queries.people import person_lines
from samstyring.queries.seats import seat_lines
from samstyring.workspace import Workspace

# Relations in which the first body stands below the second, and those the other way round.
_BELOW = frozenset(
    {
        RelationKind.REPORTS_TO,
        RelationKind.PART_OF,
        RelationKind.ADVISES,
        RelationKind.PREPARES_CASES_FOR,
        RelationKind.SECRETARIAT_FOR,
        RelationKind.MEMBER_OF,
        RelationKind.LOCATED_IN,
    }
)
_ABOVE = frozenset({RelationKind.OWNS})


@dataclass(frozen=True, slots=True)
class Listing:
    """One list: how it is read for a day (of all, or of one body by its id), and its columns."""

    lines: Callable[[Workspace, date, str | None], tuple[Any, ...]]
    columns: tuple[Column, ...]
    how_many: Callable[[int], str]


# Reading -----------------------------------------------------------------------------------------


def bodies(workspace: Workspace, day: date, body_id: str | None) -> tuple[BodyLine, ...]:
    """Return the bodies of a day: all, or one and those related below it at any depth."""
    lines = workspace.read(body_lines, as_of=day)
    if body_id is None:
        return lines
    there = _at_and_below(workspace, day, body_id)
    return tuple(line for line in lines if line.id in there)


def _at_and_below(workspace: Workspace, day: date, body_id: str) -> set[str]:
    below: dict[str, set[str]] = {}
    for line in workspace.read(org_snapshot, as_of=day).lines:
        if line.kind in _BELOW:
            below.setdefault(line.to_id, set()).add(line.from_id)
        elif line.kind in _ABOVE:
            below.setdefault(line.from_id, set()).add(line.to_id)
    found, ahead = {body_id}, [body_id]
    while ahead:
        new = below.get(ahead.pop(), set()) - found
        found |= new
        ahead.extend(new)
    return found


def people(workspace: Workspace, day: date, body_id: str | None) -> tuple[PersonLine, ...]:
    """Return the persons: all, or those who sit in a body that day."""
    lines = workspace.read(person_lines, as_of=day)
    if body_id is None:
        return lines
    sitting = {seat.person_id for seat in seats(workspace, day, body_id)}
    return tuple(line for line in lines if line.id in sitting)


def seats(workspace: Workspace, day: date, body_id: str | None) -> tuple[SeatLine, ...]:
    """Return the seats of a day, of all bodies or of one."""
    return workspace.read(seat_lines, as_of=day, body_id=body_id)


def candidacies(workspace: Workspace, day: date, body_id: str | None) -> tuple[CandidacyLine, ...]:
    """Return the candidacies of a day, for all seats or for those of one body."""
    lines = workspace.read(candidacy_lines, as_of=day, body_id=body_id)
    return tuple(line for line in lines if body_id in (None, line.body_id))


def mandates(workspace: Workspace, day: date, body_id: str | None) -> tuple[MandateLine, ...]:
    """Return the versions of mandates as they stand that day, of all bodies or of one."""
    return workspace.read(mandate_lines, as_of=day, body_id=body_id)


def channels(workspace: Workspace, day: date, body_id: str | None) -> tuple[ChannelLine, ...]:
    """Return the channels of a day: all, or those with a body at either end."""
    return workspace.read(channel_lines, as_of=day, body_id=body_id)


def municipalities(
    workspace: Workspace, day: date, body_id: str | None
) -> tuple[MunicipalityLine, ...]:
    """Return the municipalities of a day: all, or those of one network or county."""
    lines = workspace.read(municipality_lines, as_of=day)
    return tuple(
        line for line in lines if body_id in (None, line.id, line.network_id, line.county_id)
    )


# Columns -----------------------------------------------------------------------------------------

_ID = Column(N_("Id"), "id")
_HIDDEN_ID = Column(N_("Id"), "id", wide=True)
_LIFE = (Column(N_("From"), "period.first"), Column(N_("To"), "period.last"))

BODY_COLUMNS = (
    Column(N_("Name"), "name"),
    Column(N_("Short name"), "short_name"),
    Column(N_("Kind"), "kind", BodyKind),
    Column(N_("Level"), "level", Level),
    Column(N_("Region"), "region"),
    Column(N_("Number"), "number"),
    Column(N_("Seats"), "seats"),
    Column(N_("Vacant"), "vacant"),
    Column(N_("Ends soon"), "ends_soon", wide=True),
    Column(N_("Term over"), "term_over", wide=True),
    Column(N_("Mandate in force"), "mandate_in_force"),
    *_LIFE,
    _HIDDEN_ID,
)
PERSON_COLUMNS = (
    Column(N_("Name"), "name"),
    Column(N_("Title"), "title"),
    Column(N_("Employer"), "employer_name"),
    Column(N_("Sits in"), "bodies"),
    Column(N_("E-mail"), "email"),
    _HIDDEN_ID,
)
SEAT_COLUMNS = (
    Column(N_("Body"), "body_name"),
    Column(N_("No."), "number"),
    Column(N_("Role"), "role", SeatRole),
    Column(N_("Person"), "person_name"),
    Column(N_("Title"), "title", wide=True),
    Column(N_("Employer"), "employer_name", wide=True),
    Column(N_("Status"), "status", SeatStatus),
    Column(N_("Votes"), "votes", wide=True),
    Column(N_("Represents"), "represents_name"),
    Column(N_("Nominated by"), "nominates_name", wide=True),
    Column(N_("Appointed by"), "appoints_name", wide=True),
    Column(N_("Stands in for"), "substitute_for_name", wide=True),
    Column(N_("Since"), "since"),
    Column(N_("Term ends"), "term_last"),
    Column(N_("Vacant since"), "vacant_since", wide=True),
    _ID,
)
CANDIDACY_COLUMNS = (
    Column(N_("Candidate"), "person_name"),
    Column(N_("Body"), "body_name"),
    Column(N_("Seat"), "seat_number"),
    Column(N_("Role"), "seat_role", SeatRole),
    Column(N_("Put forward by"), "by_name"),
    Column(N_("Rank"), "rank"),
    Column(N_("Step"), "step", StepKind),
    Column(N_("Day"), "day", PartialDate),
    Column(N_("Round"), "round_name", wide=True),
    Column(N_("Reason"), "reason", wide=True),
    _ID,
)
MANDATE_COLUMNS = (
    Column(N_("Body"), "body_name"),
    Column(N_("Mandate"), "name"),
    Column(N_("Version"), "number"),
    Column(N_("State"), "state", MandateState),
    Column(N_("Adopted by"), "adopted_by"),
    Column(N_("Adopted"), "adopted_on", PartialDate),
    Column(N_("Case number"), "case_number", wide=True),
    *_LIFE,
    Column(N_("Written in"), "languages"),
    _HIDDEN_ID,
)
CHANNEL_COLUMNS = (
    Column(N_("From body"), "from_name"),
    Column(N_("To body"), "to_name"),
    Column(N_("What"), "kind", FlowKind),
    Column(N_("Direction"), "direction", FlowDirection),
    Column(N_("Medium"), "medium"),
    Column(N_("Rhythm"), "rhythm"),
    Column(N_("Responsible"), "seat_name"),
    Column(N_("From"), "period.first", wide=True),
    Column(N_("To"), "period.last", wide=True),
    Column(N_("Note"), "note", wide=True),
    _HIDDEN_ID,
)
MUNICIPALITY_COLUMNS = (
    Column(N_("Number"), "number"),
    Column(N_("Name"), "name"),
    Column(N_("Sami name"), "sami_name"),
    Column(N_("Kven name"), "kven_name", wide=True),
    Column(N_("County"), "county_name"),
    Column(N_("Network"), "network_name"),
    Column(N_("Population"), "population"),
    Column(N_("Written form"), "written_form"),
    Column(N_("Centre"), "centre", wide=True),
    *_LIFE,
    _HIDDEN_ID,
)

LISTINGS: dict[str, Listing] = {
    "bodies": Listing(bodies, BODY_COLUMNS, lambda n: counted("{count} body", "{count} bodies", n)),
    "people": Listing(
        people, PERSON_COLUMNS, lambda n: counted("{count} person", "{count} persons", n)
    ),
    "seats": Listing(seats, SEAT_COLUMNS, lambda n: counted("{count} seat", "{count} seats", n)),
    "candidacies": Listing(
        candidacies,
        CANDIDACY_COLUMNS,
        lambda n: counted("{count} candidacy", "{count} candidacies", n),
    ),
    "mandates": Listing(
        mandates,
        MANDATE_COLUMNS,
        lambda n: counted("{count} mandate version", "{count} mandate versions", n),
    ),
    "channels": Listing(
        channels, CHANNEL_COLUMNS, lambda n: counted("{count} channel", "{count} channels", n)
    ),
    "municipalities": Listing(
        municipalities,
        MUNICIPALITY_COLUMNS,
        lambda n: counted("{count} municipality", "{count} municipalities", n),
    ),
}
