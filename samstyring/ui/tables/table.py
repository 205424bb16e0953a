"""A list of records on the screen: filter field, column chooser, sorting, remembered looks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from samstyring.language import _
from samstyring.ui.settings import Settings
from samstyring.ui.tables.chooser import ColumnChooser
from samstyring.ui.tables.columns import Column, HasId
from samstyring.ui.tables.filter import RecordFilterProxy
from samstyring.ui.tables.model import ID_ROLE, RecordTableModel
from samstyring.ui.tables.remembered import TableState, read_state, write_state
from samstyring.ui.tables.view import HintingTable
from samstyring.ui.tables.widths import Wish, shared_widths
from samstyring.ui.theme import icon

# What a cell has at its sides, in pixels.
_MARGIN = 20
# What stands between an icon and its text.
_GAP = 10
# How many characters make a narrow column.
_NARROW = 16


class RecordTable(QWidget):
    """A table of frozen records with an `id`.

    `name` is the key its looks are remembered by, `accessible_name` what a screen reader
    calls it, `hint` what is said when there is nothing to list, `sort` the key of the column
    it is sorted by until the user chooses another; without it records stand as they are given.
    """

    record_selected = Signal(str)
    record_activated = Signal(str)
    context_requested = Signal(str, QPoint)
    count_changed = Signal(int, int)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        accessible_name: str,
        hint: str = "",
        sort: str = "",
        settings: Settings | None = None,
        with_filter: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._settings = settings
        self._hint, self._sort = hint, sort
        self._wanted = ""
        self._busy = False
        self._arranging = False
        self._chosen = False
        self.model = RecordTableModel(columns, self)
        self.proxy = RecordFilterProxy(self.model, self)
        # In the order that Tab goes, which is the order of reading.
        self.filter_field = QLineEdit(self)
        self.count_label = QLabel(self)
        self.chooser = ColumnChooser(self.model.columns, self)
        self.view = HintingTable(accessible_name, self)
        self._character = self.view.character
        self._build(accessible_name, with_filter)
        self._restore()
        self._connect()
        self._on_rows_changed()

    def set_records(self, records: Sequence[HasId]) -> None:
        """Show these records; selection, sort and scroll stay where ids survive.

        A selected record that was in view stays in view.
        """
        self._busy = True
        were_none, was_seen = self.model.rowCount() == 0, self._sees_selected()
        self.model.set_records(records)
        self._settle()
        if was_seen and not self._sees_selected():
            self._select_wanted(scroll=True)
        self._on_rows_changed()
        if were_none and records:
            self._fit()

    def add_tool(self, widget: QWidget) -> None:
        """Put a button or chooser of the page's own in the row above the table, at its end."""
        self._tools.insertWidget(self._tools.count() - 1, widget)

    def set_hint(self, hint: str) -> None:
        """Say something else when there is nothing to list."""
        self._hint = hint
        self._on_rows_changed()

    def selected_id(self) -> str | None:
        """Return the id of the selected row, or None."""
        rows = self.view.selectionModel().selectedRows()
        return str(rows[0].data(ID_ROLE)) if rows else None

    def select(self, record_id: str) -> bool:
        """Select a record and scroll to it; False if it is not in the list now."""
        self._wanted = record_id
        return self._select_wanted(scroll=True)

    def clear_selection(self) -> None:
        """Select nothing."""
        self._wanted = ""
        self.view.clearSelection()

    def shown_keys(self) -> tuple[str, ...]:
        """Return the keys of the columns that are shown, in the order of the model."""
        return tuple(
            column.key
            for place, column in enumerate(self.model.columns)
            if not self.view.isColumnHidden(place)
        )

    def shown_records(self) -> tuple[HasId, ...]:
        """Return the records as they are listed: filtered and sorted."""
        if self.proxy.rowCount() == self.model.rowCount():
            return self.model.records  # the model sorts, so only a filter makes a difference
        return tuple(
            self.model.record_at(self.proxy.mapToSource(self.proxy.index(row, 0)).row())
            for row in range(self.proxy.rowCount())
        )

    def _build(self, accessible_name: str, with_filter: bool) -> None:
        self.setFocusProxy(self.view)
        self.filter_field.setPlaceholderText(_("Filter the list"))
        self.filter_field.setAccessibleName(_("Filter: {list}").format(list=accessible_name))
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.addAction(icon("filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.count_label.setTextFormat(Qt.TextFormat.PlainText)
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.filter_field, 2)
        self._tools.addWidget(self.count_label)
        self._tools.addStretch(1)
        self._tools.addWidget(self.chooser.button)
        for widget in (self.filter_field, self.count_label, self.chooser.button):
            widget.setVisible(with_filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._tools)
        layout.addWidget(self.view, 1)
        self.view.setModel(self.proxy)

    def _connect(self) -> None:
        header = self.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header_menu)
        header.sectionResized.connect(self._on_column_resized)
        header.sortIndicatorChanged.connect(self._on_looks_changed)
        self.chooser.toggled.connect(self._on_column_toggled)
        self.chooser.reset.connect(self._on_columns_reset)
        self.filter_field.textChanged.connect(self._on_filter_changed)
        self.filter_field.returnPressed.connect(self.view.setFocus)
        for signal in (self.proxy.rowsInserted, self.proxy.rowsRemoved, self.proxy.modelReset):
            signal.connect(self._on_rows_changed)
        self.view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.view.activated.connect(self._on_activated)
        self.view.resized.connect(self._fit)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_context_menu)

    def _restore(self) -> None:
        stored = self._settings.table(self._name) if self._settings else {}
        self._show_state(read_state(stored, self.model.columns, self._character, self._sort))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Let the columns follow the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._follow_text()

    def _follow_text(self) -> None:
        before, self._character = self._character, self.view.character
        if before != self._character and self._chosen:
            widths = {p: self.view.columnWidth(p) for p in self.view.shown_places()}
            scale = self._character / before
            self._set_widths({place: round(width * scale) for place, width in widths.items()})
        self._fit()

    def _fit(self) -> None:
        """Give the columns their widths, unless the user has."""
        if self._chosen or not self.isVisible():
            return
        places = self.view.shown_places()
        widths = shared_widths(self.view.viewport().width(), [self._wish(p) for p in places])
        self._set_widths(dict(zip(places, widths, strict=True)))

    def _wish(self, place: int) -> Wish:
        column, metrics = self.model.columns[place], self.view.fontMetrics()
        margin = _MARGIN + (metrics.height() + _GAP if column.icon else 0)
        longest = max(map(metrics.horizontalAdvance, self.model.longest(column)), default=0)
        return Wish(
            title=self.view.horizontalHeader().sectionSizeHint(place),
            hint=self._hinted(column),
            content=longest + margin if self.model.rowCount() else 0,
            narrow=round(_NARROW * self._character),
            whole=column.whole,
        )

    def _hinted(self, column: Column) -> int:
        return round(column.width * self._character) + _MARGIN

    def _set_widths(self, widths: Mapping[int, int]) -> None:
        self._arranging = True
        for place, width in widths.items():
            self.view.setColumnWidth(place, width)
        self._arranging = False

    def _show_state(self, state: TableState) -> None:
        self._chosen = bool(state.widths)
        widths: dict[int, int] = {}
        for place, column in enumerate(self.model.columns):
            self.view.setColumnHidden(place, column.key in state.hidden)
            widths[place] = state.widths.get(column.key, self._hinted(column))
        self._set_widths(widths)
        self.view.sortByColumn(state.sort_place(self.model.columns), state.sort_order)
        self.proxy.set_shown(self.shown_keys())
        self.chooser.set_shown(self.shown_keys())

    def _select_wanted(self, *, scroll: bool) -> bool:
        row = self.model.row_of(self._wanted)
        index = QModelIndex() if row is None else self._proxied(row)
        if not index.isValid():
            return False
        if self.selected_id() != self._wanted:
            self.view.setCurrentIndex(index)
        if scroll:
            self.view.scrollTo(index)
        return True

    def _sees_selected(self) -> bool:
        """Whether a record is selected and the whole height of its row is in view."""
        rows = self.view.selectionModel().selectedRows()
        seen = self.view.viewport().rect()
        place = self.view.visualRect(rows[0]) if rows else None
        return place is not None and seen.top() <= place.top() and place.bottom() <= seen.bottom()

    def _settle(self) -> None:
        """Select what was selected before the rows changed, or nothing if it is not listed."""
        self._busy = True
        # Qt puts the selection on the neighbour of a row that goes; nobody chose that one.
        if not self._select_wanted(scroll=False):
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()
        self._busy = False

    def _proxied(self, row: int) -> QModelIndex:
        """Return the view's index of a row of the model, in a column that can be seen."""
        shown = [p for p in range(self.proxy.columnCount()) if not self.view.isColumnHidden(p)]
        return self.proxy.mapFromSource(self.model.index(row, shown[0] if shown else 0))

    @Slot(str)
    def _on_filter_changed(self, text: str) -> None:
        self._busy = True
        self.proxy.set_text(text)
        self._settle()
        self._on_rows_changed()

    @Slot()
    def _on_rows_changed(self) -> None:
        shown, total = self.proxy.rowCount(), self.model.rowCount()
        self.count_label.setText(
            str(total)
            if shown == total
            else _("{shown} of {total}").format(shown=shown, total=total)
        )
        hint = self._hint if total == 0 else _("No row holds all the words of the filter.")
        self.view.set_hint("" if shown else hint)
        if not self._busy:
            self.count_changed.emit(shown, total)

    @Slot(QItemSelection, QItemSelection)
    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        selected = self.selected_id()
        if self._busy or selected is None or selected == self._wanted:
            return
        self._wanted = selected
        self.record_selected.emit(selected)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.record_activated.emit(str(index.data(ID_ROLE)))

    @Slot(QPoint)
    def _on_context_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            where = self.view.viewport().mapToGlobal(place)
            self.context_requested.emit(str(index.data(ID_ROLE)), where)

    @Slot(QPoint)
    def _on_header_menu(self, place: QPoint) -> None:
        self.chooser.menu.popup(self.view.horizontalHeader().mapToGlobal(place))

    @Slot(str, bool)
    def _on_column_toggled(self, key: str, shown: bool) -> None:
        for place, column in enumerate(self.model.columns):
            if column.key == key:
                self.view.setColumnHidden(place, not shown)
        self.proxy.set_shown(self.shown_keys())
        self.chooser.set_shown(self.shown_keys())
        self._fit()
        self._on_looks_changed()

    @Slot()
    def _on_columns_reset(self) -> None:
        self._show_state(read_state({}, self.model.columns, self._character, self._sort))
        self._fit()
        self._on_looks_changed()

    @Slot(int, int, int)
    def _on_column_resized(self, place: int, _before: int, _now: int) -> None:
        # The last column changes with the window, which is nobody's choice of a width.
        if place != self.view.last_shown() and not self._arranging:
            self._chosen = True
            self._on_looks_changed()

    @Slot()
    def _on_looks_changed(self) -> None:
        if self._settings is not None and not self._arranging:
            state = write_state(self.view, self.model.columns, with_widths=self._chosen)
            self._settings.set_table(self._name, state)
