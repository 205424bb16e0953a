"""The regional networks there are on a day, by name."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import BodyKind
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.store import tables as t


def networks_as_of(session: Session, *, as_of: date) -> dict[str, str]:
    """Return the name of each regional network that there is that day, by its id."""
    body = t.BodyRow
    statement = select(body.id).where(
        body.kind == BodyKind.REGIONAL_NETWORK.value, alive(body, as_of)
    )
    ids = list(session.scalars(statement))
    names = names_as_of(session, as_of, ids)
    return {body_id: names.get(body_id, NOBODY).official for body_id in ids}
