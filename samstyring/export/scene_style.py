"""The colours and the font a drawing is painted with, and those every export uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from samstyring.colours import LIGHT_TONES, Tone, ToneName, Tones


@dataclass(frozen=True, slots=True)
class SceneStyle:
    """Colours as "#rrggbb"; a tone is ink, fill and edge. ``pixels`` is the height of titles.

    ``line_width`` is in scene pixels; 0 is one pixel of the device, which is what a screen paints
    fast. ``kinds`` and ``relations`` go by the kind family of a box and the colour key of a line.
    """

    base: str
    window: str
    text: str
    soft_text: str
    border: str
    divider: str
    accent: str
    selection: str
    bands: tuple[str, str]
    tones: Mapping[str, Tone]
    kinds: Mapping[str, str]
    relations: Mapping[str, str]
    family: str = ""
    pixels: float = 13.0
    line_width: float = 0.0

    def kind(self, family: str) -> str:
        """Return the colour of a kind family; that of "other" for one not known."""
        return self.kinds.get(family, self.kinds["other"])

    def relation(self, key: str) -> str:
        """Return the colour of a line; that of "plain" for one not known."""
        return self.relations.get(key, self.relations["plain"])

    def tone(self, name: str) -> Tone:
        """Return the colours of a tone; those of "muted" for one not known."""
        return self.tones.get(name, self.tones["muted"])


def style_of(
    tones: Tones, *, family: str = "", pixels: float = 13.0, line_width: float = 0.0
) -> SceneStyle:
    """Return the style that paints a scene in the colours of a theme."""
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
        tones={name.value: tones.of(name) for name in ToneName},
        kinds=tones.kinds,
        relations=tones.relations,
        family=family,
        pixels=pixels,
        line_width=line_width,
    )


# Paper is white to its edge.
PAPER = replace(style_of(LIGHT_TONES, line_width=1.1), window=LIGHT_TONES.base)
