"""A table on the screen keeps its place, its looks and its words."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from samstyring.ui.settings import Settings
from samstyring.ui.tables import Column, RecordTable
from samstyring.ui.theme import LIGHT_TONES, Theme, apply_theme
from tests.ui import rules

Own = Callable[[QWidget], QWidget]


@dataclass(frozen=True)
class Line:
    """One line of a made-up list."""

    id: str
    name: str
    role: str = "Member"


COLUMNS = (
    Column("name", "Name", lambda line: line.name, width=20),
    Column("role", "Role", lambda line: line.role),
    Column("id", "Id", lambda line: line.id, shown=False),
)
LINES = tuple(Line(str(number), f"Person {number}") for number in range(200))


@pytest.fixture
def make(own_windows: Own, tmp_path: Path) -> Callable[[], RecordTable]:
    """Make a table as after a restart: each reads what the one before remembered."""

    def made() -> RecordTable:
        table = RecordTable(
            COLUMNS,
            name="people",
            accessible_name="People",
            hint="Nobody yet.",
            settings=Settings(tmp_path / "settings.ini"),
        )
        own_windows(table)
        table.resize(280, 400)
        table.show()
        return table

    return made


@pytest.fixture
def table(make: Callable[[], RecordTable]) -> RecordTable:
    made = make()
    made.set_records(LINES)
    return made


def test_that_selection_and_scroll_survive_new_records(table: RecordTable) -> None:
    assert table.select("150")
    place = table.view.verticalScrollBar().value()
    table.set_records((*LINES, Line("new", "Person 9999")))
    assert table.selected_id() == "150"
    assert table.view.verticalScrollBar().value() == place
    table.set_records(tuple(line for line in LINES if int(line.id) % 3 == 0))
    assert table.selected_id() == "150"


def test_that_what_was_selected_in_view_stays_in_view(table: RecordTable) -> None:
    def is_seen() -> bool:
        row = table.view.visualRect(table.view.currentIndex())
        return table.view.viewport().rect().contains(row.center())

    table.select("30")
    assert is_seen()
    table.set_records((*(Line(f"x{number}", "Other") for number in range(300)), *LINES))
    assert (table.selected_id(), is_seen()) == ("30", True)
    table.view.scrollToTop()
    table.set_records(LINES[20:])
    table.view.scrollToBottom()
    table.set_records(LINES)
    assert not is_seen()


def test_that_a_table_can_begin_sorted_and_shows_it(own_windows: Own, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set_table("people", {"sort": ""})
    table = RecordTable(
        COLUMNS, name="people", accessible_name="People", sort="name", settings=settings
    )
    own_windows(table)
    table.set_records((Line("1", "Åse"), Line("2", "Anne")))
    assert [line.id for line in table.shown_records()] == ["2", "1"]
    header = table.view.horizontalHeader()
    assert (header.isSortIndicatorShown(), header.sortIndicatorSection()) == (True, 0)


def test_that_selection_survives_a_list_that_is_quite_another(table: RecordTable) -> None:
    table.select("150")
    others = tuple(
        line
        for number in range(600)
        for line in (Line(f"x{number}", "Other"), Line(str(number), "Person"))
    )
    table.set_records(others)
    assert table.selected_id() == "150"


def test_that_refreshing_does_not_tell_of_a_selection(table: RecordTable) -> None:
    table.select("150")
    told: list[str] = []
    table.record_selected.connect(told.append)
    table.set_records(LINES[100:])
    table.set_records(LINES)
    assert told == []


def test_that_a_selected_record_that_goes_and_returns_is_selected_again(
    table: RecordTable,
) -> None:
    table.select("150")
    table.set_records(LINES[:10])
    table.set_records(LINES)
    assert table.selected_id() == "150"


def test_that_filtering_chooses_nobody_and_comes_back_to_who_was_chosen(
    table: RecordTable,
) -> None:
    table.select("150")
    told: list[str] = []
    table.record_selected.connect(told.append)
    table.filter_field.setText("person 7")
    assert table.selected_id() is None
    table.filter_field.clear()
    assert table.selected_id() == "150"
    assert told == []


def test_that_choosing_and_opening_a_row_tell_its_id(table: RecordTable, qtbot: QtBot) -> None:
    told: list[str] = []
    table.record_selected.connect(told.append)
    table.view.selectRow(3)
    assert told == [table.selected_id()]
    with qtbot.waitSignal(table.record_activated, timeout=30_000) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == told


def test_that_a_record_that_is_not_listed_cannot_be_selected(table: RecordTable) -> None:
    assert not table.select("nobody")


def test_that_filtering_says_how_many_and_why_none(table: RecordTable) -> None:
    table.filter_field.setText("person 15")
    assert table.count_label.text() == f"{table.proxy.rowCount()} of 200"
    assert 0 < table.proxy.rowCount() < 200
    table.filter_field.setText("nobody at all")
    assert table.view.accessibleDescription() == "No row holds all the words of the filter."
    table.filter_field.clear()
    assert table.view.accessibleDescription() == ""


def test_that_an_empty_table_gives_its_hint(make: Callable[[], RecordTable]) -> None:
    table = make()
    assert table.view.accessibleDescription() == "Nobody yet."
    table.set_hint("The list is being read.")
    assert table.view.accessibleDescription() == "The list is being read."


def test_that_looks_are_remembered(make: Callable[[], RecordTable]) -> None:
    first = make()
    first.set_records(LINES)
    first.view.setColumnWidth(0, 222)
    first.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    first.chooser.toggled.emit("id", True)
    second = make()
    second.set_records(LINES)
    assert second.view.columnWidth(0) == 222
    assert second.shown_keys() == ("name", "role", "id")
    assert second.shown_records()[0] == LINES[199]


def test_that_all_columns_are_in_sight_at_first_when_they_can_be(
    make: Callable[[], RecordTable],
) -> None:
    table = make()
    assert table.view.horizontalHeader().length() <= table.view.viewport().width()


def test_that_the_windows_size_is_not_remembered_as_a_choice_of_widths(
    make: Callable[[], RecordTable], tmp_path: Path
) -> None:
    table = make()
    table.resize(900, 400)
    QApplication.sendPostedEvents()
    assert Settings(tmp_path / "settings.ini").table("people") == {}


def test_that_columns_can_be_had_as_at_first(make: Callable[[], RecordTable]) -> None:
    table = make()
    table.chooser.toggled.emit("role", False)
    table.view.setColumnWidth(0, 222)
    table.chooser.reset.emit()
    assert table.shown_keys() == ("name", "role")
    assert table.view.columnWidth(0) != 222


def test_that_the_last_column_cannot_be_hidden(table: RecordTable) -> None:
    table.chooser.toggled.emit("role", False)
    entries = {action.data(): action for action in table.chooser.menu.actions()}
    assert not entries["name"].isEnabled()
    assert entries["role"].isEnabled()


def test_that_damaged_looks_are_read_as_none(tmp_path: Path, own_windows: Own) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set_table(
        "people", {"widths": {"name": "wide"}, "hidden": ["name", "role", "id"], "sort": 7}
    )
    table = RecordTable(COLUMNS, name="people", accessible_name="People", settings=settings)
    own_windows(table)
    assert "name" in table.shown_keys()


def test_that_a_table_is_for_everyone(table: RecordTable) -> None:
    assert rules.breaches(table) == []
    assert table.view.accessibleName() == "People"


def test_that_icons_are_seen_on_the_selected_row(own_windows: Own, qapp: QApplication) -> None:
    apply_theme(qapp, Theme.LIGHT)
    column = Column("seat", "Seat", lambda _line: "", icon=lambda _line: "seat")
    table = RecordTable((column,), name="seats", accessible_name="Seats")
    own_windows(table)
    table.resize(300, 200)
    table.set_records(LINES[:1])
    table.select("0")
    table.show()
    image = table.view.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(60) for y in range(30)}
    assert LIGHT_TONES.text in seen
    assert LIGHT_TONES.selection in seen


def test_that_rows_are_as_high_as_text_needs(table: RecordTable) -> None:
    assert table.view.rowHeight(0) >= table.view.fontMetrics().height() * 1.5
