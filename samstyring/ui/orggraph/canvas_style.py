"""The colours and the font of the canvas, taken from the program's theme."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontInfo

from samstyring.export.scene_style import SceneStyle
from samstyring.ui.theme import ToneName, Tones


def style_of(tones: Tones, font: QFont) -> SceneStyle:
    """Return the style that paints a scene in the theme's colours and the program's font."""
    named = {name: tones.of(name) for name in ToneName}
    return SceneStyle(
        base=tones.base,
        window=tones.window,
        text=tones.text,
        soft_text=tones.soft_text,
        border=tones.border,
        divider=tones.divider,
        accent=tones.accent.edge,
        selection=tones.selection,
        bands=tones.bands,
        tones={name.value: (tone.ink, tone.fill, tone.edge) for name, tone in named.items()},
        kinds=tones.kinds,
        relations=tones.relations,
        family=font.family(),
        pixels=float(QFontInfo(font).pixelSize()),
    )
