"""Asks where the picture of the graph should go, and writes it there."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from samstyring.domain.errors import ExportError
from samstyring.export.pictures import write_picture
from samstyring.formats import long_date, safe_name
from samstyring.graph.drawing import Scene
from samstyring.language import _, current_language
from samstyring.ui.desk import Desk


class PictureExport(QObject):
    """One export at a time; tells the path that was written, or a sentence.

    ``noted`` tells what one should know about what was written.
    """

    written = Signal(str)
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._widget = desk, parent
        self._scene: Scene | None = None

    def ask(self, scene: Scene) -> None:
        """Ask for a file and write the scene to it; always light, whatever the screen is."""
        self._scene = scene
        dialog = QFileDialog(self._widget, _("Export the graph"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = [_("SVG picture (*.svg)"), _("PNG picture (*.png)"), _("PDF document (*.pdf)")]
        dialog.setNameFilters(filters)
        dialog.setDefaultSuffix("svg")
        dialog.selectFile(safe_name(f"{scene.title} {self._desk.day.isoformat()}", ".svg"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(self._on_filter)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def write(self, scene: Scene, path: Path) -> None:
        """Write the scene; a sentence is told if it cannot be."""
        try:
            note = write_picture(
                scene,
                path,
                title=scene.title,
                date_text=_("As of {day}").format(day=long_date(self._desk.day)),
                source_line=scene.sentence,
                language=current_language(),
            )
        except ExportError as problem:
            self.failed.emit(str(problem))
        else:
            self.written.emit(str(path))
            if note:
                self.noted.emit(note)

    def open_written(self, path: str) -> None:
        """Open what was written in the program the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))

    def _on_filter(self, chosen: str) -> None:
        dialog = self.sender()
        if isinstance(dialog, QFileDialog):
            dialog.setDefaultSuffix(chosen.rsplit("*.", 1)[1].rstrip(")"))

    def _on_chosen(self, chosen: str) -> None:
        assert self._scene is not None
        self.write(self._scene, Path(chosen))
