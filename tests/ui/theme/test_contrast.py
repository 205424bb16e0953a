"""Every colour that is read or looked for can be told from its ground, in both themes."""

import pytest
from PySide6.QtGui import QColor, QPalette

from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.flows import FlowKind
from samstyring.domain.kind_families import family_of
from samstyring.graph.drawing import line_style
from samstyring.ui.theme import DARK_TONES, LIGHT_TONES, ToneName, Tones
from samstyring.ui.theme.palettes import DARK, LIGHT, Shades, palette_of

READ = 4.5
SEEN = 3.0

_Role = QPalette.ColorRole
_TEXTS = (
    (_Role.WindowText, _Role.Window),
    (_Role.Text, _Role.Base),
    (_Role.Text, _Role.AlternateBase),
    (_Role.ButtonText, _Role.Button),
    (_Role.HighlightedText, _Role.Highlight),
    (_Role.Link, _Role.Base),
    (_Role.Link, _Role.Window),
    (_Role.LinkVisited, _Role.Base),
    (_Role.LinkVisited, _Role.Window),
    (_Role.PlaceholderText, _Role.Base),
    (_Role.PlaceholderText, _Role.AlternateBase),
    (_Role.PlaceholderText, _Role.Window),
    (_Role.ToolTipText, _Role.ToolTipBase),
)
_LINES = (
    (_Role.Mid, _Role.Base),
    (_Role.Mid, _Role.AlternateBase),
    (_Role.Mid, _Role.Window),
    (_Role.Accent, _Role.Base),
    (_Role.Accent, _Role.Window),
    (_Role.Accent, _Role.Button),
)
_DISABLED = (
    (_Role.WindowText, _Role.Window),
    (_Role.Text, _Role.Base),
    (_Role.ButtonText, _Role.Button),
    (_Role.PlaceholderText, _Role.Base),
    (_Role.HighlightedText, _Role.Highlight),
)

both_palettes = pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
both_tones = pytest.mark.parametrize("tones", [LIGHT_TONES, DARK_TONES], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """Return the relative luminance of WCAG 2.1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str | QColor, second: str | QColor) -> float:
    """Return the contrast ratio of WCAG 2.1, 1 to 21."""
    light, dark = sorted((luminance(QColor(first)), luminance(QColor(second))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_that_the_measure_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@both_palettes
def test_that_every_text_can_be_read(shades: Shades) -> None:
    palette = palette_of(shades)
    low = [
        (ink.name, ground.name)
        for ink, ground in _TEXTS
        if contrast(palette.color(ink), palette.color(ground)) < READ
    ]
    assert low == []


@both_palettes
def test_that_disabled_text_can_be_made_out(shades: Shades) -> None:
    palette, off = palette_of(shades), QPalette.ColorGroup.Disabled
    low = [
        (ink.name, ground.name)
        for ink, ground in _DISABLED
        if contrast(palette.color(off, ink), palette.color(off, ground)) < SEEN
    ]
    assert low == []


@both_palettes
def test_that_borders_and_focus_can_be_seen(shades: Shades) -> None:
    palette = palette_of(shades)
    low = [
        (line.name, ground.name)
        for line, ground in _LINES
        if contrast(palette.color(line), palette.color(ground)) < SEEN
    ]
    assert low == []


@both_tones
@pytest.mark.parametrize("name", ToneName)
def test_that_a_tone_is_read_on_its_fill_and_on_the_page(tones: Tones, name: ToneName) -> None:
    tone = tones.of(name)
    grounds = (tone.fill, tones.base, tones.window, tones.selection, *tones.bands)
    assert min(contrast(tone.ink, ground) for ground in grounds) >= READ
    assert min(contrast(tone.edge, ground) for ground in (tone.fill, tones.base)) >= SEEN


@both_tones
def test_that_plain_text_is_read_wherever_it_stands(tones: Tones) -> None:
    grounds = (tones.base, tones.window, *tones.bands)
    assert min(contrast(tones.text, ground) for ground in grounds) >= READ
    assert min(contrast(tones.soft_text, ground) for ground in grounds) >= READ
    assert min(contrast(tones.border, ground) for ground in grounds) >= SEEN
    assert contrast(tones.on_selection, tones.selection) >= READ


@both_tones
def test_that_kinds_and_relations_are_seen_on_the_graph(tones: Tones) -> None:
    grounds = (tones.base, *tones.bands)
    colours = [*tones.kinds.values(), *tones.relations.values()]
    low = [c for c in colours if min(contrast(c, ground) for ground in grounds) < SEEN]
    assert low == []


@both_tones
def test_that_every_family_of_bodies_has_a_colour(tones: Tones) -> None:
    assert {family_of(kind) for kind in BodyKind} | {"other"} == set(tones.kinds)


@both_tones
def test_that_every_relation_and_flow_has_a_colour(tones: Tones) -> None:
    assert {line_style(kind)[0] for kind in (*RelationKind, *FlowKind)} == set(tones.relations)
