"""A dialog with a sentence, rows of named fields, and a button that says what it does."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.errors import SamstyringError
from samstyring.language import _
from samstyring.ui.forms.labels import ErrorLabel, SoftLabel
from samstyring.ui.forms.scroll import FittingScroll

_WIDTH_IN_CHARACTERS = 64


class FormDialog(QDialog):
    """Asks for what a command needs; is opened with `open()`.

    `submit` is a bound method of the caller that reads the fields and runs the command. When
    it raises a SamstyringError the sentence is shown above the buttons and the dialog stays;
    when it returns, the dialog closes and deletes itself.
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
            self._show_error(str(problem))
            return
        super().accept()

    def setVisible(self, visible: bool) -> None:
        if visible and not self._complete:
            self._complete = True
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

    def _show_error(self, sentence: str) -> None:
        self.error.set_text(sentence)
        self._stack.activate()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _lay_out(self) -> None:
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        layout = self._stack
        layout.setSpacing(12)
        self.sentence.setVisible(bool(self.sentence.text()))
        layout.addWidget(self.sentence)
        layout.addWidget(FittingScroll(self._rows, self), 1)
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
