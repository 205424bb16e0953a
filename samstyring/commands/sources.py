"""Commands on sources: where a fact comes from, and that it was verified."""

from sqlalchemy.orm import Session

from samstyring.commands.bodies import checked_name
from samstyring.commands.command import about, command, the
from samstyring.domain.ids import new_id
from samstyring.domain.periods import PartialDate, iso_or_none
from samstyring.domain.text import clean_line
from samstyring.language import N_
from samstyring.store import tables as t


@command(N_("Add a source"))
def add_source(
    session: Session,
    target_id: str,
    title: str,
    *,
    address: str = "",
    seen_on: PartialDate | None = None,
    verified_on: PartialDate | None = None,
    verified_by: str = "",
) -> str:
    """Say where a fact comes from and return the source's id; any row can be the target.

    ``seen_on`` is when the source was read, ``verified_on`` when the fact was last found to
    hold. RuleError for a source without a title.
    """
    about(session, checked_name(title))
    row = t.SourceRow(
        id=new_id(), target_id=target_id, title=checked_name(title), address=clean_line(address),
        seen_on=iso_or_none(seen_on) or "", verified_on=iso_or_none(verified_on) or "",
        verified_by=clean_line(verified_by),
    )  # fmt: skip
    session.add(row)
    return row.id


@command(N_("Correct a source"))
def correct_source(
    session: Session,
    source_id: str,
    title: str,
    *,
    address: str = "",
    seen_on: PartialDate | None = None,
) -> None:
    """Correct what a source is, where it is and when it was read; what was verified stands."""
    row = the(session, t.SourceRow, source_id)
    about(session, checked_name(title))
    row.title, row.address = checked_name(title), clean_line(address)
    row.seen_on = iso_or_none(seen_on) or ""


@command(N_("Verify a fact"))
def verify_fact(session: Session, source_id: str, on_day: PartialDate, by: str) -> None:
    """Write that the fact of a source was found to hold on a day, and by whom."""
    row = the(session, t.SourceRow, source_id)
    about(session, row.title)
    row.verified_on, row.verified_by = on_day.iso, checked_name(by)


@command(N_("Delete a source"))
def delete_source(session: Session, source_id: str) -> None:
    """Delete a source that should not have stood there."""
    row = the(session, t.SourceRow, source_id)
    about(session, row.title)
    session.delete(row)
