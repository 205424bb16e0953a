"""Trying out who could sit: before and after at once, suggestions, recommending those chosen."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.composition import delete_rule
from samstyring.commands.nominations import take_step
from samstyring.domain.nominations import StepKind
from samstyring.language import pseudo
from samstyring.queries.composition import suggestion_problem
from samstyring.queries.composition_trial import body_to_try
from samstyring.queries.nominations import candidacy_detail
from samstyring.ui.composition.body_trial import BodyTrial
from samstyring.ui.composition.dialogs import RecommendDialog
from samstyring.ui.composition.seat_picker import STAY, SeatPicker
from samstyring.ui.composition.what_if_dialog import WhatIfDialog
from samstyring.ui.composition.what_if_pane import WhatIfPane
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, FittingScroll
from samstyring.ui.nominations import make_nominations_page
from samstyring.ui.nominations.page import NominationsPage
from samstyring.ui.theme import apply_text_size
from tests import builders
from tests.ui import rules
from tests.ui.composition.conftest import DAY, Committee, Own, settled

Form = TypeVar("Form", bound=QWidget)


def form_of(kind: type[Form]) -> Form:
    """Return the one open window of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


@pytest.fixture
def pane(desk: Desk, committee: Committee, own_windows: Own) -> WhatIfPane:
    """Try out the seats of the round."""
    pane = WhatIfPane(desk, suggestion_problem)
    scroll = own_windows(FittingScroll(pane))
    scroll.resize(560, 700)
    scroll.show()
    pane.show_item(committee.round)
    return pane


def trial(pane: WhatIfPane) -> BodyTrial:
    """Return the one body that is tried out."""
    (only,) = pane.trials
    return only


def picker(pane: WhatIfPane, seat_id: str) -> SeatPicker:
    """Return the field of a seat."""
    return trial(pane).pickers[seat_id]


def pick(pane: WhatIfPane, seat_id: str, key: str) -> None:
    """Choose from the list of a seat as the user does."""
    box = picker(pane, seat_id)
    row = box.offered().index(key)
    box.setCurrentIndex(row)
    box.activated.emit(row)


def outcomes(pane: WhatIfPane) -> list[tuple[str, str]]:
    """Return the words on the chips of size, regions and gender, before and after."""
    return list(trial(pane).comparison.outcomes())


def step_of(desk: Desk, candidacy_id: str) -> StepKind:
    """Return where a candidacy stands."""
    return desk.read(candidacy_detail, candidacy_id, as_of=DAY).line.step


def suggest(pane: WhatIfPane, qtbot: QtBot) -> None:
    """Press the button and wait for the answer."""
    with qtbot.waitSignal(pane._search.finished, timeout=20_000):
        pane.buttons.trigger("suggest")


# Choosing -----------------------------------------------------------------------------------------


def test_that_candidates_are_offered_first_then_anyone(
    pane: WhatIfPane, committee: Committee
) -> None:
    first, second = picker(pane, committee.first), picker(pane, committee.second)
    assert first.offered() == (
        STAY,
        f"candidacy:{committee.karis}",
        f"candidacy:{committee.pers}",
        f"person:{committee.ola}",
        f"person:{committee.siv}",
    )
    assert second.offered()[1].startswith("person:")
    assert first.currentText() == "Nobody: the seat stays vacant"
    assert first.itemText(1) == "Kari Ås · put forward by Digi Vestland"


def test_that_a_choice_is_seen_at_once_and_nothing_is_written(
    pane: WhatIfPane, desk: Desk, committee: Committee
) -> None:
    before = builders.journal_length(desk.workspace)
    assert outcomes(pane) == [("broken", "broken"), ("broken", "broken"), ("met", "met")]
    assert "Nobody new is chosen" in trial(pane).summary.text()
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    assert outcomes(pane) == [("broken", "met"), ("broken", "met"), ("met", "met")]
    assert trial(pane).summary.text() == (
        "1 person is chosen. Comes to be met: number of members and members from each region."
    )
    after = trial(pane).comparison.spread_after()
    assert after[:3] == ("chair 1, member 1", "1", "2 networks, 0 counties")
    assert "female 1, male 1" in after
    assert builders.journal_length(desk.workspace) == before


def test_that_a_rule_that_is_lost_is_told(pane: WhatIfPane, committee: Committee) -> None:
    pick(pane, committee.first, f"candidacy:{committee.pers}")
    assert outcomes(pane)[2] == ("met", "broken")
    assert "Is met no more: gender balance by § 28." in trial(pane).summary.text()


def test_that_anyone_can_be_tried_out(pane: WhatIfPane, committee: Committee) -> None:
    pick(pane, committee.second, f"person:{committee.siv}")
    (siv,) = pane.chosen()
    assert (siv.candidacy_id, siv.sitter.person_name) == ("", "Siv Øy")
    assert outcomes(pane)[1] == ("broken", "met")


def test_that_a_name_can_be_typed(pane: WhatIfPane, committee: Committee, qtbot: QtBot) -> None:
    box = picker(pane, committee.second)
    field = box.lineEdit()
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "siv")
    field.editingFinished.emit()
    assert [each.sitter.person_name for each in pane.chosen()] == ["Siv Øy"]


def test_that_what_is_no_choice_falls_back(
    pane: WhatIfPane, committee: Committee, qtbot: QtBot
) -> None:
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    field = picker(pane, committee.first).lineEdit()
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "xyz")
    field.editingFinished.emit()
    assert picker(pane, committee.first).currentText().startswith("Kari Ås")
    field.clear()
    field.editingFinished.emit()
    assert pane.chosen() == ()
    assert picker(pane, committee.first).currentText() == "Nobody: the seat stays vacant"


def test_that_one_chosen_twice_is_told_of(pane: WhatIfPane, committee: Committee) -> None:
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    pick(pane, committee.second, f"person:{committee.kari}")
    assert pane.error.text() == "Chosen for more than one seat in a body: Kari Ås."
    pane.buttons.trigger("clear")
    assert (pane.error.text(), pane.chosen()) == ("", ())
    assert outcomes(pane)[0] == ("broken", "broken")


def test_that_the_wheel_changes_no_choice(pane: WhatIfPane, committee: Committee) -> None:
    box = picker(pane, committee.first)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == 0


# When the file changes ----------------------------------------------------------------------------


def test_that_choices_survive_news(pane: WhatIfPane, desk: Desk, committee: Committee) -> None:
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    fields = trial(pane).pickers
    builders.a_person(desk.workspace, "Ny Person")
    assert trial(pane).pickers is fields
    assert [each.candidacy_id for each in pane.chosen()] == [committee.karis]
    desk.run(delete_rule, committee.size)
    assert outcomes(pane) == [("broken", "met"), ("met", "met")]
    assert [each.candidacy_id for each in pane.chosen()] == [committee.karis]


def test_that_a_candidate_who_withdraws_is_chosen_no_more(
    pane: WhatIfPane, desk: Desk, committee: Committee
) -> None:
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    desk.run(take_step, committee.karis, StepKind.WITHDRAWN, DAY)
    assert pane.chosen() == ()
    assert picker(pane, committee.first).key == STAY


def test_that_a_round_without_seats_says_so(pane: WhatIfPane, desk: Desk) -> None:
    pane.show_item(builders.a_round(desk.workspace, name="Tom"))
    assert "This round has no seats to fill." in pane.error.text()
    assert pane.trials == ()
    assert not pane.buttons.button("suggest").isEnabled()


# Suggesting ---------------------------------------------------------------------------------------


def test_that_alternatives_come_in_order_and_fill_the_fields(
    pane: WhatIfPane, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    before = builders.journal_length(desk.workspace)
    suggest(pane, qtbot)
    best, second, *_rest = pane.alternatives.cards
    words = " ".join(label.text() for label in best.findChildren(QLabel))
    assert "Alternative 1" in words
    assert "Seat 2 Kari Ås" in words
    assert "met: number of members" in words
    best.button.click()
    assert [each.candidacy_id for each in pane.chosen()] == [committee.karis]
    assert outcomes(pane) == [("broken", "met"), ("broken", "met"), ("met", "met")]
    second.button.click()
    assert [each.candidacy_id for each in pane.chosen()] == [committee.pers]
    assert builders.journal_length(desk.workspace) == before


def test_that_rules_in_conflict_are_named(
    pane: WhatIfPane, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    desk.run(take_step, committee.karis, StepKind.WITHDRAWN, DAY)
    suggest(pane, qtbot)
    assert any("members from each region" in text for text in pane.alternatives.texts())


def test_that_a_suggestion_goes_when_what_it_stood_on_changes(
    pane: WhatIfPane, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    suggest(pane, qtbot)
    desk.run(delete_rule, committee.size)
    assert pane.alternatives.cards == ()
    assert not pane.alternatives.isVisible()


def test_that_a_search_can_be_stopped(pane: WhatIfPane, qtbot: QtBot) -> None:
    pane.buttons.trigger("suggest")
    assert not pane.buttons.button("suggest").isEnabled()
    pane.bar._on_stop()
    qtbot.waitUntil(pane.buttons.button("suggest").isEnabled, timeout=20_000)
    assert pane.alternatives.cards == ()


# Mending ------------------------------------------------------------------------------------------


def mend(pane: WhatIfPane, rule_id: str, qtbot: QtBot) -> None:
    """Press the button below a broken rule and wait for the answer."""
    button = trial(pane).comparison.mending[rule_id]
    assert button.isVisibleTo(pane)
    with qtbot.waitSignal(pane._search.finished, timeout=20_000):
        button.click()


def test_that_the_smallest_change_is_told_and_tried_out_only(
    pane: WhatIfPane, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    before = builders.journal_length(desk.workspace)
    mend(pane, committee.regions, qtbot)
    (card, *_rest) = pane.alternatives.cards
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Change 1" in words
    assert "Seat 2: Kari Ås in, where nobody sits." in words
    assert "Comes to be met: number of members and members from each region." in words
    assert "What mends “Members from each region (network)”" in pane.alternatives.texts()[0]
    card.button.click()
    assert [each.candidacy_id for each in pane.chosen()] == [committee.karis]
    assert not trial(pane).comparison.mending[committee.regions].isVisibleTo(pane)
    assert builders.journal_length(desk.workspace) == before


def test_that_a_change_starts_from_what_is_tried_out(
    pane: WhatIfPane, committee: Committee, qtbot: QtBot
) -> None:
    pick(pane, committee.first, f"candidacy:{committee.pers}")
    pick(pane, committee.second, f"person:{committee.ola}")
    mend(pane, committee.gender, qtbot)
    (card, *_rest) = pane.alternatives.cards
    words = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "Seat 2: Kari Ås in, Per Li out." in words
    card.button.click()
    assert picker(pane, committee.first).key == f"candidacy:{committee.karis}"
    assert picker(pane, committee.second).key == f"person:{committee.ola}"


def test_that_what_nobody_can_mend_is_told_of(
    pane: WhatIfPane, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    desk.run(take_step, committee.karis, StepKind.WITHDRAWN, DAY)
    mend(pane, committee.regions, qtbot)
    assert pane.alternatives.cards == ()
    (said,) = pane.alternatives.texts()
    assert said.startswith("No choice of these candidates meets this rule")


def test_that_a_body_can_be_asked_what_mends_a_rule(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot
) -> None:
    dialog = own_windows(WhatIfDialog(desk, committee.body, mend=committee.regions))
    dialog.show()
    qtbot.waitUntil(lambda: len(dialog.pane.alternatives.cards) > 0, timeout=20_000)
    settled(qtbot, dialog)
    assert rules.breaches(dialog) == []


# Recommending -------------------------------------------------------------------------------------


def test_that_those_chosen_are_recommended_in_one_undo(
    pane: WhatIfPane, desk: Desk, committee: Committee
) -> None:
    assert not pane.buttons.button("recommend").isEnabled()
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    pick(pane, committee.second, f"person:{committee.siv}")
    pane.buttons.trigger("recommend")
    form = form_of(RecommendDialog)
    assert form.sentence.text().endswith("Kari Ås (seat 2).")
    said = " ".join(label.text() for label in form.findChildren(QLabel))
    assert "Not put forward for the seat, and left out: Siv Øy." in said
    assert step_of(desk, committee.karis) is StepKind.NOMINATED
    form.by_whom.setText("KS")
    form.accept()
    assert step_of(desk, committee.karis) is StepKind.RECOMMENDED
    desk.workspace.undo()
    assert step_of(desk, committee.karis) is StepKind.NOMINATED


def test_that_one_not_yet_nominated_is_not_recommended(
    pane: WhatIfPane, desk: Desk, committee: Committee
) -> None:
    pick(pane, committee.first, f"candidacy:{committee.pers}")
    pane.buttons.trigger("recommend")
    assert pane.error.text() == (
        "There is nobody to recommend now. Must be nominated first, and are left out: "
        "Per Li (proposed)."
    )
    assert step_of(desk, committee.pers) is StepKind.PROPOSED


# In the window ------------------------------------------------------------------------------------


def test_that_a_round_has_a_tab_for_it_that_takes_no_room_elsewhere(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot
) -> None:
    page: NominationsPage = own_windows(make_nominations_page(desk))
    page.resize(1000, 700)
    page.show()
    panel = page.panel
    assert not panel.what_if.pane.isVisible()
    assert panel.what_if.sizeHint().height() < 60
    panel.tabs.setCurrentWidget(panel.what_if)
    pick(panel.what_if.pane, committee.first, f"candidacy:{committee.karis}")
    assert outcomes(panel.what_if.pane)[0] == ("broken", "met")
    settled(qtbot, page)
    assert rules.breaches(page) == []


def test_that_a_body_shows_first_the_seats_that_are_open(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot
) -> None:
    dialog = own_windows(WhatIfDialog(desk, committee.body))
    dialog.show()
    settled(qtbot, dialog)
    fields = trial(dialog.pane).pickers
    assert not fields[committee.chair].isVisible()
    assert fields[committee.first].isVisible()
    trial(dialog.pane).every.setChecked(True)
    assert fields[committee.chair].isVisible()
    assert fields[committee.chair].currentText() == "Ola Nes stays"
    pick(dialog.pane, committee.chair, f"person:{committee.siv}")
    assert "female 1" in trial(dialog.pane).comparison.spread_after()


# For everyone -------------------------------------------------------------------------------------


@pytest.fixture(params=[100, 200])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    """Show all text at a size."""
    apply_text_size(qapp, request.param)
    yield request.param
    apply_text_size(qapp, 100)


def test_that_the_window_is_for_everyone(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot, text_size: int
) -> None:
    dialog = own_windows(WhatIfDialog(desk, committee.body))
    dialog.show()
    suggest(dialog.pane, qtbot)
    dialog.pane.alternatives.cards[0].button.click()
    settled(qtbot, dialog)
    assert rules.breaches(dialog) == []
    assert rules.jumping_tab_order(dialog) == []
    assert rules.rich_data_labels(dialog) == []


def test_that_the_form_to_recommend_is_for_everyone(
    pane: WhatIfPane, committee: Committee, qtbot: QtBot, text_size: int
) -> None:
    pick(pane, committee.first, f"candidacy:{committee.karis}")
    pick(pane, committee.second, f"person:{committee.siv}")
    pane.buttons.trigger("recommend")
    form = form_of(RecommendDialog)
    settled(qtbot, form)
    assert rules.breaches(form) == []
    assert rules.jumping_tab_order(form) == []
    form.reject()


def test_that_every_text_goes_through_translation(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot
) -> None:
    with pseudo():
        pane = own_windows(WhatIfPane(desk, body_to_try))
        pane.show()
        pane.show_item(committee.body)
        suggest(pane, qtbot)
        pane.alternatives.cards[0].button.click()
        shown = {w.text() for w in pane.findChildren(QLabel) if w.isVisible() and w.text()}
        shown |= {w.text() for w in pane.findChildren(QAbstractButton) if w.isVisible()}
        shown |= {chip.word() for chip in pane.findChildren(Chip)}
        shown |= {box.itemText(row) for box in pane.findChildren(SeatPicker) for row in range(2)}
    data = {"Digitaliseringsutvalget", ""}
    unmarked = {text for text in shown - data if "«§" not in text and not text.isdigit()}
    assert {text for text in unmarked if "·" not in text} == set()
