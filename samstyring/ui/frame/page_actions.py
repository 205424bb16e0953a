"""What the pages can do, as entries of the menus: on where there is something to do it to."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from samstyring.ui.frame.menus import make_action
from samstyring.ui.page import PageAction


class PageActions(QObject):
    """Puts the pages' actions in the menus of a window.

    ``shown_key`` tells which page is shown; ``may_write`` whether the file can be changed.
    """

    def __init__(
        self,
        window: QMainWindow,
        menus: Mapping[str, QMenu],
        shown_key: Callable[[], str],
        *,
        may_write: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._menus = window, menus
        self._shown_key, self._may_write = shown_key, may_write
        self._added: list[tuple[QAction, str, PageAction]] = []
        for menu in menus.values():
            menu.aboutToShow.connect(self.refresh)

    def add(self, key: str, wanted: PageAction, show_page: Callable[[], None]) -> None:
        """Add what a page can do; ``show_page`` is called first, with the action as sender."""
        action = make_action(self._window, wanted.text, show_page, wanted.icon)
        action.setData(key)
        action.triggered.connect(wanted.run)
        if wanted.shortcut:
            action.setShortcut(wanted.shortcut)
        self._menus[wanted.menu].addAction(action)
        self._added.append((action, key, wanted))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Turn off what there is nothing to do to now."""
        for action, key, wanted in self._added:
            may = self._may_write or not wanted.writes
            shown = wanted.applies is None or (key == self._shown_key() and wanted.applies())
            action.setEnabled(may and shown)
