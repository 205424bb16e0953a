"""The menus as a table of data, and the loop that makes actions from it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from samstyring.language import N_, translate
from samstyring.ui.theme import icon

MENUS: tuple[tuple[str, str], ...] = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("register", N_("&Register")),
    ("reports", N_("Re&ports")),
    ("tools", N_("&Tools")),
    ("help", N_("&Help")),
)


@dataclass(frozen=True)
class MenuEntry:
    """One line of a menu: its text marked with N_, the method of the window it calls."""

    key: str
    menu: str
    text: str
    method: str
    icon: str = ""
    shortcuts: tuple[str, ...] = ()
    before: bool = False


ENTRIES: tuple[MenuEntry, ...] = (
    MenuEntry("new", "file", N_("&New file…"), "new_file", "file-plus", ("Ctrl+Shift+N",)),
    MenuEntry("open", "file", N_("&Open…"), "open_file", "folder-open", ("Ctrl+O",)),
    MenuEntry("example", "file", N_("Open the &example"), "open_example", "book-open"),
    MenuEntry("copy", "file", N_("&Save a copy…"), "save_copy", "save", ("Ctrl+Shift+S",)),
    MenuEntry("quit", "file", N_("&Quit"), "close", "log-out", ("Ctrl+Q",), before=True),
    MenuEntry("undo", "edit", N_("&Undo"), "undo", "undo", ("Ctrl+Z",)),
    MenuEntry("redo", "edit", N_("&Redo"), "redo", "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    MenuEntry(
        "find", "edit", N_("&Find anything"), "find_anything", "search", ("Ctrl+K", "Ctrl+F")
    ),
    MenuEntry("date", "view", N_("Show as of a &date…"), "choose_date", "calendar", ("Ctrl+D",)),
    MenuEntry("today", "view", N_("Back to &today"), "go_to_today", "today", ("Ctrl+T",)),
    MenuEntry("back", "view", N_("&Back"), "go_back", "chevron-left", ("Alt+Left",), before=True),
    MenuEntry("forward", "view", N_("F&orward"), "go_forward", "chevron-right", ("Alt+Right",)),
    MenuEntry("list", "reports", N_("Export the &list…"), "export_list", "table"),
    MenuEntry("settings", "tools", N_("&Settings…"), "open_settings", "settings", ("Ctrl+,",)),
    MenuEntry("help", "help", N_("&Help"), "open_help", "help", ("F1",)),
    MenuEntry("keys", "help", N_("&Keyboard shortcuts"), "open_shortcuts", "keyboard"),
    MenuEntry("about", "help", N_("&About samstyring"), "open_about", "info", before=True),
)


def make_menus(window: QMainWindow) -> dict[str, QMenu]:
    """Make the empty menus of the window, in order, by key."""
    return {key: window.menuBar().addMenu(translate(title)) for key, title in MENUS}


def make_actions(window: QMainWindow, menus: dict[str, QMenu]) -> dict[str, QAction]:
    """Make every entry of the table and put it in its menu; return the actions by key."""
    actions: dict[str, QAction] = {}
    for entry in ENTRIES:
        if entry.before:
            menus[entry.menu].addSeparator()
        action = make_action(
            window, translate(entry.text), getattr(window, entry.method), entry.icon
        )
        action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
        menus[entry.menu].addAction(action)
        actions[entry.key] = action
    return actions


def make_action(
    window: QMainWindow, text: str, run: Callable[[], object], icon_name: str = ""
) -> QAction:
    """Make one action that calls a bound method, with an icon where one is named."""
    action = QAction(text, window)
    if icon_name:
        action.setIcon(icon(icon_name))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setMenuRole(QAction.MenuRole.TextHeuristicRole)
    action.triggered.connect(run)
    return action
