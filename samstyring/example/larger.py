"""Builds a file many times larger than the example, the same every time, for measuring."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from samstyring.commands.command import command
from samstyring.domain.bodies import BodyKind
from samstyring.example.building import AUTHOR, fill
from samstyring.language import N_
from samstyring.store import tables as t
from samstyring.workspace import Workspace

SEATS_AT_TEN = 5_000
JOURNAL_ROWS_AT_TEN = 60_000
_ROWS_A_CHANGE = 20
_NOT_COPIED = (BodyKind.MUNICIPALITY.value, BodyKind.COUNTY_MUNICIPALITY.value)
# Copied in this order, so that what is pointed at has its new id before what points at it.
_COPIED: tuple[type[t.TrackedRow], ...] = (
    t.BodyRow,
    t.BodyNameRow,
    t.RelationRow,
    t.PersonRow,
    t.ContactRow,
    t.EmploymentRow,
    t.SeatRow,
    t.AppointmentRow,
    t.ChannelRow,
)


def build_larger(path: Path, today: date, times: int = 10) -> None:
    """Make a file at ``path`` with the example ``times`` over, all municipalities once.

    Ten times over it has 5,000 seats and 60,000 rows in its journal, and as much in proportion
    otherwise; 99 times is the most. StoreError if a file is there already.
    """
    assert 1 <= times < 100, "the number of the copy begins its ids, in two digits"
    workspace = Workspace.create(path, author=AUTHOR)
    try:
        fill(workspace, today)
        for copy in range(2, times + 1):
            workspace.run(copy_example, copy)
        workspace.run(add_seats, SEATS_AT_TEN * times // 10)
        workspace.run(fill_journal, JOURNAL_ROWS_AT_TEN * times // 10, today)
    finally:
        workspace.close()


@command(N_("Copy the example"))
def copy_example(session: Session, copy: int) -> None:
    """Add every body but the municipalities once more, with persons, seats and channels."""
    ids: dict[str, str] = {}
    for kind in _COPIED:
        for row in list(session.scalars(select(kind).order_by(kind.id))):
            if _is_original(row) and not _of_reference(session, row):
                ids[row.id] = f"{copy:04d}{row.id[4:]}"
                session.add(kind(**_copied(row, ids, copy)))


def _is_original(row: t.TrackedRow) -> bool:
    # Ids begin with the time they were made, which no copy's number looks like for centuries.
    return not row.id.startswith("00")


def _of_reference(session: Session, row: t.TrackedRow) -> bool:
    """Say whether a row is a municipality or county, or only about one."""
    owner = row.id if isinstance(row, t.BodyRow) else _owner(row)
    body = session.get(t.BodyRow, owner) if owner else None
    return body is not None and body.kind in _NOT_COPIED


def _owner(row: t.TrackedRow) -> str | None:
    if isinstance(row, t.BodyNameRow):
        return row.body_id
    return row.from_id if isinstance(row, t.RelationRow | t.ChannelRow) else None


def _copied(row: t.TrackedRow, ids: dict[str, str], copy: int) -> dict[str, Any]:
    """Return the fields of a row's copy: pointers lead to the copies, where there are any."""
    values = {
        column.key: getattr(row, column.key)
        for column in row.__table__.columns
        if column.key != "version"
    }
    values = {key: ids.get(value, value) for key, value in values.items()}
    if isinstance(row, t.BodyNameRow | t.PersonRow):
        values["name"] = f"{values['name']} {copy}"
    if isinstance(row, t.AppointmentRow):
        values["candidacy_id"] = None
    return values


@command(N_("Add seats"))
def add_seats(session: Session, wanted: int) -> None:
    """Add vacant members' seats to the bodies that have seats, in turn, until there are enough."""
    missing = wanted - (session.scalar(select(func.count()).select_from(t.SeatRow)) or 0)
    last = func.max(t.SeatRow.number)
    statement = select(t.SeatRow.body_id, last).group_by(t.SeatRow.body_id)
    bodies = list(session.execute(statement.order_by(t.SeatRow.body_id)))
    for place in range(max(0, missing)):
        round_of_bodies, which = divmod(place, len(bodies))
        body_id, number = bodies[which]
        session.add(
            t.SeatRow(
                id=f"9999{place:032d}", body_id=body_id, role="member", votes=True, note="",
                number=number + 1 + round_of_bodies, represents_id=None, nominates_id=None,
                appoints_id=None, substitute_for_id=None, term_months=None, first_day=None,
                last_day=None,
            )
        )  # fmt: skip


@command(N_("Fill the journal"))
def fill_journal(session: Session, wanted: int, today: date) -> None:
    """Write edits that took each other back into the journal until it has ``wanted`` rows.

    They are written beside the recorder, since the file itself does not change by them.
    """
    connection = session.connection()
    standing = connection.scalar(select(func.count()).select_from(t.ChangeRowRow)) or 0
    newest = connection.scalar(select(func.max(t.ChangeSetRow.id))) or 0
    bodies = list(session.execute(select(t.BodyRow.id, t.BodyRow.purpose).order_by(t.BodyRow.id)))
    rows = list(_edits(bodies, newest, max(0, wanted - standing)))
    begun = datetime(today.year, today.month, today.day, tzinfo=UTC) - timedelta(days=365)
    last = rows[-1]["change_set_id"] if rows else newest
    sets = [_change_set(number, begun, number - newest) for number in range(newest + 1, last + 1)]
    if rows:
        connection.execute(insert(t.ChangeSetRow), sets)
        connection.execute(insert(t.ChangeRowRow), rows)


def _edits(bodies: list[Any], newest: int, wanted: int) -> Iterator[dict[str, Any]]:
    """Yield row changes in pairs of change sets, of which the second takes the first back."""
    sets = -(-wanted // _ROWS_A_CHANGE)
    for number in range(sets * _ROWS_A_CHANGE - wanted, sets * _ROWS_A_CHANGE):
        change_set, place = divmod(number, _ROWS_A_CHANGE)
        pair, first_of_pair = divmod(sets - 1 - change_set, 2)
        body_id, purpose = bodies[(pair * _ROWS_A_CHANGE + place) % len(bodies)]
        values = json.dumps({"purpose": purpose}), json.dumps({"purpose": f"{purpose} {pair}"})
        before, after = values if first_of_pair else values[::-1]
        yield {
            "change_set_id": newest + 1 + change_set, "table_name": "body", "row_id": body_id,
            "before": before, "after": after,
        }  # fmt: skip


def _change_set(number: int, begun: datetime, place: int) -> dict[str, Any]:
    time = (begun + timedelta(minutes=place)).isoformat(timespec="seconds")
    return {
        "id": number, "uid": f"{number:036d}", "time": time, "author": AUTHOR,
        "label": "Correct a body", "subject": "", "kind": "edit", "target": None,
        "undone_by": None,
    }  # fmt: skip
