"""The History page: what is listed, and one change in words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from samstyring.commands.bodies import add_body, rename_body
from samstyring.domain.bodies import BodyFacts, BodyKind, Level
from samstyring.domain.periods import PartialDate
from samstyring.ui.desk import Desk
from samstyring.ui.history import HistoryPage
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.ui import rules

COUNCIL = BodyFacts(BodyKind.COUNCIL, Level.NATIONAL)


@pytest.fixture
def shown(tmp_path: Path, own_windows: Callable[[QWidget], QWidget]) -> Iterator[HistoryPage]:
    workspace = Workspace.in_memory()
    body = workspace.run(add_body, "Fagrådet", COUNCIL)
    workspace.run(rename_body, body, "Arkitekturrådet", PartialDate(2024, 1, 1))
    workspace.run(add_body, "Et annet råd", COUNCIL)
    desk = Desk(workspace, Settings(tmp_path / "settings.ini"))
    page = HistoryPage(desk)
    own_windows(page)
    page.resize(900, 600)
    page.show()
    yield page
    desk.close()


def choose(page: HistoryPage, number: int) -> list[str]:
    record = next(line for line in page.table.shown_records() if line.id == str(number))
    page.table.select(record.id)
    page.table.record_selected.emit(record.id)
    return [page.rows.item(row).text() for row in range(page.rows.count())]


def test_that_the_newest_change_stands_first(shown: HistoryPage) -> None:
    assert [line.id for line in shown.table.shown_records()] == ["3", "2", "1"]


def test_that_a_change_is_told_in_words_with_before_and_after(shown: HistoryPage) -> None:
    told = choose(shown, 2)
    assert any("last day from nothing to 31.12.2023" in line for line in told)
    assert any("“Arkitekturrådet”" in line for line in told)


def test_that_what_was_undone_says_so(shown: HistoryPage, qtbot: object) -> None:
    shown._desk.workspace.undo()
    lines = {line.id: line for line in shown.table.shown_records()}
    assert lines["3"].undone
    assert len(lines) == 4


def test_that_the_history_of_one_thing_can_be_asked_for(shown: HistoryPage) -> None:
    body = shown._desk.workspace.read(_first_body)
    shown.show_item("history", body)
    assert [line.id for line in shown.table.shown_records()] == ["2", "1"]
    shown.all_button.click()
    assert len(shown.table.shown_records()) == 3


def _first_body(session: object) -> str:
    from samstyring.queries.search import search

    return search(session, "arkitektur")[0].id  # type: ignore[arg-type]


def test_that_the_page_can_be_used_without_eyes_or_mouse(shown: HistoryPage) -> None:
    choose(shown, 1)
    assert rules.breaches(shown) == []
