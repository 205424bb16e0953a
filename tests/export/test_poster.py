"""Posters: every sheet with what it holds and no more, always light, whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from samstyring.domain.errors import ExportError
from samstyring.export.poster import write_poster
from samstyring.export.poster_part import part_of, titled_bands
from samstyring.export.poster_plan import Paper
from samstyring.export.poster_sheets import PosterHead
from samstyring.export.scene_painter import font_measure
from samstyring.export.scene_style import PAPER
from samstyring.graph.drawing import ColourEntry, Scene
from samstyring.graph.layout import Box
from samstyring.graph.measuring import estimated_measure
from tests.ui.orggraph.sample import sample_scene

needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="needs pdftotext to read it back"
)


def coloured(scene: Scene) -> Scene:
    return replace(scene, colours=(ColourEntry("network", "har ledige plasser"),))


def write(path: Path, paper: Paper = Paper.A4, scene: Scene | None = None) -> None:
    write_poster(
        path,
        scene or coloured(sample_scene(font_measure(PAPER))),
        paper,
        title="Hele landet",
        date_text="Per 01.01.2026",
        source_line="Kilde: eksempel",
        language="nb",
    )


def pages_of(path: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\f")[:-1]


# The sheets --------------------------------------------------------------------------------------


@needs_pdftotext
def test_that_each_sheet_is_labelled_and_holds_only_its_own_text(
    qapp: object, tmp_path: Path
) -> None:
    write(tmp_path / "plakat.pdf")
    pages = pages_of(tmp_path / "plakat.pdf")
    assert len(pages) > 2
    labels = [re.findall(rf"\b([A-Z]\d+)\s+{n} av {len(pages)} · Hele landet · Per 01", page)
              for n, page in enumerate(pages, start=1)]  # fmt: skip
    assert all(len(found) == 1 for found in labels)
    assert labels[0] == ["A1"]
    assert len({found[0] for found in labels}) == len(pages)
    assert sum("Trondheim" in page for page in pages) in (1, 2)


@needs_pdftotext
def test_that_the_first_sheet_alone_has_title_day_legend_and_source(
    qapp: object, tmp_path: Path
) -> None:
    write(tmp_path / "plakat.pdf")
    first, *others = pages_of(tmp_path / "plakat.pdf")
    for words in (
        "Kilde: eksempel", "3 organer har ledige plasser", "rapporterer til", "Per 01.01.2026",
        "har ledige plasser", "10 mm",
    ):  # fmt: skip
        assert words in " ".join(first.split())
    assert not any("Kilde: eksempel" in page for page in others)


@needs_pdftotext
def test_that_every_body_is_on_some_sheet(qapp: object, tmp_path: Path) -> None:
    scene = sample_scene(font_measure(PAPER))
    for paper in Paper:
        write(tmp_path / "plakat.pdf", paper, scene)
        text = " ".join(" ".join(pages_of(tmp_path / "plakat.pdf")).split())
        assert [box.title for box in scene.boxes if box.chip and box.title not in text] == []


@pytest.mark.parametrize("paper", Paper)
def test_that_pages_have_the_size_of_the_paper(qapp: object, tmp_path: Path, paper: Paper) -> None:
    write(tmp_path / "plakat.pdf", paper)
    boxes = re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", (tmp_path / "plakat.pdf").read_bytes()
    )
    sides = {tuple(sorted(round(float(side) / 72 * 25.4) for side in box)) for box in boxes}
    assert sides == {tuple(round(side) for side in paper.sides)}


@needs_pdftotext
def test_that_one_sheet_needs_no_marks_and_no_label(qapp: object, tmp_path: Path) -> None:
    scene = sample_scene(font_measure(PAPER))
    small = replace(scene, boxes=scene.boxes[:1], edges=(), bands=(), bounds=scene.boxes[0].rect)
    write(tmp_path / "plakat.pdf", Paper.A3, small)
    (page,) = pages_of(tmp_path / "plakat.pdf")
    assert "A1" not in page
    assert "Kilde: eksempel" in page


# One sheet as PNG --------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "longest"), [(Paper.A3, 4961), (Paper.A4, 3508)])
def test_that_png_is_one_light_sheet_at_300_dots(
    qapp: object, tmp_path: Path, paper: Paper, longest: int
) -> None:
    write(tmp_path / "plakat.png", paper)
    image = QImage(str(tmp_path / "plakat.png"))
    assert max(image.width(), image.height()) == longest
    assert image.dotsPerMeterX() == 11811
    assert image.text("Title") == "Hele landet"
    assert image.pixelColor(1, 1).name() == "#ffffff"
    assert len({image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}) > 5


def test_that_the_title_of_png_can_be_read_however_large_the_picture_is(
    qapp: object, tmp_path: Path
) -> None:
    scene = sample_scene(font_measure(PAPER))
    far = replace(scene.bounds, width=9 * scene.bounds.width)
    write(tmp_path / "plakat.png", Paper.A3, replace(scene, bounds=far))
    image = QImage(str(tmp_path / "plakat.png"))
    top_left = [
        y for y in range(142, 320) if any(image.pixelColor(x, y).value() < 99
                                          for x in range(142, 900, 4))
    ]  # fmt: skip
    assert max(top_left) - min(top_left) > 50


# What a sheet holds ------------------------------------------------------------------------------


def test_that_a_part_has_what_is_seen_in_it_and_nothing_else() -> None:
    scene = sample_scene(estimated_measure())
    area = Box(scene.bounds.x, scene.bounds.y, scene.bounds.width / 3, scene.bounds.height / 2)
    part = part_of(scene, area)
    assert 0 < len(part.boxes) < len(scene.boxes)
    assert all(box.rect.overlaps(area) for box in part.boxes)
    whole = part_of(scene, scene.bounds)
    assert (whole.boxes, whole.edges) == (scene.boxes, scene.edges)


def test_that_a_text_beyond_the_sheet_is_left_out_of_a_box_that_reaches_over_it() -> None:
    scene = sample_scene(estimated_measure())
    frame = next(box for box in scene.boxes if box.frame)
    below = Box(frame.rect.x, frame.rect.bottom - 4.0, frame.rect.width, 4.0)
    (part,) = [box for box in part_of(scene, below).boxes if box.id == frame.id]
    assert frame.texts
    assert part.texts == ()


def test_that_a_band_has_its_title_on_the_sheet_where_it_begins() -> None:
    scene = sample_scene(estimated_measure())
    seen = []
    for band in scene.bands:
        top = Box(scene.bounds.x, band.y0, 300.0, 30.0)
        seen += [found.title for found in titled_bands(scene, top).bands]
    assert seen == [band.title for band in scene.bands]
    right = Box(scene.bounds.x + scene.gutter + 200, scene.bounds.y, 500.0, scene.bounds.height)
    assert titled_bands(scene, right).bands == ()


def test_that_a_head_breaks_what_is_too_long_for_the_first_sheet(qapp: object) -> None:
    scene = sample_scene(font_measure(PAPER))
    texts = ["Den lange tittelen " * 4, "Per 01.01.2026"]
    narrow, wide = (PosterHead(scene, texts, width) for width in (400.0, 4000.0))
    assert narrow.height > wide.height
    image = QImage(700, round(narrow.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    narrow.paint(painter)
    painter.end()
    beyond = {image.pixel(x, y) for x in range(400, 700, 2) for y in range(image.height())}
    assert beyond == {0xFFFFFFFF}


# What cannot be ----------------------------------------------------------------------------------


def test_that_another_ending_is_refused_with_a_sentence(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"ends in \.pdf or \.png"):
        write(tmp_path / "plakat.svg")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["plakat.pdf", "plakat.png"])
def test_that_a_place_that_is_not_there_is_refused_and_nothing_is_left(
    qapp: object, tmp_path: Path, name: str
) -> None:
    with pytest.raises(ExportError, match="nowhere"):
        write(tmp_path / "nowhere" / name)
    assert list(tmp_path.iterdir()) == []
