"""The candidacies of a round: the list, and one of them whole."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.domain.nominations import CandidacyLine
from samstyring.language import _
from samstyring.queries.nominations import candidacy_detail
from samstyring.ui.desk import Desk
from samstyring.ui.nominations.candidacy_pane import CandidacyPane
from samstyring.ui.nominations.columns import CANDIDACY_COLUMNS
from samstyring.ui.parts.fitted_table import FittedTable
from samstyring.ui.parts.keys import on_key


class CandidaciesTab(QWidget):
    """A table of candidacies above the detail of the one that is selected."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.table = FittedTable(
            CANDIDACY_COLUMNS,
            name="nominations/candidacies",
            accessible_name=_("Candidacies"),
            hint=_("Nobody has been put forward yet. “Put forward…” adds the first candidate."),
            settings=desk.settings,
        )
        self.pane = CandidacyPane(desk)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table)
        layout.addWidget(self.pane)
        layout.addStretch(1)
        self._connect()

    def show_candidacies(self, lines: tuple[CandidacyLine, ...]) -> None:
        """List these; the one that was selected stays so, else the first is."""
        self.table.show_records(lines)
        self._show_selected()

    def select(self, candidacy_id: str) -> None:
        """Select a candidacy and show all of it."""
        self.table.select(candidacy_id)
        self._show_selected()

    def _connect(self) -> None:
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        self.table.context_requested.connect(self._on_context)
        self.pane.open_requested.connect(self.open_requested)
        on_key(self.table.view, "Del", self._delete)
        on_key(self.table.view, "F2", self._correct)

    def _show_selected(self) -> None:
        candidacy_id = self.table.selected_id()
        if candidacy_id is None:
            self.pane.show_candidacy(None)
            return
        self.pane.show_candidacy(
            self._desk.read(candidacy_detail, candidacy_id, as_of=self._desk.day)
        )

    @Slot(str)
    def _on_selected(self, _candidacy_id: str) -> None:
        self._show_selected()

    @Slot(str)
    def _on_activated(self, candidacy_id: str) -> None:
        for line in self.table.shown_records():
            if isinstance(line, CandidacyLine) and line.id == candidacy_id:
                self.open_requested.emit("person", line.person_id)

    @Slot(str, QPoint)
    def _on_context(self, candidacy_id: str, where: QPoint) -> None:
        self.select(candidacy_id)
        self.pane.buttons.popup(where)

    @Slot()
    def _delete(self) -> None:
        self.pane.trigger("delete")

    @Slot()
    def _correct(self) -> None:
        self.pane.trigger("correct")
