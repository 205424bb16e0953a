"""What things are called, by their ids, for a change told in words."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.queries.as_of import NOBODY, names_as_of
from samstyring.store import tables as t


def names_of_things(session: Session, ids: Iterable[str], *, as_of: date) -> dict[str, str]:
    """Return what the bodies, persons, rounds, seats, candidacies and mandates are called."""
    wanted = tuple(ids)
    found = {key: name.official for key, name in names_as_of(session, as_of, wanted).items()}
    for row in (t.PersonRow, t.RoundRow):
        named = session.execute(select(row.id, row.name).where(row.id.in_(wanted)))
        found.update({key: name for key, name in named})
    seats = select(t.SeatRow.id, t.SeatRow.body_id, t.SeatRow.number)
    seated = session.execute(seats.where(t.SeatRow.id.in_(wanted))).all()
    bodies = names_as_of(session, as_of, {body_id for _id, body_id, _number in seated})
    for key, body_id, number in seated:
        found[key] = f"{bodies.get(body_id, NOBODY).official} {number}"
    candidates = select(t.CandidacyRow.id, t.PersonRow.name).join(t.PersonRow)
    for key, name in session.execute(candidates.where(t.CandidacyRow.id.in_(wanted))):
        found[key] = name
    mandates = select(t.MandateRow.id, t.MandateRow.title_nb, t.MandateRow.title_nn)
    for key, bokmaal, nynorsk in session.execute(mandates.where(t.MandateRow.id.in_(wanted))):
        found[key] = bokmaal or nynorsk
    versions = select(t.MandateVersionRow.id, t.MandateVersionRow.number)
    for key, version in session.execute(versions.where(t.MandateVersionRow.id.in_(wanted))):
        found[key] = version
    return found
