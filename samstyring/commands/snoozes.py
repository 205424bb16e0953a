"""Commands on the list of work: put a finding off, take it up again, and say what is long."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.domain.errors import RuleError
from samstyring.domain.findings import CareLimits
from samstyring.domain.ids import new_id
from samstyring.domain.text import clean_line
from samstyring.language import N_, _
from samstyring.store import tables as t


@command(N_("Put off until later"))
def put_off(
    session: Session,
    finding_id: str,
    until: date,
    *,
    on_day: date,
    by_whom: str = "",
    subject: str = "",
) -> None:
    """Leave a finding out of the list of work until a day, on which it is shown again.

    ``subject`` is the finding in words, for the journal. RuleError unless the day is after
    ``on_day``, the day it is put off.
    """
    if until <= on_day:
        raise RuleError(_("Choose a day that is still to come."))
    about(session, clean_line(subject))
    row = _row(session, finding_id)
    if row is None:
        row = t.SnoozeRow(id=new_id(), finding=finding_id)
        session.add(row)
    row.until, row.by_whom = until.isoformat(), clean_line(by_whom)


@command(N_("Take up again"))
def take_up(session: Session, finding_id: str, *, subject: str = "") -> None:
    """Show a finding that was put off again; one that was not is left as it is."""
    row = _row(session, finding_id)
    if row is not None:
        about(session, clean_line(subject))
        session.delete(row)


@command(N_("Change what counts as long"))
def set_care_limits(session: Session, limits: CareLimits) -> None:
    """Keep how many months facts may stand unverified and mandates unrevised.

    RuleError for a number of months that is no limit.
    """
    limits.check()
    about(session, _("facts and mandates"))
    for name in ("verify_months", "revise_months"):
        row = session.get(t.FileSettingRow, name)
        if row is None:
            row = t.FileSettingRow(id=name)
            session.add(row)
        row.value = str(getattr(limits, name))


def _row(session: Session, finding_id: str) -> t.SnoozeRow | None:
    return session.scalar(select(t.SnoozeRow).where(t.SnoozeRow.finding == finding_id))
