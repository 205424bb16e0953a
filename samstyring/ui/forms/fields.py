"""Fields that forms share: choices of the model, bodies, persons, months, lines, things to tick."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.choices import Choice
from samstyring.domain.text import fold
from samstyring.domain.words import words_of_kind
from samstyring.formats import capital
from samstyring.language import _
from samstyring.queries.bodies import body_choices
from samstyring.queries.people import person_choices
from samstyring.ui.desk import Desk
from samstyring.ui.forms.picker import RecordPicker, picker_of

_ID_ROLE = Qt.ItemDataRole.UserRole
_ROOM = 12

Kind = TypeVar("Kind", bound=StrEnum)


def body_picker(desk: Desk, name: str, value: str | None = None) -> RecordPicker:
    """Return a field for one of the bodies there are on the desk's day."""
    return picker_of(name, desk.read(body_choices, as_of=desk.day), value or None)


def person_picker(desk: Desk, name: str, value: str | None = None) -> RecordPicker:
    """Return a field for one of the persons in the file."""
    return picker_of(name, desk.read(person_choices, as_of=desk.day), value or None)


class ChoiceBox(QComboBox):
    """A combo box of all choices of a kind of the model, in its order."""

    def __init__(self, name: str, kind: type[StrEnum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(20)
        for value, word in words_of_kind(kind):
            self.addItem(capital(word), value)

    def value(self, kind: type[Kind]) -> Kind:
        """Return the choice."""
        return kind(self.currentData())

    def set_value(self, choice: StrEnum) -> None:
        """Choose."""
        self.setCurrentIndex(self.findData(choice.value))


class MonthsBox(QSpinBox):
    """A number of months, or none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(0, 240)
        self.setSingleStep(12)
        self.setSpecialValueText(_("none set"))

    def months(self) -> int | None:
        """Return the number, None for none."""
        return self.value() or None

    def set_months(self, months: int | None) -> None:
        """Show a number or none."""
        self.setValue(months or 0)


class LinesEdit(QPlainTextEdit):
    """A field for some lines of plain text; Tab goes on to the next field."""

    def __init__(
        self, name: str, text: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setPlainText(text)

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * self._lines + _ROOM


class TickList(QListWidget):
    """A list of things to tick."""

    ticks_changed = Signal()

    def __init__(self, name: str, lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_hand: dict[str, bool] = {}
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setSpacing(1)
        self.setFixedHeight(round(QFontMetrics(self.font()).lineSpacing() * 1.4 * lines) + _ROOM)
        self.itemChanged.connect(self._on_item_changed)

    def set_items(self, items: Sequence[Choice], ticked: Iterable[str]) -> None:
        """List these things, some of them ticked."""
        wanted = frozenset(ticked)
        self.blockSignals(True)
        self.clear()
        for item in items:
            row = QListWidgetItem(item.line, self)
            row.setData(_ID_ROLE, item.id)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(_state(item.id in wanted))
        self.blockSignals(False)
        self.ticks_changed.emit()

    def suggest(self, items: Sequence[Choice], ticked: Iterable[str]) -> None:
        """List these things with those that are suggested ticked, and what is ticked first.

        What the user has ticked, or taken the tick from, stays as it is.
        """
        wanted = {item: True for item in ticked} | self._by_hand
        shown = {item.id for item in items if wanted.get(item.id)}
        self.set_items(sorted(items, key=lambda item: item.id not in shown), shown)

    def set_ticked(self, record_id: str, ticked: bool) -> None:
        """Tick one thing, or take its tick away."""
        for row in map(self.item, range(self.count())):
            if row.data(_ID_ROLE) == record_id:
                row.setCheckState(_state(ticked))

    def ticked(self) -> tuple[str, ...]:
        """Return the ids of what is ticked, in the order of the list."""
        rows = map(self.item, range(self.count()))
        return tuple(
            str(row.data(_ID_ROLE)) for row in rows if row.checkState() is Qt.CheckState.Checked
        )

    @Slot(QListWidgetItem)
    def _on_item_changed(self, row: QListWidgetItem) -> None:
        self._by_hand[str(row.data(_ID_ROLE))] = row.checkState() is Qt.CheckState.Checked
        self.ticks_changed.emit()


class FilteredTicks(QWidget):
    """A list of things to tick below a field that leaves out what does not match."""

    def __init__(self, ticks: TickList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = ticks
        self.filter_field = QLineEdit()
        self.filter_field.setPlaceholderText(_("Filter the list"))
        self.filter_field.setAccessibleName(_("Filter: {list}").format(list=ticks.accessibleName()))
        self.filter_field.setClearButtonEnabled(True)
        self.setFocusProxy(ticks)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.filter_field)
        layout.addWidget(ticks)
        self.filter_field.textChanged.connect(self._leave_out)
        ticks.ticks_changed.connect(self._leave_out)

    @Slot()
    def _leave_out(self) -> None:
        words = fold(self.filter_field.text()).split()
        for row in map(self.ticks.item, range(self.ticks.count())):
            text = fold(row.text())
            row.setHidden(not all(word in text for word in words))


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
