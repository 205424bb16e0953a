"""What the commands on saved views and stories do to the file, and how undo takes them back."""

from datetime import date

from samstyring.commands.placements import place_body
from samstyring.commands.views import (
    add_story,
    add_story_page,
    change_view,
    delete_story,
    delete_story_page,
    delete_view,
    move_story_page,
    release_body,
    rename_story,
    rename_view,
    save_view,
    tell_in_story,
    write_story_page,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.views import WHOLE
from samstyring.queries.views import saved_view, saved_views, story_detail, story_lines
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, rows
from tests.commands.conftest import Refused


def a_view(workspace: Workspace, name: str = "Trøndelag") -> str:
    return workspace.run(save_view, name, "{}")


def a_story(workspace: Workspace, *titles: str) -> str:
    story_id = workspace.run(add_story, "For the county meeting")
    for title in titles:
        workspace.run(add_story_page, story_id, a_view(workspace, title))
    return story_id


def titles(workspace: Workspace, story_id: str) -> list[str]:
    return [page.title for page in workspace.read(story_detail, story_id).pages]


def test_that_a_view_is_kept_with_its_day_and_taken_back_by_undo(workspace: Workspace) -> None:
    view_id = workspace.run(save_view, " Trøndelag ", '{"steps": 2}', day=date(2024, 1, 1))
    kept = workspace.read(saved_view, view_id)
    assert (kept.name, kept.options, kept.day) == ("Trøndelag", '{"steps": 2}', date(2024, 1, 1))
    workspace.undo()
    assert workspace.read(saved_views) == ()


def test_that_a_new_view_begins_with_the_places_of_the_one_it_was_made_from(
    workspace: Workspace,
) -> None:
    body_id = a_body(workspace)
    workspace.run(place_body, WHOLE, body_id, 40, 50)
    view_id = workspace.run(save_view, "Mine", "{}", places_of=WHOLE)
    workspace.run(place_body, view_id, body_id, 1, 2)
    places = {row["view"]: (row["x"], row["y"]) for row in rows(workspace, t.PlacementRow)}
    assert places == {WHOLE: (40.0, 50.0), view_id: (1.0, 2.0)}


def test_that_two_views_cannot_have_one_name(workspace: Workspace, refused: Refused) -> None:
    a_view(workspace, "Ås")
    refused(RuleError, "called “aas” already", save_view, "aas", "{}")
    refused(RuleError, "name is needed", save_view, "  ", "{}")


def test_that_a_view_can_be_renamed_to_the_same_name_in_other_letters(
    workspace: Workspace,
) -> None:
    view_id = a_view(workspace, "trøndelag")
    workspace.run(rename_view, view_id, "Trøndelag")
    assert workspace.read(saved_view, view_id).name == "Trøndelag"


def test_that_a_view_can_be_changed(workspace: Workspace) -> None:
    view_id = a_view(workspace)
    workspace.run(change_view, view_id, '{"focus": "x"}')
    assert workspace.read(saved_view, view_id).options == '{"focus": "x"}'


def test_that_deleting_a_view_takes_its_places_and_leaves_the_words_of_stories(
    workspace: Workspace,
) -> None:
    view_id = a_view(workspace)
    workspace.run(place_body, view_id, a_body(workspace), 1, 2)
    story_id = workspace.run(add_story, "Story")
    workspace.run(add_story_page, story_id, view_id, text="Told here.")
    workspace.run(delete_view, view_id)
    page = workspace.read(story_detail, story_id).pages[0]
    assert (page.title, page.text, page.view) == ("Trøndelag", "Told here.", None)
    assert rows(workspace, t.PlacementRow) == []
    workspace.undo()
    page = workspace.read(story_detail, story_id).pages[0]
    assert page.view is not None
    assert len(rows(workspace, t.PlacementRow)) == 1


def test_that_one_body_can_be_given_back_to_the_layout(workspace: Workspace) -> None:
    one, other = a_body(workspace, "One"), a_body(workspace, "Other")
    for body_id in (one, other):
        workspace.run(place_body, WHOLE, body_id, 1, 2)
    workspace.run(release_body, WHOLE, one)
    assert [row["body_id"] for row in rows(workspace, t.PlacementRow)] == [other]


def test_that_pages_stand_in_the_order_they_were_moved_to(workspace: Workspace) -> None:
    story_id = a_story(workspace, "One", "Two", "Three")
    last = workspace.read(story_detail, story_id).pages[2].id
    workspace.run(move_story_page, last, -1)
    assert titles(workspace, story_id) == ["One", "Three", "Two"]
    workspace.run(move_story_page, last, -9)
    assert titles(workspace, story_id) == ["Three", "One", "Two"]
    workspace.undo()
    assert titles(workspace, story_id) == ["One", "Three", "Two"]


def test_that_a_page_is_written_and_needs_a_title(workspace: Workspace, refused: Refused) -> None:
    story_id = a_story(workspace, "One")
    page = workspace.read(story_detail, story_id).pages[0]
    assert page.view is not None
    workspace.run(write_story_page, page.id, title="New", text="Two\nlines", view_id=page.view.id)
    written = workspace.read(story_detail, story_id).pages[0]
    assert (written.title, written.text) == ("New", "Two\nlines")
    refused(RuleError, "needs a title", write_story_page, page.id, title="", text="", view_id=None)


def test_that_a_story_is_deleted_with_its_pages_but_not_its_views(workspace: Workspace) -> None:
    story_id = a_story(workspace, "One", "Two")
    workspace.run(delete_story_page, workspace.read(story_detail, story_id).pages[0].id)
    assert [line.pages for line in workspace.read(story_lines)] == [1]
    workspace.run(delete_story, story_id)
    assert workspace.read(story_lines) == ()
    assert [view.name for view in workspace.read(saved_views)] == ["One", "Two"]
    workspace.undo()
    assert titles(workspace, story_id) == ["Two"]


def test_that_a_story_has_a_name_of_its_own(workspace: Workspace, refused: Refused) -> None:
    story_id = a_story(workspace)
    workspace.run(rename_story, story_id, "Autumn")
    assert workspace.read(story_lines)[0].name == "Autumn"
    refused(RuleError, "name is needed", rename_story, story_id, "")


def test_that_a_page_is_not_added_with_a_view_that_is_gone(
    workspace: Workspace, refused: Refused
) -> None:
    story_id = a_story(workspace)
    refused(NotFoundError, "no longer in the file", add_story_page, story_id, "gone")


def test_that_what_is_shown_becomes_a_page_a_view_and_a_story_in_one_undo(
    workspace: Workspace,
) -> None:
    a_view(workspace, "Vacancies")
    workspace.run(tell_in_story, "Vacancies", "Look.", new_story="Autumn", options='{"steps": 2}')
    story = workspace.read(story_lines)[0]
    page = workspace.read(story_detail, story.id).pages[0]
    assert (story.name, page.title, page.text) == ("Autumn", "Vacancies", "Look.")
    assert page.view is not None
    assert (page.view.name, page.view.options) == ("Vacancies 2", '{"steps": 2}')
    workspace.undo()
    assert workspace.read(story_lines) == ()
    assert [view.name for view in workspace.read(saved_views)] == ["Vacancies"]


def test_that_a_page_can_be_added_with_a_view_and_a_story_there_are(workspace: Workspace) -> None:
    view_id, story_id = a_view(workspace), a_story(workspace)
    assert workspace.run(tell_in_story, "One", "", story_id=story_id, view_id=view_id) == view_id
    assert titles(workspace, story_id) == ["One"]


def test_that_a_page_without_title_or_story_is_refused(
    workspace: Workspace, refused: Refused
) -> None:
    refused(RuleError, "needs a title", tell_in_story, " ", "", new_story="Autumn")
    refused(RuleError, "name of a new one", tell_in_story, "One", "", new_story=" ")
