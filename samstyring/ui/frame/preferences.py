"""The settings of the program: language, theme, text size, moving pictures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QWidget

from samstyring.language import LANGUAGES, _
from samstyring.ui.leader.seat import set_starts_with_leader, starts_with_leader
from samstyring.ui.settings import Settings
from samstyring.ui.theme import TEXT_SIZES, Theme


class LanguageBox(QComboBox):
    """A choice that the whole window is built anew for, so that the arrow keys only look at it.

    ``settled`` tells that one was picked from the list, or Enter pressed.
    """

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listed = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._listed = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._listed = False
        super().wheelEvent(event)

    def _on_activated(self, _index: int) -> None:
        if self._listed:
            self._listed = False
            self.settled.emit()


class PreferencesDialog(QDialog):
    """Every choice is kept at once and seen at once; there is nothing to confirm.

    Only the language waits until it is picked: the window is built anew for it.
    """

    appearance_changed = Signal()
    language_changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(_("Settings"))
        self.language, self.theme, self.text_size = LanguageBox(), QComboBox(), QComboBox()
        self.animation = QCheckBox(_("Moving &pictures when something changes place"))
        self.leader = QCheckBox(_("Start in the window for &reading only"))
        self._fill()
        self._lay_out()
        self.language.settled.connect(self._on_language)
        self.theme.activated.connect(self._on_theme)
        self.text_size.activated.connect(self._on_text_size)
        self.animation.toggled.connect(self._on_animation)
        self.leader.toggled.connect(self._on_leader)
        self.finished.connect(self.deleteLater)

    def _fill(self) -> None:
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        words = {
            Theme.SYSTEM: _("As the system"),
            Theme.LIGHT: _("Light"),
            Theme.DARK: _("Dark"),
        }
        for theme in Theme:
            self.theme.addItem(words[theme], theme.value)
        for percent in TEXT_SIZES:
            self.text_size.addItem(f"{percent} %", percent)
        settings = self._settings
        self.language.setCurrentIndex(self.language.findData(settings.language))
        self.theme.setCurrentIndex(self.theme.findData(settings.theme.value))
        self.text_size.setCurrentIndex(self.text_size.findData(settings.text_size))
        self.animation.setChecked(settings.animation)
        self.leader.setChecked(starts_with_leader(settings))

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(16, 16, 16, 16)
        form.setVerticalSpacing(10)
        for label, field in (
            (_("&Language"), self.language),
            (_("&Theme"), self.theme),
            (_("Text &size"), self.text_size),
        ):
            form.addRow(label, field)
        form.addRow(self.animation)
        form.addRow(self.leader)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self._on_close)
        form.addRow(buttons)

    def _on_close(self) -> None:
        self._on_language()
        self.reject()

    def _on_language(self) -> None:
        code = self.language.currentData()
        if code != self._settings.language:
            self._settings.language = code
            self.accept()
            self.language_changed.emit()

    def _on_theme(self, index: int) -> None:
        self._settings.theme = Theme(self.theme.itemData(index))
        self.appearance_changed.emit()

    def _on_text_size(self, index: int) -> None:
        self._settings.text_size = self.text_size.itemData(index)
        self.appearance_changed.emit()

    def _on_leader(self, wanted: bool) -> None:
        set_starts_with_leader(self._settings, wanted)

    def _on_animation(self, wanted: bool) -> None:
        self._settings.animation = wanted
