"""The board of a round: who stands where, who is late, and moving on by hand or by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from samstyring.commands.nominations import take_step
from samstyring.domain.nominations import StepKind
from samstyring.language import pseudo
from samstyring.queries.nominations import candidacy_detail
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip
from samstyring.ui.nominations import make_nominations_page
from samstyring.ui.nominations.board_tab import BoardTab
from samstyring.ui.nominations.candidacy_dialogs import AppointDialog, StepDialog
from samstyring.ui.nominations.candidate_chip import CandidateChip
from samstyring.ui.nominations.page import NominationsPage
from tests import builders
from tests.ui import rules
from tests.ui.nominations.conftest import DAY, Call, Own
from tests.ui.nominations.test_nominations_page import form_of


@pytest.fixture
def board(page: NominationsPage, qtbot: QtBot) -> BoardTab:
    """Show the board of the round."""
    page.panel.tabs.setCurrentWidget(page.panel.board)
    qtbot.wait(10)
    return page.panel.board


def _drag(qtbot: QtBot, chip: CandidateChip, to: QPoint) -> None:
    """Take hold of a chip, carry it to a place on the screen and let go."""
    start = chip.rect().center()
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    for where in (start + QPoint(30, 30), chip.mapFromGlobal(to)):
        qtbot.mouseMove(chip, where)
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=chip.mapFromGlobal(to))


def test_that_the_board_tells_who_stands_where_and_who_is_late(board: BoardTab, call: Call) -> None:
    assert board.said.text() == "Digi Agder is late."
    (chip,) = board.grid.chips()
    assert chip.texts() == ("Kari Ås", "nominated")
    assert chip.accessibleName() == (
        "Kari Ås, nominated, put forward by Digi Vestland for KommIT-rådet, member, seat 2"
    )
    words = [chip.word() for chip in board.grid.findChildren(Chip)]
    assert sorted(words) == ["answered", "late", "late", "overdue", "vacant"]


def test_that_a_candidate_who_is_chosen_can_take_the_next_steps(
    board: BoardTab, call: Call, qtbot: QtBot
) -> None:
    assert board.strip.keys() == ()
    board.grid.chip(call.candidacy).click()
    assert board.strip.keys() == (
        "recommended", "appoint", "declined", "not_appointed", "withdrawn",
    )  # fmt: skip
    assert "Kari Ås is nominated. KommIT-rådet, member, seat 2." in board.strip.said.text()


def test_that_each_step_keeps_its_place_and_the_next_is_marked(
    page: NominationsPage, board: BoardTab, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    def places() -> dict[str, QPoint]:
        qtbot.wait(10)
        return {target.key: target.pos() for target in board.strip._targets}

    board.grid.chip(call.candidacy).click()
    before = places()
    assert board.strip.target("recommended").isDefault()
    assert board.strip.target("asked").toolTip() == (
        "A candidacy that is nominated cannot become asked at once."
    )
    desk.run(take_step, call.candidacy, StepKind.RECOMMENDED, DAY)
    assert places() == before
    assert board.strip.target("appoint").isDefault()
    assert not board.strip.target("recommended").isEnabled()


def test_that_a_candidate_is_dragged_onto_a_step(
    board: BoardTab, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    chip = board.grid.chip(call.candidacy)
    chip.click()
    qtbot.wait(10)
    target = board.strip.target("recommended")
    _drag(qtbot, chip, target.mapToGlobal(target.rect().center()))
    form_of(StepDialog).accept()
    assert _step(desk, call) is StepKind.RECOMMENDED
    assert board.grid.chip(call.candidacy).texts()[1] == "recommended"


def test_that_a_candidate_who_is_let_go_elsewhere_stays(
    board: BoardTab, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    chip = board.grid.chip(call.candidacy)
    chip.click()
    qtbot.wait(10)
    _drag(qtbot, chip, board.mapToGlobal(QPoint(2, 2)))
    target = board.strip.target("withdrawn")
    start = chip.rect().center()
    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chip, start + QPoint(30, 30))
    qtbot.keyClick(chip, Qt.Key.Key_Escape)
    there = chip.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    qtbot.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=there)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, StepDialog)]
    assert _step(desk, call) is StepKind.NOMINATED


def test_that_the_keyboard_does_the_same(
    board: BoardTab, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    board.grid.chip(call.candidacy).setFocus()
    board.strip.show_steps(board._lines[call.candidacy])
    qtbot.keyClick(board.strip.target("appoint"), Qt.Key.Key_Space)
    form_of(AppointDialog).accept()
    assert _step(desk, call) is StepKind.APPOINTED
    board.grid.chip(call.candidacy).click()
    assert board.strip.keys() == ()
    assert "no step follows" in board.strip.said.text()


def test_that_the_menu_of_a_candidate_has_the_same_steps(
    board: BoardTab, call: Call, qtbot: QtBot
) -> None:
    board.grid.chip(call.candidacy).menu_asked.emit(call.candidacy, QPoint(0, 0))
    menu = board.strip.findChild(QMenu)
    assert menu is not None
    assert [entry.text() for entry in menu.actions()][:2] == ["Recommend…", "Appoint…"]
    menu.actions()[0].trigger()
    menu.hide()
    form_of(StepDialog).reject()


def test_that_the_arrows_go_from_candidate_to_candidate(
    page: NominationsPage, board: BoardTab, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    file = desk.workspace
    beside = builders.a_candidacy(
        file, call.vacant, builders.a_person(file, "Per"), call.agder, round_id=call.round
    )
    above = builders.a_candidacy(
        file, call.olas, builders.a_person(file, "Eva"), call.vestland, round_id=call.round
    )
    page.activateWindow()
    qtbot.wait(10)
    board.grid.chip(call.candidacy).setFocus()
    for key, reached in (
        (Qt.Key.Key_Left, beside),
        (Qt.Key.Key_Right, call.candidacy),
        (Qt.Key.Key_Up, above),
        (Qt.Key.Key_Down, call.candidacy),
    ):
        qtbot.keyClick(page.focusWidget(), key)
        assert page.focusWidget() is board.grid.chip(reached)


def test_that_a_seat_is_level_with_its_candidates(
    board: BoardTab, call: Call, qtbot: QtBot
) -> None:
    qtbot.wait(10)
    names = [label for label in board.grid.findChildren(QLabel) if label.text() == "KommIT-rådet"]
    tops = [label.mapTo(board, QPoint(0, 0)).y() for label in names]
    chip = board.grid.chip(call.candidacy).mapTo(board, QPoint(0, 0)).y()
    assert abs(tops[1] - chip) <= 2
    assert tops[0] < tops[1]


def test_that_enter_shows_all_of_a_candidacy(
    page: NominationsPage, board: BoardTab, call: Call, qtbot: QtBot
) -> None:
    qtbot.keyClick(board.grid.chip(call.candidacy), Qt.Key.Key_Return)
    assert page.panel.tabs.currentWidget() is page.panel.candidacies
    assert page.panel.candidacies.table.selected_id() == call.candidacy


def test_that_a_file_for_reading_offers_no_step(board: BoardTab, desk: Desk, call: Call) -> None:
    desk.workspace.read_only_reason = "Opened for reading."
    board.grid.chip(call.candidacy).click()
    target = board.strip.target("recommended")
    assert not target.isEnabled()
    assert target.toolTip() == "Opened for reading."


def test_that_the_board_is_for_everyone(
    page: NominationsPage, board: BoardTab, call: Call, qtbot: QtBot
) -> None:
    board.grid.chip(call.candidacy).click()
    qtbot.waitUntil(lambda: rules.breaches(page) == [], timeout=30_000)  # laid out in its own time
    assert rules.rich_data_labels(page) == []
    assert rules.jumping_tab_order(page) == []


def test_that_every_text_of_the_board_goes_through_translation(
    desk: Desk, call: Call, own_windows: Own
) -> None:
    data = {"KommIT-rådet", "Digi Agder", "Digi Vestland", "Ola Nordmann", "–"}
    with pseudo():
        page = own_windows(make_nominations_page(desk))
        page.show()
        board = page.panel.board
        page.panel.tabs.setCurrentWidget(board)
        board.grid.chip(call.candidacy).click()
        seen = [label.text() for label in board.findChildren(QLabel)]
        seen += [button.text() for button in board.findChildren(QPushButton)]
        seen += [chip.word() for chip in board.findChildren(Chip)]
        seen += [chip.texts()[1] for chip in board.grid.chips()]
    assert [text for text in seen if text and "«§" not in text and text not in data] == []


def _step(desk: Desk, call: Call) -> StepKind:
    return desk.read(candidacy_detail, call.candidacy, as_of=DAY).line.step
