"""Stories: written, put in order, shown on the whole screen, and printed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import delete_body
from samstyring.commands.views import add_story_page, save_view
from samstyring.domain.errors import ExportError
from samstyring.export.scene_painter import PLAIN_ZOOM, font_measure
from samstyring.export.scene_style import PAPER
from samstyring.export.story_pdf import StorySheet, write_story_pdf
from samstyring.graph.picture_options import PictureOptions, options_as_json
from samstyring.language import pseudo
from samstyring.queries.search import find_body
from samstyring.queries.views import saved_views, story_detail, story_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.stories import StoriesPage
from samstyring.ui.stories.dialogs import NewStoryDialog, RenameStoryDialog, WritePageDialog
from samstyring.ui.stories.presentation import Presentation
from samstyring.ui.stories.telling import ToldPage, story_sheet, told_page
from tests.builders import a_body
from tests.ui import rules
from tests.ui.mandates.marked import unmarked_texts

D = TypeVar("D", bound=FormDialog)


@pytest.fixture
def page(desk: Desk, own_windows: Callable[[QWidget], QWidget]) -> StoriesPage:
    """Show the page of stories."""
    shown = StoriesPage(desk)
    own_windows(shown)
    shown.resize(1000, 640)
    shown.show()
    return shown


@pytest.fixture
def told(desk: Desk) -> list[ToldPage]:
    """Read the pages of the story."""
    story = desk.read(story_detail, desk.read(story_lines)[0].id)
    return [told_page(desk, page) for page in story.pages]


@pytest.fixture
def shown(
    told: list[ToldPage], own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> Presentation:
    """Show the story."""
    window = Presentation("For the county meeting", told)
    own_windows(window)
    window.resize(1200, 800)
    with qtbot.waitSignal(window.drawn, timeout=30_000):
        window.show()
    return window


def dialog_of(page: QWidget, kind: type[D]) -> D:
    return next(found for found in page.findChildren(kind) if found.isVisible())


def listed(page: StoriesPage) -> list[str]:
    return [page.pages.item(row).text() for row in range(page.pages.count())]


def test_that_the_pages_of_a_story_are_listed_with_their_views(page: StoriesPage) -> None:
    assert listed(page) == [
        "1. Who decides · Around DU",
        "2. As it was · Then",
        "3. Afterwards · its view was deleted",
    ]


def test_that_a_page_called_as_its_view_is_listed_with_its_first_words(
    page: StoriesPage, desk: Desk
) -> None:
    story, view = desk.read(story_lines)[0].id, desk.read(saved_views)[0].id
    for text in ("Det begynner med et ord, og så kommer resten av det som skal sies.", ""):
        desk.run(add_story_page, story, view, text=text)
    assert listed(page)[3:] == [
        "4. Around DU · Det begynner med et ord, og så kommer resten av…",
        "5. Around DU",
    ]


def test_that_a_page_is_moved_and_stays_chosen(page: StoriesPage, desk: Desk) -> None:
    page.pages.setCurrentRow(1)
    page.up_button.click()
    assert listed(page)[0] == "1. As it was · Then"
    assert page.pages.currentRow() == 0
    assert not page.up_button.isEnabled()
    desk.workspace.undo()
    assert listed(page)[0] == "1. Who decides · Around DU"


def drop(page: StoriesPage, row: int, place: QPoint) -> None:
    page.pages.setCurrentRow(row)
    action, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    page.pages.dropEvent(QDropEvent(QPointF(place), action, QMimeData(), left, none))


def test_that_a_page_is_dragged_to_another_place_and_stays_chosen(
    page: StoriesPage, desk: Desk
) -> None:
    last = page.pages.visualItemRect(page.pages.item(2))
    drop(page, 0, last.center() + QPoint(0, last.height() // 2 - 1))
    assert [text[3:6] for text in listed(page)] == ["As ", "Aft", "Who"]
    assert page.pages.currentRow() == 2
    first = page.pages.visualItemRect(page.pages.item(0))
    drop(page, 2, first.topLeft() + QPoint(5, 1))
    assert [text[3:6] for text in listed(page)] == ["Who", "As ", "Aft"]
    drop(page, 1, page.pages.visualItemRect(page.pages.item(1)).center())
    assert [text[3:6] for text in listed(page)] == ["Who", "As ", "Aft"]
    desk.workspace.undo()
    assert [text[3:6] for text in listed(page)] == ["As ", "Aft", "Who"]


def test_that_alt_and_arrows_move_a_page_and_delete_takes_it_away(page: StoriesPage) -> None:
    page.pages.setCurrentRow(0)
    QTest.keyClick(page.pages, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert listed(page)[0].startswith("1. Who")
    QTest.keyClick(page.pages, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert listed(page)[0].startswith("1. As it was")
    assert page.pages.currentRow() == 1
    QTest.keyClick(page.pages, Qt.Key.Key_Delete)
    assert [text[3:6] for text in listed(page)] == ["As ", "Aft"]
    page.pages.set_movable(False)
    QTest.keyClick(page.pages, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [text[3:6] for text in listed(page)] == ["As ", "Aft"]


def test_that_a_page_is_written_and_given_another_view(page: StoriesPage) -> None:
    page.pages.setCurrentRow(2)
    page.write_button.click()
    dialog = dialog_of(page, WritePageDialog)
    dialog.title.setText("")
    dialog.accept()
    assert dialog.error.text() == "A page needs a title."
    dialog.title.setText("After")
    dialog.view.setCurrentIndex(dialog.view.findText("Then"))
    dialog.accept()
    assert listed(page)[2] == "3. After · Then"


def test_that_stories_are_begun_renamed_and_deleted(page: StoriesPage, desk: Desk) -> None:
    page.new_button.click()
    dialog = dialog_of(page, NewStoryDialog)
    dialog.name.setText("Autumn")
    dialog.accept()
    assert page.name.text() == "Autumn"
    assert "no pages yet" in page.sentence.text()
    page.rename_button.click()
    renaming = dialog_of(page, RenameStoryDialog)
    renaming.name.setText("Spring")
    renaming.accept()
    assert page.name.text() == "Spring"
    page.delete_button.click()
    assert [line.name for line in desk.read(story_lines)] == ["For the county meeting"]
    page.table.select(desk.read(story_lines)[0].id)


def test_that_the_last_page_can_be_deleted(page: StoriesPage) -> None:
    for _page in range(3):
        page.remove_button.click()
    assert listed(page) == []
    assert not page.show_button.isEnabled()


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Right], 2),
        ([Qt.Key.Key_End], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Left], 1),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Left], 0),
    ],
)
def test_that_keys_turn_the_pages(
    shown: Presentation, keys: list[Qt.Key], place: int, qtbot: QtBot
) -> None:
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow, timeout=30_000)
    for key in keys:
        QTest.keyClick(shown, key)
    assert shown.place == place
    assert shown.number.text() == f"{place + 1} of 3"


def test_that_the_words_stand_beside_the_picture_of_the_view(shown: Presentation) -> None:
    assert shown.title.text() == "Who decides"
    assert shown.text.text() == "It reports to KS."
    assert {box.title for box in shown.canvas.scene.boxes} == {"DU", "KS"}


def test_that_the_whole_picture_is_in_sight_however_small_the_window(
    desk: Desk, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    for number in range(60):
        a_body(desk.workspace, f"Organ {number}")
    view = desk.run(save_view, "All", options_as_json(PictureOptions()))
    story = desk.read(story_lines)[0].id
    desk.run(add_story_page, story, view)
    window = Presentation("All", [told_page(desk, desk.read(story_detail, story).pages[-1])])
    own_windows(window)
    window.resize(400, 300)
    window.show()
    qtbot.waitUntil(lambda: len(window.canvas.scene.boxes) > 60, timeout=30_000)
    assert window.canvas.zoom < PLAIN_ZOOM
    seen = window.canvas.visible_area
    for box in window.canvas.scene.boxes:
        assert seen.x <= box.rect.x
        assert box.rect.right <= seen.right
        assert seen.y <= box.rect.y
        assert box.rect.bottom <= seen.bottom


def test_that_few_words_leave_the_room_to_the_picture(shown: Presentation) -> None:
    assert shown.canvas.width() > shown.width() * 0.75


def test_that_a_view_is_shown_as_of_its_own_day(shown: Presentation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.drawn, timeout=30_000):
        shown.go_on()
    assert shown.day.text() == "As of 1 June 2020"
    assert "Overrådet" in {box.title for box in shown.canvas.scene.boxes}


def test_that_a_page_can_hold_a_comparison_of_two_days(desk: Desk, tmp_path: Path) -> None:
    options = options_as_json(PictureOptions(compared=date(2023, 1, 1)))
    view = desk.run(save_view, "What became of it", options, day=date(2020, 6, 1))
    story = desk.read(story_lines)[0].id
    desk.run(add_story_page, story, view, text="Overrådet ble lagt ned.")
    told = told_page(desk, desk.read(story_detail, story).pages[-1])
    assert told.day_text == "From 1 June 2020 to 1 January 2023"
    assert "Overrådet" in told.said
    assert told.picture is not None
    difference = told.picture.beside.difference
    assert difference is not None
    assert len(difference.changes) == 1
    scene = story_sheet(told, font_measure(PAPER), 1.2).scene
    assert scene is not None
    assert "Overrådet" in {box.title for box in scene.boxes}


def test_that_a_page_whose_view_is_gone_says_so_and_keeps_its_words(shown: Presentation) -> None:
    shown.go_to(2)
    assert shown.text.text() == "Words that stay."
    assert shown.said.text() == "The view of this page was deleted. Its words are kept."
    assert not shown.canvas.isVisible()


def test_that_a_view_that_lost_its_body_says_so(desk: Desk) -> None:
    desk.run(delete_body, desk.read(find_body, "DU", as_of=desk.day))
    story = desk.read(story_detail, desk.read(story_lines)[0].id)
    assert "body in focus is not there" in told_page(desk, story.pages[0]).said


def test_that_escape_ends_the_showing(page: StoriesPage, qtbot: QtBot) -> None:
    page.show_button.click()
    window = page.presentation
    assert window is not None
    assert window.isFullScreen()
    window.close()
    assert page.presentation is None


def test_that_a_story_is_written_as_pdf_with_a_page_each(
    page: StoriesPage, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "story.pdf"
    with qtbot.waitSignal(page.status_changed, timeout=20_000):
        page.write_to(target)
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 3
    assert b"/MediaBox [0 0 842" in data or b"/MediaBox [0 0 841" in data


def test_that_a_place_that_cannot_be_written_is_told_in_a_sentence(
    page: StoriesPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[str] = []
    desk.failed.connect(told.append)
    page.write_to(tmp_path / "no" / "such" / "folder" / "story.pdf")
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert told[0].endswith(".")


def test_that_long_words_go_on_to_more_pages(
    qapp: object, told: list[ToldPage], tmp_path: Path
) -> None:
    sheet = story_sheet(told[0], font_measure(PAPER), 1.2)
    long = StorySheet(
        "名前 Имя שם اسم नाम " * 12, "Ord " * 4000, sheet.date_text, sheet.scene, sheet.note
    )
    target = tmp_path / "long.pdf"
    write_story_pdf(target, "Long", [long], language="nb")
    assert target.read_bytes().count(b"/Type /Page\n") > 2


def test_that_a_story_without_pages_is_still_a_page(qapp: object, tmp_path: Path) -> None:
    target = tmp_path / "empty.pdf"
    write_story_pdf(target, "Empty", [], language="nn")
    assert target.read_bytes().count(b"/Type /Page\n") == 1
    with pytest.raises(ExportError):
        write_story_pdf(tmp_path / "none" / "x.pdf", "Empty", [], language="nn")


def test_that_inputs_have_names_and_nothing_is_cut(page: StoriesPage, shown: Presentation) -> None:
    for window in (page, shown):
        assert rules.unnamed_inputs(window) == []
        assert rules.mnemonic_clashes(window) == []
        assert rules.clipped_texts(window) == []


def test_that_no_text_is_unmarked(desk: Desk, own_windows: Callable[[QWidget], QWidget]) -> None:
    data = {
        "For the county meeting", "Around DU", "Then", "1. Who decides · Around DU",
        "2. As it was · Then",
    }  # fmt: skip
    with pseudo():
        page = StoriesPage(desk)
        own_windows(page)
        page.show()
        assert unmarked_texts(page, data) == []
