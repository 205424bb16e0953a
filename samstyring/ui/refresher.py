"""Keeps a page fresh: reads again when its data or the day change, and waits while hidden."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from samstyring.domain.changes import ChangeSet
from samstyring.ui.desk import Desk


class Refresher(QObject):
    """Calls ``reload`` when something of ``tables`` changes, or the day does.

    ``reload`` is a bound method of the page. A page that is hidden is read again when it is
    next shown; the first reading comes then too. No tables means every change, which costs
    little where what is shown is read through the desk: it reads nothing twice.
    """

    def __init__(self, page: QWidget, desk: Desk, reload: Callable[[], None], *tables: str) -> None:
        super().__init__(page)
        self._page, self._reload, self._tables = page, reload, tables
        self._stale = True
        desk.changed.connect(self._on_changed)
        desk.day_changed.connect(self._on_day_changed)
        page.installEventFilter(self)

    def refresh(self) -> None:
        """Read again now if the page is seen, else when it is."""
        self._stale = True
        if self._page.isVisible():
            self._read()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read when the page is shown and what it shows is stale."""
        if event.type() is QEvent.Type.Show and self._stale:
            self._read()
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        self._stale = False
        self._reload()

    def _on_changed(self, change: ChangeSet) -> None:
        if not self._tables or change.touches(*self._tables):
            self.refresh()

    def _on_day_changed(self, _day: date) -> None:
        self.refresh()
