"""How two bodies are related: the ways between them in sentences, each shown when chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.errors import RuleError
from samstyring.domain.org import OrgSnapshot
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.graph.paths import Path, how_related
from samstyring.language import _
from samstyring.ui.forms import RecordPicker, SoftLabel, SubHeading
from samstyring.ui.theme import icon


class RelatedPane(QWidget):
    """``path_chosen(path)`` tells which way to show, None for none; ``closed`` that it is done."""

    path_chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: OrgSnapshot | None = None
        self._paths: tuple[Path, ...] = ()
        self.one, self.other = RecordPicker(_("One body")), RecordPicker(_("The other body"))
        self.answer = SoftLabel("", self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Ways between the two"))
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_button = QPushButton(icon("close"), _("C&lose"), self)
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self.one.value_changed.connect(self._ask)
        self.other.value_changed.connect(self._ask)
        self.list.currentRowChanged.connect(self._on_row)
        self.close_button.clicked.connect(self.closed)

    def offer(self, snapshot: OrgSnapshot) -> None:
        """Offer the bodies of the day; what was asked is asked again of that day."""
        self._snapshot = snapshot
        bodies = sorted(snapshot.bodies, key=lambda body: (sort_key(body.name), body.id))
        choices = [Choice(body.id, body.name, word(body.kind)) for body in bodies]
        for picker in (self.one, self.other):
            picker.set_choices(choices)

    def ask(self, one: str, other: str = "") -> None:
        """Ask of one body, or of two."""
        self.one.set_value(one or None)
        self.other.set_value(other or None)
        self._ask()
        (self.other if one else self.one).setFocus()

    def paths(self) -> tuple[Path, ...]:
        """Return the ways that are listed."""
        return self._paths

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SubHeading(_("How are they related?"), self))
        for text, picker in ((_("One &body"), self.one), (_("T&he other body"), self.other)):
            label = QLabel(text, self)
            label.setBuddy(picker)
            picker.setMinimumContentsLength(12)
            column.addWidget(label)
            column.addWidget(picker)
        column.addWidget(self.answer)
        column.addWidget(self.list, 1)
        column.addWidget(self.close_button)

    def _ask(self) -> None:
        one, other = _picked(self.one), _picked(self.other)
        self._paths = ()
        if self._snapshot is not None and one and other:
            self._paths = how_related(self._snapshot, one, other)
        self.answer.setText(self._answer(one, other))
        self.list.clear()
        self.list.addItems([path.sentence for path in self._paths])
        if self._paths:
            self.list.setCurrentRow(0)
        else:
            self.path_chosen.emit(None)

    def _answer(self, one: str, other: str) -> str:
        if not one or not other:
            return _("Choose two bodies.")
        if one == other:
            return _("That is one and the same body.")
        if not self._paths:
            return _("Nothing joins them on this day.")
        return _("Choose a way to see it in the graph.")

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._paths):
            self.path_chosen.emit(self._paths[row])


def _picked(picker: RecordPicker) -> str:
    try:
        return picker.value() or ""
    except RuleError:
        return ""
