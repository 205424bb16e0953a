"""The leader's file: what is in it, what never is, and that nobody's text becomes a program."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from samstyring.domain.errors import ExportError
from samstyring.export.leader_colours import SCREEN_DARK
from samstyring.export.leader_file import leader_page, write_leader_file
from samstyring.export.leader_svg import scene_svg
from samstyring.graph.drawing import Scene
from samstyring.resources import resource_path
from samstyring.ui.theme import DARK_TONES
from tests.export.leader_samples import PERSONS, a_day, named
from tests.graph.test_structure import structure

EVIL = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)> & å"
VOID = {"meta", "input", "br", "img"}


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed, no id is used twice."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"script", "style"} & set(self.open):
            self.said.append(data)

    def attributes(self, name: str) -> list[str]:
        """Return every value of an attribute."""
        return [str(values[name]) for _tag, values in self.tags if name in values]


def page(*days: object, language: str = "en", title: str = "Whole") -> str:
    return leader_page(days or (a_day(),), title=title, language=language)  # type: ignore[arg-type]


def test_that_every_element_is_closed_and_every_id_is_of_one() -> None:
    reader = Reader(page(a_day(), a_day("2025", named("Rådet"))))
    assert len(reader.ids) == len(set(reader.ids))
    assert {"d0b1", "d0t1", "d0p1", "d1b1", "d1t1", "d1p1"} <= set(reader.ids)


def test_that_nothing_is_loaded_from_outside() -> None:
    text = page()
    reader = Reader(text)
    for attribute in ("src", "srcset", "action", "style", "background"):
        assert reader.attributes(attribute) == []
    assert set(reader.attributes("href")) == {"#"}
    assert not re.search(r"@import|url\(|https?:|fetch\(|XMLHttp|innerHTML|eval\(", text)


def test_that_the_policy_knows_just_our_own_style_and_script() -> None:
    text = page()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_that_names_are_text_wherever_they_stand() -> None:
    day = a_day(EVIL, named(EVIL), tuple(replace(p, person_name=EVIL) for p in PERSONS))
    day = replace(day, changes=(EVIL,), changes_title=EVIL)
    text = leader_page((day,), title=EVIL, language="nb", source_line=EVIL)
    reader = Reader(text)
    assert [tag for tag, _ in reader.tags].count("script") == 2
    assert [tag for tag, _ in reader.tags].count("img") == 0
    assert not any(name.startswith("on") for _tag, values in reader.tags for name in values)
    assert any(EVIL in said for said in reader.said)


def test_that_contact_details_and_notes_stay_at_home() -> None:
    text = page()
    assert "Kari Nordmann" in text
    assert "example.no" not in text
    assert "99 88" not in text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("Tabell", "Hvem som sitter der", "DigiTrøndelag samler")),
        ("nn", ("Tabell", "Kven som sit der", "DigiTrøndelag samlar")),
        ("en", ("Table", "Who sits there", "DigiTrøndelag gathers")),
    ],
)
def test_that_the_page_speaks_the_language_asked_for(
    tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    path = tmp_path / "leder.html"
    write_leader_file(path, (a_day(),), title="Hele landet", language=language)
    text = path.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text
    assert all(word in text for word in words)


def test_that_what_two_days_have_alike_stands_in_the_page_once() -> None:
    text = page(a_day(), a_day("2025", named("Rådet")))
    assert '<tr id="d1t0" data-same></tr>' in text
    assert text.count(">Rådet</a>") == 1
    assert len(re.findall(r'id="d1t\d+" data-same', text)) == len(structure().bodies) - 1


def test_that_what_is_folded_away_is_in_the_lists_and_points_to_its_box() -> None:
    text = page(a_day(folded=True))
    data = json.loads(re.findall(r'id="data">(.*?)</script>', text)[0])
    reader = Reader(text)
    names = [body.id for body in structure().bodies]
    frosta, network = names.index("Frosta"), names.index("DigiTrøndelag")
    assert f"d0b{frosta}" not in reader.ids
    assert f"d0t{frosta}" in reader.ids
    assert data["days"][0]["inside"][str(frosta)] == network


def test_that_a_screen_reader_is_told_what_each_box_is() -> None:
    labels = Reader(page()).attributes("aria-label")
    assert (
        "DU 13 of 14 seats 1 vacant 1 ends soon, committee, national, 1 of 14 seats vacant"
        in labels
    )
    assert any(label.startswith("The organisation graph. ") for label in labels)


def test_that_the_table_has_heads_for_columns_and_rows() -> None:
    scopes = Reader(page()).attributes("scope")
    assert scopes.count("col") == 6
    assert scopes.count("row") == len(structure().bodies)


def test_that_a_scene_without_boxes_is_an_empty_picture() -> None:
    empty = replace(a_day(), scene=Scene())
    assert Reader(page(empty)).ids.count("d0") == 1
    assert scene_svg(Scene(), 0, {}, {}).count("<g") == 0


def test_that_a_page_needs_a_day(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no days"):
        write_leader_file(tmp_path / "leder.html", (), title="", language="nb")


def test_that_a_place_that_is_not_there_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_leader_file(tmp_path / "no" / "leder.html", (a_day(),), title="", language="nb")
    assert list(tmp_path.iterdir()) == []


def test_that_the_script_stays_small() -> None:
    assert resource_path("leader", "leader.js").stat().st_size <= 15_000


def test_that_dark_has_the_colours_of_the_dark_theme() -> None:
    assert dict(SCREEN_DARK.kinds) == dict(DARK_TONES.kinds)
    assert dict(SCREEN_DARK.relations) == dict(DARK_TONES.relations)
    assert SCREEN_DARK.tone("vacant")[0] == DARK_TONES.vacant.ink
