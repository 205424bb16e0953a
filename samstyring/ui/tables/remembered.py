"""How a table was left: widths, order and hidden columns, to and from plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from samstyring.ui.tables.columns import Column
from samstyring.ui.tables.view import HintingTable

_SMALLEST_WIDTH = 24


@dataclass(frozen=True)
class TableState:
    """Widths in pixels by column key, hidden keys, and the column that sorts."""

    widths: Mapping[str, int]
    hidden: frozenset[str]
    sort_key: str
    descending: bool

    @property
    def sort_order(self) -> Qt.SortOrder:
        """The Qt order that goes with `descending`."""
        return Qt.SortOrder.DescendingOrder if self.descending else Qt.SortOrder.AscendingOrder

    def sort_place(self, columns: Sequence[Column]) -> int:
        """Return the place of the sorting column; the first if it is gone, -1 for no sort."""
        if not self.sort_key:
            return -1
        keys = [column.key for column in columns]
        return keys.index(self.sort_key) if self.sort_key in keys else 0


def read_state(
    stored: Mapping[str, object], columns: Sequence[Column], character: float, sort: str = ""
) -> TableState:
    """Return the state in stored values; what is missing or odd is as the columns say.

    ``character`` is how wide one is now: widths follow the size of the text. ``sort`` is the
    key of the column that sorts until the user has chosen one; without it none does.
    """
    widths = stored.get("widths")
    hidden = stored.get("hidden")
    then = stored.get("character")
    scale = character / then if isinstance(then, int | float) and then > 0 else 1.0
    return TableState(
        widths=_whole_widths(widths, scale) if isinstance(widths, dict) else {},
        hidden=_hidden_keys(hidden, columns),
        sort_key=str(stored.get("sort", "")) or sort,
        descending=stored.get("descending") is True,
    )


def write_state(
    view: HintingTable, columns: Sequence[Column], *, with_widths: bool
) -> dict[str, object]:
    """Return the looks of a view as plain values, with the widths if the user chose them."""
    header = view.horizontalHeader()
    sorting = header.sortIndicatorSection()
    return {
        **(_widths(view, columns) if with_widths else {}),
        "hidden": [each.key for place, each in enumerate(columns) if view.isColumnHidden(place)],
        "sort": columns[sorting].key if 0 <= sorting < len(columns) else "",
        "descending": header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
    }


def _widths(view: HintingTable, columns: Sequence[Column]) -> dict[str, object]:
    return {
        "widths": {
            columns[place].key: view.columnWidth(place)
            for place in view.shown_places()
            if place != view.last_shown()
        },
        "character": round(view.character, 2),
    }


def _whole_widths(stored: Mapping[object, object], scale: float) -> dict[str, int]:
    return {
        str(key): round(width * scale)
        for key, width in stored.items()
        if isinstance(width, int) and width >= _SMALLEST_WIDTH
    }


def _hidden_keys(stored: object, columns: Sequence[Column]) -> frozenset[str]:
    keys = frozenset(column.key for column in columns)
    if isinstance(stored, list):
        hidden = frozenset(str(key) for key in stored) & keys
        # A table without columns could not be told from a broken one.
        return hidden if hidden != keys else frozenset()
    return frozenset(column.key for column in columns if not column.shown)
