"""A part of a detail: a heading, buttons beside it, and rows in groups; kept through news."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from samstyring.language import ngettext
from samstyring.ui.forms import SoftLabel, SubHeading
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.rows import Row, RowWidget, Verb
from samstyring.ui.theme import icon

_SHOWN_AT_FIRST = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under a soft title; a long group is folded at first."""

    title: str
    rows: tuple[Row, ...]
    folds: bool = True


def order_tabs(stops: Iterable[QWidget]) -> None:
    """Let Tab go through these in their order; Qt puts what is made late at the end."""
    for here, there in pairwise(stops):
        QWidget.setTabOrder(here, there)


class _GroupTitle(SubHeading):
    scale = 1.0


class Section(QWidget):
    """One part of a detail.

    `verb_chosen(verb, row id)` tells what is asked for — an empty id for the buttons beside
    the heading — and `link_opened(kind, id)` which link was followed. `rows_made` tells that
    rows are new on the screen and have to find their place in the order of Tab.
    """

    link_opened = Signal(str, str)
    verb_chosen = Signal(str, str)
    rows_made = Signal()

    def __init__(
        self, title: str, verbs: tuple[Verb, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.heading = SubHeading(title, self)
        self.sentence = SoftLabel("", self)
        self._verbs = verbs
        self.buttons = tuple(self._button(verb) for verb in verbs)
        self._groups: tuple[Group, ...] | None = None
        self._read_only = ""
        self._unfolded: set[str] = set()
        self._rows: dict[str, RowWidget] = {}
        self._stops: list[QWidget] = []
        self._content = QVBoxLayout()
        self._content.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._head())
        layout.addWidget(self.sentence)
        layout.addLayout(self._content)
        self.sentence.hide()

    def set_read_only(self, reason: str) -> None:
        """Turn off what writes, and say why; an empty reason turns it on."""
        self._read_only = reason
        for verb, button in zip(self._verbs, self.buttons, strict=True):
            refused = reason if verb.writes else ""
            button.setEnabled(not refused)
            button.setToolTip(refused)

    def set_title(self, title: str) -> None:
        """Call the part something else."""
        self.heading.setText(title)

    def set_sentence(self, text: str) -> None:
        """Say something under the heading; an empty text takes no room."""
        self.sentence.setText(text)
        self.sentence.setVisible(bool(text))

    def set_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these rows; what has focus keeps it as long as its row is there."""
        if groups == self._groups:
            return
        self._groups = groups
        self._rebuild()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows in one group without a title."""
        self.set_groups((Group("", rows),) if rows else ())

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in reading order."""
        return (*self.buttons, *self._stops)

    def row(self, row_id: str) -> RowWidget | None:
        """Return a row on the screen, or None if it is not shown."""
        return self._rows.get(row_id)

    def reveal(self, row_id: str) -> RowWidget | None:
        """Unfold the group that a row is in and return the row; None if there is none."""
        for group in self._groups or ():
            if any(row.id == row_id for row in group.rows) and row_id not in self._rows:
                self._unfolded.add(group.title)
                self._rebuild()
        return self._rows.get(row_id)

    def _head(self) -> FlowLayout:
        head = FlowLayout()
        head.addWidget(self.heading)
        for button in self.buttons:
            head.addWidget(button)
        return head

    def _button(self, verb: Verb) -> QPushButton:
        button = QPushButton(icon(verb.icon or "plus"), verb.text, self)
        button.setProperty("verb", verb.key)
        button.setAutoDefault(False)
        button.clicked.connect(self._on_button)
        return button

    def _rebuild(self) -> None:
        focused, before = self._focused_row(), self._rows
        left = self._taken_out()
        self._rows, self._stops = {}, []
        for group in self._groups or ():
            self._add_group(group, before, left)
        for widget in left:
            widget.hide()
            widget.deleteLater()
        self.rows_made.emit()
        if focused in self._rows and self._rows[focused] is not before[focused]:
            self._rows[focused].take_focus()

    def _taken_out(self) -> set[QWidget]:
        """Take everything out of the layout and return it; none of it is hidden yet."""
        items = [self._content.takeAt(0) for _place in range(self._content.count())]
        widgets = [item.widget() for item in items if item is not None]
        return {widget for widget in widgets if widget is not None}

    def _focused_row(self) -> str:
        focus = self.window().focusWidget()
        for row_id, widget in self._rows.items():
            if focus is not None and widget.isAncestorOf(focus):
                return row_id
        return ""

    def _add_group(self, group: Group, before: dict[str, RowWidget], left: set[QWidget]) -> None:
        if group.title:
            title = _GroupTitle(group.title, self)
            title.setContentsMargins(3, 6, 0, 0)
            self._content.addWidget(title)
        rows = group.rows
        unfolded = not group.folds or group.title in self._unfolded
        if not unfolded and len(rows) > _SHOWN_AT_FIRST + 1:
            rows = rows[:_SHOWN_AT_FIRST]
        for row in rows:
            self._add_row(row, self._kept_row(row, before, left) or self._made_row(row))
        if len(rows) < len(group.rows):
            self._content.addWidget(self._unfold_button(group), 0, Qt.AlignmentFlag.AlignLeft)

    def _add_row(self, row: Row, widget: RowWidget) -> None:
        self._rows[row.id] = widget
        self._stops += widget.tab_stops()
        self._content.addWidget(widget)

    def _kept_row(
        self, row: Row, before: dict[str, RowWidget], left: set[QWidget]
    ) -> RowWidget | None:
        """Return the widget that says the same already: making it anew is seen and felt."""
        widget = before.get(row.id)
        if widget is None or widget not in left or widget.row != row:
            return None
        left.discard(widget)
        return widget

    def _made_row(self, row: Row) -> RowWidget:
        widget = RowWidget(row, self._read_only, self)
        widget.link_opened.connect(self.link_opened)
        widget.verb_chosen.connect(self.verb_chosen)
        return widget

    def _unfold_button(self, group: Group) -> QPushButton:
        count = len(group.rows)
        text = ngettext("Show the {count}", "Show all {count}", count).format(count=count)
        button = QPushButton(icon("chevron-down"), text, self)
        button.setProperty("group", group.title)
        button.setAutoDefault(False)
        button.setFlat(True)
        button.clicked.connect(self._on_unfold)
        self._stops.append(button)
        return button

    @Slot()
    def _on_button(self) -> None:
        self.verb_chosen.emit(self.sender().property("verb"), "")

    @Slot()
    def _on_unfold(self) -> None:
        self._unfolded.add(self.sender().property("group"))
        self._rebuild()
