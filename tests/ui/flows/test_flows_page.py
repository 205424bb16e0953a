"""The Flows page: what is listed and told, what is missing, and what can be done."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.flows import ChannelFacts, add_channel
from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.flows import ChannelLine, FlowDirection, FlowKind
from samstyring.domain.periods import PartialDate
from samstyring.language import pseudo
from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.flows import FlowsPage
from samstyring.ui.flows.dialogs import ChangeDialog, ChannelDialog
from samstyring.ui.flows.words import channel_sentence
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_channel, a_period, a_seat, rows, the_row
from tests.ui import rules
from tests.ui.mandates.marked import unmarked_texts

NAMES = {"DigiTrøndelag", "Digi Agder", "DU", "DigiTrøndelag → DU", "DU → DigiTrøndelag"}


@pytest.fixture
def ids() -> dict[str, str]:
    """Remember the ids of the bodies and channels by what they are called here."""
    return {}


@pytest.fixture
def desk(tmp_path: Path, ids: dict[str, str]) -> Iterator[Desk]:
    """Open a file with two networks, of which one sends needs up and is told things."""
    opened = Workspace.in_memory()
    for name in ("DigiTrøndelag", "Digi Agder"):
        ids[name] = a_body(opened, name, kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL)
    ids["DU"] = a_body(opened, "DU", kind=BodyKind.COMMITTEE)
    facts = ChannelFacts(
        ids["DigiTrøndelag"], ids["DU"], FlowKind.NEED, "case papers", "before each meeting",
        a_seat(opened, ids["DU"]), a_period("2021"), "Gathered first.",
    )  # fmt: skip
    ids["need"] = opened.run(add_channel, facts)
    ids["old"] = a_channel(opened, ids["DigiTrøndelag"], ids["DU"], period=a_period("2018", "2020"))
    ids["news"] = a_channel(opened, ids["DU"], ids["DigiTrøndelag"], kind=FlowKind.INFORMATION)
    made = Desk(opened, Settings(tmp_path / "settings.ini"))
    made.set_day(date(2026, 2, 7))
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, own_windows: Callable[[QWidget], QWidget]) -> FlowsPage:
    """Show the page."""
    shown = FlowsPage(desk)
    own_windows(shown)
    shown.resize(1000, 640)
    shown.show()
    return shown


def _listed(page: FlowsPage) -> list[str]:
    return [row.id for row in page.table.shown_records()]


def _dialog(page: FlowsPage, kind: type[FormDialog]) -> FormDialog:
    return next(d for d in page.findChildren(kind) if d.isVisible())


def test_that_a_channel_is_told_in_a_sentence(page: FlowsPage, ids: dict[str, str]) -> None:
    page.show_item("flow", ids["need"])
    assert page.detail.sentence.text() == (
        "DigiTrøndelag sends needs up to DU, by case papers, before each meeting."
    )
    assert page.detail.since.text() == "It has run since 2021."
    assert page.detail.direction.text() == "up · need"


@pytest.mark.parametrize("kind", list(FlowKind))
@pytest.mark.parametrize("direction", list(FlowDirection))
def test_that_every_kind_and_direction_has_a_sentence(
    page: FlowsPage, kind: FlowKind, direction: FlowDirection
) -> None:
    line = page.table.shown_records()[0]
    assert isinstance(line, ChannelLine)
    sentence = channel_sentence(replace(line, kind=kind, direction=direction))
    assert f" {direction} to " in sentence
    assert sentence.endswith(".")


def test_that_the_summary_says_what_is_missing(page: FlowsPage) -> None:
    assert page.summary.counts.text() == "2 channels: 1 up, 1 down and 0 across."
    assert page.summary.gaps.text() == (
        "No channel leads up from 1 regional network and none leads down to 1 regional network."
    )
    up = page.overview.sections[FlowDirection.UP]
    assert "Digi Agder" in [row.row.title for row in up._rows.values()]


def test_that_the_summary_says_when_nothing_is_missing(
    page: FlowsPage, desk: Desk, ids: dict[str, str]
) -> None:
    a_channel(desk.workspace, ids["Digi Agder"], ids["DU"])
    a_channel(desk.workspace, ids["DU"], ids["Digi Agder"])
    assert "every regional network" in page.overview.sentence.text()
    assert not page.summary.gaps.isVisible()


def test_that_the_summary_comes_back_when_asked_for(page: FlowsPage, ids: dict[str, str]) -> None:
    page.show_item("flow", ids["need"])
    assert page.detail.isVisible()
    page.summary.button.click()
    assert page.overview.isVisible()
    assert page.table.selected_id() is None


def test_that_the_list_narrows_by_direction_kind_and_body(
    page: FlowsPage, ids: dict[str, str]
) -> None:
    filters = page.filters
    filters.direction.setCurrentIndex(filters.direction.findData("down"))
    assert _listed(page) == [ids["news"]]
    filters.clear()
    filters.kind.setCurrentIndex(filters.kind.findData("need"))
    assert _listed(page) == [ids["need"]]
    filters.clear()
    filters.body.setCurrentIndex(filters.body.findData(ids["DU"]))
    assert len(_listed(page)) == 2


def test_that_a_channel_asked_for_is_shown_through_a_filter(
    page: FlowsPage, ids: dict[str, str]
) -> None:
    page.filters.direction.setCurrentIndex(page.filters.direction.findData("down"))
    page.show_item("flow", ids["need"])
    assert page.table.selected_id() == ids["need"]


def test_that_what_was_before_is_told_and_led_to(
    page: FlowsPage, ids: dict[str, str], qtbot: QtBot
) -> None:
    page.show_item("flow", ids["need"])
    former = page.detail.before.row(ids["old"])
    assert former is not None
    page.detail.before.link_opened.emit("flow", ids["old"])
    assert page.detail.chip.word() == "ended"
    assert page.detail.since.text() == "It ended 2020."


def test_that_both_ends_are_links(page: FlowsPage, ids: dict[str, str], qtbot: QtBot) -> None:
    page.show_item("flow", ids["need"])
    with qtbot.waitSignal(page.open_requested) as opened:
        page.detail.to_link.click()
    assert opened.args == ["body", ids["DU"]]


def test_that_a_new_channel_is_added_and_shown(
    page: FlowsPage, desk: Desk, ids: dict[str, str]
) -> None:
    page.add_button.click()
    dialog = _dialog(page, ChannelDialog)
    assert isinstance(dialog, ChannelDialog)
    dialog.accept()
    assert dialog.error.text() == "Choose a body at both ends."
    dialog.from_body.set_value(ids["Digi Agder"])
    dialog.to_body.set_value(ids["DU"])
    dialog.kind.set_value(FlowKind.INPUT)
    dialog.accept()
    assert page.detail.heading.text() == "Digi Agder → DU"
    assert "none leads down" in page.summary.gaps.text().lower()


def test_that_the_seats_offered_are_those_of_both_ends(
    page: FlowsPage, desk: Desk, ids: dict[str, str]
) -> None:
    page.show_item("flow", ids["need"])
    page.detail.verbs.trigger("correct")
    dialog = _dialog(page, ChannelDialog)
    assert isinstance(dialog, ChannelDialog)
    seat_id = the_row(desk.workspace, t.SeatRow)["id"]
    assert dialog.seat.value() == seat_id
    dialog.rhythm.setText("every month")
    dialog.accept()
    row = the_row(desk.workspace, t.ChannelRow, id=ids["need"])
    assert (row["rhythm"], row["seat_id"], row["first_day"]) == ("every month", seat_id, "2021")


def test_that_a_channel_changes_from_a_day(
    page: FlowsPage, desk: Desk, ids: dict[str, str]
) -> None:
    page.show_item("flow", ids["need"])
    page.detail.verbs.trigger("change")
    dialog = _dialog(page, ChangeDialog)
    assert isinstance(dialog, ChangeDialog)
    assert dialog.consequence.text() == "The former one ends 06.02.2026."
    dialog.medium.setText("a meeting")
    dialog.accept()
    assert the_row(desk.workspace, t.ChannelRow, id=ids["need"])["last_day"] == "2026-02-06"
    assert "by a meeting" in page.detail.sentence.text()
    assert page.detail.before.row(ids["need"]) is not None


def test_that_a_channel_ends(page: FlowsPage, desk: Desk, ids: dict[str, str]) -> None:
    page.show_item("flow", ids["need"])
    page.detail.verbs.trigger("end")
    dialog = _dialog(page, EndDialog)
    assert isinstance(dialog, EndDialog)
    dialog.last_day.set_value(PartialDate(2026, 1, 31))
    dialog.accept()
    assert _listed(page) == [ids["news"]]
    assert page.detail.chip.word() == "ended"


def test_that_a_channel_is_deleted_with_a_key_and_comes_back_with_undo(
    page: FlowsPage, desk: Desk, ids: dict[str, str], qtbot: QtBot
) -> None:
    page.show_item("flow", ids["need"])
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Delete)
    assert _listed(page) == [ids["news"]]
    assert page.overview.isVisible()
    desk.workspace.undo()
    assert len(rows(desk.workspace, t.ChannelRow)) == 3


def test_that_the_page_tells_how_it_was_on_another_day(
    page: FlowsPage, desk: Desk, ids: dict[str, str]
) -> None:
    desk.set_day(date(2019, 5, 1))
    assert page.heading.text() == "Information flows as of 01.05.2019"
    assert ids["old"] in _listed(page)
    assert ids["need"] not in _listed(page)


def test_that_the_page_can_be_used_without_eyes_or_mouse(
    page: FlowsPage, ids: dict[str, str]
) -> None:
    assert rules.breaches(page) + rules.rich_data_labels(page) == []
    page.show_item("flow", ids["need"])
    assert rules.breaches(page) + rules.rich_data_labels(page) == []
    page.add()
    dialog = _dialog(page, ChannelDialog)
    assert rules.breaches(dialog) + rules.rich_data_labels(dialog) == []


def test_that_all_words_are_translated(
    desk: Desk, ids: dict[str, str], own_windows: Callable[[QWidget], QWidget]
) -> None:
    data = {*NAMES, "case papers", "before each meeting", "Gathered first."}
    with pseudo():
        page = FlowsPage(desk)
        own_windows(page)
        page.show()
        assert unmarked_texts(page, data) == []
        page.show_item("flow", ids["need"])
        found = unmarked_texts(page, data)
        # When and by whom a change was written is data, and the day is another each time.
        assert [text for text in found if not text.endswith("· test")] == []
