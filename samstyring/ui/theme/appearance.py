"""Puts the chosen theme and text size on the whole program, and follows the system's."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from samstyring.ui.theme.looks import looks_changed
from samstyring.ui.theme.palettes import DARK, LIGHT, palette_of
from samstyring.ui.theme.style import OutlinedStyle

TEXT_SIZES = (100, 110, 125, 150, 175, 200)

_FOLLOWER = "samstyring_theme_follower"
_SMALLEST_POINTS = 9.5


class Theme(StrEnum):
    """What the user asked for; SYSTEM follows the desktop, also when it changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply_theme(app: QApplication, choice: Theme) -> None:
    """Give the program our style and the palette of the choice.

    In the system's high contrast mode the system's own palette is left alone.
    """
    _follower(app).choose(choice)


def apply_text_size(app: QApplication, percent: int) -> None:
    """Scale the program's font to a percentage of the system's; 100 to 200, else held there."""
    held = max(100, min(200, percent))
    font = app.font()
    font.setPointSizeF(_follower(app).system_points * held / 100)
    app.setFont(font)
    # Qt tells the widgets later; until then they would answer with sizes of the old font.
    app.sendPostedEvents(None, QEvent.Type.ApplicationFontChange.value)
    # Combo boxes and tool bars keep the sizes they once asked our style for.
    for widget in app.allWidgets():
        app.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
    looks_changed().emit()


class _ThemeFollower(QObject):
    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_FOLLOWER)
        self._app = app
        self._choice = Theme.SYSTEM
        self._system_palette = QPalette(app.palette())
        # A font set in pixels says -1; a very small system font is raised to a readable one.
        self.system_points = max(app.font().pointSizeF(), _SMALLEST_POINTS)
        app.setStyle(OutlinedStyle())
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def choose(self, choice: Theme) -> None:
        self._choice = choice
        hints = self._app.styleHints()
        # Title bars and native dialogs follow the scheme, not our palette.
        if choice is Theme.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = choice is Theme.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._paint()

    def _on_system_changed(self) -> None:
        self._paint()

    def _paint(self) -> None:
        contrast = self._app.styleHints().accessibility().contrastPreference()
        if contrast == Qt.ContrastPreference.HighContrast:
            self._app.setPalette(QPalette())
        else:
            self._app.setPalette(palette_of(DARK if self._wants_dark() else LIGHT))
        looks_changed().emit()

    def _wants_dark(self) -> bool:
        if self._choice is not Theme.SYSTEM:
            return self._choice is Theme.DARK
        scheme = self._app.styleHints().colorScheme()
        if scheme != Qt.ColorScheme.Unknown:
            return scheme == Qt.ColorScheme.Dark
        return self._system_palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5


def _follower(app: QApplication) -> _ThemeFollower:
    found = app.findChild(_ThemeFollower, _FOLLOWER)
    return found if isinstance(found, _ThemeFollower) else _ThemeFollower(app)
