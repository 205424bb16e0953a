"""A Qt table model over a tuple of frozen records, updated by id so that places are kept."""

import html
from collections.abc import Callable, Iterator, Sequence
from heapq import nlargest
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from samstyring.domain.text import fold
from samstyring.language import _, translate
from samstyring.ui.tables.columns import Column, HasId
from samstyring.ui.theme import icon, tones

ID_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1

# Beyond this many separate runs of rows one reset is faster than telling of each.
_MOST_RUNS = 200
# How many records tell how wide a column is; it is asked each time there is more or less room.
_MOST_MEASURED = 1_000

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole


class RecordTableModel(QAbstractTableModel):
    """Rows are records with an `id`, columns are `Column`s; reads nothing but the records."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._given: tuple[HasId, ...] = ()
        self._records: list[HasId] = []
        self._sorting: tuple[Column, Qt.SortOrder] | None = None
        self._rows: dict[str, int] = {}
        self._folded: dict[tuple[str, str], str] = {}
        self._answers: dict[int, Callable[[Column, HasId], Any]] = {
            _Role.DisplayRole: lambda column, record: column.text(record),
            _Role.AccessibleTextRole: _spoken,
            _Role.ToolTipRole: _tool_tip,
            _Role.TextAlignmentRole: lambda column, _record: column.alignment,
            _Role.DecorationRole: _decoration,
            _Role.ForegroundRole: _foreground,
            ID_ROLE: lambda _column, record: record.id,
            RECORD_ROLE: lambda _column, record: record,
        }

    @property
    def records(self) -> tuple[HasId, ...]:
        """The records in the order they are sorted."""
        return tuple(self._records)

    def record_at(self, row: int) -> HasId:
        """Return the record of a row of this model (not of a filtered view of it)."""
        return self._records[row]

    def row_of(self, record_id: str) -> int | None:
        """Return the row of an id, or None if it is not here."""
        return self._rows.get(record_id)

    def set_records(self, records: Sequence[HasId]) -> None:
        """Show these records instead; rows whose id stays keep selection and scroll."""
        before, self._given = self._given, tuple(records)
        if self._in_place(before):
            return
        new = self._arranged()
        kept = {record.id for record in new}
        assert len(kept) == len(new), "two records with the same id"
        gone = [row for row, record in enumerate(self._records) if record.id not in kept]
        fresh = [row for row, record in enumerate(new) if record.id not in self._rows]
        if len(list(_runs(gone))) + len(list(_runs(fresh))) > _MOST_RUNS:
            self._reset(new)
            return
        self._remove(gone)
        self._reorder(new)
        self._insert(new, fresh)
        self._update(new)

    def folded(self, row: int, column: Column) -> str:
        """Return a cell's text as search compares it."""
        record = self._records[row]
        key = (record.id, column.key)
        if key not in self._folded:
            self._folded[key] = fold(column.text(record))
        return self._folded[key]

    def longest(self, column: Column, count: int = 10) -> list[str]:
        """Return the longest texts of a column, by their letters; of many records, of some."""
        some = self._records[:: 1 + len(self._records) // _MOST_MEASURED]
        return nlargest(count, (column.text(record) for record in some), key=len)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, the Norwegian way; a column of -1 gives the order as given."""
        known = 0 <= column < len(self.columns)
        self._sorting = (self.columns[column], order) if known else None
        self._reorder(self._arranged())

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.columns[index.column()], self._records[index.row()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == _Role.DisplayRole:
            return translate(column.title)
        return column.alignment if role == _Role.TextAlignmentRole else None

    def _arranged(self) -> list[HasId]:
        if self._sorting is None:
            return list(self._given)
        column, order = self._sorting
        falling = order == Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=column.sort_value, reverse=falling)

    def _in_place(self, before: tuple[HasId, ...]) -> bool:
        """Replace the rows that say something else, if none comes, goes or moves."""
        if [record.id for record in before] != [record.id for record in self._given]:
            return False
        pairs = zip(before, self._given, strict=True)
        changed = [(old, new) for old, new in pairs if old is not new and old != new]
        if len(changed) > _MOST_RUNS or any(self._moves(old, new) for old, new in changed):
            return False
        for _old, new in changed:
            row = self._rows[new.id]
            self._records[row] = new
            self._forget(new.id)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
        return True

    def _moves(self, old: HasId, new: HasId) -> bool:
        if self._sorting is None:
            return False
        column, _order = self._sorting
        return bool(column.sort_value(old) != column.sort_value(new))

    def _reset(self, new: list[HasId]) -> None:
        self.beginResetModel()
        self._records = new
        self._index_again()
        self._forget(None)
        self.endResetModel()

    def _remove(self, rows: list[int]) -> None:
        for first, last in reversed(list(_runs(rows))):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._records[first : last + 1]
            self._index_again()
            self.endRemoveRows()

    def _reorder(self, new: list[HasId]) -> None:
        places = {record.id: place for place, record in enumerate(new)}
        ordered = sorted(self._records, key=lambda record: places[record.id])
        if ordered == self._records:
            return
        self.layoutAboutToBeChanged.emit()
        old_indexes = self.persistentIndexList()
        old_ids = [self._records[index.row()].id for index in old_indexes]
        self._records = ordered
        self._index_again()
        self.changePersistentIndexList(
            old_indexes,
            [
                self.index(self._rows[record_id], index.column())
                for record_id, index in zip(old_ids, old_indexes, strict=True)
            ],
        )
        self.layoutChanged.emit()

    def _insert(self, new: list[HasId], rows: list[int]) -> None:
        for first, last in _runs(rows):
            self.beginInsertRows(_NOWHERE, first, last)
            self._records[first:first] = new[first : last + 1]
            self._index_again()
            self.endInsertRows()

    def _update(self, new: list[HasId]) -> None:
        changed = [row for row, record in enumerate(new) if record != self._records[row]]
        for row in changed:
            self._records[row] = new[row]
            self._forget(new[row].id)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _index_again(self) -> None:
        self._rows = {record.id: row for row, record in enumerate(self._records)}

    def _forget(self, record_id: str | None) -> None:
        if record_id is None:
            self._folded.clear()
            return
        for column in self.columns:
            self._folded.pop((record_id, column.key), None)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the unbroken runs of rising row numbers, as first and last."""
    first = previous = None
    for row in rows:
        if first is None or previous is None:
            first = row
        elif row != previous + 1:
            yield first, previous
            first = row
        previous = row
    if first is not None and previous is not None:
        yield first, previous


def _spoken(column: Column, record: HasId) -> str:
    text = column.text(record)
    return text or _("{column}: empty").format(column=translate(column.title))


def _tool_tip(column: Column, record: HasId) -> str | None:
    text = column.text(record)
    # Qt guesses rich text in tool tips, so that a name could be rendered as markup.
    return html.escape(text) if len(text) > column.width else None


def _decoration(column: Column, record: HasId) -> Any:
    name = column.icon(record) if column.icon else None
    if name is None:
        return None
    return icon(name, column.tone(record) if column.tone else None)


def _foreground(column: Column, record: HasId) -> Any:
    tone = column.tone(record) if column.tone else None
    return None if tone is None else QColor(tones().of(tone).ink)
