"""The Today page: what is listed, how it is sifted and put off, and where a line leads."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from samstyring.commands.composition import add_rule
from samstyring.commands.kept_candidates import keep_candidacy
from samstyring.commands.nominations import take_step
from samstyring.domain.composition_rules import Force, Size
from samstyring.domain.findings import FindingKind
from samstyring.domain.letters import LetterKind
from samstyring.domain.nominations import StepKind
from samstyring.language import pseudo
from samstyring.ui.desk import Desk
from samstyring.ui.forms import PartialDateEdit
from samstyring.ui.letters import LettersDialog
from samstyring.ui.today import TodayPage
from samstyring.ui.today.limits_dialog import LimitsDialog
from samstyring.ui.today.put_off_dialog import PutOffDialog
from tests.builders import a_body, a_candidacy, a_mandate, a_seat
from tests.ui import rules
from tests.ui.mandates.marked import unmarked_texts


def kinds(page: TodayPage) -> list[FindingKind]:
    """Return the kinds of what is listed."""
    return [finding.kind for finding in page.work.table.shown_records()]  # type: ignore[attr-defined]


def choose(page: TodayPage, kind: FindingKind) -> str:
    """Select the first line of a kind, and return its id."""
    line = next(each for each in page.work.table.shown_records() if each.id.startswith(kind))
    page.work.table.select(line.id)
    page.work.table.record_selected.emit(line.id)
    return line.id


def test_that_each_kind_is_counted_on_its_tile(page: TodayPage) -> None:
    counts = {tile.kind: tile.count for tile in page.work.tiles.tiles}
    assert counts[FindingKind.VACANT] == 1
    assert counts[FindingKind.ENDS_SOON] == 1
    assert counts[FindingKind.NO_MANDATE] == 1
    assert counts[FindingKind.OVERDUE] == 1
    assert counts[FindingKind.UNANSWERED] == 0


def test_that_a_tile_narrows_the_list_to_its_kind(page: TodayPage) -> None:
    vacant = next(tile for tile in page.work.tiles.tiles if tile.kind is FindingKind.VACANT)
    assert len(kinds(page)) == 4
    vacant.click()
    assert kinds(page) == [FindingKind.VACANT]
    vacant.click()
    assert len(kinds(page)) == 4


def test_that_a_line_leads_to_where_it_is_mended(page: TodayPage, qtbot: QtBot) -> None:
    ending = choose(page, FindingKind.ENDS_SOON)
    with qtbot.waitSignal(page.open_requested) as opened:
        page.work.table.record_activated.emit(ending)
    assert opened.args == ["seat", ending.split(":")[1]]


@pytest.mark.parametrize(
    ("kind", "said", "where"),
    [
        (FindingKind.VACANT, "Follow up the round", "round"),
        (FindingKind.ENDS_SOON, "Put forward a successor", "nominate"),
        (FindingKind.NO_MANDATE, "Adopt or draft a mandate", "mandates_of"),
    ],
)
def test_that_the_next_step_is_said_and_taken(
    page: TodayPage, qtbot: QtBot, kind: FindingKind, said: str, where: str
) -> None:
    choose(page, kind)
    assert page.work.step_button.text().replace("&", "") == said
    with qtbot.waitSignal(page.open_requested) as opened:
        page.work.step_button.click()
    assert opened.args[0] == where


def test_that_the_next_step_of_a_late_request_is_a_reminder(page: TodayPage) -> None:
    choose(page, FindingKind.OVERDUE)
    page.work.step_button.click()
    (dialog,) = page.findChildren(LettersDialog)
    assert dialog.kind.currentData() == LetterKind.REMINDER
    assert [letter.recipient for letter in dialog.chosen()] == ["Digi Agder"]


def test_that_those_whose_consent_has_lapsed_are_forgotten_with_one_click(
    page: TodayPage, desk: Desk
) -> None:
    candidacy = a_candidacy(desk.workspace, first_step=StepKind.NOMINATED)
    desk.run(take_step, candidacy, StepKind.NOT_APPOINTED, date(2026, 2, 2))
    desk.run(keep_candidacy, candidacy, consent_on=date(2026, 2, 2), kept_until=date(2026, 3, 1))
    assert FindingKind.LAPSED in kinds(page)
    choose(page, FindingKind.LAPSED)
    assert page.work.selected().sentence == (  # type: ignore[union-attr]
        "The consent of Kari Nordmann to be kept lapsed 01.03.2026."
    )
    assert page.work.step_button.text() == "Forget them"
    page.work.step_button.click()
    assert FindingKind.LAPSED not in kinds(page)
    desk.workspace.undo()
    assert FindingKind.LAPSED in kinds(page)


def test_that_a_broken_rule_leads_to_the_rule(page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    body = a_body(desk.workspace, "Ågruppa")
    rule = desk.run(add_rule, body, Size(3, 5), force=Force.BINDING)
    choose(page, FindingKind.BREACH)
    with qtbot.waitSignal(page.open_requested) as opened:
        page.work.step_button.click()
    assert opened.args == ["rule", rule]


def test_that_a_line_is_gone_when_its_step_is_done(page: TodayPage, desk: Desk) -> None:
    body_id = choose(page, FindingKind.NO_MANDATE).split(":")[1]
    a_mandate(desk.workspace, body_id, adopted_on="2026-03-01")
    assert FindingKind.NO_MANDATE not in kinds(page)


def test_that_what_is_put_off_is_gone_until_its_day(page: TodayPage, desk: Desk) -> None:
    vacant = choose(page, FindingKind.VACANT)
    page.work.later_button.click()
    (dialog,) = page.findChildren(PutOffDialog)
    assert dialog.until.field.text() == "24.03.2026"
    dialog.accept()
    assert FindingKind.VACANT not in kinds(page)
    assert page.status_text() == "3 things need care"
    page.work.sifting.put_off.click()
    assert page.work.table.select(vacant)
    page.work.sifting.put_off.click()
    desk.set_day(date(2026, 3, 24))
    assert FindingKind.VACANT in kinds(page)


def test_that_what_is_put_off_is_taken_up_by_the_same_button(page: TodayPage) -> None:
    choose(page, FindingKind.VACANT)
    page.work.later_button.click()
    page.findChildren(PutOffDialog)[0].accept()
    page.work.sifting.put_off.click()
    choose(page, FindingKind.VACANT)
    assert page.work.later_button.text() == "Take &up again"
    page.work.later_button.click()
    page.work.sifting.put_off.click()
    assert FindingKind.VACANT in kinds(page)


@pytest.mark.parametrize("written", ["", "2026", "10.03.2026"])
def test_that_a_day_that_will_not_do_is_told_of_in_the_dialog(
    page: TodayPage, written: str
) -> None:
    choose(page, FindingKind.VACANT)
    page.work.later_button.click()
    (dialog,) = page.findChildren(PutOffDialog)
    assert isinstance(dialog.until, PartialDateEdit)
    dialog.until.field.setText(written)
    dialog.accept()
    assert dialog.error.text()
    assert FindingKind.VACANT in kinds(page)


def test_that_the_list_can_be_sifted_by_network(page: TodayPage) -> None:
    box = page.work.sifting.network
    assert [box.itemText(place) for place in range(box.count())] == ["All networks", "Digi Agder"]
    box.setCurrentIndex(1)
    assert kinds(page) == [FindingKind.VACANT, FindingKind.OVERDUE]


def test_that_the_list_can_be_sifted_by_body_and_by_what_is_mine(
    page: TodayPage, desk: Desk
) -> None:
    a_seat(desk.workspace, a_body(desk.workspace, "Ågruppa"))
    sifting = page.work.sifting
    sifting.choose_body("mine")
    assert kinds(page) == []
    assert "marked as yours" in sifting.hint()
    sifting.body.setCurrentIndex(sifting.body.findText("Ågruppa"))
    assert kinds(page) == [FindingKind.VACANT, FindingKind.NO_MANDATE]
    sifting.mine.click()
    sifting.choose_body("")
    assert len(kinds(page)) == 6
    sifting.choose_body("mine")
    assert kinds(page) == [FindingKind.VACANT, FindingKind.NO_MANDATE]


def test_that_what_counts_as_long_is_kept_in_the_file(page: TodayPage, desk: Desk) -> None:
    body = a_body(desk.workspace, "Ågruppa")
    a_mandate(desk.workspace, body, adopted_on="2024-01-01")
    page.ask_limits()
    (dialog,) = page.findChildren(LimitsDialog)
    assert (dialog.verify.value(), dialog.revise.value()) == (12, 48)
    dialog.revise.setValue(24)
    dialog.accept()
    assert FindingKind.REVISION in kinds(page)


def test_that_the_calendar_is_written_where_it_is_asked_for(
    page: TodayPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.ask_calendar()
    target = tmp_path / "year.ics"
    assert page.file_dialog is not None
    page.file_dialog.fileSelected.emit(str(target))
    page.file_dialog.reject()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: b"END:VCALENDAR" in target.read_bytes())
    assert "Kari Ås" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("tab", [0, 1])
def test_that_the_page_can_be_used_without_eyes_or_mouse(page: TodayPage, tab: int) -> None:
    page.tabs.setCurrentIndex(tab)
    assert rules.breaches(page) == []


def test_that_every_text_is_sent_through_the_translation(
    desk: Desk, own_windows: object, qtbot: QtBot
) -> None:
    with pseudo():
        shown = TodayPage(desk)
        own_windows(shown)  # type: ignore[operator]
        shown.show()
        choose(shown, FindingKind.VACANT)
        data = {"Fagrådet", "Digi Agder", "10. mars 2026", "10 March 2026", "KS"}
        assert unmarked_texts(shown, data) == []
        shown.tabs.setCurrentIndex(1)
        assert unmarked_texts(shown, data) == []
