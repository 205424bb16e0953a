"""Fields that forms about bodies and seats share: choices of the model, bodies, persons, counts."""

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QSpinBox, QWidget

from samstyring.domain.words import words_of_kind
from samstyring.language import _
from samstyring.queries.bodies import body_choices
from samstyring.queries.people import person_choices
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Choice, RecordPicker
from samstyring.ui.seats.words import capital

_LINES = 4

Kind = TypeVar("Kind", bound=StrEnum)


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


class TextBox(QPlainTextEdit):
    """Some lines of plain text; Tab goes on to the next field."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height())

    def _height(self) -> int:
        return self.fontMetrics().lineSpacing() * _LINES + 12


def body_picker(desk: Desk, name: str, value: str | None = None) -> RecordPicker:
    """Return a field for one of the bodies there are on the desk's day."""
    picker = RecordPicker(name)
    found = desk.read(body_choices, as_of=desk.day)
    picker.set_choices([Choice(body.id, body.label, body.detail) for body in found])
    picker.set_value(value or None)
    return picker


def person_picker(desk: Desk, name: str, value: str | None = None) -> RecordPicker:
    """Return a field for one of the persons in the file."""
    picker = RecordPicker(name)
    found = desk.read(person_choices, as_of=desk.day)
    picker.set_choices([Choice(person.id, person.label, person.detail) for person in found])
    picker.set_value(value or None)
    return picker
