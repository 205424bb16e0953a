"""Where to begin in a new file: a few steps above the page, gone when they are taken."""

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from samstyring.domain.changes import ChangeSet
from samstyring.language import _
from samstyring.queries.beginning import beginning
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel, SubHeading
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import ToneName, icon, tones

_PAGES = ("today", "bodies", "people")


class FirstSteps(QWidget):
    """Names what to do first; ``begin_wanted(page)`` and ``body_wanted(id)`` ask for it.

    ``example_wanted`` asks for the example. It is seen on the pages where one begins, as long as
    the file lacks bodies, seats or persons.
    """

    begin_wanted = Signal(str)
    body_wanted = Signal(str, str)
    example_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, ""
        self._found = desk.read(beginning)
        self.body_button = _button(_("1. Add a &body…"), self._on_body)
        self.seat_button = _button(_("2. Give it &seats"), self._on_seats)
        self.person_button = _button(_("3. Add a &person…"), self._on_person)
        self.example_button = _button(_("Look at the &example"), self._on_example)
        self._lay_out()
        self._show_steps()
        desk.changed.connect(self._on_changed)

    def show_on(self, page: str) -> None:
        """Be seen if it is on this page, by its key, that one begins."""
        self._page = page
        self._show_steps()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tone = tones().of(ToneName.ACCENT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tone.edge), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _lay_out(self) -> None:
        self.setAccessibleName(_("Where to begin"))
        self.said = SoftLabel(
            _(
                "The municipalities and county municipalities are in the file already. Add the"
                " bodies they take part in, the seats, and those who sit there."
            ),
            self,
        )
        steps = FlowLayout()
        for button in (self.body_button, self.seat_button, self.person_button, self.example_button):
            steps.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.addWidget(SubHeading(_("Where to begin"), self))
        layout.addWidget(self.said)
        layout.addLayout(steps)

    def _show_steps(self) -> None:
        found, reads = self._found, self._desk.workspace.read_only
        for button, done in (
            (self.body_button, bool(found.body_id)),
            (self.seat_button, found.seats),
            (self.person_button, found.people),
        ):
            button.setIcon(icon("circle-check", ToneName.OK) if done else icon("arrow-right"))
            button.setAccessibleDescription(_("Done") if done else "")
        self.seat_button.setEnabled(bool(found.body_id))
        self.setVisible(self._page in _PAGES and not reads and not found.begun)

    @Slot(object)
    def _on_changed(self, change: ChangeSet) -> None:
        if change.touches("body", "seat", "person"):
            self._found = self._desk.read(beginning)
            self._show_steps()

    @Slot()
    def _on_body(self) -> None:
        self.begin_wanted.emit("bodies")

    @Slot()
    def _on_seats(self) -> None:
        self.body_wanted.emit("body", self._found.body_id)

    @Slot()
    def _on_person(self) -> None:
        self.begin_wanted.emit("people")

    @Slot()
    def _on_example(self) -> None:
        self.example_wanted.emit()


def _button(text: str, run: object) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(run)
    return button
