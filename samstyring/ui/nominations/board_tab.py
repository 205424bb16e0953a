"""The board of a round: where each candidate stands, who is late, and which step is next."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.domain.nomination_board import Board
from samstyring.domain.nominations import CandidacyLine, RoundDetail
from samstyring.formats import listed
from samstyring.language import _, ngettext
from samstyring.queries.nomination_board import nomination_board
from samstyring.queries.nominations import candidacy_detail
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.nominations.board_grid import BoardGrid
from samstyring.ui.nominations.candidacy_dialogs import AppointDialog, StepDialog
from samstyring.ui.nominations.step_choices import APPOINT
from samstyring.ui.nominations.step_strip import StepStrip
from samstyring.ui.nominations.words import step_of


class BoardTab(QWidget):
    """Seats × bodies, and the steps of the candidate that is chosen.

    ``opened`` tells the candidacy that all is to be shown of.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: dict[str, CandidacyLine] = {}
        self._chosen = ""
        self.said = SoftLabel()
        self.strip = StepStrip(desk)
        self.grid = BoardGrid()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        for widget in (self.said, self.strip, self.grid):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.grid.chosen.connect(self._on_chosen)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(self._on_menu_asked)
        self.grid.dragged.connect(self.strip.hover)
        self.grid.dropped.connect(self._on_dropped)
        self.strip.step_chosen.connect(self._on_step)

    def show_round(self, detail: RoundDetail) -> None:
        """Show the board of a round; who was chosen stays so."""
        board = self._desk.read(nomination_board, detail.line.id, as_of=self._desk.day)
        self._lines = {line.id: line for line in detail.candidacies}
        self.said.setText(_in_words(board))
        self.grid.show_board(board)
        self.strip.setVisible(bool(self._lines))
        self._show_steps()

    def choose(self, candidacy_id: str) -> None:
        """Choose a candidate, and give it the keyboard."""
        self._on_chosen(candidacy_id)
        self.grid.chip(candidacy_id).setFocus()

    def _show_steps(self) -> None:
        """Offer the steps from where the candidacy stands now, whatever day is shown."""
        line = self._lines.get(self._chosen)
        self.strip.show_steps(line and self._as_it_stands_now(line))

    def _as_it_stands_now(self, line: CandidacyLine) -> CandidacyLine:
        return self._desk.read(candidacy_detail, line.id, as_of=self._desk.day).line

    @Slot(str)
    def _on_chosen(self, candidacy_id: str) -> None:
        if candidacy_id != self._chosen:
            self._chosen = candidacy_id
            self._show_steps()

    @Slot(str, QPoint)
    def _on_menu_asked(self, candidacy_id: str, where: QPoint) -> None:
        self._on_chosen(candidacy_id)
        self.strip.popup(where)

    @Slot(str, QPoint)
    def _on_dropped(self, candidacy_id: str, where: QPoint) -> None:
        self._on_chosen(candidacy_id)
        self.strip.drop(where)

    @Slot(str, str)
    def _on_step(self, candidacy_id: str, key: str) -> None:
        line = self._as_it_stands_now(self._lines[candidacy_id])
        if key == APPOINT:
            AppointDialog(self._desk, line, self).open()
        else:
            StepDialog(self._desk, line, step_of(key), self).open()


def _in_words(board: Board) -> str:
    if not board.rows:
        return _("The round has no seats to fill yet. Add them under “Seats”.")
    if not board.columns:
        return _("Nobody has been asked yet. Ask bodies under “Requests”.")
    late = [column.body_name for column in board.late]
    if not late:
        return _("Nobody is late.")
    text = ngettext("{bodies} is late.", "{bodies} are late.", len(late))
    return text.format(bodies=listed(late))
