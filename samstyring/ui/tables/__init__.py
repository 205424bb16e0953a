"""Lists of records as tables that can be sorted, filtered and arranged by the user."""

from samstyring.ui.tables.columns import Align, Column
from samstyring.ui.tables.filter import RecordFilterProxy
from samstyring.ui.tables.model import RecordTableModel
from samstyring.ui.tables.table import RecordTable

__all__ = ["Align", "Column", "RecordFilterProxy", "RecordTable", "RecordTableModel"]
