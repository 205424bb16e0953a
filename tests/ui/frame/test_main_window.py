"""The main window with two small pages: places, undo, the day, search."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.commands.bodies import add_body, delete_body
from samstyring.domain.bodies import BodyFacts, BodyKind, BodyLine, Level
from samstyring.queries.bodies import body_lines
from samstyring.ui.desk import Desk
from samstyring.ui.main_window import MainWindow
from samstyring.ui.page import PageAction, PageEntry
from samstyring.ui.refresher import Refresher
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_person, a_seat
from tests.ui import rules

COUNCIL = BodyFacts(BodyKind.COUNCIL, Level.NATIONAL)


class SmallPage(QWidget):
    """Lists the names of bodies, and remembers what it was asked to show."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.shown, self.reads = desk, "", 0
        self.lines: tuple[BodyLine, ...] = ()
        QVBoxLayout(self)
        self.refresher = Refresher(self, desk, self.reload, "body", "body_name")

    def reload(self) -> None:
        self.reads += 1
        self.lines = self.desk.read(body_lines, as_of=self.desk.day)
        self.status_changed.emit(self.status_text())

    def show_item(self, kind: str, item_id: str) -> None:
        self.shown = item_id

    def page_actions(self) -> tuple[PageAction, ...]:
        return (
            PageAction("register", "New thing…", self.add),
            PageAction("edit", "Mend this thing…", self.add, applies=self.shows_one),
        )

    def shows_one(self) -> bool:
        return bool(self.shown)

    def add(self) -> None:
        self.desk.try_run(add_body, "Fagrådet", COUNCIL)

    def status_text(self) -> str:
        return f"{len(self.lines)} bodies"


@pytest.fixture
def window(tmp_path: Path, own_windows: Callable[[QWidget], QWidget]) -> Iterator[MainWindow]:
    desk = Desk(Workspace.in_memory(), Settings(tmp_path / "settings.ini"))
    entries = (
        PageEntry("bodies", "Bodies", "bodies", SmallPage, ("body",)),
        PageEntry("people", "People", "people", SmallPage, ("person", "ask"), asks=("ask",)),
    )
    made = MainWindow(desk, entries)
    own_windows(made)
    made.show()
    made.make_all_pages()
    yield made
    desk.close()


def page(window: MainWindow, key: str) -> SmallPage:
    shown = window.make_page(key)
    assert isinstance(shown, SmallPage)
    return shown


def test_that_a_change_reaches_the_page_that_is_shown(window: MainWindow) -> None:
    page(window, "bodies").add()
    assert [line.name for line in page(window, "bodies").lines] == ["Fagrådet"]
    assert window.shown_label.text() == "1 bodies"


def test_that_a_hidden_page_waits_until_it_is_shown(window: MainWindow) -> None:
    hidden = page(window, "people")
    before = hidden.reads
    page(window, "bodies").add()
    assert hidden.reads == before
    window.show_page("people")
    assert [line.name for line in hidden.lines] == ["Fagrådet"]


def test_that_undo_names_what_it_takes_back_and_takes_it_back(window: MainWindow) -> None:
    page(window, "bodies").add()
    undo = window.actions_by_key["undo"]
    assert undo.text() == "&Undo: Add a body: Fagrådet"
    undo.trigger()
    assert page(window, "bodies").lines == ()
    assert not undo.isEnabled()
    window.actions_by_key["redo"].trigger()
    assert len(page(window, "bodies").lines) == 1


def test_that_what_comes_back_is_shown_where_one_is(window: MainWindow) -> None:
    page(window, "bodies").add()
    body_id = page(window, "bodies").lines[0].id
    window.undo()
    assert page(window, "bodies").shown == ""
    window.show_page("people")
    window.redo()
    assert (page(window, "bodies").shown, window.current_key()) == ("", "people")
    window.show_page("bodies")
    window.undo()
    window.redo()
    assert page(window, "bodies").shown == body_id


def test_that_the_day_rules_every_page_and_is_said_in_a_banner(window: MainWindow) -> None:
    page(window, "bodies").add()
    window.desk.set_day(date(2019, 1, 1))
    assert page(window, "bodies").desk.day == date(2019, 1, 1)
    assert "01.01.2019" in window.banner.text()
    window.go_to_today()
    assert window.desk.is_today
    assert not window.banner.isVisible()


def test_that_search_finds_a_body_and_opens_it(window: MainWindow, qtbot: object) -> None:
    body_id = window.desk.run(add_body, "Ålesundrådet", COUNCIL)
    qtbot.keyClicks(window.search_field, "aales")  # type: ignore[attr-defined]
    assert window.search_field.found()[0].startswith("Ålesundrådet")
    qtbot.keyClick(window.search_field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert page(window, "bodies").shown == body_id


def test_that_search_finds_commands(window: MainWindow, qtbot: object) -> None:
    qtbot.keyClicks(window.search_field, "new thing")  # type: ignore[attr-defined]
    qtbot.keyClick(window.search_field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert len(page(window, "bodies").lines) == 1


def test_that_what_is_done_to_a_thing_is_on_only_where_one_is_shown(
    window: MainWindow, qtbot: object
) -> None:
    def is_on() -> list[bool]:
        window.menus["edit"].aboutToShow.emit()
        found = [a for a in window.menus["edit"].actions() if a.text() == "Mend this thing…"]
        return [action.isEnabled() for action in found]

    window.show_page("bodies")
    assert is_on() == [False, False]
    window.open_item("body", "one")
    assert is_on() == [True, False]
    window.show_page("people")
    assert is_on() == [False, False]
    qtbot.keyClicks(window.search_field, "mend this")  # type: ignore[attr-defined]
    assert window.search_field.found() == ()
    window.search_field.clear()
    window.show_page("bodies")
    qtbot.keyClicks(window.search_field, "mend this")  # type: ignore[attr-defined]
    assert len(window.search_field.found()) == 1


def test_that_naming_what_was_done_does_not_offer_to_undo_it(
    window: MainWindow, qtbot: object
) -> None:
    page(window, "bodies").add()
    qtbot.keyClicks(window.search_field, "add a body")  # type: ignore[attr-defined]
    assert not [hit for hit in window.search_field.found() if hit.startswith("Undo")]
    window.search_field.clear()
    qtbot.keyClicks(window.search_field, "undo")  # type: ignore[attr-defined]
    assert [hit for hit in window.search_field.found() if hit.startswith("Undo")]


def test_that_back_leads_where_one_was(window: MainWindow) -> None:
    window.open_item("person", "one")
    window.open_item("body", "two")
    assert window.current_key() == "bodies"
    window.go_back()
    assert window.current_key() == "people"
    window.go_forward()
    assert window.current_key() == "bodies"


def test_that_back_asks_for_nothing_again(window: MainWindow) -> None:
    window.open_item("body", "two")
    window.open_item("ask", "three")
    assert page(window, "people").shown == "three"
    window.open_item("body", "four")
    page(window, "people").shown = ""
    window.go_back()
    assert window.current_key() == "people"
    assert page(window, "people").shown == ""
    window.go_back()
    assert page(window, "bodies").shown == "two"


def test_that_deleting_is_told_with_a_way_back(window: MainWindow) -> None:
    body_id = window.desk.run(add_body, "Fagrådet", COUNCIL)
    window.desk.run(delete_body, body_id)
    assert window.toast.text() == "Delete a body: Fagrådet"
    window.toast.action_triggered.emit()
    assert len(page(window, "bodies").lines) == 1


def test_that_an_error_of_a_click_becomes_a_sentence(window: MainWindow) -> None:
    window.desk.try_run(add_body, "  ", COUNCIL)
    assert window.toast.text() == "A name is needed."


def test_that_the_window_fits_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1024
    assert window.minimumSizeHint().height() <= 768


def test_that_the_number_in_the_side_bar_is_spoken(window: MainWindow) -> None:
    window.side_bar.set_count("bodies", 7)
    spoken = window.side_bar.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bodies, 7"


def test_that_a_date_is_taken_when_it_is_finished(window: MainWindow, qtbot: object) -> None:
    field = window.as_of_bar.field.field
    refused: list[str] = []
    window.as_of_bar.refused.connect(refused.append)
    window.activateWindow()
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "01.06.2022")  # type: ignore[attr-defined]
    assert window.desk.is_today
    assert refused == []
    qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert window.desk.day == date(2022, 6, 1)


def test_that_what_is_no_date_is_refused_in_words(window: MainWindow, qtbot: object) -> None:
    field = window.as_of_bar.field.field
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "i fjor")  # type: ignore[attr-defined]
    qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert window.desk.is_today
    assert "is not a date" in window.toast.text()


def test_that_a_wrong_date_is_told_once_and_no_longer_than_it_is_wrong(
    window: MainWindow, qtbot: object
) -> None:
    bar = window.as_of_bar
    field, place = bar.field.field, bar.field.field.geometry()
    for wrong, right in (("i fjor", "2022"), ("i fjor", "22.11.2022")):
        field.setFocus()
        field.clear()
        qtbot.keyClicks(field, wrong)  # type: ignore[attr-defined]
        qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
        assert window.toast.isVisible()
        assert not bar.field.error.isVisible()
        assert field.geometry() == place
        field.clear()
        qtbot.keyClicks(field, right)  # type: ignore[attr-defined]
        qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
        assert not window.toast.isVisible()


def test_that_the_date_has_room_round_it(window: MainWindow) -> None:
    field = window.as_of_bar.field.field
    margins, metrics = field.textMargins(), field.fontMetrics()
    assert margins.left() >= metrics.averageCharWidth() // 2 > 0
    room = field.width() - margins.left() - margins.right()
    assert room >= metrics.horizontalAdvance("00.00.0000") + 8


def test_that_escape_clears_the_search_and_then_leaves_it(
    window: MainWindow, qtbot: object
) -> None:
    page(window, "bodies").add()
    field = window.search_field
    window.activateWindow()
    field.begin()
    qtbot.keyClicks(field, "fagr")  # type: ignore[attr-defined]
    assert field.found()
    qtbot.keyClick(field, Qt.Key.Key_Escape)  # type: ignore[attr-defined]
    assert (field.text(), field.found()) == ("", ())
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    qtbot.keyClick(field, Qt.Key.Key_Escape)  # type: ignore[attr-defined]
    assert left == [True]
    assert not field.hasFocus()


def test_that_there_being_nothing_to_undo_is_told(window: MainWindow) -> None:
    undo = window.actions_by_key["undo"]
    assert undo.toolTip() == "There is nothing to undo."
    page(window, "bodies").add()
    window.desk.workspace.settle()
    page(window, "bodies").add()
    undo.trigger()
    assert (undo.isEnabled(), undo.toolTip()) == (False, "There is nothing more to undo.")


def test_that_a_new_file_says_where_to_begin_until_it_is_begun(window: MainWindow) -> None:
    steps, workspace = window.first_steps, window.desk.workspace
    window.show_page("bodies")
    assert steps.isVisible()
    assert not steps.seat_button.isEnabled()
    steps.body_button.click()
    assert [line.name for line in page(window, "bodies").lines] == ["Fagrådet"]
    assert steps.body_button.accessibleDescription() == "Done"
    body_id = page(window, "bodies").lines[0].id
    steps.seat_button.click()
    assert page(window, "bodies").shown == body_id
    a_seat(workspace, body_id)
    assert steps.isVisible()
    a_person(workspace)
    assert not steps.isVisible()
    workspace.undo()
    assert steps.isVisible()


def test_that_where_to_begin_is_for_everyone(window: MainWindow) -> None:
    window.show_page("people")
    assert rules.breaches(window.first_steps) == []
