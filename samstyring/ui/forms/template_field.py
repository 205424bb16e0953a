"""A field for the Word template that the user has made: a path that is typed or chosen."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from samstyring.domain.errors import RuleError
from samstyring.language import _
from samstyring.ui.theme import icon


class TemplateField(QWidget):
    """A path that can be typed or chosen; empty for the template that comes along."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.field.setAccessibleName(_("Your own template"))
        self.field.setPlaceholderText(_("None"))
        self.field.setClearButtonEnabled(True)
        self.button = QPushButton(icon("folder-open"), _("Choo&se…"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.field)

    def path(self) -> Path | None:
        """Return the template, None for the usual one; RuleError if it is not there."""
        text = self.field.text().strip()
        if not text or not self.isEnabled():
            return None
        if not Path(text).is_file():
            raise RuleError(_("The template is not there. Choose another, or empty the field."))
        return Path(text)

    @Slot()
    def _on_choose(self) -> None:
        asked = QFileDialog(self, _("Choose a template"), self.field.text())
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.setNameFilter(_("Word files") + " (*.docx)")  # as is
        asked.fileSelected.connect(self.field.setText)
        asked.finished.connect(asked.deleteLater)
        asked.open()
