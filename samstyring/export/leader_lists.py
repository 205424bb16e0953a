"""The leader's file as a table and as text: every body, who sits there, and a paragraph on it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from samstyring.domain.bodies import LEVEL_ORDER, Level
from samstyring.domain.org import OrgBody
from samstyring.domain.seats import SeatLine, SeatStatus
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import number, short_date
from samstyring.graph.org_picture import band_title
from samstyring.graph.structure import Band
from samstyring.language import _

_TONES = {
    SeatStatus.VACANT: "vacant",
    SeatStatus.TERM_OVER: "over",
    SeatStatus.ENDS_SOON: "soon",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """What the lists tell of one day: bodies in order, their seats, and the paragraph on each."""

    bodies: tuple[OrgBody, ...]
    seats: Mapping[str, Sequence[SeatLine]]
    said: Mapping[str, str]


def listed_day(
    bodies: Iterable[OrgBody], seats: Iterable[SeatLine], said: Mapping[str, str]
) -> Listed:
    """Return the bodies by level and name, with the seats of each in the order they came."""
    ordered = sorted(bodies, key=lambda b: (LEVEL_ORDER[b.level], sort_key(b.name), b.id))
    seats_of: dict[str, list[SeatLine]] = {}
    for seat in seats:
        seats_of.setdefault(seat.body_id, []).append(seat)
    return Listed(tuple(ordered), seats_of, said)


def table_html(listed: Listed, day: int, numbers: Mapping[str, int], known: set[str]) -> str:
    """Return the table; a row that an earlier day has word for word only refers to it.

    ``known`` holds the rows and paragraphs that are in the page already, and is added to.
    """
    heads = (_("Body"), _("Kind"), _("Level"), _("Region"), _("Seats"), _("Who sits there"))
    cells = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    rows = "".join(
        _once("tr", day, f"t{numbers[body.id]}", _row(body, listed.seats.get(body.id, ())), known)
        for body in listed.bodies
    )
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>"


def text_html(listed: Listed, day: int, numbers: Mapping[str, int], known: set[str]) -> str:
    """Return the text: a heading for each level and a paragraph for each body."""
    parts = []
    for level in Level:
        those = [body for body in listed.bodies if body.level is level]
        if those:
            parts.append(f"<h2>{escape(_level_title(level))}</h2><ul class='plain'>")
            parts.extend(
                _once("li", day, f"p{numbers[body.id]}", escape(listed.said[body.id]), known)
                for body in those
            )
            parts.append("</ul>")
    return "".join(parts)


def box_labels(bodies: Iterable[OrgBody]) -> dict[str, str]:
    """Return what a screen reader says of each box."""
    return {body.id: _label(body) for body in bodies}


def changes_html(sentences: Collection[str], heading: str) -> str:
    """Return what differs from another day as a list that can be opened; nothing for nothing."""
    items = "".join(f"<li>{escape(text)}</li>" for text in sentences)
    if not items:
        return ""
    return f"<details><summary>{escape(heading)}</summary><ul>{items}</ul></details>"


def _level_title(level: Level) -> str:
    return _("National") if level is Level.NATIONAL else band_title(Band(level.value))


def _once(tag: str, day: int, name: str, content: str, known: set[str]) -> str:
    """Return the element whole, or empty where an earlier day has one just like it."""
    twin = f"{name}|{content}"
    if twin in known:
        return f'<{tag} id="d{day}{name}" data-same></{tag}>'
    known.add(twin)
    return f'<{tag} id="d{day}{name}">{content}</{tag}>'


def _row(body: OrgBody, seats: Sequence[SeatLine]) -> str:
    balance = body.balance
    filled = f"{number(balance.filled)}/{number(balance.seats)}" if balance.seats else ""
    cells = (word(body.kind), word(body.level), body.region, filled)
    people = "".join(_seat(seat) for seat in seats)
    short = f" <i>{escape(body.short_name)}</i>" if body.short_name else ""
    return (
        f'<th scope="row"><a href="#">{escape(body.name)}</a>{short}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        + (f"<td><ul>{people}</ul></td>" if people else "<td></td>")
    )


def _seat(seat: SeatLine) -> str:
    """Return one seat: who, what, for whom, and how it stands; never how to reach the person."""
    tone = _TONES.get(seat.status, "")
    pieces = [seat.title, seat.employer_name or seat.represents_name]
    about = ", ".join(dict.fromkeys(filter(None, pieces)))
    who = f"<b>{escape(seat.person_name)}</b>, " if seat.person_name else ""
    text = f"{who}{escape(word(seat.role))}" + (f" ({escape(about)})" if about else "")
    if tone:
        state = word(seat.status)
        until = short_date(seat.term_last) if seat.status is SeatStatus.ENDS_SOON else ""
        mark = escape(f"{state} {until}".strip())
        text += f' <span class="pill m-{tone}">{mark}</span>'
    return f"<li>{text}</li>"


def _label(body: OrgBody) -> str:
    pieces = [body.name, word(body.kind), word(body.level)]
    balance = body.balance
    if balance.vacant:
        pieces.append(_("{vacant} of {seats} seats vacant").format(
            vacant=number(balance.vacant), seats=number(balance.seats)))  # fmt: skip
    elif balance.seats:
        pieces.append(_("all {seats} seats filled").format(seats=number(balance.seats)))
    return ", ".join(pieces)
