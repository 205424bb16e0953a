"""Keeps the rows of a record table that hold every word typed."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Slot,
)

from samstyring.domain.text import words_of
from samstyring.ui.tables.columns import Column
from samstyring.ui.tables.model import RecordTableModel

_Index = QModelIndex | QPersistentModelIndex


class RecordFilterProxy(QSortFilterProxyModel):
    """Stands between a `RecordTableModel` and its view."""

    def __init__(self, model: RecordTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._shown: tuple[Column, ...] = model.columns
        self.setSourceModel(model)

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words that every shown row must hold."""
        return self._words

    @Slot(str)
    def set_text(self, text: str) -> None:
        """Keep the rows in which every word of the text is found in some shown column."""
        words = words_of(text)
        if words == self._words:
            return
        self.beginFilterChange()
        self._words = words
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def set_shown(self, keys: Iterable[str]) -> None:
        """Search only in the columns with these keys."""
        wanted = frozenset(keys)
        self.beginFilterChange()
        self._shown = tuple(column for column in self._model.columns if column.key in wanted)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: _Index) -> bool:
        if not self._words:
            return True
        cells = [self._model.folded(source_row, column) for column in self._shown]
        return all(any(word in cell for cell in cells) for word in self._words)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the model sort; Qt's own sorting would ask Python of every pair of rows."""
        self._model.sort(column, order)
