"""Fields for dates that may be known only to the month or year, and for periods of them."""

from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate, Period
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.ui.forms.field_error import FieldError
from samstyring.ui.forms.labels import ErrorLabel
from samstyring.ui.theme import icon

_LONGEST = "00.00.0000 "


def date_field(name: str, value: PartialDate | date | None = None) -> "PartialDateEdit":
    """Return a field for a date, with one written in it."""
    field = PartialDateEdit(name)
    field.set_value(value)
    return field


def whole_day(field: "PartialDateEdit") -> date:
    """Return the day in a field; FieldError if it is empty or known only to the month or year."""
    value = field.value()
    if value is None:
        raise FieldError(_("Write the day."), field)
    if value.day is None:
        text = _("Write the whole day, such as 07.02.2026, not only {date}.")
        raise FieldError(text.format(date=short_date(value)), field)
    return value.first_day()


def some_date(field: "PartialDateEdit", sentence: str) -> PartialDate:
    """Return the date in a field; FieldError with the sentence if it is empty."""
    value = field.value()
    if value is None:
        raise FieldError(sentence, field)
    return value


def stored_date(text: str) -> PartialDate | None:
    """Return a date from its stored form; None for an empty text."""
    return PartialDate.parse(text) if text else None


class PartialDateEdit(QWidget):
    """A field that takes 07.02.2026, 02.2026, 2026 or ISO order, with a calendar beside it.

    `name` is what a screen reader calls it. What is wrong is said below the field once it is
    left, unless `quiet` leaves that to the owner; `value()` says the same as a RuleError.
    """

    value_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("dd.mm.yyyy"))
        self.field.setAccessibleName(name)
        self.button = QToolButton(self)
        self.button.setIcon(icon("calendar"))
        self.button.setToolTip(_("Choose from a calendar"))
        self.button.setAccessibleName(_("Calendar: {field}").format(field=name))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.error = ErrorLabel(self)
        self._calendar: _CalendarPopup | None = None
        self._lay_out()
        self.setFocusProxy(self.field)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self._on_left)
        self.button.clicked.connect(self.open_calendar)

    def value(self) -> PartialDate | None:
        """Return the date, or None for an empty field; RuleError if it is no date."""
        text = self.field.text().strip()
        return PartialDate.parse(text) if text else None

    def set_value(self, value: PartialDate | date | None) -> None:
        """Show a date as people write it, or nothing."""
        self.field.setText(_as_written(value))
        self.error.set_text("")

    def is_valid(self) -> bool:
        """Whether the field is empty or holds a date."""
        try:
            self.value()
        except RuleError:
            return False
        return True

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar under the field, at the date that stands in it."""
        if self._calendar is None:
            self._calendar = _CalendarPopup(self)
            self._calendar.day_chosen.connect(self._on_day_chosen)
        known = self.value() if self.is_valid() else None
        day = known.first_day() if known else date.today()
        self._calendar.open_at(day, self.mapToGlobal(QPoint(0, self.field.height())))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.error)
        self.field.setMinimumWidth(QFontMetrics(self.font()).horizontalAdvance(_LONGEST) + 24)

    @Slot()
    def _on_edited(self) -> None:
        self.error.set_text("")
        self.value_changed.emit()

    @Slot()
    def _on_left(self) -> None:
        try:
            value = self.value()
        except RuleError as problem:
            self.error.set_text("" if self._quiet else str(problem))
            return
        self.error.set_text("")
        self.field.setText(_as_written(value))

    @Slot(QDate)
    def _on_day_chosen(self, day: QDate) -> None:
        self.set_value(PartialDate(day.year(), day.month(), day.day()))
        self.field.setFocus()
        self.value_changed.emit()


class PeriodEdit(QWidget):
    """First and last day of a period, either of which may be open."""

    value_changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PartialDateEdit(_("{field}: first day").format(field=name), self)
        self.last = PartialDateEdit(_("{field}: last day").format(field=name), self)
        self.error = ErrorLabel(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        pairs = ((_("First day"), self.first), (_("Last day"), self.last))
        for place, (title, edit) in enumerate(pairs):
            label = QLabel(title, self)
            label.setBuddy(edit.field)
            layout.addWidget(label, 0, place)
            layout.addWidget(edit, 1, place, Qt.AlignmentFlag.AlignTop)
            edit.value_changed.connect(self._on_changed)
            edit.field.editingFinished.connect(self._on_left)
        layout.addWidget(self.error, 2, 0, 1, 2)
        self.setFocusProxy(self.first)

    def value(self) -> Period:
        """Return the period; RuleError if a day is no date or the last is before the first."""
        return Period(self.first.value(), self.last.value()).check()

    def set_value(self, period: Period) -> None:
        """Show a period."""
        self.first.set_value(period.first)
        self.last.set_value(period.last)
        self.error.set_text("")

    @Slot()
    def _on_changed(self) -> None:
        self.error.set_text("")
        self.value_changed.emit()

    @Slot()
    def _on_left(self) -> None:
        if not (self.first.is_valid() and self.last.is_valid()):
            return
        try:
            self.value()
        except RuleError as problem:
            self.error.set_text(str(problem))


class _CalendarPopup(QWidget):
    day_chosen = Signal(QDate)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.calendar = QCalendarWidget(self)
        self.calendar.setGridVisible(False)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setAccessibleName(_("Calendar"))
        # Qt's red for weekends cannot be read on either theme.
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._on_chosen)
        self.calendar.activated.connect(self._on_chosen)

    def open_at(self, day: date, place: QPoint) -> None:
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        self.move(self._on_screen(place))
        self.show()
        self.calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.adjustSize()

    def _on_screen(self, place: QPoint) -> QPoint:
        room = self.screen().availableGeometry()
        left = min(place.x(), room.right() - self.width())
        top = min(place.y(), room.bottom() - self.height())
        return QPoint(max(room.left(), left), max(room.top(), top))

    @Slot(QDate)
    def _on_chosen(self, day: QDate) -> None:
        if self.isVisible():
            self.hide()
            self.day_chosen.emit(day)


def _as_written(value: PartialDate | date | None) -> str:
    return "" if value is None else short_date(value)
