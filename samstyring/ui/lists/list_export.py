"""Export a list as it is shown: its rows, columns and order, for a spreadsheet."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from samstyring.export.lists import ListColumn, ShownList, export_list
from samstyring.formats import safe_name, short_date
from samstyring.language import _, translate
from samstyring.ui.desk import Desk
from samstyring.ui.forms.exported import tell_exported
from samstyring.ui.jobs import Job, JobControl
from samstyring.ui.tables import Align, RecordTable

_REMEMBERED = "list_export"


def export_list_of(page: QWidget | None, desk: Desk) -> "ListExport | None":
    """Ask where to export the largest list that a page shows; tell of it if there is none."""
    found = page.findChildren(RecordTable) if page else []
    tables = [table for table in found if table.isVisible()]
    if not tables:
        desk.failed.emit(_("There is no list here. Choose a page with a list first."))
        return None
    largest = max(tables, key=_area)
    return ask_list_export(largest, desk)


def ask_list_export(table: RecordTable, desk: Desk) -> "ListExport":
    """Ask where to export a list, and then do it."""
    return ListExport(shown_list(table), desk, table.window())


def shown_list(table: RecordTable) -> ShownList:
    """Return what a table shows: the columns from left to right, the rows from the top."""
    header = table.view.horizontalHeader()
    places = [header.logicalIndex(place) for place in range(header.count())]
    columns = [table.model.columns[p] for p in places if not table.view.isColumnHidden(p)]
    return ShownList(
        table.view.accessibleName(),
        tuple(ListColumn(translate(each.title), each.align is Align.END) for each in columns),
        tuple(tuple(column.text(record) for column in columns) for record in table.shown_records()),
    )


class ListExport(QObject):
    """Asks for the file, writes it out of sight, and tells when it is there."""

    def __init__(self, shown: ShownList, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._shown, self._desk, self._window = shown, desk, window
        folder = str(desk.settings.page(_REMEMBERED).get("folder", ""))
        self.file_dialog = QFileDialog(window, _("Export the list"), folder)
        self.file_dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.file_dialog.setNameFilters(_filters())
        self.file_dialog.setDefaultSuffix("xlsx")
        self.file_dialog.selectFile(safe_name(f"{shown.title} {short_date(desk.day)}", ".xlsx"))
        self.file_dialog.filterSelected.connect(self._on_filter)
        self.file_dialog.fileSelected.connect(self._on_file)
        self.file_dialog.finished.connect(self.file_dialog.deleteLater)
        self.file_dialog.open()

    @Slot(str)
    def _on_filter(self, chosen: str) -> None:
        ending = "csv" if "csv" in chosen else "xlsx"
        self.file_dialog.setDefaultSuffix(ending)
        for name in self.file_dialog.selectedFiles()[:1]:
            self.file_dialog.selectFile(Path(name).with_suffix(f".{ending}").name)

    @Slot(str)
    def _on_file(self, path: str) -> None:
        target = Path(path)
        self._desk.settings.set_page(_REMEMBERED, {"folder": str(target.parent)})
        job = Job(partial(_written, self._shown, target))
        job.finished.connect(self._on_finished)
        job.failed.connect(self._desk.failed)
        job.start()

    @Slot(object)
    def _on_finished(self, path: Path) -> None:
        tell_exported(path, self._window)


def _written(shown: ShownList, target: Path, _control: JobControl) -> Path:
    return export_list(shown, target)


def _filters() -> list[str]:
    return [_("Spreadsheet") + " (*.xlsx)", _("Text with semicolons") + " (*.csv)"]


def _area(table: RecordTable) -> int:
    return table.width() * table.height()
