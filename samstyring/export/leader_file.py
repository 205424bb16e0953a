"""The leader's file: one web page without any load from outside, to read and to hand on."""

import base64
import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from samstyring.domain.org import OrgBody, OrgSnapshot
from samstyring.domain.seats import SeatLine
from samstyring.export.leader_colours import colour_sheet
from samstyring.export.leader_lists import (
    box_labels,
    changes_html,
    listed_day,
    table_html,
    text_html,
)
from samstyring.export.leader_svg import dash_rules, legend_html, scene_svg
from samstyring.export.writing import written
from samstyring.graph.clauses import clause
from samstyring.graph.drawing import Scene
from samstyring.graph.structure import ALL_LINES, holding
from samstyring.graph.words import describe_bodies
from samstyring.language import _, pgettext, texts_in
from samstyring.resources import resource_path


@dataclass(frozen=True, slots=True)
class LeaderDay:
    """One of the days one can choose between.

    ``scene`` is best made with ``estimated_measure()``, since the reader's fonts are not known.
    ``changes`` are sentences on what differs from another day, named by ``changes_title``.
    """

    label: str
    scene: Scene
    snapshot: OrgSnapshot
    seats: tuple[SeatLine, ...] = ()
    changes: tuple[str, ...] = ()
    changes_title: str = ""

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self.snapshot.day


def write_leader_file(
    path: Path,
    days: Sequence[LeaderDay],
    *,
    title: str,
    language: str,
    source_line: str = "",
) -> None:
    """Write the page for one or more days, the first of which is shown first.

    In the lists are the bodies that are drawn and those folded away in them. No contact details
    are in it. ``language`` is that of the page's own words; names and the scene's texts are as
    they come. The file is put in place whole or not at all; raises ExportError with a sentence
    when the place cannot be written, ValueError for no days.
    """
    if not days:
        raise ValueError("no days")
    with written(path) as temporary, texts_in(language):
        page = leader_page(days, title=title, language=language, source_line=source_line)
        temporary.write_text(page, encoding="utf-8", newline="\n")


def leader_page(
    days: Sequence[LeaderDay], *, title: str, language: str, source_line: str = ""
) -> str:
    """Return the page as text, in the language in force for the words that are ours."""
    numbers = _numbers(days)
    style = "\n".join(
        (colour_sheet(), _resource("leader.css"), dash_rules([day.scene for day in days]))
    )
    script = _resource("leader.js")
    return "".join(
        (
            f'<!doctype html>\n<html lang="{escape(language, quote=True)}">\n<head>',
            '<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
            f"style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
            "base-uri 'none'; form-action 'none'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(title)}</title>\n<style>{style}</style></head>\n<body>",
            _head(days, title),
            f"<main>{_days(days, numbers)}",
            '<aside id="panel" tabindex="-1" hidden></aside></main>',
            f"<footer>{escape(source_line)}</footer>",
            f'<script type="application/json" id="data">{_data(days, numbers)}</script>',
            f"\n<script>{script}</script></body></html>\n",
        )
    )


def _numbers(days: Sequence[LeaderDay]) -> dict[str, int]:
    """Return a number for every body of any day, the same on each, so that a choice stays."""
    ids = dict.fromkeys(body.id for day in days for body in day.snapshot.bodies)
    ids |= dict.fromkeys(box.id for day in days for box in day.scene.boxes)
    return {body_id: number for number, body_id in enumerate(ids)}


def _head(days: Sequence[LeaderDay], title: str) -> str:
    choices = "".join(
        f'<option value="{number}">{escape(day.label)}</option>' for number, day in enumerate(days)
    )
    views = "".join(
        f'<button type="button" data-view="{view}">{escape(name)}</button>'
        for view, name in (("graph", _("Graph")), ("table", _("Table")), ("text", _("Text")))
    )
    tools = "".join(
        f'<button type="button" id="{name}"'
        + (f' aria-label="{escape(what, quote=True)}">{sign}' if sign else f">{escape(what)}")
        + "</button>"
        for name, what, sign in (
            ("out", _("Zoom out"), "−"),
            ("in", _("Zoom in"), "+"),
            ("fit", _("Show all"), ""),
            ("theme", _("Light or dark"), ""),
            ("print", _("Print"), ""),
        )
    )
    find = escape(_("Search bodies and persons"), quote=True)
    date_label, view_label = escape(_("Date")), escape(_("View"), quote=True)
    return (
        f'<header><h1>{escape(title)}</h1><div class="tools">'
        f'<label>{date_label} <select id="when">{choices}</select></label>'
        f'<input id="find" type="search" role="combobox" aria-expanded="false" '
        f'aria-controls="found" aria-autocomplete="list" autocomplete="off" '
        f'placeholder="{find}" aria-label="{find}">'
        f'<div role="group" aria-label="{view_label}">{views}</div>'
        f'<div class="signs">{tools}</div></div>'
        f'<ul id="found" role="listbox" aria-label="{find}" hidden></ul></header>'
    )


def _days(days: Sequence[LeaderDay], numbers: Mapping[str, int]) -> str:
    known: set[str] = set()
    return "".join(_day(place, day, numbers, known) for place, day in enumerate(days))


def _day(place: int, day: LeaderDay, numbers: Mapping[str, int], known: set[str]) -> str:
    said = describe_bodies(day.snapshot, day.seats)
    listed = listed_day(_bodies(day), day.seats, said)
    svg = scene_svg(day.scene, place, numbers, box_labels(day.snapshot.bodies))
    how = _("Arrow keys move between boxes, Enter shows a body, Escape shows all.")
    changes = changes_html(day.changes, day.changes_title or _("What has changed"))
    label = escape(f"{day.scene.title}. {day.scene.sentence} {how}", quote=True)
    return (
        f'<section class="day" id="d{place}" aria-label="{escape(day.label, quote=True)}">'
        f'<h2>{escape(day.label)}</h2><p class="said">{escape(day.scene.sentence)}</p>'
        f"{changes}"
        f'<div class="view graph"><div class="stage" tabindex="0" role="listbox" '
        f'aria-label="{label}"><div class="world">{svg}</div></div>{legend_html(day.scene)}</div>'
        f'<div class="view table">{table_html(listed, place, numbers, known)}</div>'
        f'<div class="view text">{text_html(listed, place, numbers, known)}</div></section>'
    )


def _bodies(day: LeaderDay) -> list[OrgBody]:
    """Return the bodies that are drawn, and those folded away in one that is."""
    shown = {box.id for box in day.scene.boxes}
    held = holding(day.snapshot)
    return [body for body in day.snapshot.bodies if held.shown_for(body.id, shown)]


def _data(days: Sequence[LeaderDay], numbers: Mapping[str, int]) -> str:
    """Return what the page's own script reads: words, and lines by the numbers of bodies."""
    data = {
        "words": {
            "close": pgettext("panel", "Close"),
            "focus": _("Show in the graph"),
            "none": _("Nothing found."),
            "people": _("Who sits there"),
            "ties": _("Ties to others"),
            "inside": _("It is folded away in another box."),
        },
        "kinds": [_both_ways(place) for place in range(len(ALL_LINES))],
        "days": [_day_data(day, numbers) for day in days],
    }
    # No text of anybody's can end the element it stands in.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _both_ways(place: int) -> list[str]:
    kind = ALL_LINES[place]
    return [clause(kind, "", along=along).strip() for along in (True, False)]


def _day_data(day: LeaderDay, numbers: Mapping[str, int]) -> dict[str, object]:
    shown: Collection[str] = {box.id for box in day.scene.boxes}
    held = holding(day.snapshot)
    places = {body.id: held.shown_for(body.id, shown) for body in day.snapshot.bodies}
    order = {kind: place for place, kind in enumerate(ALL_LINES)}
    return {
        "lines": [
            [numbers[line.from_id], numbers[line.to_id], order[line.kind]]
            for line in day.snapshot.lines
            if places[line.from_id] and places[line.to_id]
        ],
        "inside": {
            numbers[body_id]: numbers[place]
            for body_id, place in places.items()
            if place and place != body_id
        },
    }


def _resource(name: str) -> str:
    return resource_path("leader", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return what the page's policy knows our own style and script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
