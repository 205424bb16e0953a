"""Menus of things to tick, for what the graph shows, and the button that opens them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from samstyring.language import _
from samstyring.ui.theme import icon


class TickMenu(QMenu):
    """A menu of ticks that stays open while one ticks; tells the keys that are ticked.

    ``all_means_none``: with nothing ticked everything is shown, and the title says “all”.
    """

    ticked = Signal(object)

    def __init__(
        self, name: str, icon_name: str, *, all_means_none: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._all_means_none = name, all_means_none
        self._ticks: dict[str, QAction] = {}
        self.setIcon(icon(icon_name))
        self.installEventFilter(self)
        self._say()

    def set_entries(self, entries: Sequence[tuple[str, str]], ticked: frozenset[str]) -> None:
        """Offer (key, word) pairs with some of them ticked."""
        self.clear()
        self._ticks = {}
        for key, text in entries:
            action = self.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in ticked)
            action.setData(key)
            action.toggled.connect(self._on_toggled)
            self._ticks[key] = action
        if self._all_means_none:
            self.addSeparator()
            self.addAction(_("Show all"), self.untick)
        self._say()

    def ticks(self) -> frozenset[str]:
        """Return the keys that are ticked."""
        return frozenset(key for key, action in self._ticks.items() if action.isChecked())

    def untick(self) -> None:
        """Tick nothing."""
        for action in self._ticks.values():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._on_toggled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the menu open when something is ticked, by mouse or by space."""
        action = self.activeAction()
        released = event.type() is QEvent.Type.MouseButtonRelease
        pressed = event.type() is QEvent.Type.KeyPress
        spaced = pressed and isinstance(event, QKeyEvent) and event.text() == " "
        if action is not None and action.isCheckable() and (released or spaced):
            action.trigger()
            return True
        return super().eventFilter(watched, event)

    def _on_toggled(self, _checked: bool) -> None:
        self._say()
        self.ticked.emit(self.ticks())

    def _say(self) -> None:
        count = len(self.ticks())
        shown = _("all") if self._all_means_none and not count else str(count)
        self.setTitle(_("{what}: {shown}").format(what=self._name, shown=shown))


class MenuButton(QToolButton):
    """A button that opens one menu of ticks, or several under one name with their number."""

    def __init__(
        self,
        icon_name: str,
        menus: Sequence[TickMenu],
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._menus, self._name = tuple(menus), name
        self.setIcon(icon(icon_name))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(self._opened())
        for menu in self._menus:
            menu.ticked.connect(self.say)
        self.say()

    def say(self) -> None:
        """Show what is ticked, or how many of the menus narrow the picture."""
        if not self._name:
            text = self._menus[0].title()
        else:
            count = sum(bool(menu.ticks()) for menu in self._menus)
            shown = str(count) if count else _("none")
            text = _("{what}: {shown}").format(what=self._name, shown=shown)
        self.setText(text)
        self.setAccessibleName(text)

    def _opened(self) -> QMenu:
        if not self._name:
            return self._menus[0]
        opened = QMenu(self)
        for menu in self._menus:
            opened.addMenu(menu)
        return opened
