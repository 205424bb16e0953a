"""What is read of saved views, of the days when something changed, and of what needs care."""

from datetime import date

import pytest

from samstyring.commands.bodies import add_relation
from samstyring.commands.sources import add_source, verify_fact
from samstyring.commands.views import save_view
from samstyring.domain.bodies import RelationKind
from samstyring.domain.errors import NotFoundError
from samstyring.queries.views import (
    care,
    change_days,
    find_view,
    saved_view,
    story_detail,
    verified_days,
    views_holding,
)
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, a_seat, day


def test_that_days_of_change_are_beginnings_and_the_days_after_ends(workspace: Workspace) -> None:
    a_body(workspace, "One", period=a_period("2020-03-01", "2022-12-31"))
    a_body(workspace, "Two", period=a_period("2023"))
    found = [(mark.day, mark.count) for mark in workspace.read(change_days)]
    # A body begins and ends with its name, so each counts twice.
    assert found == [(date(2020, 3, 1), 2), (date(2023, 1, 1), 4)]


def test_that_days_of_change_can_be_asked_of_some_bodies_only(workspace: Workspace) -> None:
    one = a_body(workspace, "One", period=a_period("2020-03-01"))
    two = a_body(workspace, "Two", period=a_period("2023"))
    a_seat(workspace, two, period=a_period("2024"))
    workspace.run(add_relation, two, one, RelationKind.ADVISES, period=a_period("2025"))

    def marks(body: str) -> list[tuple[int, int]]:
        return [(mark.day.year, mark.count) for mark in workspace.read(change_days, of={body})]

    assert marks(one) == [(2020, 2), (2025, 1)]
    assert marks(two) == [(2023, 2), (2024, 1), (2025, 1)]


def test_that_an_empty_file_never_changed(workspace: Workspace) -> None:
    assert workspace.read(change_days) == ()


def test_that_an_end_on_the_last_day_there_is_marks_nothing(workspace: Workspace) -> None:
    a_body(workspace, period=a_period("2020", "9999-12-31"))
    assert [mark.day for mark in workspace.read(change_days)] == [date(2020, 1, 1)]


def test_that_a_view_is_found_by_its_name_in_any_letters(workspace: Workspace) -> None:
    view_id = workspace.run(save_view, "Trøndelag og Ås", "{}")
    assert workspace.read(find_view, "trøndelag og aas").id == view_id
    assert [view.id for view in workspace.read(views_holding, "aas")] == [view_id]
    assert workspace.read(views_holding, "") == ()


def test_that_an_unknown_view_is_answered_with_those_there_are(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="No view has been saved"):
        workspace.read(find_view, "Trøndelag")
    workspace.run(save_view, "Agder", "{}")
    with pytest.raises(NotFoundError, match="There are: Agder"):
        workspace.read(find_view, "Trøndelag")


def test_that_what_is_gone_is_told_in_a_sentence(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="view is no longer"):
        workspace.read(saved_view, "gone")
    with pytest.raises(NotFoundError, match="story is no longer"):
        workspace.read(story_detail, "gone")


def test_that_only_what_a_view_asks_is_looked_for(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    a_seat(workspace, body_id)
    today = date(2026, 2, 7)
    assert workspace.read(care, as_of=today, flags=False, ages=False).flagged == frozenset()
    assert workspace.read(care, as_of=today, flags=True, ages=False).flagged == {body_id}


def test_that_facts_are_as_old_as_the_newest_check(workspace: Workspace) -> None:
    body_id = a_body(workspace)
    assert workspace.read(verified_days) == {}
    source_id = workspace.run(add_source, body_id, "Vedtekter")
    workspace.run(verify_fact, source_id, day("2025-05"), "Kari")
    assert workspace.read(verified_days) == {body_id: date(2025, 5, 1)}
