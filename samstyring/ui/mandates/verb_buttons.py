"""A row of buttons for what can be done with one thing, and the same as a menu."""

from collections.abc import Collection

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from samstyring.ui.desk import Desk
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.rows import Verb
from samstyring.ui.theme import icon

_NOT_WRITING = frozenset({"export"})


class VerbButtons(QWidget):
    """A button for each verb, on as many lines as the width asks for.

    `chosen(key)` tells which one was asked for, by its button, the menu or `choose`. In a file
    that is read only, all verbs but those in `reading` are off, and say why.
    """

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        verbs: tuple[Verb, ...],
        reading: Collection[str] = _NOT_WRITING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._verbs = verbs
        reason = desk.workspace.read_only_reason
        self._refused = {verb.key: reason for verb in verbs if reason and verb.key not in reading}
        self._offered = frozenset(verb.key for verb in verbs)
        self._buttons = {verb.key: self._button(verb) for verb in verbs}
        layout = FlowLayout(self)
        for button in self._buttons.values():
            layout.addWidget(button)

    def offer(self, keys: Collection[str]) -> None:
        """Show the buttons of these verbs alone."""
        self._offered = frozenset(keys)
        for key, button in self._buttons.items():
            button.setVisible(key in self._offered)
        self.updateGeometry()

    def button(self, key: str) -> QPushButton:
        """Return the button of a verb."""
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Ask for a verb, if it is offered and on."""
        if key in self._offered and key not in self._refused:
            self.chosen.emit(key)

    def popup(self, where: QPoint) -> None:
        """Show what can be done as a menu at a place on the screen."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        for verb in self._verbs:
            if verb.key in self._offered:
                self._add_entry(menu, verb)
        menu.triggered.connect(self._on_entry)
        menu.popup(where)

    def _add_entry(self, menu: QMenu, verb: Verb) -> None:
        if verb.apart:
            menu.addSeparator()
        entry = menu.addAction(icon(verb.icon), verb.text)
        entry.setData(verb.key)
        entry.setEnabled(verb.key not in self._refused)
        entry.setToolTip(self._refused.get(verb.key, ""))

    def _button(self, verb: Verb) -> QPushButton:
        button = QPushButton(icon(verb.icon), verb.text, self)
        button.setAutoDefault(False)
        button.setProperty("verb", verb.key)
        button.setEnabled(verb.key not in self._refused)
        button.setToolTip(self._refused.get(verb.key, ""))
        button.clicked.connect(self._on_clicked)
        return button

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.sender().property("verb"))

    @Slot(QAction)
    def _on_entry(self, entry: QAction) -> None:
        self.choose(str(entry.data()))
