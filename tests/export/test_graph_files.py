"""GraphML, GEXF and Mermaid: what other programs read back, with periods and any name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.errors import ExportError
from samstyring.domain.graph_over_time import GraphOverTime, TimedBody, TimedLine
from samstyring.domain.org import LineKind
from samstyring.domain.periods import ALWAYS, Period
from samstyring.export.graph_files import write_graph_file, xml_text
from samstyring.export.graph_mermaid import mermaid, write_mermaid
from samstyring.graph.drawing import Scene
from tests.export.leader_samples import a_day, named

GEXF = "{http://gexf.net/1.3}"
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
EVIL = "A\x00\x0b & <b> \"'\ud800\uffff ]]> Ørret"


def graph(name: str = "Rådet") -> GraphOverTime:
    bodies = (
        TimedBody("1", name, "R", BodyKind.COUNCIL, Level.NATIONAL, "", "",
                  Period.of("2015", "2019-06")),
        TimedBody("2", "Frosta", "", BodyKind.MUNICIPALITY, Level.LOCAL, "Trøndelag", "5036",
                  ALWAYS),
    )  # fmt: skip
    twice = (Period.of("2015-02-01", "2016"), Period.of("2018", None))
    lines = (
        TimedLine("a", "2", "1", RelationKind.MEMBER_OF, (Period.of("2016", "2018"),)),
        TimedLine("nominates:2:1", "2", "1", LineKind.NOMINATES, twice),
    )
    return GraphOverTime(date(2026, 11, 21), bodies, lines)


def write(path: Path, whole: GraphOverTime | None = None) -> etree._Element:
    write_graph_file(path, whole or graph(), title="Hele landet", language="nb")
    return etree.parse(path).getroot()


def test_that_graphml_is_read_back_with_both_lines_and_their_kinds(tmp_path: Path) -> None:
    write(tmp_path / "graf.graphml")
    read = nx.read_graphml(tmp_path / "graf.graphml", force_multigraph=True)
    assert read.nodes["1"]["name"] == "Rådet"
    assert (read.nodes["1"]["start"], read.nodes["1"]["end"]) == ("2015-01-01", "2019-06-30")
    assert "start" not in read.nodes["2"]
    kinds = {key: values["kind"] for _a, _b, key, values in read.edges(keys=True, data=True)}
    assert kinds == {"a": "member_of", "nominates:2:1": "nominates"}
    spans = read.edges["2", "1", "nominates:2:1"]
    assert spans["periods"] == "2015-02-01/2016-12-31 2018-01-01/.."
    assert (spans["start"], spans.get("end")) == ("2015-02-01", None)


def test_that_graphml_declares_what_it_uses_in_the_order_the_schema_asks(tmp_path: Path) -> None:
    root = write(tmp_path / "graf.graphml")
    tags = [child.tag for child in root]
    assert tags == [f"{GRAPHML}key"] * (len(tags) - 1) + [f"{GRAPHML}graph"]
    declared = {key.get("id"): key.get("for") for key in root.iter(f"{GRAPHML}key")}
    for data in root.iter(f"{GRAPHML}data"):
        owner = data.getparent().tag.removeprefix(GRAPHML)
        assert declared[data.get("key")] in {owner, "all"}
    names = [key.get("attr.name") for key in root.iter(f"{GRAPHML}key")]
    assert len(names) == len(set(names))
    ids = [element.get("id") for element in root.iter(f"{GRAPHML}node", f"{GRAPHML}edge")]
    assert all(re.fullmatch(r"[\w.:-]+", each) for each in ids)
    assert len(ids) == len(set(ids))


def test_that_no_column_is_called_type(tmp_path: Path) -> None:
    for ending in ("graphml", "gexf"):
        root = write(tmp_path / f"graf.{ending}")
        names = {each.get("attr.name") or each.get("title") for each in root.iter()}
        assert "kind" in names | {"kind" for edge in root.iter(f"{GEXF}edge") if edge.get("kind")}
        assert "type" not in names
        assert all(edge.get("type") is None for edge in root.iter(f"{GEXF}edge"))


def test_that_gexf_has_lives_and_a_spell_for_each_time(tmp_path: Path) -> None:
    root = write(tmp_path / "graf.gexf")
    node, other = root.iter(f"{GEXF}node")
    assert (node.get("start"), node.get("end")) == ("2015-01-01", "2019-06-30")
    assert (other.get("start"), other.get("end")) == (None, None)
    once, twice = root.iter(f"{GEXF}edge")
    assert (once.get("kind"), once.get("label")) == ("member_of", "er medlem av")
    assert (once.get("start"), once.get("end")) == ("2016-01-01", "2018-12-31")
    spells = [dict(spell.attrib) for spell in twice.iter(f"{GEXF}spell")]
    assert spells == [{"start": "2015-02-01", "end": "2016-12-31"}, {"start": "2018-01-01"}]


def test_that_gexf_is_read_back_by_another_library(tmp_path: Path) -> None:
    write(tmp_path / "graf.gexf")
    read = nx.read_gexf(tmp_path / "graf.gexf", version="1.3")
    assert read.nodes["1"]["label"] == "R"
    assert read.nodes["2"]["number"] == "5036"
    assert read.number_of_edges() == 2


def test_that_gexf_says_that_its_times_are_dates(tmp_path: Path) -> None:
    root = write(tmp_path / "graf.gexf")
    inner = root.find(f"{GEXF}graph")
    assert inner is not None
    assert (inner.get("mode"), inner.get("timeformat")) == ("dynamic", "date")
    order = [child.tag.removeprefix(GEXF) for child in inner]
    assert order == ["attributes", "nodes", "edges"]


@pytest.mark.parametrize("ending", ["graphml", "gexf"])
def test_that_a_name_no_xml_can_hold_is_written_so_that_it_can_be_read(
    tmp_path: Path, ending: str
) -> None:
    root = write(tmp_path / f"graf.{ending}", graph(EVIL))
    texts = [*(e.text or "" for e in root.iter()), *(v for e in root.iter() for v in e.values())]
    assert xml_text(EVIL) in texts
    assert xml_text(EVIL).endswith("Ørret")


def test_that_an_unknown_ending_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.graphml or \.gexf"):
        write(tmp_path / "graf.xml")
    with pytest.raises(ExportError, match=r"\.mmd or \.md"):
        write_mermaid(tmp_path / "graf.txt", Scene(), title="")
    assert list(tmp_path.iterdir()) == []


def test_that_mermaid_groups_by_band_and_frame_and_names_the_lines() -> None:
    lines = mermaid(a_day().scene, title="Hele landet").splitlines()
    assert lines[0] == "flowchart BT"
    assert '  subgraph band0["National#44; political"]'.replace("#44;", ",") in lines
    openings = sum("subgraph" in line for line in lines)
    assert openings == sum(line.strip() == "end" for line in lines) == 7
    drawn = [line for line in lines if "|" in line]
    assert len(drawn) == len(a_day().scene.edges)
    assert any('-->|"reports to"| ' in line for line in drawn)
    assert any('-.->|"nominates to"| ' in line for line in drawn)


def test_that_mermaid_takes_any_name_as_text(tmp_path: Path) -> None:
    scene = a_day(snapshot=named('end"]; click x "javascript:" %% <b>\n`')).scene
    text = mermaid(scene, title="a\nb; c")
    (box,) = [line for line in text.splitlines() if "javascript" in line]
    assert re.fullmatch(r' *b\d+\["[^"`\[\]<>%;]*(#\d+;[^"`\[\]%]*)*"\]', box)
    assert "accTitle: a b c\n" in text
    write_mermaid(tmp_path / "graf.md", scene, title="# Tittel")
    document = (tmp_path / "graf.md").read_text(encoding="utf-8")
    assert document.startswith("# &#35; Tittel\n")
    assert document.count("```") == 2


def test_that_an_empty_graph_and_scene_are_files_too(tmp_path: Path) -> None:
    empty = replace(graph(), bodies=(), lines=())
    assert len(list(write(tmp_path / "graf.gexf", empty).iter(f"{GEXF}node"))) == 0
    assert mermaid(Scene(), title="") == "flowchart BT\n  accTitle: \n"
