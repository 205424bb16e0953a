"""A picture of what differs: what is gone is seen to be gone on paper too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from samstyring.export.pictures import write_picture
from samstyring.export.scene_painter import font_measure
from samstyring.export.scene_style import PAPER
from samstyring.graph.difference import both_days, difference
from samstyring.graph.org_picture import scene_of
from samstyring.graph.picture import Beside, picture_of
from samstyring.graph.picture_options import PictureOptions
from tests.graph.test_structure import structure


def test_that_what_is_gone_is_dashed_and_faint_on_paper(qapp: object, tmp_path: Path) -> None:
    before = structure()
    after = replace(
        before,
        bodies=tuple(body for body in before.bodies if body.id != "KS"),
        lines=tuple(line for line in before.lines if "KS" not in (line.from_id, line.to_id)),
    )
    beside = Beside(difference=difference(before, after))
    picture = picture_of(both_days(before, after), PictureOptions(lines=frozenset()), beside)
    path = tmp_path / "graf.svg"
    scene = scene_of(picture, font_measure(PAPER))
    write_picture(scene, path, title="T", date_text="", source_line="", language="en")
    svg = path.read_text(encoding="utf-8")
    assert svg.count("stroke-dasharray") == 1
    gone = svg[: svg.index(">KS<")].rsplit("<g", 1)[1]
    assert PAPER.soft_text in gone
