"""A field that finds one of many records by any part of its name, the Norwegian way."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.errors import RuleError
from samstyring.domain.text import fold, words_of
from samstyring.language import _
from samstyring.ui.forms.field_error import FieldError

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ID_ROLE = Qt.ItemDataRole.UserRole


def picker_of(name: str, offered: Sequence[Choice], picked: str | None = None) -> "RecordPicker":
    """Return a field that finds one of some records, with one of them picked."""
    picker = RecordPicker(name)
    picker.set_choices(offered)
    picker.set_value(picked)
    return picker


def picked(picker: "RecordPicker", sentence: str) -> str:
    """Return the id that is picked; FieldError with the sentence if none is."""
    value = picker.value()
    if value is None:
        raise FieldError(sentence, picker)
    return value


class RecordPicker(QComboBox):
    """A combo box of choices; typing lists those that hold every word typed.

    `name` is what a screen reader calls it. `value()` is the id picked, or None when nothing
    is; text that names nothing in the list is a RuleError.
    """

    value_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = _ChoiceModel(self)
        self._found = _ChoiceModel(self)
        self.setAccessibleName(name)
        self._field = QLineEdit(self)
        self.setLineEdit(self._field)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaxVisibleItems(14)
        self.setModel(self._all)
        self._complete(name)
        self.setCurrentIndex(-1)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these, in this order; what is picked stays picked if it is among them."""
        picked = self.value() if self.is_valid() else None
        self._all.set_choices(choices)
        self.set_value(picked)

    def value(self) -> str | None:
        """Return the id picked, None for an empty field; RuleError if the text names nothing."""
        text = self.currentText().strip()
        if not text:
            return None
        match = self._match(text)
        if match is None:
            raise RuleError(_("“{text}” is not in the list. Choose one from it.").format(text=text))
        return match.id

    def set_value(self, record_id: str | None) -> None:
        """Pick the choice with this id; None or an unknown id empties the field."""
        row = self._all.row_of(record_id)
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText("")
        self._field.setCursorPosition(0)  # a long text is read from its beginning

    def is_valid(self) -> bool:
        """Whether the field is empty or names a choice."""
        text = self.currentText().strip()
        return not text or self._match(text) is not None

    def found(self) -> tuple[Choice, ...]:
        """Return the choices listed for what was typed last."""
        return self._found.choices

    def _complete(self, name: str) -> None:
        # Qt's own completer compares letters as they stand; ours folds them first.
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(14)
        self.setCompleter(completer)
        field = self._field
        field.setAccessibleName(name)
        field.setPlaceholderText(_("Type to search"))
        field.textEdited.connect(self._on_edited)
        field.editingFinished.connect(self._on_left)
        # The signal comes in two kinds, by text and by index; only the index tells namesakes apart.
        by_index: SignalInstance = completer.activated[QModelIndex]  # type: ignore[index]
        by_index.connect(self._on_completed)

    def _match(self, text: str) -> Choice | None:
        current = self._all.choice_at(self.currentIndex())
        if current is not None and text in (current.line, current.label):
            return current
        wanted = fold(text)
        same = [c for c in self._all.choices if wanted in (fold(c.label), fold(c.line))]
        found = same or list(self._all.holding(text))
        return found[0] if len(found) == 1 else None

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._found.set_choices(self._all.holding(text))

    @Slot()
    def _on_left(self) -> None:
        text = self.currentText().strip()
        match = self._match(text) if text else None
        if match is not None:
            self._pick(match.id)

    @Slot(QModelIndex)
    def _on_completed(self, index: QModelIndex) -> None:
        self._pick(str(index.data(_ID_ROLE)))

    @Slot(int)
    def _on_activated(self, _row: int) -> None:
        self.value_changed.emit()

    def _pick(self, record_id: str) -> None:
        row = self._all.row_of(record_id)
        changed = row != self.currentIndex()
        self.setCurrentIndex(row)
        self.setEditText(self._all.choices[row].line)
        if changed:
            self.value_changed.emit()


class _ChoiceModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: tuple[Choice, ...] = ()
        self._folded: tuple[str, ...] = ()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self._folded = tuple(fold(choice.line) for choice in choices)
        self.endResetModel()

    def holding(self, text: str) -> tuple[Choice, ...]:
        """Return the choices that hold every word of the text."""
        words = words_of(text)
        return tuple(
            choice
            for choice, folded in zip(self.choices, self._folded, strict=True)
            if all(word in folded for word in words)
        )

    def row_of(self, record_id: str | None) -> int:
        """Return the row of an id, or -1."""
        ids = [choice.id for choice in self.choices]
        return ids.index(record_id) if record_id in ids else -1

    def choice_at(self, row: int) -> Choice | None:
        """Return the choice of a row, or None outside the list."""
        return self.choices[row] if 0 <= row < len(self.choices) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        choice = self.choice_at(index.row())
        if choice is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.line
        return choice.id if role == _ID_ROLE else None
