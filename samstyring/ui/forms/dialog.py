"""A dialog with a sentence, rows of named fields, and a button that says what it does."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, SignalInstance, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.errors import SamstyringError
from samstyring.language import _
from samstyring.ui.forms.field_error import FieldError
from samstyring.ui.forms.labels import ErrorLabel, SoftLabel
from samstyring.ui.forms.scroll import FittingScroll

_WIDTH_IN_CHARACTERS = 64


class FormDialog(QDialog):
    """Asks for what a command needs; is opened with `open()`.

    `submit` is a bound method of the caller that reads the fields and runs the command. When
    it raises a SamstyringError the sentence is shown and the dialog stays: under the field of a
    FieldError, else above the buttons, and until a field is changed. When it returns, the dialog
    closes and deletes itself.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        verb: str,
        submit: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._submit = submit
        self.setWindowTitle(title)
        self.sentence = SoftLabel(sentence, self)
        self.error = ErrorLabel(self)
        # Without a parent until the rows are there, so that Tab comes to them last.
        self.ok_button = QPushButton(verb)
        self.cancel_button = QPushButton(_("Cancel"))
        self._complete = False
        self._rows = QWidget(self)
        self._form = QFormLayout(self._rows)
        self._stack = QVBoxLayout(self)
        self._lay_out()
        self.finished.connect(self.deleteLater)

    def add_row(self, label: str, field: QWidget, hint: str = "") -> None:
        """Add a field with its label ("&Name" for Alt+N) and, below it, a hint in soft text."""
        title = QLabel(label, self._rows)
        title.setBuddy(field.focusProxy() or field)
        self._form.addRow(title, field)
        if hint:
            self._form.addRow(QLabel(self._rows), SoftLabel(hint, self._rows))

    def add_wide(self, widget: QWidget) -> None:
        """Add something that takes the whole width: a check box, a table, a sub-heading."""
        self._form.addRow(widget)

    @Slot()
    def accept(self) -> None:
        """Try to submit; show the error and stay, or close."""
        self.error.set_text("")
        try:
            self._submit()
        except SamstyringError as problem:
            self._show_error(str(problem), _field_of(problem))
            return
        super().accept()

    def setVisible(self, visible: bool) -> None:
        if visible and not self._complete:
            self._complete = True
            self._watch_fields()
            self._stack.addWidget(self._buttons())
            self._take_size()
        super().setVisible(visible)

    def _take_size(self) -> None:
        """Be as high as the rows ask for, where Qt would stop at two thirds of the screen."""
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            return
        self.ensurePolished()
        self._stack.activate()
        self.resize(self.sizeHint().expandedTo(self.minimumSizeHint()))
        # Wrapped text is as high as the width lets it be, which is known only now.
        self._stack.activate()
        self.resize(self.width(), self.sizeHint().height())

    def _show_error(self, sentence: str, field: QWidget | None = None) -> None:
        if self._form.indexOf(self.error) >= 0:
            self._form.takeRow(self.error)
        row = self._row_of(field)
        self._stack.removeWidget(self.error)
        if field is None or row is None:
            self._stack.insertWidget(self._stack.indexOf(self._scroll) + 1, self.error)
        else:
            self._form.insertRow(row + 1, self.error)
            field.setFocus()
        self.error.set_text(sentence)
        self._grow_upwards()
        if row is not None:
            self._scroll.ensureWidgetVisible(self.error)

    def _row_of(self, field: QWidget | None) -> int | None:
        """Return the row that a field, or what it is part of, stands in; None if in none."""
        for row in range(self._form.rowCount()):
            for role in (QFormLayout.ItemRole.FieldRole, QFormLayout.ItemRole.SpanningRole):
                item = self._form.itemAt(row, role)
                inside = item.widget() if item else None
                if field and inside and (inside is field or inside.isAncestorOf(field)):
                    return row
        return None

    def _grow_upwards(self) -> None:
        """Make room for a sentence; the buttons stay where they are, under the pointer."""
        self._form.activate()
        self._stack.activate()
        wanted = max(self.height(), min(self.sizeHint().height(), self.maximumHeight()))
        if (more := wanted - self.height()) > 0:
            place = self.geometry()
            self.setGeometry(place.x(), max(0, place.y() - more), place.width(), wanted)

    @Slot()
    def _on_changed(self) -> None:
        """Take the sentence away once something is written instead."""
        self.error.set_text("")

    def _watch_fields(self) -> None:
        for signal in _signals_of_change(self._rows):
            signal.connect(self._on_changed)

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = self._stack
        layout.setSpacing(12)
        self.sentence.setVisible(bool(self.sentence.text()))
        layout.addWidget(self.sentence)
        self._scroll = FittingScroll(self._rows, self)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.error)
        width = QFontMetrics(self.font()).averageCharWidth() * _WIDTH_IN_CHARACTERS
        room = self.screen().availableGeometry()
        self.setMinimumWidth(min(width, round(room.width() * 0.9)))
        self.setMaximumHeight(round(room.height() * 0.95))

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        box.addButton(self.ok_button, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.ok_button.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _field_of(problem: SamstyringError) -> QWidget | None:
    return problem.field if isinstance(problem, FieldError) else None


def _signals_of_change(rows: QWidget) -> Iterator[SignalInstance]:
    """Return what tells that one of the fields in these rows says something else."""
    for text in rows.findChildren(QLineEdit):
        yield text.textChanged
    for lines in rows.findChildren(QPlainTextEdit):
        yield lines.textChanged
    for combo in rows.findChildren(QComboBox):
        yield combo.currentIndexChanged
    for button in rows.findChildren(QAbstractButton):
        yield button.toggled
    for ticks in rows.findChildren(QListWidget):
        yield ticks.itemChanged
