"""The table model keeps to Qt's rules and updates by id."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from samstyring.ui.tables import Align, Column, RecordFilterProxy, RecordTableModel
from samstyring.ui.tables.model import ID_ROLE
from samstyring.ui.theme import LIGHT_TONES, ToneName, tones


@dataclass(frozen=True)
class Line:
    """One line of a made-up list."""

    id: str
    name: str = ""
    seats: int = 0


def _vacant(line: Line) -> ToneName | None:
    return ToneName.VACANT if line.seats == 0 else None


COLUMNS = (
    Column("name", "Name", lambda line: line.name),
    Column(
        "seats",
        "Seats",
        lambda line: str(line.seats),
        sort=lambda line: line.seats,
        align=Align.END,
        icon=lambda line: "seat" if line.seats == 0 else None,
        tone=_vacant,
        width=4,
    ),
)


def _model(*lines: Line) -> RecordTableModel:
    model = RecordTableModel(COLUMNS)
    model.set_records(lines)
    return model


def _names(model: RecordTableModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _listed(proxy: RecordFilterProxy, column: int = 0) -> list[str]:
    return [str(proxy.index(row, column).data()) for row in range(proxy.rowCount())]


def test_that_the_model_and_its_proxy_keep_to_qts_rules(qtmodeltester: ModelTester) -> None:
    model = _model(Line("1", "Kari", 2), Line("2", "Ola"))
    proxy = RecordFilterProxy(model)
    qtmodeltester.check(model)
    qtmodeltester.check(proxy)
    model.set_records((Line("3", "Siv"), Line("2", "Ola", 5), Line("1", "Kari", 2)))
    proxy.set_text("a")
    model.set_records((Line("2", "Ola", 5),))


ids = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(ids, ids, st.integers(0, 3))
def test_that_any_list_can_follow_any_other(
    before: list[str], after: list[str], seats: int
) -> None:
    model = _model(*(Line(key, key) for key in before))
    kept = {key: QPersistentModelIndex(model.index(before.index(key), 0)) for key in before}
    model.set_records(tuple(Line(key, key, seats) for key in after))
    assert model.records == tuple(Line(key, key, seats) for key in after)
    assert _names(model) == after
    for key, index in kept.items():
        assert index.isValid() == (key in after)
        assert not index.isValid() or index.data(ID_ROLE) == key
    assert [model.row_of(key) for key in after] == list(range(len(after)))


def test_that_a_very_different_list_is_shown_whole() -> None:
    model = _model(*(Line(str(number)) for number in range(1000)))
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    new = tuple(Line(str(number)) for number in range(0, 3000, 2))
    model.set_records(new)
    assert model.records == new
    assert resets == [1]


def test_that_an_unchanged_list_disturbs_no_view() -> None:
    lines = (Line("1", "Kari"), Line("2", "Ola"))
    model = _model(*lines)
    told: list[object] = []
    for signal in (model.dataChanged, model.modelReset, model.layoutChanged, model.rowsInserted):
        signal.connect(lambda *_args: told.append(1))
    model.set_records(lines)
    assert told == []


def test_that_only_the_row_that_says_something_else_is_told_of() -> None:
    model = _model(*(Line(str(number), f"Nr. {number}", 1) for number in range(9)))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    for signal in (model.modelReset, model.layoutChanged, model.rowsInserted):
        signal.connect(lambda *_args: told.append((-1, -1)))
    model.set_records(tuple(Line(str(n), f"Nr. {n}", 5 if n == 2 else 1) for n in range(9)))
    assert told == [(6, 6)]
    assert model.index(6, 1).data() == "5"


values = st.lists(st.integers(0, 3), min_size=5, max_size=5)


@given(values, values, st.sampled_from(Qt.SortOrder))
def test_that_rows_move_when_what_they_are_sorted_by_changes(
    before: list[int], after: list[int], order: Qt.SortOrder
) -> None:
    model = _model(*(Line(str(n), "", seats) for n, seats in enumerate(before)))
    model.sort(1, order)
    lines = tuple(Line(str(n), "", seats) for n, seats in enumerate(after))
    model.set_records(lines)
    falling = order == Qt.SortOrder.DescendingOrder
    assert list(model.records) == sorted(lines, key=lambda line: line.seats, reverse=falling)
    assert [model.row_of(line.id) for line in model.records] == list(range(5))


def test_that_a_cell_says_what_its_column_declares() -> None:
    model = _model(Line("1", "Kari"))
    seats = model.index(0, 1)
    assert seats.data() == "0"
    assert seats.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert seats.data(Qt.ItemDataRole.ForegroundRole).name() == tones().vacant.ink
    assert not seats.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Seats"


def test_that_an_empty_cell_is_read_out_as_empty() -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    model = _model(Line("1", ""), Line("2", "Ola"))
    assert model.index(0, 0).data(role) == "Name: empty"
    assert model.index(1, 0).data(role) == "Ola"


def test_that_a_name_with_markup_is_no_markup_in_the_tool_tip() -> None:
    model = _model(Line("1", "<img src='x'> and more"))
    assert "<img" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_that_two_records_with_one_id_are_a_bug() -> None:
    with pytest.raises(AssertionError):
        _model(Line("1"), Line("1"))


def test_that_names_sort_the_norwegian_way_and_numbers_by_size() -> None:
    names = ("Ås", "Øst", "Ærlig", "Aasen", "Zahl", "Berg")
    proxy = RecordFilterProxy(
        _model(*(Line(str(n), name, (7, 10, 9, 1, 2, 3)[n]) for n, name in enumerate(names)))
    )
    proxy.sort(0)
    assert _listed(proxy) == ["Berg", "Zahl", "Ærlig", "Øst", "Ås", "Aasen"]
    proxy.sort(1, Qt.SortOrder.DescendingOrder)
    assert _listed(proxy, 1) == ["10", "9", "7", "3", "2", "1"]


def test_that_what_is_not_known_comes_first_and_equals_keep_their_order() -> None:
    columns = (Column("n", "N", lambda line: line.name, sort=lambda line: line.seats or None),)
    model = RecordTableModel(columns)
    model.set_records((Line("1", "b", 2), Line("2", "a", 0), Line("3", "c", 2), Line("4", "d", 1)))
    model.sort(0)
    assert _names(model) == ["a", "d", "b", "c"]
    model.sort(-1)
    assert _names(model) == ["b", "a", "c", "d"]


def test_that_new_records_come_in_sorted() -> None:
    model = _model(Line("1", "Ola"), Line("2", "Kari"))
    model.sort(0)
    kept = QPersistentModelIndex(model.index(1, 0))
    model.set_records((Line("3", "Åse"), Line("1", "Ada"), Line("4", "Bo"), Line("2", "Kari")))
    assert _names(model) == ["Ada", "Bo", "Kari", "Åse"]
    assert (kept.row(), kept.data(ID_ROLE)) == (0, "1")


def test_that_the_filter_wants_every_word_in_some_shown_column() -> None:
    model = _model(Line("1", "Siv Aasen", 12), Line("2", "Siv Berg", 5), Line("3", "Per Ås", 12))
    proxy = RecordFilterProxy(model)
    proxy.set_text("siv 12")
    assert _listed(proxy) == ["Siv Aasen"]
    proxy.set_text("ås")
    assert _listed(proxy) == ["Siv Aasen", "Per Ås"]
    proxy.set_shown(["name"])
    proxy.set_text("12")
    assert _listed(proxy) == []
    proxy.set_text("")
    assert proxy.rowCount() == 3


def test_that_a_changed_record_is_found_and_sorted_by_its_new_text() -> None:
    model = _model(Line("1", "Kari"), Line("2", "Ola"))
    proxy = RecordFilterProxy(model)
    proxy.sort(0)
    proxy.set_text("a")
    assert _listed(proxy) == ["Kari", "Ola"]
    model.set_records((Line("1", "Åse"), Line("2", "Ola")))
    proxy.set_text("åse")
    assert _listed(proxy) == ["Åse"]
    proxy.set_text("")
    assert _listed(proxy) == ["Ola", "Åse"]


def test_that_the_tones_of_the_test_are_those_of_the_light_theme() -> None:
    assert LIGHT_TONES.of(ToneName.VACANT) == LIGHT_TONES.vacant
