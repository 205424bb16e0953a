"""The desk: what every page is given — the open file, the day that rules, and the notices."""

from collections.abc import Callable
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from samstyring.domain.changes import ChangeSet
from samstyring.domain.errors import SamstyringError
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace

P = ParamSpec("P")
R = TypeVar("R")


class Desk(QObject):
    """One open file on the screen.

    ``changed`` is the one data signal of the program; ``day_changed`` tells that everything is
    to be shown as of another day; ``failed`` carries a sentence for the user.
    """

    changed = Signal(object)
    day_changed = Signal(object)
    failed = Signal(str)

    def __init__(
        self, workspace: Workspace, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self.settings = workspace, settings
        self._day: date | None = None
        self._stop = workspace.subscribe(self._on_change)

    @property
    def day(self) -> date:
        """The day everything is shown as of."""
        return self._day or date.today()

    @property
    def is_today(self) -> bool:
        """Whether what is shown is as of today."""
        return self._day is None

    def set_day(self, day: date | None) -> None:
        """Show everything as of a day; None for today, whatever day that comes to be."""
        if day == date.today():
            day = None
        if day != self._day:
            self._day = day
            self.day_changed.emit(self.day)

    def read(self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what a query finds; nothing is read twice unless it can have changed."""
        return self.workspace.recall(query, *args, **kwargs)

    def read_aside(
        self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Return what a query finds, in the background; None if a change came in between."""
        return self.workspace.recall_aside(query, *args, **kwargs)

    def run(
        self, command: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a command and return its result; SamstyringError for a form to show."""
        return self.workspace.run(command, *args, **kwargs)

    def try_run(
        self, command: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        """Run a command that no form asks for; an error becomes a notice and None is returned."""
        try:
            return self.workspace.run(command, *args, **kwargs)
        except SamstyringError as problem:
            self.failed.emit(str(problem))
            return None

    def close(self) -> None:
        """Leave the file; the workspace is closed."""
        self._stop()
        self.workspace.close()

    def _on_change(self, change: ChangeSet) -> None:
        self.changed.emit(change)
