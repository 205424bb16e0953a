"""A row of buttons for what can be done with one thing, and the same as a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.tab_place import TabPlace
from samstyring.ui.theme import icon


class ActionRow(QWidget):
    """A button for each verb, on as many lines as the width asks for.

    ``triggered`` tells the key of the action that was chosen, here or in the menu.
    """

    triggered = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._actions: tuple[Verb, ...] = ()
        self._buttons: dict[str, _ActionButton] = {}
        self._place = TabPlace(self)
        self._layout = FlowLayout(self)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.triggered.connect(self._on_menu)

    def set_actions(self, actions: Sequence[Verb]) -> None:
        """Show these actions instead; the keyboard stays on the one it was on."""
        if tuple(actions) == self._actions:
            return
        focused = next((key for key, button in self._buttons.items() if button.hasFocus()), "")
        for button in self._buttons.values():
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._actions = tuple(actions)
        self._buttons = {action.key: self._button(action) for action in actions}
        self._place.lead_to(tuple(self._buttons.values()))
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def button(self, key: str) -> QPushButton:
        """Return the button of an action."""
        return self._buttons[key]

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the actions that can be done where things stand, in their order."""
        return tuple(action.key for action in self._actions if not action.why)

    def trigger(self, key: str) -> None:
        """Choose an action by its key, if it is there and on."""
        button = self._buttons.get(key)
        if button is not None and button.isEnabled():
            self.triggered.emit(key)

    def press(self, shortcut: str) -> None:
        """Choose the action with this shortcut, F2 or Delete, if it is there and on."""
        for action in self._actions:
            if action.shortcut == shortcut:
                self.trigger(action.key)

    def popup(self, where: QPoint) -> None:
        """Show the actions as a menu at a place on the screen."""
        self._menu.clear()
        for action in self._actions:
            if not action.why:
                self._add_entry(action)
        self._menu.popup(where)

    def _add_entry(self, action: Verb) -> None:
        if action.apart:
            self._menu.addSeparator()
        entry = self._menu.addAction(icon(action.icon or "more"), action.text)
        entry.setData(action.key)
        if not self._may(action):
            entry.setEnabled(False)
            entry.setToolTip(self._desk.workspace.read_only_reason)

    def _button(self, action: Verb) -> "_ActionButton":
        button = _ActionButton(action, self)
        button.setEnabled(self._may(action))
        if not button.isEnabled():
            button.setToolTip(action.why or self._desk.workspace.read_only_reason)
        elif action.likely:
            button.mark()
        button.chosen.connect(self.triggered)
        self._layout.addWidget(button)
        button.show()
        return button

    def _may(self, action: Verb) -> bool:
        return not action.why and not (action.writes and self._desk.workspace.read_only)

    @Slot(QAction)
    def _on_menu(self, entry: QAction) -> None:
        self.triggered.emit(str(entry.data()))


class _ActionButton(QPushButton):
    chosen = Signal(str)

    def __init__(self, action: Verb, parent: QWidget) -> None:
        super().__init__(action.text, parent)
        self._key = action.key
        self.setAutoDefault(False)
        if action.icon:
            self.setIcon(icon(action.icon))
        self.clicked.connect(self._on_clicked)

    def mark(self) -> None:
        """Show in colour and words that this is probably what is done next."""
        self.setDefault(True)
        self.setToolTip(_("Probably the next step"))

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._key)
