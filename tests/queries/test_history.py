"""The journal: newest first, of one thing also when it is gone, and what each change did."""

import sqlite3

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from samstyring.commands.bodies import correct_body, delete_body
from samstyring.commands.command import command
from samstyring.commands.people import PersonFacts, correct_person, delete_person
from samstyring.domain.bodies import BodyFacts, BodyKind, Level
from samstyring.domain.changes import ChangeKind
from samstyring.queries.history import change_rows, journal_lines
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, a_seat, an_appointment


def told(workspace: Workspace, of: str | None = None) -> list[str]:
    """Return the names of the lines of the journal, newest first."""
    return [line.name for line in workspace.read(journal_lines, of=of)]


def test_that_the_journal_is_newest_first_with_what_and_whom(workspace: Workspace) -> None:
    a_body(workspace, "KS")
    a_person(workspace, "Kari")
    assert told(workspace) == ["Add a person: Kari", "Add a body: KS"]
    newest = workspace.read(journal_lines)[0]
    assert (newest.author, newest.kind, newest.undone) == ("test", ChangeKind.EDIT, False)


def test_that_no_more_lines_than_asked_for_are_read(workspace: Workspace) -> None:
    for name in ("A", "B", "C"):
        a_person(workspace, name)
    lines = workspace.read(journal_lines, limit=2)
    assert [line.subject for line in lines] == ["C", "B"]


def test_that_a_long_journal_can_be_read_whole(workspace: Workspace) -> None:
    @command("Write a long journal")
    def fill(session: Session) -> None:
        entry = {"time": "2026-01-01T00:00:00+00:00", "author": "", "label": "", "subject": ""}
        lines = [{**entry, "uid": str(number), "kind": "edit"} for number in range(2_000)]
        session.connection().execute(insert(t.ChangeSetRow), lines)

    def whole(session: Session) -> int:
        connection = session.connection().connection.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)
        return len(journal_lines(session, limit=1_000_000))

    workspace.run(fill)
    assert workspace.read(whole) == 2_000


def test_that_the_journal_of_a_thing_holds_what_points_at_it(workspace: Workspace) -> None:
    kari, ola = a_person(workspace, "Kari"), a_person(workspace, "Ola")
    seat = a_seat(workspace, a_body(workspace, "KS"))
    an_appointment(workspace, seat, kari)
    assert told(workspace, kari) == ["Fill a seat: Kari, KS 1", "Add a person: Kari"]
    assert told(workspace, ola) == ["Add a person: Ola"]
    assert told(workspace, seat) == ["Fill a seat: Kari, KS 1", "Add a seat: KS, member"]


def test_that_the_journal_of_a_thing_that_is_gone_can_be_read(workspace: Workspace) -> None:
    kari = a_person(workspace, "Kari", email="kari@example.org")
    workspace.run(correct_person, kari, PersonFacts("Kari Nordmann"))
    workspace.run(delete_person, kari)
    assert told(workspace, kari) == [
        "Delete a person: Kari Nordmann",
        "Correct a person: Kari Nordmann",
        "Add a person: Kari",
    ]


def test_that_what_went_with_a_thing_is_in_its_journal(workspace: Workspace) -> None:
    body = a_body(workspace, "KS")
    seat = a_seat(workspace, body)
    workspace.run(delete_body, body)
    assert told(workspace, seat)[0] == "Delete a body: KS"


def test_that_what_was_undone_is_marked_and_the_undoing_is_a_line(workspace: Workspace) -> None:
    kari = a_person(workspace, "Kari")
    workspace.undo()
    undoing, edit = workspace.read(journal_lines, of=kari)
    assert (undoing.kind, undoing.undone) == (ChangeKind.UNDO, False)
    assert (edit.kind, edit.undone) == (ChangeKind.EDIT, True)
    workspace.redo()
    redoing, _undoing, edit = workspace.read(journal_lines, of=kari)
    assert (redoing.kind, edit.undone) == (ChangeKind.REDO, False)


@pytest.mark.parametrize("of", ["%", "_", "no such id", "' OR 1=1 --"])
def test_that_what_is_no_id_has_no_journal(workspace: Workspace, of: str) -> None:
    a_seat(workspace)
    assert told(workspace, of) == []


def test_that_a_change_can_be_read_row_by_row(workspace: Workspace) -> None:
    body = a_body(workspace, "KS")
    workspace.run(correct_body, body, BodyFacts(BodyKind.COMMITTEE, Level.NATIONAL))
    newest, oldest = workspace.read(journal_lines)
    (changed,) = workspace.read(change_rows, newest.id)
    assert (changed.table, changed.row_id) == ("body", body)
    assert (changed.before, changed.after) == ({"kind": "council"}, {"kind": "committee"})
    added = workspace.read(change_rows, oldest.id)
    assert {row.table for row in added} == {"body", "body_name"}
    assert all(row.before is None for row in added)
    assert (newest.rows, oldest.rows) == (1, 2)
