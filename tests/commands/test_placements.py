"""What the commands on placements do to the file."""

from samstyring.commands.placements import clear_placements, place_body
from samstyring.domain.errors import NotFoundError
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, rows, the_row
from tests.commands.conftest import Refused


def test_that_a_body_has_one_place_in_a_view(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    workspace.run(place_body, "graph", body_id, 10, 20)
    workspace.run(place_body, "graph", body_id, 0, -0.5)
    row = the_row(workspace, t.PlacementRow)
    assert (row["view"], row["x"], row["y"]) == ("graph", 0.0, -0.5)
    workspace.undo()
    row = the_row(workspace, t.PlacementRow)
    assert (row["x"], row["y"]) == (10.0, 20.0)


def test_that_tidying_a_view_leaves_the_others(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    for view in ("graph", "flows"):
        workspace.run(place_body, view, body_id, 1, 1)
    workspace.run(clear_placements, "graph")
    assert the_row(workspace, t.PlacementRow)["view"] == "flows"
    workspace.undo()
    assert len(rows(workspace, t.PlacementRow)) == 2


def test_that_a_body_that_is_gone_is_not_placed(refused: Refused) -> None:
    refused(NotFoundError, "no longer in the file", place_body, "graph", "gone", 0, 0)
