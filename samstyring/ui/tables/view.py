"""The table view itself: set up our way, with a sentence in the middle when it is empty."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from samstyring.ui.tables.delegate import RowDelegate

ROW_LINES = 1.75
_NARROWEST_SHARE = 0.75


class HintingTable(QTableView):
    """A table view that says something in the middle when it has no rows."""

    def __init__(self, accessible_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._hint = QLabel(self.viewport())
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self.setAccessibleName(accessible_name)
        self.setItemDelegate(RowDelegate(self))
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self._shape_headers()

    def set_hint(self, hint: str) -> None:
        """Say this in the middle of the table; an empty hint is hidden."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleDescription(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setGeometry(self.viewport().rect().adjusted(24, 24, -24, -24))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._shape_headers()

    def _shape_headers(self) -> None:
        row = round(QFontMetrics(self.font()).height() * ROW_LINES)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(row)
        header.setMinimumSectionSize(row)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def last_shown(self) -> int:
        """Return the column that takes what room is left, or -1."""
        header = self.horizontalHeader()
        shown = [place for place in range(header.count()) if not self.isColumnHidden(place)]
        return max(shown, key=header.visualIndex, default=-1)

    def fit_columns(self) -> None:
        """Make the columns narrower so that all are in sight, but never below a share of theirs."""
        shown = [p for p in range(self.horizontalHeader().count()) if not self.isColumnHidden(p)]
        wished = {place: self.columnWidth(place) for place in shown}
        room = self.viewport().width()
        total = sum(wished.values())
        if not 0 < room < total:
            return
        share = max(_NARROWEST_SHARE, room / total)
        for place, width in wished.items():
            self.setColumnWidth(place, int(width * share))
