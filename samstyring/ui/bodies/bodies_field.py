"""A field for several bodies: each that is picked joins a list, from which it can be taken."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms.fields import body_picker
from samstyring.ui.theme import icon

_ID_ROLE = Qt.ItemDataRole.UserRole
_MOST_LINES = 4


class BodiesField(QWidget):
    """Any number of bodies, none at first; the list is hidden until there is something in it."""

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picker = body_picker(desk, name)
        self.setFocusProxy(self.picker)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Chosen: {what}").format(what=name))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remove_button = QPushButton(icon("close"), _("Take away"), self)
        self.remove_button.setAutoDefault(False)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove)
        self.remove_button.clicked.connect(self._on_remove)
        self.picker.value_changed.connect(self._on_picked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.picker)
        chosen = QHBoxLayout()
        chosen.addWidget(self.list, 1)
        chosen.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(chosen)
        self._show_list()

    def value(self) -> tuple[str, ...]:
        """Return the ids of the bodies, in the order they were picked, each once.

        What stands in the field counts too; RuleError if it names no body.
        """
        listed = [str(self.list.item(row).data(_ID_ROLE)) for row in range(self.list.count())]
        standing = self.picker.value()
        return tuple(dict.fromkeys([*listed, *([standing] if standing else [])]))

    @Slot()
    def _on_picked(self) -> None:
        body_id = self.picker.value()
        if body_id is None:
            return
        if body_id not in self.value()[:-1]:
            item = QListWidgetItem(self.picker.currentText(), self.list)
            item.setData(_ID_ROLE, body_id)
        self.picker.set_value(None)
        self._show_list()

    @Slot()
    def _on_remove(self) -> None:
        self.list.takeItem(max(0, self.list.currentRow()))
        self._show_list()

    def _show_list(self) -> None:
        count = self.list.count()
        for widget in (self.list, self.remove_button):
            widget.setVisible(count > 0)
        row = max(0, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(min(count, _MOST_LINES) * row + 2 * self.list.frameWidth())
        if count and self.window().isVisible():
            self.window().adjustSize()
