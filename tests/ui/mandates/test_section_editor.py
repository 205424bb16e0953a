"""The editor of a draft: when it saves, what one undo takes back, and that nothing is lost."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.mandates import delete_section
from samstyring.domain.mandates import SectionKind
from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.mandates import MandatesPage
from samstyring.ui.mandates.section_card import SectionCard
from tests.builders import journal_length, rows, the_row


def _cards(page: MandatesPage) -> tuple[SectionCard, ...]:
    return page.detail.editor.cards()


def _stored(desk: Desk) -> list[tuple[str, str]]:
    draft = the_row(desk.workspace, t.MandateVersionRow, number="3")["id"]
    found = rows(desk.workspace, t.SectionRow, version_id=draft)
    found.sort(key=lambda row: row["position"])
    return [(row["heading"], row["text"]) for row in found]


def _type(page: MandatesPage, qtbot: QtBot, text: str) -> SectionCard:
    page.activateWindow()
    card = _cards(page)[0]
    card.text.setFocus()
    card.text.selectAll()
    qtbot.keyClicks(card.text, text)
    return card


def test_that_text_is_saved_when_its_field_is_left(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    card = _type(page, qtbot, "Nytt.")
    before = journal_length(desk.workspace)
    assert _stored(desk)[0] == ("Formål", "Rådet skal samordne.")
    card.heading.setFocus()
    assert _stored(desk)[0] == ("Formål", "Nytt.")
    assert journal_length(desk.workspace) == before + 1
    desk.workspace.undo()
    assert card.text.toPlainText() == "Rådet skal samordne."


def test_that_leaving_a_field_as_it_was_changes_nothing(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    before = journal_length(desk.workspace)
    card = _type(page, qtbot, "Rådet skal samordne.  ")
    card.heading.setFocus()
    _cards(page)[1].heading.setFocus()
    assert journal_length(desk.workspace) == before


def test_that_text_is_saved_when_another_version_is_chosen(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    _type(page, qtbot, "Nytt.")
    before = journal_length(desk.workspace)
    page.show_item("version", the_row(desk.workspace, t.MandateVersionRow, number="1")["id"])
    assert page.detail.version_label.text() == "version 1"
    assert _stored(desk)[0] == ("Formål", "Nytt.")
    assert journal_length(desk.workspace) == before + 1


def test_that_text_is_saved_when_the_page_is_hidden(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    _type(page, qtbot, "Nytt.")
    page.hide()
    assert _stored(desk)[0] == ("Formål", "Nytt.")


def test_that_text_is_saved_when_the_window_is_closed(
    page: MandatesPage, desk: Desk, qtbot: QtBot, own_windows: Callable[[QWidget], QWidget]
) -> None:
    window = QMainWindow()
    own_windows(window)
    window.setCentralWidget(page)
    window.show()
    _type(page, qtbot, "Nytt.")
    window.close()
    assert _stored(desk)[0] == ("Formål", "Nytt.")


def test_that_text_is_saved_when_the_other_written_form_is_chosen(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    page.detail.add_form_button.click()
    page.detail.forms.setCurrentIndex(0)
    _type(page, qtbot, "Nytt.")
    page.detail.forms.setCurrentIndex(1)
    assert ("Formål", "Nytt.") in _stored(desk)
    assert page.detail.editor.cards()[0].heading.text() == "Føremål og verkeområde"


def test_that_typing_survives_news_of_other_changes(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    card = _type(page, qtbot, "Halvskre")
    gone = _cards(page)[1].section.id
    desk.run(delete_section, gone)
    assert [c.heading.text() for c in _cards(page)] == ["Formål"]
    assert _cards(page)[0] is card
    assert card.text.toPlainText() == "Halvskre"


def test_that_typing_in_a_section_that_is_gone_can_be_kept(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    card = _type(page, qtbot, "Viktig.")
    desk.run(delete_section, card.section.id)
    assert "no longer in the file" in card.error.text()
    card.again.click()
    assert _stored(desk) == [("Oppgaver", "1. Prioritere\n2. Følge opp"), ("Formål", "Viktig.")]


def test_that_an_empty_heading_gives_way_to_the_former(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    page.activateWindow()
    card = _cards(page)[0]
    card.heading.setFocus()
    card.heading.clear()
    card.text.setFocus()
    assert card.heading.text() == "Formål"
    assert "needs a heading" in card.error.text()


def test_that_a_section_is_added_with_its_usual_heading_and_ready_to_write(
    page: MandatesPage, desk: Desk
) -> None:
    page.activateWindow()
    page.detail.editor.add(SectionKind.LEADERSHIP)
    assert _stored(desk)[-1] == ("Ledelse", "")
    assert _cards(page)[-1].text.hasFocus()


def test_that_sections_move_and_go(page: MandatesPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(_cards(page)[0].down, Qt.MouseButton.LeftButton)
    assert [card.heading.text() for card in _cards(page)] == ["Oppgaver", "Formål"]
    assert not _cards(page)[0].up.isEnabled()
    qtbot.mouseClick(_cards(page)[0].delete, Qt.MouseButton.LeftButton)
    assert _stored(desk) == [("Formål", "Rådet skal samordne.")]


def test_that_the_keyboard_stays_with_a_section_that_moves(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    page.activateWindow()
    card = _cards(page)[1]
    card.up.setFocus()
    qtbot.keyClick(card.up, Qt.Key.Key_Space)
    assert _cards(page)[0] is card
    assert card.down.hasFocus()


def test_that_a_card_is_as_tall_as_its_text(page: MandatesPage, qtbot: QtBot) -> None:
    text = _cards(page)[0].text
    before = text.height()
    text.setPlainText("\n".join(f"{number}. Punkt" for number in range(1, 13)))
    assert text.height() >= before + 8 * text.fontMetrics().lineSpacing()
    assert text.verticalScrollBar().maximum() == 0
