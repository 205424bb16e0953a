"""The History page: every change set, the newest first, with what it did in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.change_words import row_in_words
from samstyring.domain.changes import JournalLine, RowChange
from samstyring.formats import counted
from samstyring.language import _
from samstyring.queries.history import change_rows, journal_lines
from samstyring.queries.names import names_of_things
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, SoftLabel, SubHeading
from samstyring.ui.history.columns import COLUMNS, time_of, what_was_done
from samstyring.ui.page import PageAction
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable
from samstyring.ui.theme import icon

_MOST_ROWS = 200


class HistoryPage(QWidget):
    """The journal as a list, and one change in words."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._of: str | None = None
        self._lines: dict[str, JournalLine] = {}
        self.heading = Heading(_("History"), self)
        self.all_button = QPushButton(icon("list"), _("Show &all changes"), self)
        self.table = RecordTable(
            COLUMNS,
            name="history",
            accessible_name=_("Changes"),
            hint=_("Nothing has been changed yet."),
            settings=desk.settings,
        )
        self.what, self.who = SubHeading("", self), SoftLabel("", self)
        self.rows = QListWidget(self)
        self._lay_out()
        self.table.record_selected.connect(self._on_selected)
        self.all_button.clicked.connect(self._on_all)
        self._refresher = Refresher(self, desk, self._reload)

    def show_item(self, kind: str, item_id: str) -> None:
        """Show the history of one thing, by its id."""
        self._of = item_id
        self._refresher.refresh()

    def page_actions(self) -> tuple[PageAction, ...]:
        """Undo and redo stand in the Edit menu; nothing else is done here."""
        return ()

    def status_text(self) -> str:
        """Say how many changes are listed."""
        return counted("{count} change", "{count} changes", len(self._lines))

    def _lay_out(self) -> None:
        self.rows.setAccessibleName(_("What the change did, row by row"))
        self.rows.setWordWrap(True)
        self.rows.setAlternatingRowColors(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.all_button)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        detail = QVBoxLayout(right)
        detail.setContentsMargins(8, 0, 0, 0)
        for widget in (self.what, self.who):
            detail.addWidget(widget)
        detail.addWidget(self.rows, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([620, 420])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(splitter)

    def _reload(self) -> None:
        lines = self._desk.read(journal_lines, of=self._of)
        self._lines = {line.id: line for line in lines}
        self.all_button.setVisible(self._of is not None)
        self.table.set_records(lines)
        self._on_selected(self.table.selected_id() or "")
        self.status_changed.emit(self.status_text())

    def _on_all(self) -> None:
        self._of = None
        self._reload()

    def _on_selected(self, line_id: str) -> None:
        line = self._lines.get(line_id)
        self.rows.clear()
        self.what.setText(what_was_done(line) if line else _("Choose a change to see what it did."))
        self.who.setText(f"{time_of(line)} · {line.author}" if line else "")
        if line is not None:
            self.rows.addItems(self._in_words(line))

    def _in_words(self, line: JournalLine) -> list[str]:
        rows = self._desk.read(change_rows, line.number)
        names = self._desk.read(names_of_things, _ids(rows[:_MOST_ROWS]), as_of=self._desk.day)

        def name_of(item_id: str) -> str:
            return names.get(item_id, _("something that is no longer there"))

        told = [row_in_words(row, name_of) for row in rows[:_MOST_ROWS]]
        if len(rows) > _MOST_ROWS:
            more = len(rows) - _MOST_ROWS
            told.append(counted("… and {count} row more", "… and {count} rows more", more))
        return told


def _ids(rows: tuple[RowChange, ...]) -> set[str]:
    values = (
        value
        for row in rows
        for image in (row.before, row.after)
        if image
        for value in image.values()
    )
    return {value for value in values if isinstance(value, str) and len(value) == 36}


def make_history_page(desk: Desk) -> HistoryPage:
    """Make the page for the main window."""
    return HistoryPage(desk)
