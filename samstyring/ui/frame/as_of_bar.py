"""The as-of date at the top of the window: today, a date, and back to today."""

from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from samstyring.domain.errors import RuleError
from samstyring.domain.periods import months_later
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import PartialDateEdit
from samstyring.ui.theme import icon

# What a field of one line has round its text, in pixels.
_FRAME = 16


class AsOfBar(QWidget):
    """Sets the day that rules everything shown.

    ``refused(sentence)`` says what is wrong with a date, ``mended(sentence)`` that this is no
    longer so.
    """

    refused = Signal(str)
    mended = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._refusal = desk, ""
        self.earlier = _button("chevron-left", _("One year earlier"))
        self.field = PartialDateEdit(_("As of"), self, quiet=True)
        self.later = _button("chevron-right", _("One year later"))
        self.today = QToolButton(self)
        self.today.setText(_("Today"))
        self.today.setToolTip(_("Show everything as of today"))
        self._lay_out()
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.today.clicked.connect(self.go_to_today)
        # A date is taken when it is finished, not at each of its letters.
        self.field.field.editingFinished.connect(self._on_entered)
        self.field.value_changed.connect(self._on_chosen)
        desk.day_changed.connect(self._on_day_changed)
        self._show_day()

    def go_to_today(self) -> None:
        """Show everything as of today again."""
        self._desk.set_day(None)
        self._show_day()

    def go_to(self, day: date) -> None:
        """Show everything as of a day."""
        self._desk.set_day(day)

    def focus_field(self) -> None:
        """Let the user type a date."""
        self.field.field.setFocus()
        self.field.field.selectAll()

    def _lay_out(self) -> None:
        self._fit_field()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        label = QLabel(_("As of"), self)
        label.setBuddy(self.field.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(4)
        for widget in (label, self.earlier, self.field, self.later, self.today):
            row.addWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "field"):
            self._fit_field()

    def _fit_field(self) -> None:
        # As wide as a whole date: the search field beside it has better use for the room.
        metrics = QFontMetrics(self.font())
        margin = metrics.averageCharWidth() // 2
        self.field.field.setTextMargins(margin, 0, margin, 0)
        width = metrics.horizontalAdvance("00.00.0000") + 2 * margin + _FRAME
        self.field.field.setFixedWidth(width)

    def _on_earlier(self) -> None:
        self._desk.set_day(months_later(self._desk.day, -12))

    def _on_later(self) -> None:
        self._desk.set_day(months_later(self._desk.day, 12))

    def _on_chosen(self) -> None:
        """Take what was chosen from the calendar; typing is not finished yet."""
        if not self.field.field.hasFocus():
            self._on_entered()

    def _on_entered(self) -> None:
        try:
            value = self.field.value()
        except RuleError as problem:
            self._refusal = str(problem)
            self.refused.emit(self._refusal)
            return
        self._take_refusal_back()
        self._desk.set_day(value.first_day() if value else None)

    def _take_refusal_back(self) -> None:
        refusal, self._refusal = self._refusal, ""
        if refusal:
            self.mended.emit(refusal)

    def _on_day_changed(self, _day: date) -> None:
        self._show_day()

    def _show_day(self) -> None:
        self._take_refusal_back()
        self.field.set_value(self._desk.day)
        self.today.setEnabled(not self._desk.is_today)


def _button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    return button
