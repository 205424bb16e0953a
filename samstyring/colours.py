"""Colours that mean something, each for light and dark: states, kinds of body, relations.

The screen, the printed picture and the leader's file take them from here. Kinds go by the family
of a body's kind, relations by the colour key of a line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


class ToneName(StrEnum):
    """What a tone says; a word or an icon beside it always says the same."""

    OK = "ok"
    SOON = "soon"
    OVER = "over"
    VACANT = "vacant"
    ACCENT = "accent"
    MUTED = "muted"


class Tone(NamedTuple):
    """One meaning in three colours: ink for text and icons, fill behind, edge around."""

    ink: str
    fill: str
    edge: str


@dataclass(frozen=True)
class Tones:
    """The meaning colours of one theme, all as "#rrggbb"."""

    dark: bool
    base: str
    window: str
    text: str
    soft_text: str
    border: str
    divider: str
    selection: str
    on_selection: str
    ok: Tone
    soon: Tone
    over: Tone
    vacant: Tone
    accent: Tone
    muted: Tone
    bands: tuple[str, str]
    kinds: Mapping[str, str]
    relations: Mapping[str, str]

    def of(self, name: ToneName) -> Tone:
        """Return the tone of a meaning."""
        tone: Tone = getattr(self, name.value)
        return tone


LIGHT_TONES = Tones(
    dark=False,
    base="#ffffff",
    window="#f5f6f8",
    text="#1b1f24",
    soft_text="#57606a",
    border="#7d868f",
    divider="#d5dae0",
    selection="#dbe8f8",
    on_selection="#1b1f24",
    ok=Tone("#1a6b3c", "#e5f4ea", "#2f8f57"),
    soon=Tone("#7a5200", "#fdf3d8", "#a06c00"),
    over=Tone("#8a3d00", "#fdeadb", "#bf5a0d"),
    vacant=Tone("#a81e1e", "#fdebeb", "#c23b3b"),
    accent=Tone("#174f96", "#e6effa", "#1a5fb4"),
    muted=Tone("#4f5862", "#eceff2", "#7d868f"),
    bands=("#f3f4f7", "#fafbfc"),
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
)

DARK_TONES = Tones(
    dark=True,
    base="#16191d",
    window="#1e2227",
    text="#e8eaed",
    soft_text="#a8b0b8",
    border="#7d868f",
    divider="#383f47",
    selection="#23405f",
    on_selection="#ffffff",
    ok=Tone("#86d9a4", "#17301f", "#4fae75"),
    soon=Tone("#f0c45a", "#352a0e", "#c2962c"),
    over=Tone("#f8ab72", "#3a2312", "#d1793a"),
    vacant=Tone("#ff9c9c", "#3d1b1d", "#d96060"),
    accent=Tone("#9cc4ff", "#1b2d46", "#5b9dff"),
    muted=Tone("#bcc4cc", "#2a2f36", "#7d868f"),
    bands=("#1b1f24", "#20252a"),
    kinds=MappingProxyType(
        {
            "state": "#b394f0",
            "political": "#a3adb7",
            "council": "#5b9dff",
            "expert": "#4fc2ab",
            "sector": "#d9a441",
            "network": "#e58bbc",
            "group": "#74b7d8",
            "municipality": "#93cc6c",
            "company": "#e39a74",
            "other": "#8d969f",
        }
    ),
    relations=MappingProxyType(
        {
            "plain": "#a3adb7",
            "advice": "#4fc2ab",
            "people": "#6aa8ff",
            "power": "#b394f0",
            "service": "#d9a441",
        }
    ),
)
