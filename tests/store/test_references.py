"""What hangs on a row is found from the keys, so that none is forgotten."""

from sqlalchemy.orm import Session

from samstyring.commands.bodies import delete_body
from samstyring.commands.command import command
from samstyring.domain.ids import new_id
from samstyring.store import tables as t
from samstyring.store.references import hanging_on, pointers_at
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_person,
    a_seat,
    an_appointment,
    rows,
    state,
    the_row,
)


@command("Add a source")
def add_source(session: Session, target_id: str) -> None:
    """Say where a fact comes from."""
    row = t.SourceRow(id=new_id(), target_id=target_id, title="Vedtak", address="", seen_on="")
    row.verified_on, row.verified_by = "", ""
    session.add(row)


def test_that_every_key_between_tables_is_a_pointer() -> None:
    keys = {
        (table.name, key.parent.name, key.column.table.name)
        for table in t.Row.metadata.tables.values()
        for key in table.foreign_keys
        if table.name in t.TRACKED
    }
    pointers = {
        (pointer.row.__tablename__, pointer.column, name)
        for name in t.TRACKED
        for pointer in pointers_at(name)
    }
    assert pointers == keys


def test_that_what_may_stand_alone_only_loses_its_pointer(workspace: Workspace) -> None:
    body_id = a_body(workspace, "Digi Agder")
    elsewhere = a_seat(workspace, represents_id=body_id)
    own = a_seat(workspace, body_id)
    appointment_id = an_appointment(workspace, own, a_person(workspace))

    def found(session: Session) -> tuple[set[str], set[tuple[str, str]]]:
        hanging = hanging_on(session, session.get_one(t.BodyRow, body_id))
        return (
            {row.id for row in hanging.rows if not isinstance(row, t.BodyNameRow)},
            {(row.id, column) for row, column in hanging.emptied},
        )

    assert workspace.read(found) == ({own, appointment_id}, {(elsewhere, "represents_id")})


def test_that_sources_go_with_what_they_are_about_however_deep(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    seat_id = a_seat(workspace, body_id)
    kept = a_body(workspace, "KS")
    for target in (body_id, seat_id, an_appointment(workspace, seat_id), kept):
        workspace.run(add_source, target)
    before = state(workspace)
    workspace.run(delete_body, body_id)
    assert the_row(workspace, t.SourceRow)["target_id"] == kept
    workspace.undo()
    assert state(workspace) == before


def test_that_rows_that_point_at_each_other_are_deleted_once(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    first = a_seat(workspace, body_id, represents_id=body_id)
    a_seat(workspace, body_id, substitute_for_id=first)
    a_candidacy(workspace, first, by_id=body_id)
    before = state(workspace)
    workspace.run(delete_body, body_id)
    assert rows(workspace, t.SeatRow) == rows(workspace, t.CandidacyRow) == []
    workspace.undo()
    assert state(workspace) == before
