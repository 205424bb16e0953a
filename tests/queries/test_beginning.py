"""What a file has begun to hold: bodies of one's own, seats, persons."""

from samstyring.domain.bodies import BodyKind
from samstyring.queries.beginning import Beginning, beginning
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, a_seat


def test_that_municipalities_are_no_beginning(workspace: Workspace) -> None:
    a_body(workspace, "Steinkjer", kind=BodyKind.MUNICIPALITY)
    a_body(workspace, "Trøndelag", kind=BodyKind.COUNTY_MUNICIPALITY)
    assert workspace.read(beginning) == Beginning()


def test_that_it_is_begun_when_there_is_some_of_each(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    assert workspace.read(beginning) == Beginning(body_id)
    a_seat(workspace, body_id)
    assert workspace.read(beginning) == Beginning(body_id, seats=True)
    a_person(workspace)
    assert workspace.read(beginning).begun
    workspace.undo()
    assert not workspace.read(beginning).begun
