"""The structure and its seats on two days, for what differs between them."""

from datetime import date

from sqlalchemy.orm import Session

from samstyring.domain.difference import TwoDays
from samstyring.queries.org import org_snapshot
from samstyring.queries.seats import seat_lines


def two_days(session: Session, *, before: date, after: date, view: str = "") -> TwoDays:
    """Return what stood on both days; placements are those of the view, as on the last day."""
    return TwoDays(
        org_snapshot(session, as_of=before),
        org_snapshot(session, as_of=after, view=view),
        seat_lines(session, as_of=before),
        seat_lines(session, as_of=after),
    )
