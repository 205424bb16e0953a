"""The list of those who get a letter, each with a tick; all of them at first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.letters import Letter
from samstyring.formats import number
from samstyring.language import _
from samstyring.ui.forms import SoftLabel

_ROWS_SEEN = 5


class RecipientList(QWidget):
    """Ticks are kept for those who are still there when the kind of letter changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Recipients"))
        self.count = SoftLabel("", self)
        self.all_button = QPushButton(_("Tick &all"), self)
        self.none_button = QPushButton(_("Tick &none"), self)
        self._left_out: set[str] = set()
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.itemChanged.connect(self._on_item)
        self.all_button.clicked.connect(self._on_all)
        self.none_button.clicked.connect(self._on_none)

    def show_letters(self, letters: Sequence[Letter]) -> None:
        """List the recipients of these letters instead."""
        self.list.blockSignals(True)
        self.list.clear()
        for letter in letters:
            item = QListWidgetItem(", ".join((letter.recipient, *letter.recipient_lines)))
            item.setData(Qt.ItemDataRole.UserRole, letter.id)
            item.setCheckState(_state(letter.id not in self._left_out))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show_count()

    def ticked(self) -> frozenset[str]:
        """Return the ids of the letters whose recipients are ticked."""
        return frozenset(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in map(self.list.item, range(self.list.count()))
            if item.checkState() is Qt.CheckState.Checked
        )

    def _lay_out(self) -> None:
        lines = QFontMetrics(self.font()).height() * 1.5
        self.list.setFixedHeight(round(lines * _ROWS_SEEN))
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        for button in (self.all_button, self.none_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)

    def _show_count(self) -> None:
        total = self.list.count()
        self.count.setText(
            _("{ticked} of {total} ticked").format(
                ticked=number(len(self.ticked())), total=number(total)
            )
            if total
            else _("Nobody gets this kind of letter as the round stands.")
        )
        for button in (self.all_button, self.none_button):
            button.setEnabled(total > 0)

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        self._keep(item)
        self._show_count()
        self.changed.emit()

    @Slot()
    def _on_all(self) -> None:
        self._tick_all(True)

    @Slot()
    def _on_none(self) -> None:
        self._tick_all(False)

    def _tick_all(self, ticked: bool) -> None:
        self.list.blockSignals(True)
        for item in map(self.list.item, range(self.list.count())):
            item.setCheckState(_state(ticked))
            self._keep(item)
        self.list.blockSignals(False)
        self._show_count()
        self.changed.emit()

    def _keep(self, item: QListWidgetItem) -> None:
        letter_id = str(item.data(Qt.ItemDataRole.UserRole))
        if item.checkState() is Qt.CheckState.Checked:
            self._left_out.discard(letter_id)
        else:
            self._left_out.add(letter_id)


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
