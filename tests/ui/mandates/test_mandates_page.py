"""The Mandates page: what is listed and found, what is told, and what can be done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.mandates import add_written_form
from samstyring.domain.periods import PartialDate
from samstyring.language import pseudo, set_language
from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.deletion import DeleteDialog
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.mandates import MandatesPage
from samstyring.ui.mandates.dialogs import AdoptDialog, AdoptionDialog, DraftFactsDialog
from samstyring.ui.mandates.drafting import DraftDialog
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, rows, the_row
from tests.ui import rules
from tests.ui.mandates.marked import unmarked_texts


def _listed(page: MandatesPage) -> list[str]:
    return [f"{row.name}" for row in page.table.shown_records()]  # type: ignore[attr-defined]


def _filter(page: MandatesPage, key: str) -> None:
    page.filter.setCurrentIndex(page.filter.findData(key))


def _version(desk: Desk, number: str) -> str:
    return str(the_row(desk.workspace, t.MandateVersionRow, number=number)["id"])


def _show(page: MandatesPage, desk: Desk, number: str) -> None:
    page.show_item("version", _version(desk, number))


def _dialog(page: MandatesPage, kind: type[FormDialog]) -> FormDialog:
    return next(d for d in page.findChildren(kind) if d.isVisible())


def test_that_every_version_is_listed_and_the_newest_shown(page: MandatesPage) -> None:
    assert _listed(page) == ["KommIT-rådet 3", "KommIT-rådet 2", "KommIT-rådet 1"]
    assert page.detail.version_label.text() == "version 3"
    assert page.status_text() == "3 versions, 1 in force"


def test_that_the_list_narrows_to_a_state(page: MandatesPage) -> None:
    _filter(page, "in_force")
    assert _listed(page) == ["KommIT-rådet 2"]
    assert page.detail.version_label.text() == "version 2"


def test_that_bodies_without_a_mandate_are_found_and_given_one(
    page: MandatesPage, desk: Desk
) -> None:
    _filter(page, "lacking")
    assert _listed(page) == ["Ågruppa"]
    assert page.lacking.heading.text() == "Ågruppa"
    page.lacking.draft_button.click()
    _dialog(page, DraftDialog).accept()
    assert page.detail.link.link.text == "Ågruppa"
    headings = [card.heading.text() for card in page.detail.editor.cards()]
    assert headings[:3] == ["Bakgrunn", "Formål og virkeområde", "Oppgaver"]
    assert len(headings) == 9


def test_that_a_draft_in_both_written_forms_has_the_sections_of_both(
    page: MandatesPage, desk: Desk
) -> None:
    body_id = a_body(desk.workspace, "Fagrådet")
    page.draft()
    dialog = _dialog(page, DraftDialog)
    assert isinstance(dialog, DraftDialog)
    dialog.accept()
    assert dialog.error.text() == "Choose the body that the mandate is for."
    dialog.body.set_value(body_id)
    dialog.forms.setCurrentIndex(2)
    dialog.accept()
    version_id = page.table.selected_id()
    for language, heading in (("nb", "Oppgaver"), ("nn", "Oppgåver")):
        found = rows(desk.workspace, t.SectionRow, version_id=version_id, language=language)
        assert heading in [row["heading"] for row in found]


def test_that_a_mandate_is_shown_by_its_version_in_force(page: MandatesPage, desk: Desk) -> None:
    _filter(page, "draft")
    page.show_item("mandate", the_row(desk.workspace, t.MandateRow)["id"])
    assert page.detail.version_label.text() == "version 2"


def test_that_the_mandates_of_a_body_can_be_asked_for(page: MandatesPage, desk: Desk) -> None:
    lacking = the_row(desk.workspace, t.BodyNameRow, name="Ågruppa")["body_id"]
    page.show_item("mandates_of", lacking)
    assert page.filter.currentData() == "lacking"
    assert page.lacking.heading.text() == "Ågruppa"
    assert page.stack.currentWidget() is not page.area
    page.show_item("mandates_of", the_row(desk.workspace, t.MandateRow)["body_id"])
    assert page.stack.currentWidget() is page.area
    assert page.detail.version_label.text() == "version 2"


def test_that_the_page_tells_how_it_was_on_another_day(page: MandatesPage, desk: Desk) -> None:
    _show(page, desk, "1")
    assert page.detail.chip.word() == "no longer in force"
    assert "version 2 followed" in page.detail.sentence.text()
    desk.set_day(date(2021, 1, 1))
    assert page.heading.text() == "Mandates as of 01.01.2021"
    assert page.detail.chip.word() == "in force"


def test_that_an_adopted_version_is_read_and_a_draft_written(
    page: MandatesPage, desk: Desk
) -> None:
    _show(page, desk, "2")
    assert page.detail.reading.isVisible()
    assert not page.detail.editor.isVisible()
    text = page.detail.reading.toPlainText()
    assert text.splitlines() == [
        "1  Formål", "Rådet skal samordne.", "2  Oppgaver", "Prioritere", "Følge opp",
    ]  # fmt: skip
    _show(page, desk, "3")
    assert page.detail.editor.isVisible()
    assert not page.detail.reading.isVisible()
    page.detail.read_button.click()
    assert page.detail.reading.toPlainText() == text


def test_that_the_written_forms_are_tabs(page: MandatesPage, desk: Desk) -> None:
    page.detail.add_form_button.click()
    assert [page.detail.forms.tabText(place) for place in range(2)] == ["Bokmål", "Nynorsk"]
    assert page.detail.language == "nn"
    assert [card.heading.text() for card in page.detail.editor.cards()] == [
        "Føremål og verkeområde", "Oppgåver",
    ]  # fmt: skip
    page.detail.forms.setCurrentIndex(0)
    assert page.detail.editor.cards()[0].heading.text() == "Formål"
    assert not page.detail.add_form_button.isVisible()


def test_that_the_form_shown_first_is_the_one_of_the_screen_where_there_is_one(
    desk: Desk, own_windows: Callable[[QWidget], QWidget]
) -> None:
    desk.run(add_written_form, _version(desk, "3"), "nn")
    set_language("nn")
    page = MandatesPage(desk)
    own_windows(page)
    page.show()
    _show(page, desk, "3")
    assert page.detail.language == "nn"
    assert "Bokmål og nynorsk" in [each.text() for each in page.detail.facts.findChildren(QLabel)]
    _show(page, desk, "2")
    assert page.detail.language == "nb"
    _show(page, desk, "3")
    assert page.detail.language == "nn"


def test_that_adopting_says_what_is_replaced_and_when_that_ends(
    page: MandatesPage, desk: Desk
) -> None:
    page.adopt()
    dialog = _dialog(page, AdoptDialog)
    assert isinstance(dialog, AdoptDialog)
    assert dialog.consequence.text() == "It replaces version 2, which ends 06.02.2026."
    dialog.valid_from.set_value(PartialDate(2026, 4, 1))
    dialog.valid_from.value_changed.emit()
    assert dialog.consequence.text() == "It replaces version 2, which ends 31.03.2026."
    dialog.case_number.setText("26/14")
    dialog.accept()
    assert page.detail.chip.word() == "adopted, not yet in force"
    row = the_row(desk.workspace, t.MandateVersionRow, number="2")
    assert row["last_day"] == "2026-03-31"
    assert the_row(desk.workspace, t.MandateVersionRow, number="3")["case_number"] == "26/14"


def test_that_who_adopted_is_asked_for(page: MandatesPage) -> None:
    page.adopt()
    dialog = _dialog(page, AdoptDialog)
    assert isinstance(dialog, AdoptDialog)
    dialog.adopted_by.clear()
    dialog.accept()
    assert dialog.error.text() == "Write who adopted it."


def test_that_a_draft_has_its_facts_corrected(page: MandatesPage, desk: Desk) -> None:
    page.detail.verbs.trigger("correct")
    dialog = _dialog(page, DraftFactsDialog)
    assert isinstance(dialog, DraftFactsDialog)
    dialog.number.setText("3.1")
    dialog.consultation.set_value(PartialDate(2026, 1, 15))
    dialog.accept()
    assert page.detail.version_label.text() == "version 3.1"
    assert page.detail.chip.word() == "in consultation"


def test_that_an_adoption_is_corrected(page: MandatesPage, desk: Desk) -> None:
    _show(page, desk, "2")
    page.detail.verbs.trigger("correct")
    dialog = _dialog(page, AdoptionDialog)
    assert isinstance(dialog, AdoptionDialog)
    dialog.case_number.setText("23/57")
    dialog.accept()
    assert the_row(desk.workspace, t.MandateVersionRow, number="2")["case_number"] == "23/57"


def test_that_a_new_version_copies_the_newest_and_is_shown(page: MandatesPage, desk: Desk) -> None:
    _show(page, desk, "2")
    page.detail.verbs.button("draft").click()
    assert page.detail.version_label.text() == "version 4"
    assert page.detail.editor.cards()[0].text.toPlainText() == "Rådet skal samordne."


def test_that_a_version_in_force_is_ended(page: MandatesPage, desk: Desk) -> None:
    _show(page, desk, "2")
    page.detail.verbs.trigger("end")
    dialog = _dialog(page, EndDialog)
    assert isinstance(dialog, EndDialog)
    dialog.last_day.set_value(PartialDate(2026, 1, 31))
    dialog.accept()
    assert page.detail.chip.word() == "no longer in force"
    assert "no version followed" in page.detail.sentence.text()


def test_that_deleting_says_what_goes_with_the_version(
    page: MandatesPage, desk: Desk, qtbot: QtBot
) -> None:
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Delete)
    dialog = _dialog(page, DeleteDialog)
    assert any("2 sections" in label.text() for label in dialog.findChildren(QLabel))
    dialog.accept()
    assert _listed(page) == ["KommIT-rådet 2", "KommIT-rådet 1"]


def test_that_the_body_is_a_link(page: MandatesPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as opened:
        page.detail.link.click()
    assert opened.args == ["body", page.detail.link.link.id]


def test_that_a_file_that_is_read_only_is_read_and_not_written(
    tmp_path: Path, own_windows: Callable[[QWidget], QWidget]
) -> None:
    path = tmp_path / "file.samstyring"
    made = Workspace.create(path)
    a_mandate(made, a_body(made))
    made.close()
    desk = Desk(Workspace.open(path, read_only=True), Settings(tmp_path / "settings.ini"))
    page = MandatesPage(desk)
    own_windows(page)
    page.show()
    assert page.detail.reading.isVisible()
    assert not page.detail.editor.isVisible()
    assert not page.draft_button.isEnabled()
    assert page.draft_button.toolTip() == "Opened for reading."
    assert not page.detail.verbs.button("adopt").isEnabled()
    assert page.detail.verbs.button("export").isEnabled()
    desk.close()


@pytest.mark.parametrize("number", ["2", "3"])
def test_that_the_page_can_be_used_without_eyes_or_mouse(
    page: MandatesPage, desk: Desk, number: str
) -> None:
    desk.run(add_written_form, _version(desk, "3"), "nn")
    _show(page, desk, number)
    assert rules.breaches(page) + rules.rich_data_labels(page) == []
    assert rules.jumping_tab_order(page.detail) == []


def test_that_all_words_are_translated(
    desk: Desk, own_windows: Callable[[QWidget], QWidget]
) -> None:
    data = {"Bokmål", "Nynorsk", "KommIT-rådet", "Mandat for KommIT-rådet", "KS"}
    with pseudo():
        page = MandatesPage(desk)
        own_windows(page)
        page.show()
        _show(page, desk, "2")
        assert unmarked_texts(page, data) == []
        _show(page, desk, "3")
        assert unmarked_texts(page, data) == []
        page.adopt()
        assert unmarked_texts(_dialog(page, AdoptDialog), data) == []
    assert rows(desk.workspace, t.MandateRow)
