"""The command that recommends the candidates chosen for the seats of a body or a round."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command, the
from samstyring.commands.nomination_steps import standing, take_step
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import StepKind, check_step
from samstyring.formats import listed
from samstyring.language import N_, _
from samstyring.store import tables as t


@command(N_("Recommend candidates"))
def recommend(
    session: Session,
    candidacy_ids: Iterable[str],
    on_day: date,
    *,
    by_whom: str = "",
    note: str = "",
    decision: str = "",
) -> None:
    """Take candidacies to the step recommended, all of them or none.

    One that is recommended already stays as it is. RuleError, with the person's name, for one
    that cannot be recommended yet or any more, for two to one seat, and when none is left.
    """
    rows = [the(session, t.CandidacyRow, each) for each in dict.fromkeys(candidacy_ids)]
    _check_one_to_a_seat(session, rows)
    waiting = [row for row in rows if standing(session, row.id) is not StepKind.RECOMMENDED]
    if not waiting:
        raise RuleError(_("There is nobody to recommend who is not recommended already."))
    about(session, listed([_name(session, row) for row in waiting]))
    for row in waiting:
        _check_can_be(session, row)
        take_step(
            session, row.id, StepKind.RECOMMENDED, on_day, by_whom=by_whom, note=note,
            decision=decision,
        )  # fmt: skip


def _check_one_to_a_seat(session: Session, rows: list[t.CandidacyRow]) -> None:
    seats: dict[str, t.CandidacyRow] = {}
    for row in rows:
        other = seats.setdefault(row.seat_id, row)
        if other is not row:
            raise RuleError(
                _("{one} and {other} are chosen for the same seat. Choose one of them.").format(
                    one=_name(session, other), other=_name(session, row)
                )
            )


def _check_can_be(session: Session, row: t.CandidacyRow) -> None:
    try:
        check_step(standing(session, row.id), StepKind.RECOMMENDED)
    except RuleError as problem:
        raise RuleError(
            _("{person} cannot be recommended. {reason}").format(
                person=_name(session, row), reason=problem
            )
        ) from problem


def _name(session: Session, row: t.CandidacyRow) -> str:
    return the(session, t.PersonRow, row.person_id).name
