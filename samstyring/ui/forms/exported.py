"""Tells in passing that a document was written, with a button that opens it."""

from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from samstyring.language import _
from samstyring.ui.forms import Toast
from samstyring.ui.theme import ToneName

_NAME = "samstyring_exported"


class _ExportedToast(Toast):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(_NAME)
        self._path = Path()
        self.action_triggered.connect(self._on_open)

    def tell(self, path: Path) -> None:
        self._path = path
        text = _("Exported as “{name}”.").format(name=path.name)
        self.show_message(text, _("Open"), ToneName.OK)

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))


def tell_exported(path: Path, window: QWidget) -> None:
    """Say at the bottom of a window that a file was written; its button opens the file."""
    found = window.findChild(_ExportedToast, _NAME)
    toast = found if isinstance(found, _ExportedToast) else _ExportedToast(window)
    toast.tell(path)
