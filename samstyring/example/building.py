"""Builds the example: a whole file made with the program's own commands."""

from datetime import date
from pathlib import Path

from samstyring.example.bodies import compose_bodies
from samstyring.example.flows import compose_flows
from samstyring.example.keys import reference_keys
from samstyring.example.mandates import compose_mandates
from samstyring.example.people import compose_people, compose_seats
from samstyring.example.reference import reference, set_up_new
from samstyring.example.rounds import compose_rounds, put_forward_last
from samstyring.example.rules import compose_rules
from samstyring.example.views import compose_views
from samstyring.workspace import Workspace

AUTHOR = "samstyring"


def build_example(path: Path, today: date) -> None:
    """Make the example at ``path`` as it stands on ``today``, and close it.

    StoreError if a file is there already. If it cannot be made whole, no file is left.
    """
    workspace = Workspace.create(path, author=AUTHOR)
    try:
        fill(workspace, today)
    except BaseException:
        workspace.close()
        path.unlink()
        raise
    workspace.close()


def fill(workspace: Workspace, today: date) -> dict[str, str]:
    """Put the whole example into an empty file; return ids by the example's own keys.

    All but the last steps are its foundation, which undo does not reach.
    """
    read = reference()
    keys = reference_keys(read, set_up_new(workspace))
    ids = workspace.run(compose_bodies, keys, read, today)
    workspace.run(compose_mandates, ids, today)
    ids = workspace.run(compose_people, ids)
    ids = workspace.run(compose_seats, ids, today)
    workspace.run(compose_rules, ids, today)
    workspace.run(compose_flows, ids, today)
    workspace.run(compose_views, ids)
    rounds = workspace.run(compose_rounds, ids, today)
    workspace.settle()
    put_forward_last(workspace, ids, rounds, today)
    return ids
