"""The list of what differs between two days, beside the graph that is marked with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.difference import PERSON_KINDS, Difference, DifferenceKind, DifferenceLine
from samstyring.formats import short_date
from samstyring.graph.difference import line_text
from samstyring.language import _
from samstyring.ui.forms import SubHeading
from samstyring.ui.theme import ToneName, icon

_BODY = Qt.ItemDataRole.UserRole
_ICONS = {
    DifferenceKind.NEW: "plus",
    DifferenceKind.GONE: "close",
    DifferenceKind.MOVED: "arrow-right",
    DifferenceKind.CHANGED: "edit",
    DifferenceKind.PERSON_IN: "user-plus",
    DifferenceKind.PERSON_OUT: "log-out",
    DifferenceKind.PERSON_CHANGED: "person",
}


class DifferencePane(QWidget):
    """``body_chosen(id)`` tells which line was chosen; ``cleared`` that one day is enough again."""

    body_chosen = Signal(str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._difference: Difference | None = None
        self.title = SubHeading("", self)
        self.persons = QCheckBox(_("Persons t&oo"), self)
        self.persons.setChecked(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("What differs"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.clear_button = QPushButton(icon("close"), _("&Stop comparing"), self)
        self.clear_button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.title, self.persons, self.list, self.clear_button):
            column.addWidget(widget)
        self.persons.toggled.connect(self._fill)
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        self.clear_button.clicked.connect(self.cleared)

    def show_difference(self, difference: Difference) -> None:
        """List what differs; what was listed before stays as it is."""
        if difference == self._difference:
            return
        self._difference = difference
        self.title.setText(
            _("From {before} to {after}").format(
                before=short_date(difference.before), after=short_date(difference.after)
            )
        )
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        if self._difference is None:
            return
        for line in self._difference.changes:
            if self.persons.isChecked() or line.kind not in PERSON_KINDS:
                self.list.addItem(_item(line))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.body_chosen.emit(item.data(_BODY))


def _item(line: DifferenceLine) -> QListWidgetItem:
    item = QListWidgetItem(icon(_ICONS[line.kind], ToneName(line.tone)), line_text(line))
    item.setData(_BODY, line.body_id)
    return item
