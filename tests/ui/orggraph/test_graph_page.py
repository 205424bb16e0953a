"""The graph page: time, difference, views, arrangements, editing, and what is said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.views import delete_view, save_view
from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.views import WHOLE
from samstyring.graph.layout import Arrangement
from samstyring.graph.picture_options import Colouring, options_from_json
from samstyring.graph.structure import Direction
from samstyring.language import pseudo
from samstyring.queries.views import saved_view, saved_views, story_detail, story_lines
from samstyring.store import tables as t
from samstyring.ui.bodies.relation_dialogs import RelationDialog
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.orggraph.canvas_port import port_of
from samstyring.ui.orggraph.compare_dialog import CompareDialog
from samstyring.ui.orggraph.page import GraphPage
from samstyring.ui.orggraph.view_actions import NewViewDialog, RenameViewDialog, TellDialog
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, rows
from tests.ui import rules
from tests.ui.mandates.marked import unmarked_texts
from tests.ui.orggraph.conftest import TODAY, Ids


def after_drawing(qtbot: QtBot, page: GraphPage, act: Callable[[], object]) -> None:
    with qtbot.waitSignal(page.stage.drawn, timeout=30_000):
        act()


def boxes(page: GraphPage) -> set[str]:
    return {box.title for box in page.canvas.scene.boxes}


D = TypeVar("D", bound=FormDialog)


def dialog_of(page: QWidget, kind: type[D]) -> D:
    return next(found for found in page.findChildren(kind) if found.isVisible())


# Time --------------------------------------------------------------------------------------------


def test_that_a_step_back_shows_what_stood_before_the_change(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    assert "KommIT-rådet" not in boxes(page)
    after_drawing(qtbot, page, page.time.step_back)
    assert desk.day == date(2021, 1, 1)
    after_drawing(qtbot, page, page.time.step_back)
    assert desk.day == date(2018, 5, 2)
    assert "KommIT-rådet" in boxes(page)
    assert "things changed" in page.time.words.text()


def test_that_the_arrow_keys_of_the_slider_go_from_change_to_change(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: QTest.keyClick(page.time.slider, Qt.Key.Key_Left))
    assert desk.day == date(2021, 1, 1)


def test_that_a_drag_is_said_at_once_but_shown_when_it_rests(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    days: list[date] = []
    desk.day_changed.connect(days.append)
    for back in range(1, 40):
        page.time.slider.setValue(page.time.slider.maximum() - 10 * back)
    assert days == []
    qtbot.waitUntil(lambda: len(days) == 1, timeout=30_000)
    assert days == [page.time.slider.day()]


def test_that_playing_stops_at_the_last_change(page: GraphPage, desk: Desk, qtbot: QtBot) -> None:
    page.time.toggle_play()
    assert not page.time.is_playing
    assert desk.day == date(2099, 1, 1)
    assert not page.time.play.isEnabled()


def test_that_what_is_planned_is_drawn_on_its_day(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    assert "Fagråd" not in boxes(page)
    after_drawing(qtbot, page, lambda: desk.set_day(date(2099, 6, 1)))
    assert "Fagråd" in boxes(page)


def test_that_a_day_before_everything_is_told_in_a_sentence(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: desk.set_day(date(1, 1, 1)))
    assert boxes(page) == set()
    assert page.stage.said.text() == "There are no bodies on 1 January 1."
    after_drawing(qtbot, page, lambda: desk.set_day(date.max))
    assert "Fagråd" in boxes(page)


def test_that_a_focus_marks_only_the_days_on_which_what_it_shows_changed(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    assert page.time.slider.mark_of(date(2012, 1, 1)) is not None
    after_drawing(qtbot, page, lambda: page.focus_on(ids["DU"]))
    assert page.time.slider.mark_of(date(2012, 1, 1)) is None
    assert page.time.slider.mark_of(date(2018, 5, 2)) is not None
    assert page.time.slider.day() == TODAY
    after_drawing(qtbot, page, page.steering.leave_focus)
    assert page.time.slider.mark_of(date(2012, 1, 1)) is not None


def test_that_one_far_off_day_does_not_squeeze_the_others_and_is_reached_all_the_same(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    before = page.time.slider.maximum()
    after_drawing(
        qtbot, page, lambda: a_body(desk.workspace, "Formannskapet", period=a_period("1838"))
    )
    assert page.time.slider.maximum() == before
    after_drawing(qtbot, page, lambda: desk.set_day(date(2000, 1, 1)))
    after_drawing(qtbot, page, lambda: QTest.keyClick(page.time.slider, Qt.Key.Key_Left))
    assert desk.day == date(1838, 1, 1)
    after_drawing(qtbot, page, lambda: QTest.keyClick(page.time.slider, Qt.Key.Key_Right))
    assert desk.day == date(2000, 1, 1)


# Difference --------------------------------------------------------------------------------------


def compare(page: GraphPage, qtbot: QtBot, day: date) -> None:
    page.compare()
    dialog = dialog_of(page, CompareDialog)
    dialog.day.set_value(day)
    after_drawing(qtbot, page, dialog.accept)


def test_that_two_days_are_marked_listed_and_told(page: GraphPage, ids: Ids, qtbot: QtBot) -> None:
    compare(page, qtbot, date(2017, 1, 1))
    found = {box.id: box for box in page.canvas.scene.boxes}
    assert found[ids["Old"]].kind_family == "ghost"
    assert [mark.word for mark in found[ids["DU"]].marks][:1] == ["new"]
    assert page.side.difference.isVisible()
    assert "KommIT-rådet is no longer there." in [
        page.side.difference.list.item(n).text() for n in range(page.side.difference.list.count())
    ]
    assert "differs from 1 January 2017" in page.stage.said.text()


def test_that_comparing_says_which_days_are_shown(page: GraphPage, qtbot: QtBot) -> None:
    assert page.days_text() == ""
    compare(page, qtbot, date(2017, 1, 1))
    assert page.days_text().startswith("The graph shows the difference from 01.01.2017 to ")
    assert page.status_text().startswith("On either day ")


def test_that_a_focus_counts_only_what_differs_around_it(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    compare(page, qtbot, date(2017, 1, 1))
    after_drawing(qtbot, page, lambda: page.focus_on(ids["DU"]))
    listed = page.side.difference.list
    texts = [listed.item(n).text() for n in range(listed.count())]
    assert any("Digitaliseringsutvalget is new" in text for text in texts)
    assert not any("KommIT-rådet" in text for text in texts)
    assert page.stage.said.text().endswith("Only what is around DU is counted.")
    assert "KommIT" not in page.stage.said.text()
    after_drawing(qtbot, page, page.steering.leave_focus)
    assert any("KommIT-rådet" in listed.item(n).text() for n in range(listed.count()))


def test_that_a_click_in_the_list_goes_to_the_body(page: GraphPage, ids: Ids, qtbot: QtBot) -> None:
    compare(page, qtbot, date(2017, 1, 1))
    listed = page.side.difference.list
    item = next(listed.item(n) for n in range(listed.count()) if "KommIT" in listed.item(n).text())
    after_drawing(qtbot, page, lambda: listed.itemClicked.emit(item))
    assert page.canvas.selected == ids["Old"]


def test_that_comparing_stops_when_it_is_cleared(page: GraphPage, qtbot: QtBot) -> None:
    compare(page, qtbot, date(2017, 1, 1))
    after_drawing(qtbot, page, page.side.difference.clear_button.click)
    assert "KommIT-rådet" not in boxes(page)
    assert not page.side.isVisible()


def test_that_a_day_is_not_compared_with_itself(page: GraphPage) -> None:
    page.compare()
    dialog = dialog_of(page, CompareDialog)
    dialog.day.set_value(TODAY)
    dialog.accept()
    assert "day that is shown" in dialog.error.text()


# Saved views -------------------------------------------------------------------------------------


def save_as(page: GraphPage, name: str) -> NewViewDialog:
    page.view_actions.do("save_as")
    dialog = dialog_of(page, NewViewDialog)
    dialog.name.setText(name)
    dialog.accept()
    return dialog


def test_that_a_view_is_saved_with_what_was_chosen_and_shown_again(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: page.focus_on(ids["DU"]))
    page.looking.choose(direction=Direction.IN, colouring=Colouring.VACANCIES)
    after_drawing(qtbot, page, lambda: save_as(page, "Around DU"))
    view = desk.read(saved_views)[0]
    kept = options_from_json(view.options)
    assert (kept.focus, kept.direction, kept.colouring) == (
        ids["DU"], Direction.IN, Colouring.VACANCIES,
    )  # fmt: skip
    assert page.views_button.text() == "View: Around DU"
    after_drawing(qtbot, page, lambda: page.show_view(""))
    assert page.looking.options.focus == ""
    after_drawing(qtbot, page, lambda: page.show_view(view.id))
    assert page.looking.options == kept


def test_that_a_view_can_keep_its_day(page: GraphPage, desk: Desk, qtbot: QtBot) -> None:
    after_drawing(qtbot, page, lambda: desk.set_day(date(2017, 1, 1)))
    after_drawing(qtbot, page, lambda: save_as(page, "Then"))
    desk.set_day(None)
    page.show_view(desk.read(saved_views)[0].id)
    assert desk.day == date(2017, 1, 1)


def test_that_an_altered_view_says_so_and_can_be_saved(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: save_as(page, "Mine"))
    after_drawing(qtbot, page, lambda: page.looking.choose(vacant_only=True))
    assert page.views_button.text() == "View: Mine (altered)"
    page.views_button.entries()["save"].trigger()
    assert options_from_json(desk.read(saved_views)[0].options).vacant_only
    qtbot.waitUntil(lambda: page.views_button.text() == "View: Mine", timeout=30_000)
    desk.workspace.undo()
    assert not options_from_json(desk.read(saved_views)[0].options).vacant_only


def test_that_a_view_is_renamed_and_deleted_and_comes_back_by_undo(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: save_as(page, "Mine"))
    page.views_button.entries()["rename"].trigger()
    dialog = dialog_of(page, RenameViewDialog)
    dialog.name.setText("Ours")
    dialog.accept()
    assert page.views_button.text() == "View: Ours"
    page.views_button.entries()["delete"].trigger()
    assert page.views_button.text() == "View: Whole country"
    assert desk.read(saved_views) == ()
    desk.workspace.undo()
    assert "Ours" in [action.text() for action in page.views_button.entries().values()]


def test_that_two_views_with_one_name_are_refused_in_the_form(
    page: GraphPage, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: save_as(page, "Mine"))
    dialog = save_as(page, "MINE")
    assert "called “MINE” already" in dialog.error.text()


def test_that_places_belong_to_the_view_they_were_chosen_in(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: page.canvas.box_placed.emit(ids["KS"], 900.0, 30.0))
    after_drawing(qtbot, page, lambda: save_as(page, "Mine"))
    after_drawing(qtbot, page, lambda: page.canvas.box_placed.emit(ids["KS"], 700.0, 60.0))
    places = {row["view"]: row["x"] for row in rows(desk.workspace, t.PlacementRow)}
    assert places == {WHOLE: 900.0, page.looking.place_key: 700.0}
    assert page.canvas.world.boxes[ids["KS"]].rect.x == 700.0
    after_drawing(qtbot, page, lambda: page.show_view(""))
    assert page.canvas.world.boxes[ids["KS"]].rect.x == 900.0


def test_that_a_view_whose_body_is_gone_shows_all_and_says_so(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: desk.set_day(date(2019, 1, 1)))
    after_drawing(qtbot, page, lambda: page.focus_on(ids["Old"]))
    after_drawing(qtbot, page, lambda: desk.set_day(None))
    assert "body in focus is not there" in page.stage.said.text()
    assert "KS" in boxes(page)


def test_that_a_view_that_was_deleted_elsewhere_is_left(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: save_as(page, "Mine"))
    view_id = desk.read(saved_views)[0].id
    after_drawing(qtbot, page, lambda: desk.run(delete_view, view_id))
    assert page.views_button.text() == "View: Whole country"
    told: list[str] = []
    desk.failed.connect(told.append)
    page.show_item("view", view_id)
    assert told == ["This view is no longer in the file."]


def test_that_what_is_shown_becomes_a_page_of_a_story(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    page.view_actions.do("tell")
    dialog = dialog_of(page, TellDialog)
    dialog.accept()
    assert dialog.error.text() == "A page needs a title."
    dialog.story.setEditText("Autumn")
    dialog.title.setText("The whole")
    dialog.text.setPlainText("So it is.")
    after_drawing(qtbot, page, dialog.accept)
    story = desk.read(story_lines)[0]
    told = desk.read(story_detail, story.id).pages[0]
    assert (story.name, told.title, told.text) == ("Autumn", "The whole", "So it is.")
    assert told.view is not None
    assert desk.read(saved_view, told.view.id).name == "The whole"


def test_that_the_last_view_is_shown_next_time(
    page: GraphPage, desk: Desk, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: save_as(page, "Mine"))
    other = GraphPage(desk)
    own_windows(other)
    assert other.looking.view is not None
    assert other.looking.view.name == "Mine"


# Arrangements ------------------------------------------------------------------------------------


def test_that_the_table_says_the_same_and_keeps_what_is_selected(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    page.stage.select(ids["DU"])
    after_drawing(qtbot, page, lambda: page.looking.choose(table=True))
    assert page.stage.table.isVisible()
    assert page.stage.table.selected_id() == ids["DU"]
    listed = {row.id for row in page.stage.table.shown_records()}
    assert listed == {box.id for box in page.canvas.scene.boxes}
    listed_ids = [row.id for row in page.stage.table.shown_records()]
    page.stage.table.view.selectRow(listed_ids.index(ids["KS"]))
    after_drawing(qtbot, page, lambda: page.looking.choose(table=False))
    assert page.canvas.selected == ids["KS"]


def test_that_rings_stand_around_the_selected_body(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    told: list[str] = []
    desk.failed.connect(told.append)
    page.tools.chosen.emit({"table": False, "arrange": Arrangement.RINGS})
    assert told == ["Select the body to stand in the middle first."]
    page.stage.select(ids["DU"])
    after_drawing(
        qtbot,
        page,
        lambda: page.tools.chosen.emit({"table": False, "arrange": Arrangement.RINGS}),
    )
    assert page.looking.options.focus == ids["DU"]
    after_drawing(qtbot, page, page.canvas.focus_cleared.emit)
    assert page.looking.options.arrange is Arrangement.BANDS


def test_that_the_direction_of_the_focus_decides_who_is_around(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: page.focus_on(ids["DU"]))
    assert boxes(page) == {"DU", "KS", "DigiTrøndelag"}
    after_drawing(qtbot, page, lambda: page.tools.chosen.emit({"direction": Direction.OUT}))
    assert boxes(page) == {"DU", "KS"}


def test_that_a_body_is_found_by_a_part_of_its_name_also_when_folded_away(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    assert "Frosta" not in boxes(page)
    page.finder.setText("frost")
    after_drawing(qtbot, page, page.finder.returnPressed.emit)
    assert page.canvas.selected == ids["Frosta"]
    told: list[str] = []
    desk.failed.connect(told.append)
    page.finder.setText("nowhere")
    page.finder.returnPressed.emit()
    assert told == ["Nothing in the graph is called “nowhere” on this day."]


def test_that_bodies_are_offered_while_one_types_and_enter_goes_to_the_first(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    found: list[str] = []
    page.finder.found.connect(found.append)
    page.finder.setFocus()
    QTest.keyClicks(page.finder, "digi")
    popup = page.finder.completer().popup()
    rows = popup.model().rowCount()
    assert [popup.model().index(row, 0).data() for row in range(rows)] == [
        "Digitaliseringsutvalget", "DigiTrøndelag",
    ]  # fmt: skip
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert found == [ids["Net"]]
    page.finder.clear()
    QTest.keyClicks(page.finder, "digitalis")
    QTest.keyClick(popup if popup.isVisible() else page.finder, Qt.Key.Key_Return)
    assert found == [ids["Net"], ids["DU"]]


def test_that_the_key_tells_what_colours_and_marks_stand_for(page: GraphPage, qtbot: QtBot) -> None:
    assert page.stage.key.words() == (
        "political body", "council", "network", "vacant",
    )  # fmt: skip
    after_drawing(qtbot, page, lambda: page.looking.choose(colouring=Colouring.VACANCIES))
    assert page.stage.key.words() == (
        "no vacant seat",
        "one vacant seat",
        "more vacant seats",
        "vacant",
    )


# Editing -----------------------------------------------------------------------------------------


def test_that_two_clicks_draw_a_relation_that_one_undo_takes_back(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    before = len(rows(desk.workspace, t.RelationRow))
    page.tools.relate.click()
    assert "Click the body" in page.stage.said.text()
    page.canvas.box_selected.emit(ids["Net"])
    assert "DigiTrøndelag is related to" in page.stage.said.text()
    page.canvas.box_selected.emit(ids["KS"])
    assert not page.tools.relate.isChecked()
    dialog = dialog_of(page, RelationDialog)
    dialog.kind.setCurrentIndex(list(RelationKind).index(RelationKind.OBSERVES))
    after_drawing(qtbot, page, dialog.accept)
    assert len(rows(desk.workspace, t.RelationRow)) == before + 1
    desk.workspace.undo()
    assert len(rows(desk.workspace, t.RelationRow)) == before


def test_that_a_line_drawn_from_box_to_box_asks_the_kind_and_is_one_undo(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    before = len(rows(desk.workspace, t.RelationRow))
    page.canvas.relation_begun.emit(ids["Net"])
    assert "DigiTrøndelag is related to" in page.stage.said.text()
    page.canvas.relation_left.emit()
    assert "is related to" not in page.stage.said.text()
    page.canvas.relation_drawn.emit(ids["Net"], ids["KS"])
    dialog = dialog_of(page, RelationDialog)
    assert dialog.other.value() == ids["KS"]
    after_drawing(qtbot, page, dialog.accept)
    assert len(rows(desk.workspace, t.RelationRow)) == before + 1
    desk.workspace.undo()
    assert len(rows(desk.workspace, t.RelationRow)) == before


def test_that_a_file_that_is_only_read_offers_no_handle_to_draw_from(
    tmp_path: Path, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    path = tmp_path / "held.samstyring"
    holder = Workspace.create(path)
    body = a_body(holder, "KS", kind=BodyKind.POLITICAL_BODY, period=a_period("2000"))
    reader = Workspace.open(path, read_only=True)
    desk = Desk(reader, Settings(tmp_path / "own.ini"))
    page = GraphPage(desk)
    own_windows(page)
    after_drawing(qtbot, page, page.show)
    middle = page.canvas.screen_rect_of(body).center().toPoint()
    QTest.mouseMove(page.canvas, middle)
    port = port_of(page.canvas.world.boxes[body], page.canvas.view)
    assert port is not None
    with qtbot.assertNotEmitted(page.canvas.relation_drawn):
        QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=port.toPoint())
    desk.close()
    holder.close()


def test_that_escape_stops_drawing_a_relation(page: GraphPage) -> None:
    page.tools.relate.click()
    page.canvas.focus_cleared.emit()
    assert not page.relating.is_on
    assert "Click the body" not in page.stage.said.text()


def test_that_the_menu_of_a_body_offers_what_can_be_done(
    page: GraphPage, desk: Desk, ids: Ids, qtbot: QtBot
) -> None:
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda kind, item: opened.append((kind, item)))
    page.canvas.context_requested.emit(ids["DU"], QPoint(10, 10))
    menu = page.body_menu.menu
    assert menu is not None
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert not actions["&Let the layout place it"].isEnabled()
    actions["&Open"].trigger()
    actions["Put forward a ca&ndidate…"].trigger()
    seat = rows(desk.workspace, t.SeatRow)[0]["id"]
    assert opened == [("body", ids["DU"]), ("nominate", seat)]
    after_drawing(qtbot, page, actions["&Keep it where it is"].trigger)
    assert rows(desk.workspace, t.PlacementRow)[0]["body_id"] == ids["DU"]
    menu.close()


def test_that_how_two_are_related_is_told_and_drawn(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    page.side.ask_related(ids["Frosta"])
    page.side.related.ask(ids["Frosta"], ids["KS"])
    qtbot.waitUntil(lambda: "Frosta" in boxes(page), timeout=30_000)
    assert page.side.related.paths()[0].sentence in page.stage.said.text()
    assert page.stage.highlight.isVisible()
    after_drawing(qtbot, page, page.side.related.close_button.click)
    assert "Frosta" not in boxes(page)
    assert not page.stage.highlight.isVisible()


def test_that_a_body_is_told_in_words_beside_the_graph(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: page.show_item("body", ids["Net"]))
    assert page.side.words.text().startswith("DigiTrøndelag")
    assert page.canvas.accessibleDescription() == page.stage.said.text()


# Files of all kinds ------------------------------------------------------------------------------


def test_that_an_empty_file_is_told_in_a_sentence(
    tmp_path: Path, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    desk = Desk(Workspace.in_memory(), Settings(tmp_path / "s.ini"))
    page = GraphPage(desk)
    own_windows(page)
    with qtbot.waitSignal(page.stage.drawn, timeout=30_000):
        page.show()
    assert page.stage.said.text().startswith("There are no bodies on")
    assert not page.time.before.isEnabled()
    after_drawing(qtbot, page, lambda: page.looking.choose(table=True))
    page.ask_related()
    assert page.side.related.answer.text() == "Choose two bodies."
    desk.close()


def test_that_every_input_has_a_name_and_nothing_is_cut(
    page: GraphPage, ids: Ids, qtbot: QtBot
) -> None:
    after_drawing(qtbot, page, lambda: page.focus_on(ids["DU"]))
    assert rules.unnamed_inputs(page) == []
    assert rules.mnemonic_clashes(page) == []
    qtbot.waitUntil(lambda: rules.clipped_texts(page) == [], timeout=30_000)


def test_that_no_text_of_the_page_is_unmarked(
    desk: Desk, ids: Ids, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    names = {"KS", "DU", "Digitaliseringsutvalget", "DigiTrøndelag", "Frosta", "Mine"}
    desk.run(save_view, "Mine", "{}")
    with pseudo():
        page = GraphPage(desk)
        own_windows(page)
        with qtbot.waitSignal(page.stage.drawn, timeout=30_000):
            page.show()
        page.side.ask_related(ids["DU"])
        assert unmarked_texts(page, names) == []


def test_that_no_two_actions_of_the_page_read_alike(page: GraphPage) -> None:
    texts = [action.text for action in page.page_actions()]
    assert len(texts) == len(set(texts))
    assert page.status_text() == page.canvas.scene.sentence
