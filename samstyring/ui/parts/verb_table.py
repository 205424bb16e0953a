"""A table of a few records, and under it what can be done with the one that is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.parts.action_row import ActionRow
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.parts.keys import on_key
from samstyring.ui.tables import Column
from samstyring.ui.tables.columns import HasId


class VerbTable(QWidget):
    """A table, a sentence about the selected row if there is one, and a row of buttons.

    ``row_changed`` tells that another row is selected or that it was read again: then is the
    time to say what can be done. ``verb_chosen`` tells the key of a button, or of the verb whose
    shortcut was pressed in the table; ``activated`` the id of a row that Enter was pressed on.
    """

    row_changed = Signal()
    verb_chosen = Signal(str)
    activated = Signal(str)

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column],
        *,
        name: str,
        accessible_name: str,
        hint: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = FittedTable(
            columns, name=name, accessible_name=accessible_name, hint=hint, settings=desk.settings
        )
        self.said = SoftLabel()
        self.said.hide()
        self.buttons = ActionRow(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        for widget in (self.table, self.said, self.buttons):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self.activated)
        self.table.context_requested.connect(self._on_context)
        self.buttons.triggered.connect(self.verb_chosen)
        on_key(self.table.view, "Del", self._on_delete)
        on_key(self.table.view, "F2", self._on_f2)

    def show_records(self, records: Sequence[HasId]) -> None:
        """List these; the one that was selected stays so, else the first is."""
        self.table.show_records(records)
        self.row_changed.emit()

    def say(self, text: str) -> None:
        """Say something about the selected row; an empty text takes no room."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    @Slot(str)
    def _on_selected(self, _record_id: str) -> None:
        self.row_changed.emit()

    @Slot(str, QPoint)
    def _on_context(self, record_id: str, where: QPoint) -> None:
        self.table.select(record_id)
        self.row_changed.emit()
        self.buttons.popup(where)

    @Slot()
    def _on_delete(self) -> None:
        self.buttons.press("Delete")

    @Slot()
    def _on_f2(self) -> None:
        self.buttons.press("F2")
