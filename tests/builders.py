"""Small builders that call commands, and plain looks at the tables, for tests of every layer."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import add_body
from samstyring.commands.flows import ChannelFacts, add_channel
from samstyring.commands.mandates import SectionText, adopt_mandate, draft_mandate
from samstyring.commands.nominations import RoundFacts, call_round, nominate
from samstyring.commands.people import PersonFacts, add_person
from samstyring.commands.seats import SeatFacts, add_seat, fill_seat
from samstyring.domain.bodies import BodyFacts, BodyKind, Level, RelationKind
from samstyring.domain.flows import FlowKind
from samstyring.domain.mandates import SectionKind
from samstyring.domain.nominations import StepKind
from samstyring.domain.people import ContactKind
from samstyring.domain.periods import ALWAYS, PartialDate, Period
from samstyring.domain.seats import SeatRole
from samstyring.store import tables as t
from samstyring.workspace import Workspace

SECTIONS: tuple[SectionText, ...] = (
    (SectionKind.PURPOSE, "Formål", "Rådet skal samordne."),
    (SectionKind.TASKS, "Oppgaver", "1. Prioritere\n2. Følge opp"),
)


# Making things ----------------------------------------------------------------------------------


def day(text: str) -> PartialDate:
    """Return a date as it is written: ``2026``, ``2026-02`` or ``2026-02-07``."""
    return PartialDate.parse(text)


def a_period(first: str | None = None, last: str | None = None) -> Period:
    """Return the period between two written dates; None leaves an end open."""
    return Period.of(first, last)


def a_body(
    workspace: Workspace,
    name: str = "KommIT-rådet",
    *,
    kind: BodyKind = BodyKind.COUNCIL,
    level: Level = Level.NATIONAL,
    period: Period = ALWAYS,
    term_months: int | None = None,
    short_name: str = "",
    parent_id: str | None = None,
    parent_relation: RelationKind = RelationKind.REPORTS_TO,
) -> str:
    """Add a body and return its id."""
    facts = BodyFacts(kind, level, period, term_months=term_months)
    return workspace.run(
        add_body, name, facts, short_name=short_name, parent_id=parent_id,
        parent_relation=parent_relation,
    )  # fmt: skip


def a_person(
    workspace: Workspace,
    name: str = "Kari Nordmann",
    *,
    email: str = "",
    employer_id: str | None = None,
    title: str = "",
    employed_from: str | None = None,
) -> str:
    """Add a person, perhaps with an address and an employer, and return the id."""
    contacts = ((ContactKind.EMAIL, email),) if email else ()
    return workspace.run(
        add_person, PersonFacts(name, contacts=contacts), employer_id=employer_id, title=title,
        employed_from=day(employed_from) if employed_from else None,
    )  # fmt: skip


def a_seat(
    workspace: Workspace,
    body_id: str | None = None,
    *,
    role: SeatRole = SeatRole.MEMBER,
    period: Period = ALWAYS,
    term_months: int | None = None,
    represents_id: str | None = None,
    substitute_for_id: str | None = None,
) -> str:
    """Add a seat, in a body of its own unless one is given, and return its id."""
    facts = SeatFacts(
        role, represents_id=represents_id, substitute_for_id=substitute_for_id,
        term_months=term_months, period=period,
    )  # fmt: skip
    return workspace.run(add_seat, body_id or a_body(workspace), facts)


def an_appointment(
    workspace: Workspace,
    seat_id: str | None = None,
    person_id: str | None = None,
    *,
    from_day: str | None = "2024-01-01",
    last_day: str | None = None,
    term_last: str | None = None,
) -> str:
    """Seat a person, both new unless given, and return the appointment's id."""
    return workspace.run(
        fill_seat, seat_id or a_seat(workspace), person_id or a_person(workspace),
        day(from_day) if from_day else None, last_day=day(last_day) if last_day else None,
        term_last=day(term_last) if term_last else None,
    )  # fmt: skip


def a_round(
    workspace: Workspace,
    caller_id: str | None = None,
    *,
    name: str = "Nye medlemmer 2026",
    called_on: str = "2026-01-10",
    due_on: str = "2026-03-01",
    seat_ids: tuple[str, ...] = (),
    ask_ids: tuple[str, ...] = (),
) -> str:
    """Call a round and return its id."""
    facts = RoundFacts(name, caller_id or a_body(workspace, "KS"), day(called_on), day(due_on))
    return workspace.run(call_round, facts, seat_ids=seat_ids, ask_ids=ask_ids)


def a_candidacy(
    workspace: Workspace,
    seat_id: str | None = None,
    person_id: str | None = None,
    by_id: str | None = None,
    *,
    round_id: str | None = None,
    on_day: date = date(2026, 2, 1),
    first_step: StepKind = StepKind.PROPOSED,
) -> str:
    """Put a person forward for a seat and return the candidacy's id."""
    return workspace.run(
        nominate, seat_id or a_seat(workspace), person_id or a_person(workspace),
        by_id or a_body(workspace, "Digi Vestland"), on_day=on_day, round_id=round_id,
        first_step=first_step,
    )  # fmt: skip


def a_mandate(
    workspace: Workspace,
    body_id: str | None = None,
    *,
    title_nb: str = "",
    sections: tuple[SectionText, ...] = SECTIONS,
    adopted_on: str | None = None,
) -> str:
    """Draft a mandate in bokmål, adopt it if a day is given, and return the version's id."""
    parts = (("nb", sections),) if sections else ()
    version_id = workspace.run(
        draft_mandate, body_id or a_body(workspace), title_nb=title_nb, sections=parts
    )
    if adopted_on is not None:
        workspace.run(adopt_mandate, version_id, adopted_by="KS", adopted_on=day(adopted_on))
    return version_id


def a_channel(
    workspace: Workspace,
    from_id: str | None = None,
    to_id: str | None = None,
    *,
    kind: FlowKind = FlowKind.NEED,
    period: Period = ALWAYS,
    seat_id: str | None = None,
) -> str:
    """Add a channel between two bodies and return its id."""
    facts = ChannelFacts(
        from_id or a_body(workspace, "Digi Agder"), to_id or a_body(workspace, "KS"), kind,
        seat_id=seat_id, period=period,
    )  # fmt: skip
    return workspace.run(add_channel, facts)


# Looking at the tables --------------------------------------------------------------------------

Values = Mapping[str, Any]
State = dict[str, dict[str, Values]]


def rows(workspace: Workspace, table: type[t.Row], **wanted: object) -> list[Values]:
    """Return the rows of a table that have the wanted values, in the order they were made."""

    return workspace.read(_rows, table, wanted)


def _rows(session: Session, table: type[t.Row], wanted: Mapping[str, object]) -> list[Values]:
    columns = table.__table__.columns
    statement = select(*columns).order_by(*table.__table__.primary_key)
    for name, value in wanted.items():
        statement = statement.where(columns[name] == value)
    return [dict(row._mapping) for row in session.execute(statement)]


def the_row(workspace: Workspace, table: type[t.Row], **wanted: object) -> Values:
    """Return the one row of a table that has the wanted values."""
    (row,) = rows(workspace, table, **wanted)
    return row


def state(workspace: Workspace) -> State:
    """Return all that the file says: each row by table and id, and the search entries.

    The version is left out: it counts writes, and going back is a write too.
    """
    return workspace.read(_state)


def _state(session: Session) -> State:
    kept: State = {
        name: {row["id"]: _without_version(row) for row in _rows(session, table, {})}
        for name, table in t.TRACKED.items()
    }
    found: dict[str, Values] = {
        row["target_id"]: row for row in _rows(session, t.SearchEntryRow, {})
    }
    return {**kept, "search_entry": found}


def _without_version(row: Values) -> Values:
    return {name: value for name, value in row.items() if name != "version"}


def journal_length(workspace: Workspace) -> int:
    """Return how many change sets the journal holds."""

    def count(session: Session) -> int:
        return session.scalar(select(func.count()).select_from(t.ChangeSetRow)) or 0

    return workspace.read(count)
