"""Exporting a mandate: what is asked, what is written where, and what is told when it fails."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from samstyring.commands.mandates import add_written_form, draft_mandate
from samstyring.domain.periods import PartialDate
from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Toast
from samstyring.ui.mandates import MandatesPage, ask_export
from samstyring.ui.mandates.export_dialog import ExportDialog
from tests.builders import a_body, the_row
from tests.ui import rules


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the files that the computer was asked to open, without letting it."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


@pytest.fixture
def dialog(desk: Desk, page: MandatesPage) -> ExportDialog:
    """Ask to export version 2."""
    version_id = the_row(desk.workspace, t.MandateVersionRow, number="2")["id"]
    shown = ask_export(desk, version_id, page)
    assert shown is not None
    return shown


def _choose(dialog: ExportDialog, ending: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(ending))


def _write(dialog: ExportDialog, target: Path) -> None:
    dialog.accept()
    assert dialog.error.text() == ""
    assert dialog.file_dialog is not None
    dialog.file_dialog.fileSelected.emit(str(target))
    dialog.file_dialog.reject()


def test_that_a_mandate_is_written_and_can_be_opened(
    dialog: ExportDialog, page: MandatesPage, opened: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "mandat.docx"
    with qtbot.waitSignal(dialog.finished, timeout=20_000):
        _write(dialog, target)
    assert "Rådet skal samordne." in ZipFile(target).read("word/document.xml").decode()
    toast = page.findChild(Toast)
    assert toast is not None
    assert toast.text() == "Exported as “mandat.docx”."
    next(b for b in toast.findChildren(QPushButton) if b.text() == "Open").click()
    assert opened == [str(target)]


def test_that_the_file_is_given_a_name_that_says_what_it_is(dialog: ExportDialog) -> None:
    _choose(dialog, ".pdf")
    dialog.accept()
    asked = dialog.file_dialog
    assert asked is not None
    assert [Path(name).name for name in asked.selectedFiles()] == [
        "Mandat for KommIT-rådet version 2.pdf"
    ]
    asked.reject()


def test_that_the_written_forms_are_those_it_has(desk: Desk, page: MandatesPage) -> None:
    draft = the_row(desk.workspace, t.MandateVersionRow, number="3")["id"]
    desk.run(add_written_form, draft, "nn")
    shown = ask_export(desk, draft, page)
    assert shown is not None
    forms = [shown.form.itemText(place) for place in range(shown.form.count())]
    assert forms == ["Bokmål", "Nynorsk"]
    shown.reject()


def test_that_the_day_of_the_members_must_be_whole(dialog: ExportDialog) -> None:
    dialog.roster_day.set_value(PartialDate(2026))
    dialog.accept()
    assert dialog.error.text() == "Write the whole day the members are listed as of."
    assert dialog.file_dialog is None


def test_that_a_missing_template_is_told_of(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.template.field.setText(str(tmp_path / "gone.docx"))
    dialog.accept()
    assert "template is not there" in dialog.error.text()


def test_that_a_pdf_takes_no_template(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.template.field.setText(str(tmp_path / "gone.docx"))
    _choose(dialog, ".pdf")
    assert not dialog.template.isEnabled()
    dialog.accept()
    assert dialog.error.text() == ""
    assert dialog.file_dialog is not None
    dialog.file_dialog.reject()


def test_that_an_error_is_a_sentence_and_the_form_stays(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    _write(dialog, tmp_path / "no such folder" / "mandat.docx")
    qtbot.waitUntil(dialog.ok_button.isEnabled, timeout=20_000)
    assert "no such folder" in dialog.error.text()
    assert dialog.isVisible()
    dialog.reject()


def test_that_closing_the_form_stops_the_work(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    _write(dialog, tmp_path / "mandat.docx")
    job = dialog._job
    assert job is not None
    with qtbot.waitSignal(job.cancelled, timeout=20_000):
        dialog.reject()
    assert list(tmp_path.glob(".samstyring-*")) == []


def test_that_odt_is_off_where_libreoffice_is_not(
    desk: Desk, page: MandatesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    desk.settings.set_page("mandate_export", {"ending": ".odt"})
    version_id = the_row(desk.workspace, t.MandateVersionRow, number="2")["id"]
    shown = ask_export(desk, version_id, page)
    assert shown is not None
    assert shown.ending() == ".docx"
    assert any("LibreOffice" in label.text() for label in shown.findChildren(QLabel))
    shown.reject()


def test_that_a_draft_without_sections_is_not_exported(
    desk: Desk, page: MandatesPage, qtbot: QtBot
) -> None:
    version_id = desk.run(draft_mandate, a_body(desk.workspace, "Fagrådet"))
    with qtbot.waitSignal(desk.failed) as told:
        assert ask_export(desk, version_id, page) is None
    assert "no sections yet" in told.args[0]


def test_that_the_form_can_be_used_without_eyes_or_mouse(dialog: ExportDialog) -> None:
    assert rules.breaches(dialog) + rules.rich_data_labels(dialog) == []
    dialog.reject()
