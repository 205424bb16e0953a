"""What the main window expects of a page, and the table of pages it builds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from samstyring.ui.desk import Desk
from samstyring.ui.theme import icon


def menu_of(actions: Iterable["PageAction"], desk: Desk, parent: QWidget) -> QMenu:
    """Return a menu of what a page can do, which goes once it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for action in actions:
        entry = menu.addAction(icon(action.icon), action.text, action.run)
        entry.setEnabled(not (action.writes and desk.workspace.read_only))
    return menu


@dataclass(frozen=True)
class PageAction:
    """One thing a page can do, as a table of data: the main window makes the menu from it.

    ``menu`` is ``register``, ``reports``, ``view`` or ``edit``; ``run`` is a bound method of
    the page; ``text`` is translated already, with its mnemonic; ``writes`` tells that it
    changes the file, so that it is off when the file is read-only. What is done to the thing
    that a page shows has ``applies``, which says if there is one; it is off on other pages.
    """

    menu: str
    text: str
    run: Callable[[], None]
    icon: str = ""
    shortcut: str = ""
    writes: bool = True
    applies: Callable[[], bool] | None = None


class Page(Protocol):
    """A page of the window.

    Signals: ``open_requested(kind, id)`` asks for another place — body, person, round, candidacy,
    mandate, seat, municipality, flow — and ``status_changed(text)`` tells what is shown.
    """

    open_requested: SignalInstance
    status_changed: SignalInstance

    def show_item(self, kind: str, item_id: str) -> None:
        """Select a thing and show its detail."""

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""

    def status_text(self) -> str:
        """Return what is shown and how much of it, in words."""


@runtime_checkable
class TellsDays(Protocol):
    """A page that can show other days than the one that rules the window."""

    def days_text(self) -> str:
        """Return in a sentence which days are shown; empty where it is the window's own."""


@dataclass(frozen=True)
class PageEntry:
    """One page in the side bar: its key, title (marked with N_), icon and how to make it.

    ``kinds`` are the kinds of thing that this page shows when they are asked for; of those,
    ``asks`` open a form, and are no place to come back to.
    """

    key: str
    title: str
    icon: str
    make: Callable[[Desk], QWidget]
    kinds: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
