"""The picture of the structure as rows: what every box and its lines say, for those who read."""

from collections.abc import Iterator
from dataclasses import dataclass

from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.org import OrgLine
from samstyring.domain.seats import Balance
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import listed
from samstyring.graph.picture import Picture, is_asked_for
from samstyring.graph.structure import BAND_ORDER, band_of


@dataclass(frozen=True, slots=True)
class PictureLine:
    """One box as a row; ``inside`` is what holds it, ``lines`` its lines in words."""

    id: str
    name: str
    kind: BodyKind
    level: Level
    region: str
    inside: str
    balance: Balance
    holds: int
    lines: str
    line_count: int
    marks: str


def picture_lines(picture: Picture) -> tuple[PictureLine, ...]:
    """Return a row for each box of the picture, from the state down, then by name."""
    told = _lines_of(picture)
    shown = sorted(
        (picture.bodies[body_id] for body_id in picture.shown),
        key=lambda body: (BAND_ORDER[band_of(body)], sort_key(body.name), body.id),
    )
    return tuple(
        PictureLine(
            body.id, body.name, body.kind, body.level, body.region,
            _name(picture, picture.held.holder.get(body.id, "")), body.balance,
            len(picture.held.held_by(body.id)), listed(told.get(body.id, [])),
            len(told.get(body.id, [])),
            listed([mark.word for mark in picture.marks.get(body.id, ())]),
        )
        for body in shown
    )  # fmt: skip


def _name(picture: Picture, body_id: str) -> str:
    return picture.bodies[body_id].label if body_id in picture.bodies else ""


def _lines_of(picture: Picture) -> dict[str, list[str]]:
    """Return the lines that go out from each box, in words, each once."""
    found: dict[str, dict[str, None]] = {}
    for line, source, target in _drawn(picture):
        text = f"{word(line.kind)} {_name(picture, target)}"
        found.setdefault(source, {})[text] = None
    return {body_id: sorted(texts, key=sort_key) for body_id, texts in found.items()}


def _drawn(picture: Picture) -> Iterator[tuple[OrgLine, str, str]]:
    for line in picture.snapshot.lines:
        source = picture.held.shown_for(line.from_id, picture.shown)
        target = picture.held.shown_for(line.to_id, picture.shown)
        if is_asked_for(picture, line) and source and target and source != target:
            yield line, source, target
