"""The command that asks a candidate and notes that the privacy notice was given with it."""

from datetime import date

from sqlalchemy.orm import Session

from samstyring.commands.command import command, the
from samstyring.commands.nomination_steps import about_candidacy, take_step
from samstyring.commands.people import give_privacy_notice
from samstyring.domain.nominations import StepKind
from samstyring.domain.periods import PartialDate
from samstyring.language import N_
from samstyring.store import tables as t


@command(N_("Ask a candidate and give the privacy notice"))
def ask_with_notice(
    session: Session,
    candidacy_id: str,
    on_day: date,
    *,
    notice_on: PartialDate,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> None:
    """Write that the candidate was asked, and when the notice was given; as ``take_step``."""
    row = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, row)
    take_step(
        session, candidacy_id, StepKind.ASKED, on_day,
        by_whom=by_whom, note=note, decision=decision,
    )  # fmt: skip
    give_privacy_notice(session, row.person_id, notice_on)
