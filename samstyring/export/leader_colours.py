"""The colours of the leader's file, light and dark, as variables of a style sheet."""

from collections.abc import Iterator

from samstyring.colours import DARK_TONES
from samstyring.domain.kind_families import FAMILY_OF_KIND
from samstyring.export.scene_style import PAPER, SceneStyle, style_of

SCREEN_DARK = style_of(DARK_TONES)


# Kinds of body share a colour with their likes; a family's own name is kept as it is.
def family(kind: str) -> str:
    """Return the family that gives a kind of body its colour; "other" for one not known."""
    return FAMILY_OF_KIND.get(kind, kind if kind in PAPER.kinds else "other")


def colour_sheet() -> str:
    """Return the style rules that name every colour, for light, dark and paper."""
    light, dark = variables(PAPER), variables(SCREEN_DARK)
    return "\n".join(
        (
            f":root{{color-scheme:light;{light}}}",
            f':root[data-theme="dark"]{{color-scheme:dark;{dark}}}',
            "@media (prefers-color-scheme:dark){"
            f":root:not([data-theme]){{color-scheme:dark;{dark}}}}}",
            # Paper is white, whatever the screen is.
            "@media print{:root,:root[data-theme],:root:not([data-theme])"
            f"{{color-scheme:light;{light}}}}}",
            *_rules(),
        )
    )


def variables(style: SceneStyle) -> str:
    """Return the declarations of one theme."""
    return "".join(f"--{name}:{value};" for name, value in _named(style))


def _named(style: SceneStyle) -> Iterator[tuple[str, str]]:
    for name in ("base", "window", "text", "border", "divider", "accent", "selection"):
        yield name, getattr(style, name)
    yield "soft", style.soft_text
    yield from zip(("band0", "band1"), style.bands, strict=True)
    for tone, inks in style.tones.items():
        yield from zip((f"{tone}-ink", f"{tone}-fill", f"{tone}-edge"), inks, strict=True)
    for kind, colour in style.kinds.items():
        yield f"k-{kind}", colour
    for key, colour in style.relations.items():
        yield f"c-{key}", colour


def _rules() -> Iterator[str]:
    for kind in PAPER.kinds:
        yield f".k-{kind}{{--kind:var(--k-{kind})}}"
    for key in PAPER.relations:
        yield f".c-{key}{{--line:var(--c-{key})}}"
    for tone in PAPER.tones:
        yield (
            f".m-{tone}{{--ink:var(--{tone}-ink);--fill:var(--{tone}-fill);"
            f"--edge:var(--{tone}-edge)}}"
        )
