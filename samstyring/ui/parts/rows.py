"""Calm rows: a link, what is said about it, a chip, and a menu of what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from samstyring.language import _
from samstyring.ui.forms import Chip, PlainLabel, SoftLabel
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.theme import ToneName, icon

_INDENT = 20
_KEYS = {Qt.Key.Key_F2: "F2", Qt.Key.Key_Delete: "Delete"}


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing that can be done with a row.

    ``key`` tells the page what; ``shortcut`` is F2 or Delete and works while the row has
    focus, or the table in which it is selected; ``apart`` sets it off from those before it; one
    that does not write can be done in a file for reading too. ``why`` tells why it cannot be done
    now, of a verb that keeps its place; ``likely`` marks the one that is probably next.
    """

    key: str
    text: str
    icon: str = ""
    shortcut: str = ""
    apart: bool = False
    writes: bool = True
    why: str = ""
    likely: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the link or plain title, softly beside it a word, and below it what is said."""

    id: str
    title: str
    link: Link | None = None
    aside: str = ""
    notes: tuple[str, ...] = ()
    chip: tuple[str, ToneName] | None = None
    verbs: tuple[Verb, ...] = ()
    links: tuple[Link, ...] = ()
    indent: bool = False
    struck: bool = False


class RowWidget(QWidget):
    """One row on the screen."""

    link_opened = Signal(str, str)
    verb_chosen = Signal(str, str)

    def __init__(self, row: Row, read_only: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._read_only = read_only
        self._menu: QMenu | None = None
        self.link: LinkButton | None = None
        self.button: QToolButton | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_INDENT if row.indent else 0, 2, 0, 4)
        layout.setSpacing(0)
        layout.addLayout(self._first_line())
        for note in filter(None, row.notes):
            label = SoftLabel(note, self)
            label.setContentsMargins(3, 0, 0, 0)
            layout.addWidget(label)

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the row."""
        if self._menu is None:
            self._menu = self._made_menu()
        return self._menu

    def take_focus(self) -> None:
        """Give the keyboard to the row's link, or to its menu's button."""
        for first in self.tab_stops()[:1]:
            first.setFocus()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to: the link and the menu's button, where they are."""
        return tuple(stop for stop in (self.link, self.button) if stop is not None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.button is not None:
            self.menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = _KEYS.get(Qt.Key(event.key()), "")
        verb = next((v for v in self.row.verbs if wanted and v.shortcut == wanted), None)
        if verb is None or not self._allows(verb):
            super().keyPressEvent(event)
            return
        self.verb_chosen.emit(verb.key, self.row.id)

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        if self.row.link is not None:
            self.link = LinkButton(self.row.link, self)
            self.link.opened.connect(self.link_opened)
            line.addWidget(self.link)
        else:
            line.addWidget(self._title(), 0 if self.row.aside else 1)
        if self.row.aside:
            line.addWidget(SoftLabel(self.row.aside, self), 1)
        elif self.row.link is not None:
            line.addStretch(1)
        if self.row.chip is not None:
            line.addWidget(Chip(*self.row.chip, parent=self))
        if self.row.verbs or self.row.links:
            self.button = self._more_button()
            line.addWidget(self.button)
        return line

    def _title(self) -> QLabel:
        label = PlainLabel(self.row.title, self)
        label.setContentsMargins(3, 0, 0, 0)
        if self.row.struck:
            font = label.font()
            font.setStrikeOut(True)
            label.setFont(font)
        return label

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("more"))
        button.setAutoRaise(True)
        # While a page is first laid out it may be squeezed to where an icon has no room at all.
        button.setMinimumSize(button.sizeHint())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        text = _("What can be done: {name}").format(name=self.row.title)
        button.setAccessibleName(text)
        button.setToolTip(_("What can be done here"))
        button.clicked.connect(self._on_more)
        return button

    def _allows(self, verb: Verb) -> bool:
        return not (verb.writes and self._read_only)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for verb in self.row.verbs:
            if verb.apart:
                menu.addSeparator()
            action = menu.addAction(verb.text)
            action.setData((verb.key, self.row.id))
            if verb.icon:
                action.setIcon(icon(verb.icon))
            if not self._allows(verb):
                action.setEnabled(False)
                action.setToolTip(self._read_only)
        if self.row.links:
            menu.addSeparator()
        for link in self.row.links:
            action = menu.addAction(
                icon("arrow-right"), _("Open {name}").format(name=link.text.replace("&", "&&"))
            )
            action.setData(link)
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot()
    def _on_more(self) -> None:
        assert self.button is not None
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, Link):
            self.link_opened.emit(data.kind, data.id)
        else:
            self.verb_chosen.emit(*data)
