"""A table as high as its rows, for a page that scrolls as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from samstyring.ui.settings import Settings
from samstyring.ui.tables import Column, RecordTable
from samstyring.ui.tables.columns import HasId

_LEAST_ROWS = 2
# More than these only where they take no more than a share of what is in view.
_MOST_ROWS = 6
_SHARE_OF_VIEW = 0.45
_ROWS_OF_HINT = 4


class FittedTable(RecordTable):
    """A record table without a filter that takes the height of its rows, within bounds."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        accessible_name: str,
        hint: str,
        settings: Settings,
    ) -> None:
        super().__init__(
            columns,
            name=name,
            accessible_name=accessible_name,
            hint=hint,
            settings=settings,
            with_filter=False,
        )
        self._around: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.count_changed.connect(self._take_height)
        self._take_height()

    def show_records(self, records: Sequence[HasId]) -> None:
        """List these; the one that was selected stays so, else who stands in its place is.

        In another list, where nothing of the former is left, that is the first.
        """
        former, selected = [record.id for record in self.shown_records()], self.selected_id()
        self.set_records(records)
        if self.selected_id() is None and records:
            shown = [record.id for record in self.shown_records()]
            is_same = not set(former).isdisjoint(shown)
            place = former.index(selected) if selected in former and is_same else 0
            self.select(shown[min(place, len(shown) - 1)])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._around is None:
            self._around = _scrolled_in(self)
            if self._around is not None:
                self._around.installEventFilter(self)
        self._take_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of what the table is scrolled in."""
        if watched is self._around and event.type() is QEvent.Type.Resize:
            self._take_height()
        return super().eventFilter(watched, event)

    def _take_height(self) -> None:
        listed = self.model.rowCount() or _ROWS_OF_HINT
        row = self.view.verticalHeader().defaultSectionSize()
        seen = self._around.height() if self._around else 0
        most = max(_MOST_ROWS, round(seen * _SHARE_OF_VIEW) // row)
        rows = max(_LEAST_ROWS, min(most, listed))
        header = self.view.horizontalHeader().sizeHint().height()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(rows * row + header + bar + 2 * self.view.frameWidth())


def _scrolled_in(table: QWidget) -> QWidget | None:
    """Return the viewport that the table is scrolled in with the rest of the page, if any."""
    above = table.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above.viewport() if above is not None else None
