"""Commands on candidates who were not chosen and are kept for the next round."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.commands.command import about, command, the
from samstyring.commands.nomination_steps import about_candidacy, standing
from samstyring.domain.ids import new_id
from samstyring.domain.kept_candidates import check_kept
from samstyring.formats import counted
from samstyring.language import N_
from samstyring.store import tables as t


@command(N_("Keep a candidate for the next round"))
def keep_candidacy(
    session: Session, candidacy_id: str, *, consent_on: date, kept_until: date
) -> str:
    """Keep one who was not appointed, with consent, until a day; return the id of what is kept.

    A candidate who is kept already is kept with the new consent instead. RuleError for a
    candidacy that stands elsewhere, or a day that is not after the consent.
    """
    row = the(session, t.CandidacyRow, candidacy_id)
    about_candidacy(session, row)
    check_kept(standing(session, candidacy_id), consent_on, kept_until)
    statement = select(t.KeptCandidacyRow).where(t.KeptCandidacyRow.candidacy_id == candidacy_id)
    kept = session.scalar(statement) or t.KeptCandidacyRow(id=new_id(), candidacy_id=candidacy_id)
    kept.consent_on, kept.kept_until = consent_on.isoformat(), kept_until.isoformat()
    session.add(kept)
    return kept.id


@command(N_("Keep a candidate no longer"))
def stop_keeping(session: Session, kept_id: str) -> None:
    """Forget that a candidate was to be kept, such as when the consent is withdrawn."""
    kept = the(session, t.KeptCandidacyRow, kept_id)
    about_candidacy(session, the(session, t.CandidacyRow, kept.candidacy_id))
    session.delete(kept)


@command(N_("Forget candidates whose consent has lapsed"))
def forget_lapsed(session: Session, on_day: date, *, body_id: str | None = None) -> int:
    """Keep nobody longer than they agreed to; return how many are forgotten.

    ``body_id`` forgets only those who were put forward for the seats of one body.
    """
    row, said, seat = t.KeptCandidacyRow, t.CandidacyRow, t.SeatRow
    statement = select(row).where(row.kept_until < on_day.isoformat())
    if body_id is not None:
        own = select(said.id).join(seat, seat.id == said.seat_id).where(seat.body_id == body_id)
        statement = statement.where(row.candidacy_id.in_(own))
    lapsed = list(session.scalars(statement.order_by(row.id)))
    about(session, counted("{count} candidate", "{count} candidates", len(lapsed)))
    for kept in lapsed:
        session.delete(kept)
    return len(lapsed)
