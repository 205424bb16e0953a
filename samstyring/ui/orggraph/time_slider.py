"""A slider of days with a mark for each day on which something changed."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from samstyring.domain.periods import months_later
from samstyring.domain.views import ChangeDay
from samstyring.formats import long_date
from samstyring.language import _
from samstyring.ui.theme import tones

_YEAR = 12
# In days: no structure stands still for a generation, but a wrong year is soon written.
_FAR_OFF = 25 * 365
_SMALLEST, _TALLEST = 3, 9


class TimeSlider(QSlider):
    """Days from the first mark to the last; arrow keys go from mark to mark, Page keys by year.

    ``day_asked`` tells of a day beyond the ends, where the handle cannot come.
    """

    day_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._marks: tuple[ChangeDay, ...] = ()
        self._first = date.today()
        self._beyond: date | None = None
        self.valueChanged.connect(self._on_moved)
        self.setAccessibleName(_("Day shown"))
        self.setMinimumHeight(self.fontMetrics().height() + 2 * _TALLEST)

    def set_marks(self, marks: Sequence[ChangeDay], today: date) -> None:
        """Offer the days from a little before the first mark to a little after the last.

        Marks so far off that all the others would be squeezed together are left beyond the ends;
        keys and buttons go there all the same.
        """
        first, last = _reached([mark.day for mark in marks], today)
        self._marks, self._first = tuple(marks), _held(first, -_YEAR)
        self.blockSignals(True)
        self.setRange(0, (_held(last, _YEAR) - self._first).days)
        self.blockSignals(False)
        self.update()

    def day(self) -> date:
        """Return the day of the handle."""
        return self._first + timedelta(days=self.value())

    def show_day(self, day: date) -> None:
        """Put the handle on a day, or at the nearest end; no signal is sent."""
        place = (day - self._first).days
        self.blockSignals(True)
        self.setValue(place)
        self.blockSignals(False)
        self._beyond = None if self._reaches(place) else day
        self.setAccessibleDescription(long_date(day))
        self.update()

    def mark_of(self, day: date) -> ChangeDay | None:
        """Return the mark on a day, or None."""
        place = bisect_left(self._marks, day, key=_day_of)
        found = self._marks[place] if place < len(self._marks) else None
        return found if found is not None and found.day == day else None

    def mark_after(self, day: date) -> ChangeDay | None:
        """Return the first mark after a day, or None."""
        place = bisect_right(self._marks, day, key=_day_of)
        return self._marks[place] if place < len(self._marks) else None

    def mark_before(self, day: date) -> ChangeDay | None:
        """Return the last mark before a day, or None."""
        place = bisect_left(self._marks, day, key=_day_of)
        return self._marks[place - 1] if place else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                self._go(self.mark_before(self._beyond or self.day()))
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                self._go(self.mark_after(self._beyond or self.day()))
            case Qt.Key.Key_PageDown:
                self.setValue((months_later(self.day(), -_YEAR) - self._first).days)
            case Qt.Key.Key_PageUp:
                self.setValue((months_later(self.day(), _YEAR) - self._first).days)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max((mark.count for mark in self._marks), default=1)
        groove, last = self._groove(), -1
        for mark in self._marks:
            if not self._reaches((mark.day - self._first).days):
                continue
            x = self._x_of(mark.day, groove)
            tall = _SMALLEST + (_TALLEST - _SMALLEST) * (mark.count / most) ** 0.5
            ahead = mark.day > date.today()
            painter.setPen(QPen(QColor(tones().accent.edge if ahead else tones().border), 1))
            if x != last or ahead:
                painter.drawLine(x, self.height() - 1, x, round(self.height() - 1 - tall))
            last = x
        painter.setPen(QPen(QColor(tones().accent.edge), 1, Qt.PenStyle.DotLine))
        today = self._x_of(date.today(), groove)
        painter.drawLine(today, 0, today, self.height())
        painter.end()
        super().paintEvent(event)

    def _go(self, mark: ChangeDay | None) -> None:
        if mark is None:
            return
        place = (mark.day - self._first).days
        if self._reaches(place):
            self.setValue(place)
        else:
            self.day_asked.emit(mark.day)

    def _reaches(self, place: int) -> bool:
        return self.minimum() <= place <= self.maximum()

    def _on_moved(self, _value: int) -> None:
        self._beyond = None

    def _groove(self) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderGroove, self
        )
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        half = handle.width() // 2
        return groove.adjusted(half, 0, -half, 0)

    def _x_of(self, day: date, groove: QRect) -> int:
        span = max(1, self.maximum())
        return groove.left() + round(groove.width() * (day - self._first).days / span)


def _reached(marks: Sequence[date], today: date) -> tuple[date, date]:
    """Return the first and last day that is near the others, going out from today."""
    first = last = today
    for day in sorted((day for day in marks if day < today), reverse=True):
        if (first - day).days > _FAR_OFF:
            break
        first = day
    for day in sorted(day for day in marks if day > today):
        if (day - last).days > _FAR_OFF:
            break
        last = day
    return first, last


def _held(day: date, months: int) -> date:
    """Return the day so many months on, held within the years there are."""
    if not 1 < day.year + months // _YEAR < date.max.year:
        return day
    return months_later(day, months)


def _day_of(mark: ChangeDay) -> date:
    return mark.day
