"""A list in which every row leads to another place of the program."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot

from samstyring.ui.desk import Desk
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.verb_table import VerbTable
from samstyring.ui.tables import Column


class LinkedList(VerbTable):
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
        super().__init__(desk, columns, name=name, accessible_name=accessible_name, hint=hint)
        self._opening = (Verb("open", verb, "arrow-right", writes=False),) if verb else ()
        self.row_changed.connect(self._on_row_changed)
        self.activated.connect(self._on_activated)
        self.verb_chosen.connect(self._on_verb)

    @Slot()
    def _on_row_changed(self) -> None:
        self.buttons.set_actions(self._opening if self.table.selected_id() else ())

    @Slot(str)
    def _on_activated(self, record_id: str) -> None:
        if self._opening:
            self.chosen.emit(record_id)

    @Slot(str)
    def _on_verb(self, _key: str) -> None:
        self._on_activated(self.table.selected_id() or "")
