"""A table as high as its rows, for a page that scrolls as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy

from samstyring.ui.settings import Settings
from samstyring.ui.tables import Column, RecordTable
from samstyring.ui.tables.columns import HasId

_LEAST_ROWS = 2
_MOST_ROWS = 6
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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.count_changed.connect(self._take_height)
        self._take_height()

    def show_records(self, records: Sequence[HasId]) -> None:
        """List these; the one that was selected stays so, else the first is."""
        self.set_records(records)
        if self.selected_id() is None and records:
            self.select(self.shown_records()[0].id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._take_height()

    def _take_height(self) -> None:
        listed = self.model.rowCount() or _ROWS_OF_HINT
        rows = max(_LEAST_ROWS, min(_MOST_ROWS, listed))
        row = self.view.verticalHeader().defaultSectionSize()
        header = self.view.horizontalHeader().sizeHint().height()
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(rows * row + header + bar + 2 * self.view.frameWidth())
