"""The table view itself: set up our way, with a sentence in the middle when it is empty."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from samstyring.ui.tables.delegate import RowDelegate

ROW_LINES = 1.75


class HintingTable(QTableView):
    """A table view that says something in the middle when it has no rows.

    ``resized`` tells that it has more or less room for columns.
    """

    resized = Signal()

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

    @property
    def character(self) -> float:
        """How wide a character is on average, in pixels."""
        return QFontMetricsF(self.font()).averageCharWidth()

    def set_hint(self, hint: str) -> None:
        """Say this in the middle of the table; an empty hint is hidden."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleDescription(hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()
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
        return next(reversed(self.shown_places()), -1)

    def shown_places(self) -> list[int]:
        """Return the columns that are shown, as they stand from the left."""
        header = self.horizontalHeader()
        places = [place for place in range(header.count()) if not self.isColumnHidden(place)]
        return sorted(places, key=header.visualIndex)
