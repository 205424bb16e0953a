"""No title is cut, names come before room that nothing fills, and widths follow the text."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.settings import Settings
from samstyring.ui.tables import Column, RecordTable
from samstyring.ui.tables.widths import Wish, shared_widths
from samstyring.ui.theme import Theme, apply_text_size, apply_theme

Own = Callable[[QWidget], QWidget]
_WISHES = st.builds(Wish, st.integers(20, 90), st.integers(20, 300), st.integers(0, 500))


@dataclass(frozen=True)
class Line:
    """One line of a made-up list."""

    id: str
    name: str
    empty: str = ""


COLUMNS = (
    Column("name", "Name", lambda line: line.name, width=12),
    Column("empty", "A title much longer than its hint", lambda line: line.empty, width=4),
    Column("life", "Life", lambda line: line.empty, width=30),
    Column("id", "Id", lambda line: line.id, width=4),
)
LINES = (Line("1", "Fag- og prioriteringsutvalget for oppvekst"), Line("2", "KommIT-rådet"))


@given(st.integers(50, 2_000), st.lists(_WISHES, min_size=1, max_size=9))
def test_that_no_title_is_cut_and_the_room_is_used(room: int, wishes: list[Wish]) -> None:
    widths = shared_widths(room, wishes)
    least = [wish.least for wish in wishes]
    assert all(width >= wish.title for width, wish in zip(widths[1:], wishes[1:], strict=True))
    if sum(least) <= room:
        assert widths[0] >= wishes[0].title
        assert sum(widths) <= max(room, wishes[0].wanted, wishes[0].content)


def test_that_columns_that_hold_nothing_give_way_to_names() -> None:
    widths = shared_widths(400, [Wish(40, 120, 250), Wish(60, 300, 10), Wish(60, 200, 70)])
    assert widths == [250, 60, 70]


def test_that_a_whole_column_is_never_cut() -> None:
    step = Wish(40, 90, 140, whole=True)
    assert shared_widths(500, [Wish(40, 120, 250), step, Wish(60, 100, 100)])[1] == 140
    assert shared_widths(260, [Wish(40, 120, 250, 100), step, Wish(60, 100, 100)])[1] == 140


def test_that_names_give_way_when_the_others_have_given_what_they_can() -> None:
    widths = shared_widths(300, [Wish(40, 200, 250), Wish(60, 100, 100), Wish(60, 60, 60)])
    assert (sum(widths), widths[1:]) == (300, [60, 60])


def test_that_the_widest_give_way_before_those_of_a_word_or_two() -> None:
    wishes = [Wish(40, 100, 100), Wish(60, 300, 300, 110), Wish(60, 110, 105, 110)]
    assert shared_widths(450, wishes) == [100, 245, 105]


@pytest.fixture
def make(own_windows: Own, tmp_path: Path, qapp: QApplication) -> Callable[[], RecordTable]:
    """Make a table as after a restart: each reads what the one before remembered."""
    apply_theme(qapp, Theme.LIGHT)
    apply_text_size(qapp, 100)

    def made() -> RecordTable:
        settings = Settings(tmp_path / "settings.ini")
        table = RecordTable(COLUMNS, name="bodies", accessible_name="Bodies", settings=settings)
        own_windows(table)
        table.resize(760, 300)
        table.show()
        return table

    return made


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication) -> object:
    yield
    apply_text_size(qapp, 100)


def titles_cut(table: RecordTable) -> list[str]:
    header = table.view.horizontalHeader()
    return [
        COLUMNS[place].title
        for place in table.view.shown_places()
        if header.sectionSize(place) < header.sectionSizeHint(place)
    ]


def test_that_titles_and_names_are_whole_as_soon_as_there_are_rows(
    make: Callable[[], RecordTable],
) -> None:
    table = make()
    assert titles_cut(table) == []
    table.set_records(LINES)
    assert titles_cut(table) == []
    assert table.view.columnWidth(0) > table.view.fontMetrics().horizontalAdvance(LINES[0].name)


@pytest.mark.parametrize("percent", [100, 200])
def test_that_words_after_an_icon_are_whole(
    own_windows: Own, tmp_path: Path, qapp: QApplication, percent: int
) -> None:
    apply_theme(qapp, Theme.LIGHT)
    apply_text_size(qapp, percent)
    step = Column(
        "step", "Step", lambda _line: "takket nei", icon=lambda _line: "close", whole=True
    )
    columns = (COLUMNS[0], step, *COLUMNS[2:])
    settings = Settings(tmp_path / "settings.ini")
    table = RecordTable(columns, name="steps", accessible_name="Steps", settings=settings)
    own_windows(table)
    table.resize(420, 300)
    table.show()
    table.set_records(LINES)
    assert table.view.columnWidth(1) >= table.view.sizeHintForColumn(1)


def test_that_widths_follow_the_text_and_come_back(
    make: Callable[[], RecordTable], qapp: QApplication
) -> None:
    table = make()
    table.set_records(LINES)
    before = [table.view.columnWidth(place) for place in range(4)]
    apply_text_size(qapp, 200)
    assert titles_cut(table) == []
    apply_text_size(qapp, 100)
    assert [table.view.columnWidth(place) for place in range(4)] == before


def test_that_a_width_someone_chose_follows_the_text_too(
    make: Callable[[], RecordTable], qapp: QApplication
) -> None:
    table = make()
    table.view.setColumnWidth(0, 200)
    apply_text_size(qapp, 200)
    assert abs(table.view.columnWidth(0) - 400) <= 40
    again = make
    table.close()
    apply_text_size(qapp, 100)
    assert abs(again().view.columnWidth(0) - 200) <= 20


def test_that_a_list_of_choices_is_as_high_as_its_text_after_it_was_larger(
    own_windows: Own, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_text_size(qapp, 100)
    window = own_windows(QWidget())
    line = QWidget()
    flow = FlowLayout(line)
    boxes = [QComboBox() for _each in range(4)]
    for box in boxes:
        box.addItem("Alle")
        box.setMinimumContentsLength(10)
        flow.addWidget(box)
    QVBoxLayout(window).addWidget(line)
    window.resize(900, 200)
    window.show()
    qtbot.waitExposed(window)
    before = [box.size() for box in boxes]
    apply_text_size(qapp, 200)
    qtbot.waitUntil(lambda: all(box.height() > before[0].height() for box in boxes))
    apply_text_size(qapp, 100)
    qtbot.waitUntil(lambda: [box.size() for box in boxes] == before)
