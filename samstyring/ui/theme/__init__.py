"""How the program looks: palettes, tones, outline style, icons and text size."""

from samstyring.colours import DARK_TONES, LIGHT_TONES, Tone, ToneName, Tones
from samstyring.ui.theme.appearance import TEXT_SIZES, Theme, apply_text_size, apply_theme
from samstyring.ui.theme.icons import icon, icon_names
from samstyring.ui.theme.looks import looks_changed
from samstyring.ui.theme.style import OutlinedStyle
from samstyring.ui.theme.tones import tones

__all__ = [
    "DARK_TONES",
    "LIGHT_TONES",
    "TEXT_SIZES",
    "OutlinedStyle",
    "Theme",
    "Tone",
    "ToneName",
    "Tones",
    "apply_text_size",
    "apply_theme",
    "icon",
    "icon_names",
    "looks_changed",
    "tones",
]
