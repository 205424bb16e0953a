"""Answers are kept until what they were read from changes, and reading aside holds nobody."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from samstyring.commands.people import PersonFacts, correct_person
from samstyring.domain.bodies import BodyKind
from samstyring.domain.errors import RuleError
from samstyring.domain.words import word
from samstyring.language import set_language
from samstyring.store import tables as t
from samstyring.store.engine import memory_engine
from samstyring.store.memory import Memory
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person


def names_of_people(session: Session) -> tuple[str, ...]:
    """Return the names of all persons, in order."""
    return tuple(session.scalars(select(t.PersonRow.name).order_by(t.PersonRow.name)))


def bodies_when_there_are_people(session: Session) -> tuple[str, ...]:
    """Return the ids of all bodies, if there is anybody at all."""
    if session.scalar(select(t.PersonRow.id).limit(1)) is None:
        return ()
    return tuple(session.scalars(select(t.BodyRow.id)))


def a_kind_in_words(session: Session) -> tuple[str, ...]:
    """Return what a kind of body is called, for those there are."""
    return tuple(word(BodyKind(kind)) for kind in session.scalars(select(t.BodyRow.kind)))


def ids_by_name(session: Session) -> dict[str, str]:
    """Return the ids of persons by name."""
    row = t.PersonRow
    return {name: person_id for name, person_id in session.execute(select(row.name, row.id))}


def test_that_nothing_is_read_twice_while_nothing_changes(workspace: Workspace) -> None:
    a_person(workspace, "Kari")
    first = workspace.recall(names_of_people)
    assert first == ("Kari",)
    assert workspace.recall(names_of_people) is first


def test_that_a_change_of_something_else_leaves_an_answer_standing(workspace: Workspace) -> None:
    a_person(workspace, "Kari")
    first = workspace.recall(names_of_people)
    a_body(workspace)
    assert workspace.recall(names_of_people) is first


def test_that_an_edit_its_undo_and_its_redo_are_seen(workspace: Workspace) -> None:
    person = a_person(workspace, "Kari")
    assert workspace.recall(names_of_people) == ("Kari",)
    workspace.run(correct_person, person, PersonFacts("Berit"))
    assert workspace.recall(names_of_people) == ("Berit",)
    workspace.undo()
    assert workspace.recall(names_of_people) == ("Kari",)
    workspace.redo()
    assert workspace.recall(names_of_people) == ("Berit",)


def test_that_a_table_counts_that_decided_whether_another_was_read(workspace: Workspace) -> None:
    body = a_body(workspace)
    assert workspace.recall(bodies_when_there_are_people) == ()
    a_person(workspace)
    assert workspace.recall(bodies_when_there_are_people) == (body,)
    other = a_body(workspace, "KS")
    assert set(workspace.recall(bodies_when_there_are_people)) == {body, other}


def test_that_what_was_read_before_the_file_was_settled_is_read_again(
    workspace: Workspace,
) -> None:
    a_person(workspace, "Kari")
    first = workspace.recall(names_of_people)
    workspace.settle()
    assert workspace.recall(names_of_people) is not first


def test_that_an_answer_is_of_the_language_it_was_asked_in(workspace: Workspace) -> None:
    a_body(workspace, kind=BodyKind.COUNCIL)
    english = workspace.recall(a_kind_in_words)
    set_language("nb")
    assert workspace.recall(a_kind_in_words) == ("råd",)
    set_language("en")
    assert workspace.recall(a_kind_in_words) == english == ("council",)


def test_that_nobody_can_change_what_is_remembered(workspace: Workspace) -> None:
    a_person(workspace, "Kari")
    workspace.recall(ids_by_name).clear()
    assert set(workspace.recall(ids_by_name)) == {"Kari"}


def test_that_what_is_asked_with_a_list_is_answered_too(workspace: Workspace) -> None:
    def with_names(session: Session, wanted: list[str]) -> tuple[str, ...]:
        return tuple(name for name in names_of_people(session) if name in wanted)

    a_person(workspace, "Kari")
    assert workspace.recall(with_names, ["Kari", "Ola"]) == ("Kari",)


def test_that_a_file_for_reading_is_read_each_time_since_another_may_write(file: Path) -> None:
    workspace = Workspace.open(file, read_only=True)
    try:
        first = workspace.recall(names_of_people)
        assert workspace.recall(names_of_people) == first
        assert workspace.recall(names_of_people) is not first
    finally:
        workspace.close()


def numbers(_session: Session, first: int) -> tuple[int, ...]:
    """Return nine numbers, which count for ten records."""
    return tuple(range(first, first + 9))


@pytest.fixture
def engine() -> Iterator[Engine]:
    """A database in memory with nothing in it."""
    engine = memory_engine()
    yield engine
    engine.dispose()


def test_that_what_was_asked_for_longest_ago_is_let_go(engine: Engine) -> None:
    memory = Memory(engine, capacity=25)
    first, second = (memory.recall(numbers, (start,), {}) for start in (0, 100))
    assert memory.recall(numbers, (0,), {}) is first
    memory.recall(numbers, (200,), {})
    assert memory.recall(numbers, (0,), {}) is first
    assert memory.recall(numbers, (100,), {}) is not second


def test_that_what_is_larger_than_all_room_is_answered_all_the_same(engine: Engine) -> None:
    memory = Memory(engine, capacity=5)
    for _time in range(2):
        assert memory.recall(numbers, (7,), {}) == tuple(range(7, 16))


def test_that_an_error_is_not_remembered(workspace: Workspace) -> None:
    def refused(session: Session) -> tuple[str, ...]:
        if not (found := names_of_people(session)):
            raise RuleError("nobody")
        return found

    with pytest.raises(RuleError):
        workspace.recall(refused)
    a_person(workspace, "Kari")
    assert workspace.recall(refused) == ("Kari",)


def test_that_reading_aside_lets_others_write_and_gives_way(file: Path) -> None:
    workspace = Workspace.open(file)

    def slow(session: Session) -> tuple[str, ...]:
        before = names_of_people(session)
        a_person(workspace, "Berit")  # would wait for the end of this reading, and give up
        return (*before, *names_of_people(session))

    try:
        assert workspace.recall_aside(slow) is None
        assert "Berit" in workspace.read(names_of_people)
    finally:
        workspace.close()


def test_that_reading_aside_is_void_when_the_last_thing_read_was_before_a_change(
    file: Path,
) -> None:
    workspace = Workspace.open(file)

    def slow(session: Session) -> tuple[str, ...]:
        found = names_of_people(session)
        a_person(workspace, "Berit")
        return found

    try:
        assert workspace.recall_aside(slow) is None
    finally:
        workspace.close()


def test_that_what_was_read_aside_is_remembered(file: Path) -> None:
    workspace = Workspace.open(file)
    try:
        found = workspace.recall_aside(names_of_people)
        assert found
        assert workspace.recall(names_of_people) is found
        assert workspace.recall_aside(names_of_people) is found
    finally:
        workspace.close()


def test_that_threads_may_ask_while_another_writes(file: Path) -> None:
    workspace = Workspace.open(file)
    wrong: list[tuple[str, ...]] = []
    done = threading.Event()

    def ask() -> None:
        seen = 0
        while not done.is_set():
            found = workspace.recall(names_of_people)
            if len(found) < seen:  # persons are only added: fewer would be an older answer
                wrong.append(found)
            seen = len(found)

    asking = [threading.Thread(target=ask) for _thread in range(2)]
    try:
        for thread in asking:
            thread.start()
        for number in range(10):
            a_person(workspace, f"Kari {number}")
            assert f"Kari {number}" in workspace.recall(names_of_people)
    finally:
        done.set()
        for thread in asking:
            thread.join()
        workspace.close()
    assert not wrong
