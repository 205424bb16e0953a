"""Fields that the forms of nominations and persons are made of, and what they must hold."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.ui.forms import PartialDateEdit, RecordPicker

_ID_ROLE = Qt.ItemDataRole.UserRole
_ROOM = 12


class LinesEdit(QPlainTextEdit):
    """A field for some lines of plain text; Tab goes on to the next field."""

    def __init__(self, name: str, text: str = "", lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self._size()

    def text(self) -> str:
        """Return what is written."""
        return self.toPlainText()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        self._size()

    def _size(self) -> None:
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * self._lines + _ROOM)


class TickList(QListWidget):
    """A list of things to tick."""

    ticks_changed = Signal()

    def __init__(self, name: str, lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
    def _on_item_changed(self, _row: QListWidgetItem) -> None:
        self.ticks_changed.emit()


def picker_of(name: str, offered: Sequence[Choice], picked: str | None = None) -> RecordPicker:
    """Return a field that finds one of some records, with one of them picked."""
    picker = RecordPicker(name)
    picker.set_choices(offered)
    picker.set_value(picked)
    field = picker.lineEdit()
    if field is not None:
        field.setCursorPosition(0)
    return picker


def date_field(name: str, value: PartialDate | date | None = None) -> PartialDateEdit:
    """Return a field for a date, with one written in it."""
    field = PartialDateEdit(name)
    field.set_value(value)
    return field


def stored_date(text: str) -> PartialDate | None:
    """Return a date from its stored form; None for an empty text."""
    return PartialDate.parse(text) if text else None


def whole_day(field: PartialDateEdit) -> date:
    """Return the day in a field; RuleError if it is empty or known only to the month or year."""
    value = field.value()
    if value is None:
        raise RuleError(_("Write the day."))
    if value.day is None:
        raise RuleError(
            _("Write the whole day, such as 07.02.2026, not only {date}.").format(
                date=short_date(value)
            )
        )
    return value.first_day()


def some_date(field: PartialDateEdit, sentence: str) -> PartialDate:
    """Return the date in a field; RuleError with the sentence if it is empty."""
    value = field.value()
    if value is None:
        raise RuleError(sentence)
    return value


def picked(picker: RecordPicker, sentence: str) -> str:
    """Return the id that is picked; RuleError with the sentence if none is."""
    value = picker.value()
    if value is None:
        raise RuleError(sentence)
    return value


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
