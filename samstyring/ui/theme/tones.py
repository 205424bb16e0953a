"""The colours that mean something, as they are on the screen now."""

from PySide6.QtGui import QGuiApplication, QPalette

from samstyring.colours import DARK_TONES, LIGHT_TONES, Tones


def tones() -> Tones:
    """Return the tones that go with the program's palette as it stands now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK_TONES if window.lightnessF() < 0.5 else LIGHT_TONES
