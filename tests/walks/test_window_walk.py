"""The main job in the window, start to end, as a secretariat does it on the example."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from samstyring.domain.nominations import CandidacyLine, StepKind
from samstyring.domain.seats import SeatLine, SeatStatus
from samstyring.example import build_example, set_up_new
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.search import find_body, find_person
from samstyring.queries.seats import seat_lines
from samstyring.ui.application import Application
from samstyring.ui.bodies import BodiesPage
from samstyring.ui.frame.pages import PAGES
from samstyring.ui.jobs import stop_all_jobs
from samstyring.ui.main_window import MainWindow
from samstyring.ui.mandates.export_dialog import ExportDialog
from samstyring.ui.nominations.candidacy_dialogs import AppointDialog
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.orggraph.page import GraphPage
from samstyring.ui.settings import Settings
from tests.conftest import flush_deferred_deletes

COMMITTEE = "Digitaliseringsutvalget"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("walk") / "example.samstyring"
    build_example(path, date.today())
    return path.read_bytes()


@pytest.fixture
def window(tmp_path: Path, example: bytes, qapp: QApplication) -> Iterator[MainWindow]:
    path = tmp_path / "example.samstyring"
    path.write_bytes(example)
    application = Application(Settings(tmp_path / "s.ini"), PAGES, build_example, set_up_new)
    assert application.open_path(path)
    assert application.window is not None
    yield application.window
    application.close()
    application.window.deleteLater()
    stop_all_jobs()
    flush_deferred_deletes()


def roster(window: MainWindow, day: date | None = None) -> tuple[SeatLine, ...]:
    day = day or window.desk.day
    body_id = window.desk.read(find_body, COMMITTEE, as_of=day)
    return window.desk.read(seat_lines, as_of=day, body_id=body_id)


def vacant(window: MainWindow) -> list[SeatLine]:
    return [seat for seat in roster(window) if seat.status is SeatStatus.VACANT]


def candidacies(window: MainWindow) -> list[CandidacyLine]:
    lines = window.desk.read(candidacy_lines, as_of=window.desk.day)
    return [line for line in lines if line.person_name == "Aud Bergslia"]


def test_that_a_vacancy_is_found_filled_and_documented(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    find_the_committee(window, qtbot)
    see_who_sat_there_in_2022(window)
    seat = vacant(window)[0]
    put_someone_forward(window, seat)
    assert [line.step for line in candidacies(window)] == [StepKind.PROPOSED]
    window.undo()
    assert candidacies(window) == []
    window.redo()
    appoint_the_candidate(window)
    assert vacant(window) == []
    see_the_seat_filled_in_the_graph(window, qtbot)
    for language, ending in (("nb", ".docx"), ("nn", ".pdf")):
        export_the_mandate(window, qtbot, tmp_path / f"mandate-{language}{ending}", language)


def find_the_committee(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.search_field, "digitaliseringsutvalget")
    qtbot.keyClick(window.search_field, Qt.Key.Key_Return)
    assert window.current_key() == "bodies"
    page = cast(BodiesPage, window.make_page("bodies"))
    assert page.detail.body_id == window.desk.read(find_body, COMMITTEE, as_of=window.desk.day)


def see_who_sat_there_in_2022(window: MainWindow) -> None:
    today = {seat.person_name for seat in roster(window)}
    window.as_of_bar.go_to(date(2022, 6, 1))
    assert "01.06.2022" in window.banner.text()
    then = {seat.person_name for seat in roster(window)}
    assert len(then) == 13  # Akershus, which sits in the fourteenth seat, began in 2024
    assert then != today
    window.go_to_today()


def put_someone_forward(window: MainWindow, seat: SeatLine) -> None:
    window.open_item("nominate", seat.id)
    dialog = window.findChild(PutForwardDialog)
    assert dialog is not None
    dialog.person.picker.set_value(window.desk.read(find_person, "Aud Bergslia"))
    dialog.by.set_value(window.desk.read(find_body, "DigiTrøndelag", as_of=window.desk.day))
    dialog.accept()
    assert dialog.error.text() == ""


def appoint_the_candidate(window: MainWindow) -> None:
    line = candidacies(window)[0]
    dialog = AppointDialog(window.desk, line, window)
    dialog.accept()
    assert dialog.error.text() == ""
    assert [found.step for found in candidacies(window)] == [StepKind.APPOINTED]


def see_the_seat_filled_in_the_graph(window: MainWindow, qtbot: QtBot) -> None:
    body_id = window.desk.read(find_body, COMMITTEE, as_of=window.desk.day)
    window.open_item("graph", body_id)
    page = cast(GraphPage, window.make_page("graph"))
    qtbot.waitUntil(lambda: page.canvas.selected == body_id, timeout=20_000)
    box = next(box for box in page.canvas.scene.boxes if box.id == body_id)
    assert not any(mark.tone == "vacant" for mark in box.marks)


def export_the_mandate(window: MainWindow, qtbot: QtBot, target: Path, language: str) -> None:
    from samstyring.queries.mandates import mandate_in_force

    body_id = window.desk.read(find_body, COMMITTEE, as_of=window.desk.day)
    version = window.desk.read(mandate_in_force, body_id, as_of=window.desk.day)
    assert version is not None
    from samstyring.ui.mandates import ask_export

    dialog = ask_export(window.desk, version, window)
    assert isinstance(dialog, ExportDialog)
    dialog.format.setCurrentIndex(dialog.format.findData(target.suffix))
    dialog.form.setCurrentIndex(dialog.form.findData(language))
    dialog.accept()
    assert dialog.file_dialog is not None
    dialog.file_dialog.fileSelected.emit(str(target))
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert target.stat().st_size > 5_000


def test_that_every_page_opens_on_the_example(window: MainWindow, qtbot: QtBot) -> None:
    window.make_all_pages()
    for entry in PAGES:
        window.show_page(entry.key)
        qtbot.waitUntil(lambda: bool(window.shown_label.text()), timeout=20_000)


def test_that_every_page_bears_any_day(window: MainWindow, qtbot: QtBot) -> None:
    window.make_all_pages()
    for day in (date(1900, 1, 1), date(2017, 1, 1), date(2019, 6, 1), date(2100, 1, 1)):
        window.desk.set_day(day)
        for entry in PAGES:
            window.show_page(entry.key)
    qtbot.wait(200)
