"""What is mended after a change is what would be read afresh, whatever the change."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from samstyring.queries.bodies import body_lines
from samstyring.queries.history import journal_lines
from samstyring.queries.mending import MOST_TOUCHED
from samstyring.queries.municipalities import municipality_lines
from samstyring.queries.people import person_lines
from samstyring.queries.seats import seat_lines, seats_held_from
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, rows
from tests.edits import THEN, TODAY, Edits, a_register, add_people

STEPS = 40


def questions(workspace: Workspace) -> Iterator[tuple[Callable[..., Any], dict[str, Any]]]:
    """Return what pages ask, about both days."""
    things = [
        str(row["id"]) for table in (t.BodyRow, t.PersonRow) for row in rows(workspace, table)
    ]
    for as_of in (TODAY, THEN):
        yield body_lines, {"as_of": as_of}
        yield body_lines, {"as_of": as_of, "municipalities": False}
        yield person_lines, {"as_of": as_of}
        yield municipality_lines, {"as_of": as_of}
        yield seat_lines, {"as_of": as_of}
    yield journal_lines, {}
    yield journal_lines, {"limit": 3}
    for thing in things[:4]:
        yield journal_lines, {"of": thing}
        yield journal_lines, {"of": thing, "limit": 2}


def ways(workspace: Workspace) -> Iterator[tuple[str, Any, Any]]:
    """Return each question with what is remembered for an answer, and what is read."""
    for query, asked in questions(workspace):
        remembered, read = (
            partial(way, query, **asked) for way in (workspace.recall, workspace.read)
        )
        yield f"{query.__name__} {asked}", remembered(), read()


@pytest.mark.parametrize("seed", range(6))
def test_that_what_is_mended_is_what_would_be_read(workspace: Workspace, seed: int) -> None:
    a_register(workspace)
    edits, done = Edits(workspace, seed), list[str]()
    for step in range(STEPS):
        done.append(edits.step())
        if step % (1 + seed % 3) == 0:  # sometimes several changes are mended at once
            for question, remembered, read in ways(workspace):
                assert remembered == read, (question, done)


def test_that_edits_at_random_are_of_many_kinds_and_mostly_carried_out(
    workspace: Workspace,
) -> None:
    a_register(workspace)
    edits = Edits(workspace, 1)
    done = [edits.step() for _step in range(3 * STEPS)]
    carried_out = {step for step in done if ":" not in step}
    assert len(carried_out) > 9, done
    assert sum(step in carried_out for step in done) > len(done) / 2, done


def test_that_a_change_of_very_much_is_read_afresh(workspace: Workspace) -> None:
    body = a_body(workspace)
    assert workspace.recall(person_lines, as_of=TODAY) == ()
    workspace.run(add_people, tuple(f"Nr. {n}" for n in range(MOST_TOUCHED + 1)), body)
    assert len(workspace.recall(person_lines, as_of=TODAY)) == MOST_TOUCHED + 1


def test_that_the_seats_of_those_who_work_somewhere_are_those_of_all_seats(
    workspace: Workspace,
) -> None:
    a_register(workspace)
    edits = Edits(workspace, 7)
    for _step in range(STEPS):
        edits.step()
    for body in rows(workspace, t.BodyRow):
        held = workspace.read(seats_held_from, body["id"], as_of=TODAY)
        everyone = workspace.read(seat_lines, as_of=TODAY)
        assert held == tuple(line for line in everyone if line.employer_id == body["id"])
