"""Candidates who were not chosen are kept with their consent, and no longer."""

from datetime import date

from samstyring.commands.kept_candidates import forget_lapsed, keep_candidacy, stop_keeping
from samstyring.commands.nominations import take_step
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import StepKind
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_candidacy, a_seat, rows, state, the_row
from tests.commands.conftest import Refused

TODAY, NEXT_YEAR = date(2026, 2, 7), date(2027, 2, 7)


def _not_appointed(workspace: Workspace) -> str:
    candidacy = a_candidacy(workspace)
    workspace.run(take_step, candidacy, StepKind.NOT_APPOINTED, TODAY)
    return candidacy


def test_that_a_candidate_is_kept_until_a_day(workspace: Workspace) -> None:
    candidacy = _not_appointed(workspace)
    workspace.run(keep_candidacy, candidacy, consent_on=TODAY, kept_until=NEXT_YEAR)
    row = the_row(workspace, t.KeptCandidacyRow)
    assert (row["candidacy_id"], row["consent_on"]) == (candidacy, "2026-02-07")
    assert row["kept_until"] == "2027-02-07"


def test_that_a_new_consent_takes_the_place_of_the_old(workspace: Workspace) -> None:
    candidacy = _not_appointed(workspace)
    for until in (NEXT_YEAR, date(2028, 2, 7)):
        workspace.run(keep_candidacy, candidacy, consent_on=TODAY, kept_until=until)
    assert the_row(workspace, t.KeptCandidacyRow)["kept_until"] == "2028-02-07"


def test_that_only_who_was_not_appointed_is_kept(refused: Refused, workspace: Workspace) -> None:
    candidacy = a_candidacy(workspace)
    dates = {"consent_on": TODAY, "kept_until": NEXT_YEAR}
    refused(RuleError, "this one is proposed", keep_candidacy, candidacy, **dates)
    workspace.run(take_step, candidacy, StepKind.WITHDRAWN, TODAY)
    refused(RuleError, "this one is withdrawn", keep_candidacy, candidacy, **dates)


def test_that_a_consent_lapses_after_it_is_given(refused: Refused, workspace: Workspace) -> None:
    candidacy = _not_appointed(workspace)
    refused(
        RuleError, "must come after", keep_candidacy, candidacy, consent_on=TODAY, kept_until=TODAY
    )


def test_that_those_of_one_body_can_be_forgotten_alone(workspace: Workspace) -> None:
    body = a_body(workspace, "DU")
    own = a_candidacy(workspace, a_seat(workspace, body))
    workspace.run(take_step, own, StepKind.NOT_APPOINTED, TODAY)
    for candidacy in (own, _not_appointed(workspace)):
        workspace.run(keep_candidacy, candidacy, consent_on=TODAY, kept_until=NEXT_YEAR)
    assert workspace.run(forget_lapsed, date(2027, 2, 8), body_id=body) == 1
    assert the_row(workspace, t.KeptCandidacyRow)["candidacy_id"] != own


def test_that_nobody_is_kept_against_their_will_or_too_long(workspace: Workspace) -> None:
    first, second = (
        workspace.run(
            keep_candidacy, _not_appointed(workspace), consent_on=TODAY, kept_until=NEXT_YEAR
        )
        for _time in range(2)
    )
    before = state(workspace)
    assert workspace.run(forget_lapsed, NEXT_YEAR) == 0
    assert state(workspace) == before
    workspace.run(stop_keeping, first)
    assert the_row(workspace, t.KeptCandidacyRow)["id"] == second
    assert workspace.run(forget_lapsed, date(2027, 2, 8)) == 1
    assert rows(workspace, t.KeptCandidacyRow) == []
