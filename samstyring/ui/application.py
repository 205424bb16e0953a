"""The application: owns the window, opens files into it, and shows what the menus ask for."""

import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from samstyring.domain.errors import SamstyringError, StoreError
from samstyring.language import _, set_language
from samstyring.ui.desk import Desk
from samstyring.ui.frame.making import MakingNotice
from samstyring.ui.jobs import Job, JobControl, stop_all_jobs
from samstyring.ui.main_window import MainWindow
from samstyring.ui.page import PageEntry
from samstyring.ui.qt_texts import install_qt_translator
from samstyring.ui.settings import Settings
from samstyring.ui.theme import apply_text_size, apply_theme
from samstyring.ui.today.care import CareCounter
from samstyring.workspace import Workspace

if TYPE_CHECKING:
    from samstyring.ui.help import HelpWindow
    from samstyring.ui.leader.window import LeaderWindow

ExampleBuilder = Callable[[Path, date], None]
Filler = Callable[[Workspace], None]


class Application(QObject):
    """One program on the screen; it owns every top-level window."""

    def __init__(
        self,
        settings: Settings,
        pages: Sequence[PageEntry],
        build_example: ExampleBuilder,
        set_up_new: Filler,
    ) -> None:
        super().__init__()
        self.settings, self._pages = settings, pages
        self._build_example, self._set_up_new = build_example, set_up_new
        self.window: MainWindow | None = None
        self._making: MakingNotice | None = None
        self._leader: LeaderWindow | None = None
        self._dialog: QWidget | None = None
        self._help: HelpWindow | None = None

    def start(self, path: Path | None, *, leader: bool = False, view: str = "") -> None:
        """Open a file: the one named, else the last one used, else the example.

        It opens in the leader's window when that is asked for, now or in the settings.
        """
        from samstyring.ui.leader.seat import starts_with_leader

        last = path or self.settings.last_file
        asked = leader or starts_with_leader(self.settings)
        if asked and last is not None and self.open_for_leader(last, view):
            return
        chosen = path or self.settings.last_file
        if chosen is not None and (path is not None or _is_there(chosen)):
            self.open_path(chosen)
        if self.window is None:
            self.open_example()

    def open_path(self, path: Path) -> bool:
        """Open a file in place of the one that is open; a sentence if it cannot be."""
        if self._is_open(path):
            return True
        try:
            workspace = Workspace.open(path)
        except SamstyringError as problem:
            self._tell(str(problem))
            return False
        self._show(workspace)
        if workspace.notice:
            self._tell(workspace.notice, QMessageBox.Icon.Information)
        self.settings.last_file = path
        self.settings.add_recent_file(path)
        return True

    def open_for_leader(self, path: Path, view: str = "") -> bool:
        """Open a file in the window that only reads; a sentence if it cannot be."""
        from samstyring.ui.leader import leader_window

        workspace = None
        try:
            workspace = Workspace.open(path, read_only=True)
            self._leader = leader_window(Desk(workspace, self.settings, self), view=view)
        except SamstyringError as problem:
            if workspace is not None:
                workspace.close()
            self._tell(str(problem))
            return False
        self._leader.work_requested.connect(self._on_work_requested)
        self._leader.show()
        return True

    def _on_work_requested(self) -> None:
        """Open the ordinary window in place of the leader's."""
        assert self._leader is not None
        path = self._leader.desk.workspace.path
        self._close_leader()
        if path is not None:
            self.open_path(path)

    def _close_leader(self) -> None:
        if self._leader is not None:
            self._leader.close()
            stop_all_jobs()
            self._leader.desk.close()
            self._leader.deleteLater()
            self._leader = None

    def _is_open(self, path: Path) -> bool:
        """Say whether that very file is the one in the window; our own lock would refuse it."""
        standing = self.window.desk.workspace.path if self.window else None
        return (
            standing is not None
            and _is_there(standing)
            and _is_there(path)
            and (standing.samefile(path))
        )

    def open_example(self) -> None:
        """Open the example, made today if it is not there yet."""
        path = example_path()
        if path.exists():
            self.open_path(path)
        elif self._making is None:
            self._make_example(path)

    def _make_example(self, path: Path) -> None:
        """Make the example beside a notice that says so; it takes some seconds."""

        def work(_control: JobControl) -> Path:
            _make_folder(path.parent)
            self._build_example(path, date.today())
            return path

        self._making = MakingNotice(Job(work))
        self._making.made.connect(self._on_example_made)
        self._making.failed.connect(self._on_example_failed)
        self._making.start()

    def _on_example_made(self, path: object) -> None:
        assert isinstance(path, Path)
        self._making = None
        self.open_path(path)

    def _on_example_failed(self, sentence: str) -> None:
        self._making = None
        self._tell(sentence)

    def _show(self, workspace: Workspace) -> None:
        desk = Desk(workspace, self.settings, self)
        window = MainWindow(desk, self._pages)
        window.file_requested.connect(self._on_file_requested)
        window.window_requested.connect(self._on_window_requested)
        counter = CareCounter(desk, window)
        counter.counted.connect(window.show_care)
        window.recent.show_paths(self.settings.recent_files)
        window.recent.chosen.connect(self._on_recent)
        former, self.window = self.window, window
        window.show()
        if former is not None:
            former.close()
            stop_all_jobs()
            former.desk.close()
            former.deleteLater()

    def close(self) -> None:
        """Close what is open."""
        self._close_leader()
        if self.window is not None:
            self.window.close()
            stop_all_jobs()
            self.window.desk.close()

    # Files -------------------------------------------------------------------------------------

    def _on_file_requested(self, what: str) -> None:
        ask = {
            "open": self._ask_open,
            "new": self._ask_new,
            "copy": self._ask_copy,
            "example": self.open_example,
        }
        ask[what]()

    def _on_recent(self, path: str) -> None:
        if not self.open_path(Path(path)):
            self.settings.forget_recent_file(Path(path))

    def _ask_open(self) -> None:
        dialog = self._file_dialog(_("Open a file"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_open_chosen)
        dialog.open()

    def _ask_new(self) -> None:
        dialog = self._file_dialog(_("Make a new file"), QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._on_new_chosen)
        dialog.open()

    def _ask_copy(self) -> None:
        dialog = self._file_dialog(_("Save a copy"), QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._on_copy_chosen)
        dialog.open()

    def _file_dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self.window, title)
        dialog.setAcceptMode(mode)
        dialog.setDefaultSuffix("samstyring")
        dialog.setNameFilters([_("samstyring files (*.samstyring)"), _("All files (*)")])
        # What is there is never overwritten, and our own sentence says so.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _on_open_chosen(self, chosen: str) -> None:
        self.open_path(Path(chosen))

    def _on_new_chosen(self, chosen: str) -> None:
        path = Path(chosen)
        try:
            workspace = Workspace.create(path)
        except SamstyringError as problem:
            self._tell(str(problem))
            return
        try:
            self._set_up_new(workspace)
        except SamstyringError as problem:
            workspace.close()
            path.unlink(missing_ok=True)  # half a file would look like a whole one
            self._tell(str(problem))
            return
        workspace.close()
        self.open_path(path)

    def _on_copy_chosen(self, chosen: str) -> None:
        assert self.window is not None
        try:
            self.window.desk.workspace.save_copy(Path(chosen))
        except SamstyringError as problem:
            self._tell(str(problem))
            return
        self.window.toast.show_message(_("A copy was saved as {name}.").format(name=chosen))

    # Other windows -----------------------------------------------------------------------------

    def _on_window_requested(self, what: str) -> None:
        assert self.window is not None
        open_it = {
            "help": self._open_help,
            "settings": self._open_settings,
            "shortcuts": self._open_shortcuts,
            "about": self._open_about,
            "list": self._export_list,
        }
        open_it[what](self.window)

    # These are opened rarely and imported then: start-up is felt.

    def _open_settings(self, window: MainWindow) -> None:
        from samstyring.ui.frame.preferences import PreferencesDialog

        dialog = PreferencesDialog(self.settings, window)
        dialog.appearance_changed.connect(self._on_appearance_changed)
        dialog.language_changed.connect(self._on_language_changed)
        dialog.open()

    def _open_shortcuts(self, window: MainWindow) -> None:
        from samstyring.ui.frame.shortcuts import ShortcutsDialog

        ShortcutsDialog(window.menus.values(), window).open()

    def _open_about(self, window: MainWindow) -> None:
        from samstyring.ui.frame.about import AboutDialog

        AboutDialog(window).open()

    def _export_list(self, window: MainWindow) -> None:
        from samstyring.ui.lists import export_list_of

        export_list_of(window.stack.currentWidget(), window.desk)

    def _open_help(self, window: MainWindow) -> None:
        from samstyring.ui.help import HelpWindow

        if self._help is None:
            self._help = HelpWindow(self.settings.language)
        self._help.show_page(window.current_key())
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def _on_appearance_changed(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self.settings.theme)
        apply_text_size(app, self.settings.text_size)

    def _on_language_changed(self) -> None:
        app = QApplication.instance()
        assert app is not None
        set_language(self.settings.language)
        install_qt_translator(app, self.settings.language)
        if self._help is not None:
            self._help.close()
            self._help.deleteLater()
            self._help = None
        QTimer.singleShot(0, self._reopen)

    def _reopen(self) -> None:
        """Build the window anew: every text of it is in another language now."""
        if self.window is None or self.window.desk.workspace.path is None:
            return
        path, day = self.window.desk.workspace.path, self.window.desk.day
        today = self.window.desk.is_today
        self.window.close()
        stop_all_jobs()
        self.window.desk.close()
        self.window.deleteLater()
        self.window = None
        if self.open_path(path) and not today and self.window is not None:
            self.window.desk.set_day(day)

    def _tell(self, sentence: str, picture: QMessageBox.Icon = QMessageBox.Icon.Warning) -> None:
        box = QMessageBox(self.window)
        box.setIcon(picture)
        box.setWindowTitle("samstyring")  # as is
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.finished.connect(box.deleteLater)
        self._dialog = box
        box.open()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("The folder “{folder}” cannot be made: {reason}.")
        raise StoreError(message.format(folder=folder, reason=error.strerror)) from None


def _is_there(path: Path) -> bool:
    """Say whether there is such a file; no, too, where it may not be looked at or named."""
    return os.path.exists(path)


def example_path() -> Path:
    """Return where the example lies: in the user's own folder for the program's data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    name = _("Example")
    return Path(folder) / f"{name}.samstyring"
