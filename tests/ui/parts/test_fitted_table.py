"""A table as high as its rows, for as many of them as leave room for the rest of the page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from samstyring.ui.forms.scroll import FittingScroll
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.settings import Settings
from samstyring.ui.tables import Column

Own = Callable[[QWidget], QWidget]


@dataclass(frozen=True)
class Line:
    """One line of a made-up list."""

    id: str


def lines(count: int) -> tuple[Line, ...]:
    """Return some lines."""
    return tuple(Line(f"{number:02}") for number in range(count))


@pytest.fixture
def table(own_windows: Own, tmp_path: Path) -> FittedTable:
    """Show a table in a page that scrolls, 400 pixels high."""
    made = FittedTable(
        (Column("id", "Id", lambda line: line.id),),
        name="lines",
        accessible_name="Lines",
        hint="None yet.",
        settings=Settings(tmp_path / "settings.ini"),
    )
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch(1)
    around = FittingScroll(page)
    own_windows(around)
    around.resize(400, 400)
    around.show()
    return made


def rows_in_view(table: FittedTable) -> int:
    """Return how many rows can be seen."""
    return table.view.viewport().height() // table.view.verticalHeader().defaultSectionSize()


def test_that_all_rows_are_shown_where_there_is_room(table: FittedTable) -> None:
    table.show_records(lines(10))
    assert 6 <= rows_in_view(table) < 10
    table.window().resize(400, 1_000)
    QApplication.processEvents()
    assert rows_in_view(table) >= 10


def test_that_the_next_is_selected_when_one_goes(table: FittedTable) -> None:
    table.show_records(lines(5))
    table.select("03")
    table.show_records(tuple(line for line in lines(5) if line.id != "03"))
    assert table.selected_id() == "04"
    table.show_records(lines(4))
    assert table.selected_id() == "03"
    table.show_records((Line("x"), Line("y")))
    assert table.selected_id() == "x"
