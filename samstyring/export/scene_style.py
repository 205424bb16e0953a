"""The colours and the font a drawing is painted with, and the light ones every export uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

Ink = tuple[str, str, str]


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
    tones: Mapping[str, Ink]
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

    def tone(self, name: str) -> Ink:
        """Return the colours of a tone; those of "muted" for one not known."""
        return self.tones.get(name, self.tones["muted"])


PAPER = SceneStyle(
    base="#ffffff",
    window="#ffffff",
    text="#1b1f24",
    soft_text="#57606a",
    border="#7d868f",
    divider="#d5dae0",
    accent="#1a5fb4",
    selection="#dbe8f8",
    bands=("#f3f4f7", "#fafbfc"),
    tones=MappingProxyType(
        {
            "ok": ("#1a6b3c", "#e5f4ea", "#2f8f57"),
            "soon": ("#7a5200", "#fdf3d8", "#a06c00"),
            "over": ("#8a3d00", "#fdeadb", "#bf5a0d"),
            "vacant": ("#a81e1e", "#fdebeb", "#c23b3b"),
            "accent": ("#174f96", "#e6effa", "#1a5fb4"),
            "muted": ("#4f5862", "#eceff2", "#7d868f"),
        }
    ),
    kinds=MappingProxyType(
        {
            "state": "#7b4fd0",
            "political": "#565f69",
            "council": "#1a5fb4",
            "expert": "#157a68",
            "sector": "#96640c",
            "network": "#b0447f",
            "group": "#3d7a99",
            "municipality": "#4f8a2c",
            "company": "#a8502a",
            "other": "#7d868f",
        }
    ),
    relations=MappingProxyType(
        {
            "plain": "#5d6670",
            "advice": "#157a68",
            "people": "#1a5fb4",
            "power": "#7b4fd0",
            "service": "#96640c",
        }
    ),
    line_width=1.1,
)
