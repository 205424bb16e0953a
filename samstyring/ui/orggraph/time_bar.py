"""The bar of time under the graph: slider, steps from change to change, play, the day in words."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from samstyring.formats import counted, days_away, long_date
from samstyring.language import _
from samstyring.queries.views import change_days
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.orggraph.time_slider import TimeSlider
from samstyring.ui.refresher import Refresher
from samstyring.ui.theme import icon

_PAUSE_MS = 120
_STEP_MS = 1000
_TABLES = ("body", "body_name", "relation", "seat", "appointment")


class TimeBar(QWidget):
    """Sets the desk's day, which rules everything; waits for a drag to pause before it does."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bodies: frozenset[str] = frozenset()
        self.slider = TimeSlider(self)
        self.before = _button("chevron-left", _("The change before"))
        self.after = _button("chevron-right", _("The next change"))
        self.play = _button("play", _("Play the changes, one a second"))
        self.play.setCheckable(True)
        self.words = SoftLabel("", self)
        self.words.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        self._pause, self._step = _timer(self, _PAUSE_MS, single=True), _timer(self, _STEP_MS)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload, *_TABLES)

    def narrow(self, bodies: frozenset[str]) -> None:
        """Mark only what changed of some bodies; of all where there are none."""
        if bodies != self._bodies:
            self._bodies = bodies
            self._refresher.refresh()

    def step_back(self) -> None:
        """Show the day of the change before."""
        mark = self.slider.mark_before(self._desk.day)
        if mark is not None:
            self._set(mark.day)

    def step_on(self) -> bool:
        """Show the day of the next change; False when there is none."""
        mark = self.slider.mark_after(self._desk.day)
        if mark is not None:
            self._set(mark.day)
        return mark is not None

    def toggle_play(self) -> None:
        """Begin to play, or stop."""
        self.play.toggle()

    def stop(self) -> None:
        """Stop playing."""
        self.play.setChecked(False)

    @property
    def is_playing(self) -> bool:
        """Whether the days go on by themselves."""
        return self._step.isActive()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.before, self.after, self.play):
            row.addWidget(button)
        row.addWidget(self.slider, 2)
        row.addSpacing(8)
        row.addWidget(self.words, 1)

    def _connect(self) -> None:
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.play.toggled.connect(self._on_play)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.sliderPressed.connect(self.stop)
        self.slider.day_asked.connect(self._set)
        self._pause.timeout.connect(self._on_paused)
        self._step.timeout.connect(self._on_step)
        self._desk.day_changed.connect(self._on_day_changed)

    def _reload(self) -> None:
        self.slider.set_marks(self._desk.read(change_days, of=self._bodies), date.today())
        self._show_day(self._desk.day)

    def _show_day(self, day: date) -> None:
        self.slider.show_day(day)
        self._say(day)
        self.before.setEnabled(self.slider.mark_before(day) is not None)
        following = self.slider.mark_after(day) is not None
        self.after.setEnabled(following)
        self.play.setEnabled(following)

    def _say(self, day: date) -> None:
        mark, today = self.slider.mark_of(day), date.today()
        parts = [long_date(day), _("today") if day == today else days_away(day, today)]
        if mark is not None:
            parts.append(counted("{count} thing changed", "{count} things changed", mark.count))
        self.words.setText(" · ".join(parts))

    def _set(self, day: date) -> None:
        self._pause.stop()
        self._desk.set_day(day)

    def _on_before(self) -> None:
        self.stop()
        self.step_back()

    def _on_after(self) -> None:
        self.stop()
        self.step_on()

    def _on_play(self, wanted: bool) -> None:
        self.play.setIcon(icon("close" if wanted else "play"))
        text = _("Stop playing") if wanted else _("Play the changes, one a second")
        self.play.setToolTip(text)
        self.play.setAccessibleName(text)
        if wanted:
            self._step.start()
            self._on_step()
        else:
            self._step.stop()

    def _on_step(self) -> None:
        if not self.step_on() or self.slider.mark_after(self._desk.day) is None:
            self.stop()

    def _on_moved(self, _value: int) -> None:
        # The words follow the hand; the rest follows when it rests.
        self._say(self.slider.day())
        self._pause.start()

    def _on_paused(self) -> None:
        self._desk.set_day(self.slider.day())

    def _on_day_changed(self, day: date) -> None:
        self._show_day(day)

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)


def _button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    return button


def _timer(parent: QWidget, milliseconds: int, *, single: bool = False) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(milliseconds)
    timer.setSingleShot(single)
    return timer
