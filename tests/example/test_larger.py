"""The example made larger, to measure with."""

from collections import Counter
from collections.abc import Iterator

import pytest

from samstyring.example.larger import build_larger
from samstyring.queries.bodies import body_lines
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import rows, state
from tests.example.conftest import TODAY


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Open the example made twice as large."""
    path = tmp_path_factory.mktemp("larger") / "larger.samstyring"
    build_larger(path, TODAY, times=2)
    opened = Workspace.open(path)
    yield opened
    opened.close()


def test_that_seats_and_journal_grow_in_proportion(twice: Workspace) -> None:
    sets = rows(twice, t.ChangeSetRow)
    edits = {row["id"] for row in sets if row["kind"] in ("edit", "foundation")}
    journal = sum(row["change_set_id"] in edits for row in rows(twice, t.ChangeRowRow))
    seats, people = len(rows(twice, t.SeatRow)), len(rows(twice, t.PersonRow))
    assert (seats, people, journal) == (1_000, 360, 12_000)


def test_that_municipalities_are_there_once(twice: Workspace) -> None:
    lines = twice.read(body_lines, as_of=TODAY)
    kinds = Counter(line.kind.value for line in lines)
    assert kinds["municipality"] == 357
    assert {"DigiVestland", "DigiVestland 2"} <= {line.name for line in lines}


def test_that_a_copy_holds_together_by_itself(twice: Workspace, example: Workspace) -> None:
    bodies = {row["id"] for row in rows(twice, t.BodyRow) if row["id"].startswith("0002")}
    seats = [row for row in rows(twice, t.SeatRow) if row["id"].startswith("0002")]
    assert len(seats) == len(rows(example, t.SeatRow))
    assert {row["body_id"] for row in seats} <= bodies


def test_that_no_seat_has_the_number_of_another(twice: Workspace) -> None:
    numbers = Counter((row["body_id"], row["number"]) for row in rows(twice, t.SeatRow))
    assert max(numbers.values()) == 1


def test_that_the_newest_edits_can_be_undone(twice: Workspace) -> None:
    before = state(twice)
    for _step in range(2):
        assert twice.undo() is not None
    assert state(twice) == before, "the second took the first back"
    for _step in range(2):
        assert twice.redo() is not None
    assert state(twice) == before
