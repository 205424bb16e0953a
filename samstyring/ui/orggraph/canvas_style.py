"""The colours and the font of the canvas, taken from the program's theme."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

from samstyring.colours import Tones
from samstyring.export import scene_style


def style_of(tones: Tones, font: QFont) -> scene_style.SceneStyle:
    """Return the style that paints a scene in the theme's colours and the program's font."""
    pixels = float(QFontInfo(font).pixelSize())
    return scene_style.style_of(tones, family=font.family(), pixels=pixels)
