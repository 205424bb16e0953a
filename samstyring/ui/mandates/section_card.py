"""One section of a draft as a card: what kind it is, its heading, its text, and its place."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.mandates import Section, SectionKind
from samstyring.domain.text import MAX_NAME_LENGTH, clean_line, clean_text
from samstyring.language import _
from samstyring.ui.forms import ErrorLabel
from samstyring.ui.forms.fields import ChoiceBox
from samstyring.ui.mandates.growing_text import GrowingText
from samstyring.ui.theme import icon


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the fields of a card, as it would be stored."""

    kind: SectionKind
    heading: str
    text: str


class SectionCard(QFrame):
    """Fields for one section.

    `left(section id)` tells that a field was left; `asked(verb, section id)` asks to move the
    section ``up`` or ``down``, to ``delete`` it, or to add it ``again`` when it is gone.
    """

    left = Signal(str)
    asked = Signal(str, str)
    caret_moved = Signal(QPoint)

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.kind = ChoiceBox("", SectionKind)
        self.up, self.down = self._button("arrow-up", "up"), self._button("arrow-down", "down")
        self.delete = self._button("delete", "delete")
        self.heading, self.text = QLineEdit(self), GrowingText(self)
        self.error = ErrorLabel(self)
        self.again = QPushButton(icon("plus"), _("Add it again"), self)
        self._lay_out()
        self._show(section)
        self._connect()

    def fields(self) -> tuple[QWidget, ...]:
        """Return what Tab goes through, in order."""
        return (self.kind, self.up, self.down, self.delete, self.heading, self.text)

    def written(self) -> Written:
        """Return what stands in the fields; an empty heading gives way to the stored one."""
        heading = clean_line(self.heading.text()) or self.section.heading
        text = clean_text(self.text.toPlainText())
        return Written(self.kind.value(SectionKind), heading, text)

    def is_changed(self) -> bool:
        """Say whether the fields hold something that is not stored."""
        return self.written() != _stored(self.section)

    def set_section(self, section: Section) -> None:
        """Show what is stored now; what was typed since and is not stored stays."""
        before, typed = _stored(self.section), self.written()
        self.section = section
        if typed.kind == before.kind:
            self._set_kind(section.kind)
        if typed.heading == before.heading and typed.heading != section.heading:
            self.heading.setText(section.heading)
        if typed.text == before.text and typed.text != section.text:
            self.text.setPlainText(section.text)

    def set_place(self, number: int, count: int) -> None:
        """Tell the card which section of how many it is."""
        self._turn_on(self.up, number > 1, self.down, number < count)
        self._turn_on(self.down, number < count, self.up, number > 1)
        self.kind.setAccessibleName(_("Kind of section {number}").format(number=number))
        self.heading.setAccessibleName(_("Heading of section {number}").format(number=number))
        self.text.setAccessibleName(_("Text of section {number}").format(number=number))
        for button, text in (
            (self.up, _("Move section {number} up")),
            (self.down, _("Move section {number} down")),
            (self.delete, _("Delete section {number}")),
        ):
            button.setAccessibleName(text.format(number=number))
            button.setToolTip(text.format(number=number))

    def _turn_on(
        self, button: QToolButton, wanted: bool, other: QToolButton, other_wanted: bool
    ) -> None:
        # A button that is turned off hands the keyboard on; the other one is the nearest.
        if button.hasFocus() and not wanted and other_wanted:
            other.setEnabled(True)
            other.setFocus()
        button.setEnabled(wanted)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong with the section; nothing for nothing."""
        self.error.set_text(sentence)

    @property
    def is_gone(self) -> bool:
        """Whether the section is no longer in the file."""
        return not self.again.isHidden()

    def set_gone(self) -> None:
        """Keep what was typed although the section is no longer in the file, and say so."""
        self.error.set_text(
            _("This section is no longer in the file. What you wrote is kept here.")
        )
        self.again.show()
        for widget in (self.up, self.down, self.delete):
            widget.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The wheel scrolls the page; it must not change a kind that happens to be under it.
        if watched is self.kind and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kind, 1)
        top.addStretch(1)
        self.kind.setMinimumContentsLength(8)
        for button in (self.up, self.down, self.delete):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        for widget in (self.heading, self.text, self.error, self.again):
            layout.addWidget(widget)
        self.again.hide()
        self.heading.setMaxLength(MAX_NAME_LENGTH)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.setPlaceholderText(_("Heading"))
        self.text.setPlaceholderText(
            _("The text. A point begins with “1. ” or “- ”, on a line of its own.")
        )

    def _show(self, section: Section) -> None:
        self._set_kind(section.kind)
        self.heading.setText(section.heading)
        self.text.setPlainText(section.text)

    def _set_kind(self, kind: SectionKind) -> None:
        self.kind.blockSignals(True)
        self.kind.set_value(kind)
        self.kind.blockSignals(False)

    def _connect(self) -> None:
        self.kind.installEventFilter(self)
        self.kind.currentIndexChanged.connect(self._on_left)
        self.heading.editingFinished.connect(self._on_heading_left)
        self.text.left.connect(self._on_left)
        self.text.caret_moved.connect(self.caret_moved)
        self.again.clicked.connect(self._on_button)
        self.again.setProperty("verb", "again")

    def _button(self, icon_name: str, verb: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(icon_name))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setProperty("verb", verb)
        button.clicked.connect(self._on_button)
        return button

    @Slot()
    def _on_heading_left(self) -> None:
        if clean_line(self.heading.text()):
            self.show_error("")
        else:
            self.heading.setText(self.section.heading)
            self.show_error(_("A section needs a heading; the former one was put back."))
        self._on_left()

    @Slot()
    def _on_left(self) -> None:
        self.left.emit(self.section.id)

    @Slot()
    def _on_button(self) -> None:
        self.asked.emit(self.sender().property("verb"), self.section.id)


def _stored(section: Section) -> Written:
    return Written(section.kind, section.heading, section.text)
