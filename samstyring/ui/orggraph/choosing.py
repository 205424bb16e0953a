"""A button with a menu of things to tick, for what the graph shows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from samstyring.language import _
from samstyring.ui.theme import icon


class TickMenuButton(QToolButton):
    """Opens a menu of ticks that stays open while one ticks; tells the keys that are ticked.

    ``all_means_none``: with nothing ticked everything is shown, and the button says “all”.
    """

    ticked = Signal(object)

    def __init__(
        self, title: str, icon_name: str, *, all_means_none: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._all_means_none = title, all_means_none
        self._actions: dict[str, QAction] = {}
        self.setIcon(icon(icon_name))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.installEventFilter(self)
        self.setMenu(self._menu)
        self._say()

    def set_entries(self, entries: Sequence[tuple[str, str]], ticked: frozenset[str]) -> None:
        """Offer (key, word) pairs with some of them ticked."""
        self._menu.clear()
        self._actions = {}
        for key, text in entries:
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in ticked)
            action.setData(key)
            action.toggled.connect(self._on_toggled)
            self._actions[key] = action
        if self._all_means_none:
            self._menu.addSeparator()
            self._menu.addAction(_("Show all"), self.clear)
        self._say()

    def ticks(self) -> frozenset[str]:
        """Return the keys that are ticked."""
        return frozenset(key for key, action in self._actions.items() if action.isChecked())

    def clear(self) -> None:
        """Tick nothing."""
        for action in self._actions.values():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._on_toggled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the menu open when something is ticked, by mouse or by space."""
        action = self._menu.activeAction()
        ticks = action is not None and action.isCheckable()
        released = event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        spaced = isinstance(event, QKeyEvent) and event.text() == " "
        if ticks and (released or (spaced and event.type() is QEvent.Type.KeyPress)):
            assert action is not None
            action.trigger()
            return True
        return super().eventFilter(watched, event)

    def _on_toggled(self, _checked: bool) -> None:
        self._say()
        self.ticked.emit(self.ticks())

    def _say(self) -> None:
        count = len(self.ticks())
        shown = _("all") if self._all_means_none and not count else str(count)
        self.setText(_("{what}: {shown}").format(what=self._title, shown=shown))
        self.setAccessibleName(self.text())
