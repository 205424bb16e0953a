"""The grid of the board: a row for each seat, a column for each body, candidates in the cells."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.nomination_board import Board, BoardCell, BoardColumn, BoardRow
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.forms import Chip, SoftLabel
from samstyring.ui.nominations import words
from samstyring.ui.nominations.candidate_chip import CandidateChip
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.theme import ToneName

_GAP = 12
_TOP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class BoardGrid(QWidget):
    """Shows a board and tells which candidate is chosen.

    The seats stand still at the left while the bodies scroll sideways.
    """

    chosen = Signal(str)
    opened = Signal(str)
    menu_asked = Signal(str, QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, CandidateChip] = {}
        self._places: dict[str, QPoint] = {}
        self._heads, self._cells = QWidget(), QWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_GAP)
        self._layout.addWidget(self._heads, 0, _TOP)
        self._layout.addWidget(self._scroll, 1)

    def show_board(self, board: Board) -> None:
        """Show a board; the keyboard stays on the candidate it was on."""
        focused = next((key for key, chip in self._chips.items() if chip.hasFocus()), "")
        scrolled = self._scroll.horizontalScrollBar().value()
        self._chips, self._places = {}, {}
        self._show_heads(board)
        self._cells = self._cells_of(board)
        self._scroll.setWidget(self._cells)
        # Qt fills a scrolled widget with the colour of lists; ours is part of the page.
        self._cells.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._level()
        self._scroll.horizontalScrollBar().setValue(scrolled)
        if focused in self._chips:
            self._chips[focused].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._level()

    def _show_heads(self, board: Board) -> None:
        heads = QWidget()
        grid = _grid_in(heads)
        # An empty row would have no room below it either, and the seats stand too high.
        grid.addWidget(QWidget(), 0, 0)
        for number, row in enumerate(board.rows, start=1):
            grid.addWidget(_row_head(row), number, 0, _TOP)
        self._layout.replaceWidget(self._heads, heads)
        self._layout.setAlignment(heads, _TOP)
        self._heads.hide()
        self._heads.deleteLater()
        self._heads = heads

    def _cells_of(self, board: Board) -> QWidget:
        cells = QWidget()
        grid = _grid_in(cells)
        place = TabPlace(cells)
        for number, column in enumerate(board.columns):
            grid.addWidget(_column_head(column), 0, number, _TOP)
        for number, row in enumerate(board.rows, start=1):
            for other, cell in enumerate(row.cells):
                grid.addWidget(self._cell(cell, QPoint(other, number)), number, other, _TOP)
        grid.setColumnStretch(len(board.columns), 1)
        grid.setRowStretch(len(board.rows) + 1, 1)  # takes the room of a bar that is not there
        place.lead_to(tuple(self._chips.values()))
        return cells

    def _level(self) -> None:
        """Let a seat and its cells be of one height, and the whole as high as it needs to be."""
        grids = [part.layout() for part in (self._heads, self._cells)]
        both = [grid for grid in grids if isinstance(grid, QGridLayout)]
        rows = max((grid.rowCount() for grid in both), default=0)
        for row in range(rows):
            height = max(_height(grid, row) for grid in both)
            for grid in both:
                grid.setRowMinimumHeight(row, height)
        bar = self._scroll.horizontalScrollBar().sizeHint().height()
        self._scroll.setFixedHeight(self._cells.sizeHint().height() + bar)

    def chip(self, candidacy_id: str) -> CandidateChip:
        """Return the chip of a candidacy."""
        return self._chips[candidacy_id]

    def chips(self) -> tuple[CandidateChip, ...]:
        """Return every chip, seat by seat."""
        return tuple(self._chips.values())

    def _cell(self, cell: BoardCell, place: QPoint) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for line in cell.candidacies:
            layout.addWidget(self._chip(line, place))
        if cell.late and not cell.candidacies:
            layout.addWidget(Chip(_("late"), ToneName.VACANT))
        elif not cell.candidacies:
            layout.addWidget(SoftLabel("–"))
        return holder

    def _chip(self, line: CandidacyLine, place: QPoint) -> CandidateChip:
        chip = CandidateChip(line)
        chip.chosen.connect(self.chosen)
        chip.opened.connect(self.opened)
        chip.menu_asked.connect(self.menu_asked)
        chip.dragged.connect(self.dragged)
        chip.dropped.connect(self.dropped)
        chip.arrow_pressed.connect(self._on_arrow)
        self._chips[line.id], self._places[line.id] = chip, place
        return chip

    @Slot(QPoint)
    def _on_arrow(self, direction: QPoint) -> None:
        """Go to the nearest candidate in that direction: in the cell first, then beyond it."""
        order = list(self._chips)
        here = next((key for key, chip in self._chips.items() if chip.hasFocus()), "")
        at = self._places.get(here)
        if at is None:
            return
        ahead = [key for key in order if _lies(self._places[key] - at, direction)]
        if direction.y():
            near = order[:: direction.y()][order[:: direction.y()].index(here) + 1 :]
            ahead = [key for key in near if self._places[key] == at] or ahead
        if ahead:
            nearest = min(ahead, key=lambda key: (self._places[key] - at).manhattanLength())
            self._chips[nearest].setFocus()
            self._scroll.ensureWidgetVisible(self._chips[nearest])


def _grid_in(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(10)
    return grid


def _height(grid: QGridLayout, row: int) -> int:
    """Return the height that the widgets of a row wish for."""
    items = [grid.itemAtPosition(row, column) for column in range(grid.columnCount())]
    return max((item.sizeHint().height() for item in items if item is not None), default=0)


def _lies(step: QPoint, direction: QPoint) -> bool:
    return step.x() * direction.x() + step.y() * direction.y() > 0


def _column_head(column: BoardColumn) -> QWidget:
    head = QWidget()
    layout = QVBoxLayout(head)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(_strong(column.body_name))
    passed_on = _("by way of {body}").format(body=column.passed_on_from_name)
    due = _("due {day}").format(day=words.written(column.due_on)) if column.due_on else ""
    for text in (passed_on if column.passed_on_from_name else "", due):
        if text:
            layout.addWidget(_one_line(text))
    if column.no_candidate:
        layout.addWidget(Chip(_("no candidate"), ToneName.MUTED))
    elif column.status is not None:
        layout.addWidget(Chip(word(column.status), words.REQUEST_TONES[column.status]))
    else:
        layout.addWidget(Chip(_("not asked"), ToneName.MUTED))
    return head


def _row_head(row: BoardRow) -> QWidget:
    head = QWidget()
    layout = QVBoxLayout(head)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    seat = row.seat
    role = _("{role}, seat {number}").format(role=word(SeatRole(seat.role)), number=seat.number)
    layout.addWidget(_strong(seat.body_name))
    layout.addWidget(_one_line(role))
    if not row.in_round:
        layout.addWidget(_one_line(_("not a seat of the round")))
    elif seat.holder_name:
        layout.addWidget(_one_line(seat.holder_name))
    else:
        layout.addWidget(Chip(_("vacant"), ToneName.VACANT))
    return head


def _strong(text: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def _one_line(text: str) -> QLabel:
    label = SoftLabel(text)
    label.setWordWrap(False)
    return label
