"""From the example to what a leader is handed: the page, the words and the files, all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from samstyring.example.building import fill
from samstyring.export.graph_files import write_graph_file
from samstyring.export.leader_file import LeaderDay, write_leader_file
from samstyring.formats import long_date
from samstyring.graph.difference import difference_of
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import org_scene
from samstyring.graph.paths import how_related
from samstyring.graph.picture_options import PictureOptions
from samstyring.graph.structure import holding
from samstyring.graph.words import describe_bodies, describe_difference
from samstyring.language import texts_in
from samstyring.queries.difference import two_days
from samstyring.queries.graph_over_time import graph_over_time
from samstyring.queries.org import org_snapshot
from samstyring.queries.seats import seat_lines
from samstyring.workspace import Workspace

TODAY = date(2026, 11, 21)
LANGUAGES = ["nb", "nn", "en"]


@pytest.fixture(scope="module")
def example() -> Iterator[Workspace]:
    """Open a file in memory with the example; nothing is changed in it."""
    opened = Workspace.in_memory()
    fill(opened, TODAY)
    yield opened
    opened.close()


def whole_day(workspace: Workspace, day: date) -> LeaderDay:
    snapshot = workspace.read(org_snapshot, as_of=day)
    options = PictureOptions(unfolded=frozenset(holding(snapshot).holder.values()))
    scene = org_scene(snapshot, options, estimated_measure())
    return LeaderDay(long_date(day), scene, snapshot, workspace.read(seat_lines, as_of=day))


def is_whole(text: str) -> bool:
    """Say whether a paragraph is one: nothing left to fill in, no gap, and a full stop."""
    return text.endswith(".") and not {"{", "}", "\n"} & set(text) and "  " not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_body_of_the_example_is_told_in_whole_sentences(
    example: Workspace, language: str
) -> None:
    with texts_in(language):
        snapshot = example.read(org_snapshot, as_of=TODAY)
        told = describe_bodies(snapshot, example.read(seat_lines, as_of=TODAY))
    assert [text for text in told.values() if not is_whole(text)] == []
    names = {body.id: body.name for body in snapshot.bodies}
    assert all(text.startswith(names[body_id]) for body_id, text in told.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_seven_years_of_the_example_are_told_in_whole_sentences(
    example: Workspace, language: str
) -> None:
    with texts_in(language):
        found = difference_of(example.read(two_days, before=date(2019, 6, 1), after=TODAY))
        said = describe_difference(found)
    assert is_whole(said)
    assert [line for line in found.changes if not is_whole(line.sentence)] == []
    assert len({line.id for line in found.changes}) == len(found.changes)


def test_that_every_municipality_finds_a_way_to_the_committee(example: Workspace) -> None:
    snapshot = example.read(org_snapshot, as_of=TODAY)
    (committee,) = (body.id for body in snapshot.bodies if body.short_name == "DU")
    for body in [body for body in snapshot.bodies if body.population][::20]:
        ways = how_related(snapshot, body.id, committee)
        lines = {line.id for line in snapshot.lines}
        assert ways, body.name
        assert all(is_whole(way.sentence) and set(way.line_ids) <= lines for way in ways)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_whole_country_on_three_days_is_one_small_page(
    example: Workspace, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "leder.html"
    with texts_in(language):
        days = [whole_day(example, day) for day in (TODAY, date(2024, 6, 1), date(2020, 6, 1))]
    write_leader_file(path, days, title="Hele landet", language=language)
    assert path.stat().st_size < 1_000_000
    text = path.read_text(encoding="utf-8")
    assert ("Digitaliseringsutvalet" if language == "nn" else "Digitaliseringsutvalget") in text
    assert "@example" not in text


def test_that_everything_over_time_can_be_written_for_other_programs(
    example: Workspace, tmp_path: Path
) -> None:
    graph = example.read(graph_over_time, as_of=TODAY)
    for ending in ("graphml", "gexf"):
        path = tmp_path / f"graf.{ending}"
        write_graph_file(path, graph, title="Hele landet", language="nb")
        assert path.read_text(encoding="utf-8").count("<node ") == len(graph.bodies)
