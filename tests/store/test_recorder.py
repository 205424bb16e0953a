"""The recorder writes down what a command changed, and refuses what it could not see."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from samstyring.commands.command import command
from samstyring.domain.changes import RowChange
from samstyring.store import journal, recorder
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, journal_length, rows, state, the_row


def _changes(workspace: Workspace) -> tuple[RowChange, ...]:
    newest = max(row["id"] for row in rows(workspace, t.ChangeSetRow))
    return workspace.read(journal.rows_of, newest)


@command("Touch")
def touch(session: Session, do: Callable[[Session], Any]) -> None:
    """Do something to the session, as a command of its own."""
    do(session)


def test_that_an_entry_says_who_what_and_to_whom(workspace: Workspace) -> None:
    a_body(workspace, "KS")
    entry = the_row(workspace, t.ChangeSetRow)
    assert (entry["author"], entry["label"], entry["subject"]) == ("test", "Add a body", "KS")
    assert (entry["kind"], entry["target"], entry["undone_by"]) == ("edit", None, None)
    assert entry["time"].endswith("+00:00")


def test_that_values_that_are_nothing_are_written_down_too(workspace: Workspace) -> None:
    body_id = a_body(workspace, term_months=24)

    def empty(session: Session) -> None:
        body = session.get_one(t.BodyRow, body_id)
        body.term_months, body.ends_soon_days = None, 0

    workspace.run(touch, empty)
    assert _changes(workspace) == (
        RowChange(
            "body",
            body_id,
            {"ends_soon_days": 90, "term_months": 24},
            {"ends_soon_days": 0, "term_months": None},
        ),
    )


def test_that_a_value_that_was_not_loaded_is_known_all_the_same(workspace: Workspace) -> None:
    body_id = a_body(workspace)

    def blindly(session: Session) -> None:
        body = session.get_one(t.BodyRow, body_id)
        session.expire(body)
        body.ends_soon_days = 30

    workspace.run(touch, blindly)
    (change,) = _changes(workspace)
    assert (change.before, change.after) == ({"ends_soon_days": 90}, {"ends_soon_days": 30})


def test_that_a_row_deleted_and_made_again_is_a_change_of_it(workspace: Workspace) -> None:
    person_id = a_person(workspace, "Ola")
    before = state(workspace)

    def again(session: Session) -> None:
        session.delete(session.get_one(t.PersonRow, person_id))
        session.add(
            t.PersonRow(
                id=person_id, name="Kari", gender="not_stated", privacy_notice_on="", note=""
            )
        )

    workspace.run(touch, again)
    assert _changes(workspace) == (
        RowChange("person", person_id, {"name": "Ola"}, {"name": "Kari"}),
    )
    workspace.undo()
    assert state(workspace) == before


@pytest.mark.parametrize(
    "statement",
    [
        update(t.PersonRow).values(name="X"),
        delete(t.PersonRow),
        insert(t.PersonRow).values(id="x", name="X"),
    ],
)
def test_that_a_bulk_statement_is_refused(statement: Any, workspace: Workspace) -> None:
    a_person(workspace)
    before, entries = state(workspace), journal_length(workspace)
    with pytest.raises(AssertionError, match="bypasses the recorder"):
        workspace.run(touch, lambda session: session.execute(statement))
    assert (state(workspace), journal_length(workspace)) == (before, entries)


def test_that_every_column_but_id_and_version_is_recorded() -> None:
    for table, row in t.TRACKED.items():
        assert set(recorder.FIELDS[table]) == set(row.__table__.columns.keys()) - {"id", "version"}
        for field in recorder.FIELDS[table]:
            assert getattr(row, field).impl.active_history, (table, field)


def test_that_nothing_in_the_tables_happens_behind_the_recorder() -> None:
    for table in t.Row.metadata.tables.values():
        for column in table.columns:
            assert column.server_default is None, column
        for key in table.foreign_keys:
            assert key.ondelete is None, key
            assert (key.deferrable, key.initially) == (True, "DEFERRED"), key
