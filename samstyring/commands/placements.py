"""Commands on placements: where a person put a body in a view, and tidying up."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.bodies import name_of
from samstyring.commands.command import about, command
from samstyring.domain.ids import new_id
from samstyring.language import N_
from samstyring.store import tables as t


@command(N_("Place a body in the graph"))
def place_body(session: Session, view: str, body_id: str, x: float, y: float) -> None:
    """Keep a body at a place in a view, in scene units."""
    about(session, lambda: name_of(session, body_id))
    statement = select(t.PlacementRow).where(
        t.PlacementRow.view == view, t.PlacementRow.body_id == body_id
    )
    row = session.scalar(statement)
    if row is None:
        row = t.PlacementRow(id=new_id(), view=view, body_id=body_id)
        session.add(row)
    row.x, row.y = float(x), float(y)


@command(N_("Tidy the graph"))
def clear_placements(session: Session, view: str) -> None:
    """Forget every place a person chose in a view, so that the layout decides again."""
    for row in session.scalars(select(t.PlacementRow).where(t.PlacementRow.view == view)):
        session.delete(row)
