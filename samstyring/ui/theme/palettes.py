"""The two palettes of the program, light and dark, as plain values and as QPalette."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from samstyring.colours import DARK_TONES, LIGHT_TONES

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup


@dataclass(frozen=True)
class Shades:
    """The colours of one theme as "#rrggbb"; every text of them is readable on its ground."""

    window: str
    base: str
    alternate: str
    text: str
    soft_text: str
    disabled_text: str
    button: str
    border: str
    divider: str
    accent: str
    on_accent: str
    link: str
    visited: str
    tip: str
    on_tip: str


LIGHT = Shades(
    window=LIGHT_TONES.window,
    base=LIGHT_TONES.base,
    alternate="#f4f6f9",
    text=LIGHT_TONES.text,
    soft_text=LIGHT_TONES.soft_text,
    disabled_text="#79828b",
    button="#ffffff",
    border=LIGHT_TONES.border,
    divider=LIGHT_TONES.divider,
    accent=LIGHT_TONES.accent.edge,
    on_accent="#ffffff",
    link="#0b57d0",
    visited="#6f42c1",
    tip="#24292f",
    on_tip="#ffffff",
)

DARK = Shades(
    window=DARK_TONES.window,
    base=DARK_TONES.base,
    alternate="#1b1f24",
    text=DARK_TONES.text,
    soft_text=DARK_TONES.soft_text,
    disabled_text="#838b94",
    button="#2a2f36",
    border=DARK_TONES.border,
    divider=DARK_TONES.divider,
    accent=DARK_TONES.accent.edge,
    on_accent="#0b0e12",
    link="#8ab4f8",
    visited="#c58af9",
    tip="#e8eaed",
    on_tip="#16191d",
)


def palette_of(shades: Shades) -> QPalette:
    """Return the Qt palette of a theme, with its disabled group set."""
    palette = QPalette()
    for role, value in _roles(shades):
        palette.setColor(role, QColor(value))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
        palette.setColor(_Group.Disabled, role, QColor(shades.disabled_text))
    palette.setColor(_Group.Disabled, _Role.Base, QColor(shades.window))
    palette.setColor(_Group.Disabled, _Role.Button, QColor(shades.window))
    palette.setColor(_Group.Disabled, _Role.Accent, QColor(shades.border))
    palette.setColor(_Group.Disabled, _Role.Highlight, QColor(shades.divider))
    palette.setColor(_Group.Disabled, _Role.HighlightedText, QColor(shades.text))
    return palette


def _roles(shades: Shades) -> tuple[tuple[QPalette.ColorRole, str], ...]:
    return (
        (_Role.Window, shades.window),
        (_Role.WindowText, shades.text),
        (_Role.Base, shades.base),
        (_Role.AlternateBase, shades.alternate),
        (_Role.Text, shades.text),
        (_Role.Button, shades.button),
        (_Role.ButtonText, shades.text),
        (_Role.Highlight, shades.accent),
        (_Role.HighlightedText, shades.on_accent),
        (_Role.Accent, shades.accent),
        (_Role.Link, shades.link),
        (_Role.LinkVisited, shades.visited),
        (_Role.PlaceholderText, shades.soft_text),
        (_Role.ToolTipBase, shades.tip),
        (_Role.ToolTipText, shades.on_tip),
        (_Role.BrightText, shades.on_accent),
        (_Role.Light, shades.base),
        (_Role.Midlight, shades.divider),
        (_Role.Mid, shades.border),
        (_Role.Dark, shades.border),
        (_Role.Shadow, "#000000"),
    )
