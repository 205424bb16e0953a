"""One open database: what is run is told, refused whole, taken back and done again."""

import getpass
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from samstyring.commands.bodies import delete_body
from samstyring.commands.command import command
from samstyring.commands.people import (
    PersonFacts,
    add_employment,
    add_person,
    correct_person,
    delete_person,
)
from samstyring.domain.changes import ChangeKind, ChangeSet
from samstyring.domain.errors import ConflictError, NotFoundError, ReadOnlyError, RuleError
from samstyring.domain.ids import new_id
from samstyring.store import tables as t
from samstyring.workspace import UndoState, Workspace
from tests.builders import a_body, a_person, journal_length, rows, state, the_row


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Open a new file in memory."""
    opened = Workspace.in_memory()
    yield opened
    opened.close()


def opens_read_only(path: Path) -> bool:
    """Say whether the file can only be read now."""
    workspace = Workspace.open(path)
    workspace.close()
    return workspace.read_only


@command("Do as told")
def do(session: Session, what: Any) -> Any:
    """Call what is given with the session."""
    return what(session)


def _nameless(session: Session) -> None:
    session.add(t.PersonRow(id=new_id(), name=None, gender="", privacy_notice_on="", note=""))


def test_that_a_command_returns_and_tells_what_it_changed(workspace: Workspace) -> None:
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    person_id = workspace.run(add_person, PersonFacts("Ola"))
    (change,) = told
    assert (change.label, change.subject, change.author) == ("Add a person", "Ola", "test")
    assert change.kind is ChangeKind.EDIT
    assert change.touches("person")
    assert not change.touches("body")
    assert [row.row_id for row in change.rows] == [person_id]


def test_that_listeners_hear_of_it_when_it_stands_in_the_file(workspace: Workspace) -> None:
    seen: list[int] = []
    workspace.subscribe(lambda _change: seen.append(len(rows(workspace, t.PersonRow))))
    a_person(workspace)
    workspace.undo()
    workspace.redo()
    assert seen == [1, 0, 1]


def test_that_a_listener_that_stops_hears_no_more(workspace: Workspace) -> None:
    told: list[ChangeSet] = []
    stop = workspace.subscribe(told.append)
    stop()
    a_person(workspace)
    assert told == []


def test_that_what_changes_nothing_is_neither_told_nor_written(workspace: Workspace) -> None:
    person_id = a_person(workspace, "Ola")
    told: list[ChangeSet] = []
    workspace.subscribe(told.append)
    workspace.run(correct_person, person_id, PersonFacts("Ola"))
    assert told == []
    assert journal_length(workspace) == 1


@pytest.mark.parametrize("error", [RuleError("no"), ValueError("a bug"), KeyboardInterrupt()])
def test_that_an_error_leaves_nothing_changed(error: BaseException, workspace: Workspace) -> None:
    a_person(workspace)
    before, told = state(workspace), list[ChangeSet]()
    workspace.subscribe(told.append)

    def fail_at_the_end(session: Session) -> None:
        add_person(session, PersonFacts("Ola"))
        session.flush()
        raise error

    with pytest.raises(type(error)):
        workspace.run(do, fail_at_the_end)
    assert (state(workspace), journal_length(workspace), told) == (before, 1, [])
    a_person(workspace, "Kari")
    assert len(rows(workspace, t.PersonRow)) == 2


@pytest.mark.parametrize(
    ("bug", "error"),
    [
        (_nameless, IntegrityError),
        (lambda session: session.execute(text("SELECT nothing FROM nowhere")), OperationalError),
    ],
)
def test_that_a_bug_rises_and_is_not_called_something_else(
    bug: Any, error: type, workspace: Workspace
) -> None:
    with pytest.raises(error):
        workspace.run(do, bug)
    assert journal_length(workspace) == 0


def test_that_what_points_at_nothing_is_refused_whole(workspace: Workspace) -> None:
    person_id = a_person(workspace)
    before = state(workspace)
    with pytest.raises(ConflictError, match="hangs together"):
        workspace.run(add_employment, person_id, "gone", "Sjef")
    assert state(workspace) == before


# Undo -------------------------------------------------------------------------------------------


def test_that_there_is_nothing_to_undo_in_a_new_file(workspace: Workspace) -> None:
    assert workspace.undo() is workspace.redo() is None
    assert workspace.undo_state() == UndoState("", "")
    assert journal_length(workspace) == 0


def test_that_the_menu_names_what_undo_and_redo_would_do(workspace: Workspace) -> None:
    a_person(workspace, "Ola")
    body_id = a_body(workspace, "KS")
    workspace.run(delete_body, body_id)
    workspace.undo()
    assert workspace.undo_state() == UndoState("Add a body: KS", "Delete a body: KS")


def test_that_an_undo_is_an_entry_of_its_own_that_names_its_target(workspace: Workspace) -> None:
    a_person(workspace, "Ola")
    undone, redone = workspace.undo(), workspace.redo()
    assert undone is not None
    assert redone is not None
    edit, *_later = rows(workspace, t.ChangeSetRow)
    assert [row["kind"] for row in rows(workspace, t.ChangeSetRow)] == ["edit", "undo", "redo"]
    assert undone.target == redone.target == edit["id"]
    assert (undone.label, undone.subject) == ("Add a person", "Ola")
    assert edit["undone_by"] is None


def test_that_undo_stops_at_what_was_settled(workspace: Workspace) -> None:
    a_person(workspace, "Ola")
    workspace.settle()
    before = state(workspace)
    a_person(workspace, "Kari")
    assert workspace.undo_state() == UndoState("Add a person: Kari", "", founded=True)
    workspace.undo()
    assert workspace.undo() is None
    assert state(workspace) == before
    assert workspace.redo() is not None
    kinds = [row["kind"] for row in rows(workspace, t.ChangeSetRow)]
    assert kinds == ["foundation", "edit", "undo", "redo"]


def test_that_what_was_undone_before_settling_stays_undone(workspace: Workspace) -> None:
    a_person(workspace, "Ola")
    a_person(workspace, "Kari")
    workspace.undo()
    workspace.settle()
    a_person(workspace, "Per")
    workspace.undo()
    assert workspace.undo() is None
    assert [row["name"] for row in rows(workspace, t.PersonRow)] == ["Ola"]


def _changed_behind_our_back(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(statement)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE person SET name = 'Kari'", "DELETE FROM person"],
)
def test_that_undo_takes_back_only_what_still_stands(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "a.samstyring"
    workspace = Workspace.create(path)
    person_id = a_person(workspace, "Per")
    workspace.run(correct_person, person_id, PersonFacts("Ola"))
    _changed_behind_our_back(path, statement)
    before, menu = state(workspace), workspace.undo_state()
    with pytest.raises(ConflictError, match="has been changed since"):
        workspace.undo()
    assert (state(workspace), workspace.undo_state()) == (before, menu)
    assert journal_length(workspace) == 2
    workspace.close()


def test_that_undo_of_a_deletion_is_refused_when_the_parent_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    workspace = Workspace.create(path)
    employer = a_body(workspace)
    person_id = a_person(workspace, "Ola", employer_id=employer)
    workspace.run(delete_person, person_id)
    _changed_behind_our_back(path, "DELETE FROM body")
    before = state(workspace)
    with pytest.raises(ConflictError, match="hangs together"):
        workspace.undo()
    assert state(workspace) == before
    workspace.close()


def test_that_undo_does_not_make_a_row_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    workspace = Workspace.create(path)
    person_id = a_person(workspace, "Ola")
    workspace.run(delete_person, person_id)
    _changed_behind_our_back(
        path, f"INSERT INTO person VALUES ('Kari', '', '', '', '{person_id}', 1)"
    )
    with pytest.raises(ConflictError, match="has been changed since"):
        workspace.undo()
    assert the_row(workspace, t.PersonRow)["name"] == "Kari"
    workspace.close()


# Opening and closing ----------------------------------------------------------------------------


def test_that_what_was_done_can_be_undone_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    workspace = Workspace.create(path)
    a_person(workspace, "Ola")
    workspace.close()
    workspace = Workspace.open(path)
    assert workspace.undo_state().undo == "Add a person: Ola"
    workspace.undo()
    workspace.close()
    workspace = Workspace.open(path)
    assert rows(workspace, t.PersonRow) == []
    assert workspace.undo_state() == UndoState("", "Add a person: Ola")
    workspace.close()


def test_that_a_file_opened_for_reading_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    Workspace.create(path).close()
    before = path.read_bytes()
    workspace = Workspace.open(path, read_only=True)
    assert workspace.read_only
    with pytest.raises(ReadOnlyError, match="Opened for reading"):
        workspace.run(add_person, PersonFacts("Ola"))
    for step in (workspace.undo, workspace.redo):
        with pytest.raises(ReadOnlyError):
            step()
    assert rows(workspace, t.PersonRow) == []
    workspace.close()
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_closing_twice_is_closing_once(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    first = Workspace.create(path)
    first.close()
    second = Workspace.open(path)
    first.close()
    assert opens_read_only(path)
    a_person(second)
    second.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_that_nothing_is_written_through_what_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.samstyring"
    workspace = Workspace.create(path)
    workspace.close()
    with pytest.raises(AssertionError, match="went with closing"):
        workspace.run(add_person, PersonFacts("Ola"))
    workspace = Workspace.open(path)
    assert rows(workspace, t.PersonRow) == []
    workspace.close()


def test_that_a_query_cannot_write(workspace: Workspace) -> None:
    person_id = a_person(workspace, "Ola")

    def sneak(session: Session) -> None:
        session.get_one(t.PersonRow, person_id).name = "Kari"
        session.flush()

    workspace.read(sneak)
    assert the_row(workspace, t.PersonRow)["name"] == "Ola"


def test_that_rules_and_refusals_of_a_query_reach_the_caller(workspace: Workspace) -> None:

    def ask(_session: Session) -> None:
        raise NotFoundError("There is no such body.")

    with pytest.raises(NotFoundError, match="no such body"):
        workspace.read(ask)


def test_that_changes_are_signed_with_the_name_of_who_is_logged_in(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.samstyring")
    a_person(workspace)
    assert the_row(workspace, t.ChangeSetRow)["author"] == getpass.getuser()
    workspace.close()
