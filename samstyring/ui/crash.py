"""What happens when the program itself is wrong: a log without names, and plain words."""

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from samstyring.language import _


def log_folder() -> Path:
    """Return the folder of the log."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location)) / "log"


def write_crash(kind: type[BaseException], place: TracebackType | None) -> Path:
    """Write where in the program the error came, not what it was about, and return the file.

    The message of an error can hold a name or a line the user wrote, so it is left out.
    """
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now():%Y%m%d-%H%M%S}.txt"
    frames = "".join(traceback.format_list(traceback.extract_tb(place)))
    path.write_text(f"{kind.__module__}.{kind.__name__}\n{frames}", encoding="utf-8")
    return path


def install_crash_dialog(owner: QObject) -> None:
    """Have an unforeseen error told in plain words; nothing is sent anywhere."""
    reporter = CrashReporter(owner)
    sys.excepthook = reporter.report


class CrashReporter(QObject):
    """Tells of the first error; those that follow while it is told are only logged."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._box: QMessageBox | None = None

    def report(
        self, kind: type[BaseException], error: BaseException, place: TracebackType | None
    ) -> None:
        """Log the error and say so."""
        sys.__excepthook__(kind, error, place)
        if issubclass(kind, KeyboardInterrupt):
            return
        path = write_crash(kind, place)
        if self._box is None:
            self._box = crash_box(path, None)
            self._box.finished.connect(self._on_closed)
            self._box.open()

    def _on_closed(self) -> None:
        assert self._box is not None
        self._box.deleteLater()
        self._box = None


def crash_box(log: Path, parent: QWidget | None) -> QMessageBox:
    """Return the dialog that says what happened, what is safe, and where the log lies."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(_("Something went wrong"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        _(
            "The program met an error of its own. What you had written to the file is safe, and"
            " nothing was sent anywhere."
        )
    )
    box.setInformativeText(_("Where it happened is written in {path}.").format(path=log))
    return box
