"""A list in which every row leads to another place of the program."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.ui.desk import Desk
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.parts.rows import Verb
from samstyring.ui.tables import Column
from samstyring.ui.tables.columns import HasId


class LinkedList(QWidget):
    """A table, and a button that opens what the selected row is about.

    ``chosen`` tells the id of the row, also when the row is activated itself.
    """

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column],
        *,
        name: str,
        accessible_name: str,
        hint: str,
        verb: str = "",
    ) -> None:
        super().__init__()
        self._verb = verb
        self.table = FittedTable(
            columns, name=name, accessible_name=accessible_name, hint=hint, settings=desk.settings
        )
        self.buttons = ActionRow(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self.buttons)
        layout.addStretch(1)
        self.buttons.triggered.connect(self._on_button)
        if verb:
            self.table.record_activated.connect(self.chosen)
            self.table.context_requested.connect(self._on_context)

    def show_records(self, records: Sequence[HasId]) -> None:
        """List these; the one that was selected stays so, else the first is."""
        self.table.set_records(records)
        if self.table.selected_id() is None and records:
            self.table.select(self.table.shown_records()[0].id)
        opening = Verb("open", self._verb, "arrow-right", writes=False)
        self.buttons.set_actions((opening,) if self._verb and records else ())

    @Slot(str)
    def _on_button(self, _key: str) -> None:
        chosen = self.table.selected_id()
        if chosen is not None:
            self.chosen.emit(chosen)

    @Slot(str, QPoint)
    def _on_context(self, record_id: str, where: QPoint) -> None:
        self.table.select(record_id)
        self.buttons.popup(where)
