"""A list is exported as it is shown: filtered, in its order, with the columns that are seen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samstyring.ui.desk import Desk
from samstyring.ui.lists import export_list_of, shown_list
from samstyring.ui.tables import Align, Column, RecordTable


@dataclass(frozen=True)
class Thing:
    id: str
    seats: int


COLUMNS = (
    Column("name", "Name", lambda thing: thing.id),
    Column("seats", "Seats", lambda thing: str(thing.seats), align=Align.END),
    Column("note", "Note", lambda _thing: "x", shown=False),
)


@pytest.fixture
def page(own_windows: Callable[[QWidget], QWidget]) -> QWidget:
    shown = own_windows(QWidget())
    table = RecordTable(COLUMNS, name="things", accessible_name="Things", parent=shown)
    QVBoxLayout(shown).addWidget(table)
    table.set_records([Thing("Ås", 3), Thing("Oslo", 12), Thing("Asker", 1)])
    shown.show()
    return shown


def test_that_what_is_hidden_or_filtered_away_is_left_out(page: QWidget) -> None:
    table = page.findChild(RecordTable)
    assert table is not None
    table.filter_field.setText("s")
    table.view.sortByColumn(0, table.view.horizontalHeader().sortIndicatorOrder().DescendingOrder)
    found = shown_list(table)
    assert [column.title for column in found.columns] == ["Name", "Seats"]
    assert [column.is_number for column in found.columns] == [False, True]
    assert [row[0] for row in found.rows] == ["Ås", "Oslo", "Asker"]
    table.filter_field.setText("os")
    assert shown_list(table).rows == (("Oslo", "12"),)


def test_that_columns_come_in_the_order_they_are_moved_to(page: QWidget) -> None:
    table = page.findChild(RecordTable)
    assert table is not None
    table.view.horizontalHeader().moveSection(1, 0)
    assert [column.title for column in shown_list(table).columns] == ["Seats", "Name"]


def test_that_the_list_of_a_page_is_written(
    page: QWidget, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    export = export_list_of(page, desk)
    assert export is not None
    target = tmp_path / "things.csv"
    export.file_dialog.fileSelected.emit(str(target))
    export.file_dialog.reject()
    qtbot.waitUntil(target.exists)
    assert "Oslo;12" in target.read_text(encoding="utf-8-sig")


def test_that_a_page_without_a_list_says_so(
    desk: Desk, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.failed) as failed:
        assert export_list_of(own_windows(QWidget()), desk) is None
    assert failed.args == ["There is no list here. Choose a page with a list first."]
