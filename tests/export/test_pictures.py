"""Pictures of the graph: every format, whole or not at all, text as text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from samstyring.domain.errors import ExportError
from samstyring.export.leader_svg import legend_html
from samstyring.export.pictures import write_picture
from samstyring.export.scene_painter import font_measure, is_plain, mixed
from samstyring.export.scene_style import PAPER
from samstyring.graph.org_boxes import colour_key
from samstyring.graph.org_picture import scene_of
from samstyring.graph.picture import picture_of
from samstyring.graph.picture_options import Colouring, PictureOptions, Sizing
from samstyring.ui.orggraph.colour_key import ColourKey
from samstyring.ui.theme import LIGHT_TONES
from tests.graph.test_structure import structure
from tests.ui.orggraph.sample import sample_scene


def write(path: Path) -> None:
    write_picture(
        sample_scene(font_measure(PAPER)),
        path,
        title="Hele landet",
        date_text="Per 01.01.2026",
        source_line="Kilde: eksempel",
        language="nb",
    )


def test_that_svg_keeps_text_as_text_with_title_date_and_legend(
    qapp: object, tmp_path: Path
) -> None:
    path = tmp_path / "graf.svg"
    write(path)
    root = ElementTree.parse(path).getroot()
    said = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    for words in ("Per 01.01.2026", "rapporterer til", "Porsáŋgu", "1 ledig", "Kilde: eksempel"):
        assert words in said
    assert "STAT" in said
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Hele landet"


@pytest.mark.parametrize("colouring", list(Colouring))
@pytest.mark.parametrize("sizing", list(Sizing))
def test_that_paper_has_the_key_of_the_screen_in_its_words_and_order(
    qtbot: QtBot, tmp_path: Path, colouring: Colouring, sizing: Sizing
) -> None:
    picture = picture_of(structure(), PictureOptions(colouring=colouring, sizing=sizing))
    key = ColourKey()
    qtbot.addWidget(key)
    key.show_entries(colour_key(picture))
    path = tmp_path / "graf.svg"
    scene = scene_of(picture, font_measure(PAPER))
    write_picture(scene, path, title="T", date_text="", source_line="Kilde", language="en")
    said = list(ElementTree.parse(path).getroot().itertext())
    texts = [text for text in said if text.strip()]
    lines = [entry.word for entry in scene.legend]
    wanted = [*lines, *key.words(), "Kilde"]
    assert texts[-len(wanted) :] == wanted
    html = legend_html(scene)
    assert [part.split("</li>")[0] for part in html.split("</svg>")[1:]] == wanted[:-1]


def test_that_png_is_light_and_not_blank(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "graf.png"
    write(path)
    image = QImage(str(path))
    assert image.pixelColor(1, 1).name() == "#ffffff"
    assert image.text("Title") == "Hele landet"
    assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 5


def test_that_a_png_is_never_larger_than_a_sheet_of_a3_and_says_so(
    qapp: object, tmp_path: Path
) -> None:
    small = sample_scene(font_measure(PAPER))
    wide = replace(small, bounds=replace(small.bounds, width=12_000.0))
    said = {"title": "T", "date_text": "", "source_line": "", "language": "en"}
    assert write_picture(small, tmp_path / "small.png", **said) == ""
    assert "SVG" in write_picture(wide, tmp_path / "wide.png", **said)
    assert write_picture(wide, tmp_path / "wide.svg", **said) == ""
    image = QImage(str(tmp_path / "wide.png"))
    assert max(image.width(), image.height()) in (4960, 4961)
    assert min(image.width(), image.height()) <= 3508
    assert round(image.dotsPerMeterX() * 0.0254) == 300


def test_that_pdf_is_one_page_with_a_title(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "graf.pdf"
    write(path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    assert "Hele landet".encode("utf-16-be") in content


@pytest.mark.parametrize(
    ("width", "ending", "gist"),
    [(1000, ".pdf", ""), (9000, ".pdf", "poster"), (9000, ".svg", ""), (9000, ".png", "poster")],
)
def test_that_what_one_sheet_cannot_show_readably_is_noted(
    qapp: object, tmp_path: Path, width: int, ending: str, gist: str
) -> None:
    scene = sample_scene(font_measure(PAPER))
    wide = replace(scene, bounds=replace(scene.bounds, width=width, height=500))
    note = write_picture(
        wide, tmp_path / f"all{ending}", title="", date_text="", source_line="", language="nb"
    )
    assert gist in note
    assert bool(note) == bool(gist)


def test_that_a_wrong_ending_is_refused_with_a_sentence(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.svg, \.png"):
        write(tmp_path / "graf.gif")
    assert list(tmp_path.iterdir()) == []


def test_that_a_place_that_is_not_there_is_refused_and_nothing_is_left(
    qapp: object, tmp_path: Path
) -> None:
    with pytest.raises(ExportError):
        write(tmp_path / "nowhere" / "graf.svg")
    (tmp_path / "taken.png").mkdir()
    with pytest.raises(ExportError):
        write(tmp_path / "taken.png")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.png"]


def test_that_paper_has_the_colours_of_the_light_theme() -> None:
    assert dict(PAPER.kinds) == dict(LIGHT_TONES.kinds)
    assert dict(PAPER.relations) == dict(LIGHT_TONES.relations)
    assert PAPER.bands == LIGHT_TONES.bands


def test_that_colours_are_mixed_beforehand() -> None:
    assert mixed("#000000", "#ffffff", 0.5) in ("#7f7f7f", "#808080")


def test_that_boxes_of_large_text_keep_their_names_further_out() -> None:
    assert is_plain(replace(PAPER, pixels=13.0), 0.2)
    assert not is_plain(replace(PAPER, pixels=26.0), 0.2)
    assert is_plain(replace(PAPER, pixels=26.0), 0.1)
