"""Those chosen are recommended together, or not at all."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from samstyring.commands.nomination_steps import standing
from samstyring.commands.recommendations import recommend
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import StepKind
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests import builders
from tests.commands.conftest import Refused

DAY = date(2026, 3, 1)


@pytest.fixture
def two(workspace: Workspace) -> tuple[str, str]:
    """Nominate Kari and Ola to a seat each; return the candidacies."""
    body = builders.a_body(workspace)
    by = builders.a_body(workspace, "Digi Agder")
    kari, ola = (
        builders.a_candidacy(
            workspace,
            builders.a_seat(workspace, body),
            builders.a_person(workspace, name),
            by,
            first_step=StepKind.NOMINATED,
        )
        for name in ("Kari Ås", "Ola Nes")
    )
    return kari, ola


def steps_of(workspace: Workspace, *candidacies: str) -> list[StepKind]:
    """Return where candidacies stand."""

    def read(session: Session) -> list[StepKind]:
        return [standing(session, each) for each in candidacies]

    return workspace.read(read)


def test_that_all_are_recommended_with_day_and_by_whom(
    workspace: Workspace, two: tuple[str, str]
) -> None:
    workspace.run(recommend, two, DAY, by_whom="KS", decision="26/1")
    assert steps_of(workspace, *two) == [StepKind.RECOMMENDED] * 2
    rows = builders.rows(workspace, t.StepRow, kind="recommended")
    assert {(row["day"], row["by_whom"], row["decision"]) for row in rows} == {
        ("2026-03-01", "KS", "26/1")
    }


def test_that_one_undo_takes_all_back(workspace: Workspace, two: tuple[str, str]) -> None:
    before = builders.state(workspace)
    workspace.run(recommend, two, DAY)
    assert workspace.undo_state().undo == "Recommend candidates: Kari Ås and Ola Nes"
    workspace.undo()
    assert builders.state(workspace) == before
    workspace.redo()
    assert steps_of(workspace, *two) == [StepKind.RECOMMENDED] * 2


def test_that_one_who_is_recommended_already_stays_so(
    workspace: Workspace, two: tuple[str, str]
) -> None:
    workspace.run(recommend, two[:1], DAY)
    workspace.run(recommend, two, DAY)
    assert len(builders.rows(workspace, t.StepRow, kind="recommended")) == 2


def test_that_one_who_is_not_nominated_stops_them_all(
    workspace: Workspace, two: tuple[str, str], refused: Refused
) -> None:
    early = builders.a_candidacy(workspace, person_id=builders.a_person(workspace, "Siv Lie"))
    refused(RuleError, "Siv Lie cannot be recommended", recommend, (*two, early), DAY)


def test_that_only_one_is_recommended_to_a_seat(
    workspace: Workspace, two: tuple[str, str], refused: Refused
) -> None:
    seat = builders.the_row(workspace, t.CandidacyRow, id=two[0])["seat_id"]
    other = builders.a_candidacy(
        workspace,
        seat,
        builders.a_person(workspace, "Siv Lie"),
        first_step=StepKind.NOMINATED,
    )
    refused(RuleError, "chosen for the same seat", recommend, (two[0], other), DAY)


def test_that_there_must_be_somebody_to_recommend(
    workspace: Workspace, two: tuple[str, str], refused: Refused
) -> None:
    refused(RuleError, "nobody to recommend", recommend, (), DAY)
    workspace.run(recommend, two, DAY)
    refused(RuleError, "nobody to recommend", recommend, two, DAY)
