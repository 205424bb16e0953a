"""The structure over time as GraphML and GEXF, for programs that draw and count graphs."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

from samstyring.domain.errors import ExportError
from samstyring.domain.graph_over_time import GraphOverTime, TimedBody, TimedLine
from samstyring.domain.periods import Period
from samstyring.domain.words import word
from samstyring.export.writing import written
from samstyring.language import _, texts_in

_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"
_CREATOR = "samstyring"
# What XML 1.0 cannot hold at all, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Never "type": programs keep that word for whether a line has a direction.
_BODY_COLUMNS = ("name", "short_name", "kind", "level", "region", "number")


def write_graph_file(path: Path, graph: GraphOverTime, *, title: str, language: str) -> None:
    """Write the graph in the format of the path's extension: .graphml or .gexf.

    Kinds and levels are written by their keys, labels in the language given (nb, nn or en). Days
    are ISO dates, both included; of a date known to the month or year the period has all days it
    can mean. The file is put in place whole or not at all. Raises ExportError with a sentence for
    an unknown extension or a place that cannot be written.
    """
    make = _MAKERS.get(path.suffix.lower())
    if make is None:
        raise ExportError(_("Choose a file name that ends in .graphml or .gexf."))
    with written(path) as temporary:
        with texts_in(language):
            root = make(graph, title)
        Xml.indent(root)
        Xml.ElementTree(root).write(temporary, encoding="utf-8", xml_declaration=True)


def xml_text(text: str) -> str:
    """Return the text with a replacement mark for each letter that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def _graphml(graph: GraphOverTime, title: str) -> Xml.Element:
    root = Xml.Element("graphml", {"xmlns": _GRAPHML})
    for column in (*_BODY_COLUMNS, "label", "start", "end", "periods"):
        names = {"attr.name": column, "attr.type": "string"}
        _add(root, "key", id=column, **{"for": _owner(column)}, **names)
    inner = _add(root, "graph", id="G", edgedefault="directed")
    _add(inner, "desc").text = xml_text(title)
    for body in graph.bodies:
        node = _add(inner, "node", id=xml_text(body.id))
        facts = {**_facts(body), "label": body.label, **_start_and_end(body.period)}
        _add_data(node, facts)
    for line in graph.lines:
        ends = {"source": xml_text(line.from_id), "target": xml_text(line.to_id)}
        edge = _add(inner, "edge", id=xml_text(line.id), **ends)
        facts = {"kind": line.kind.value, "label": word(line.kind), **_whole_span(line)}
        if len(line.periods) > 1:
            facts["periods"] = " ".join(_interval(period) for period in line.periods)
        _add_data(edge, facts)
    return root


def _gexf(graph: GraphOverTime, title: str) -> Xml.Element:
    root = Xml.Element("gexf", {"xmlns": _GEXF, "version": "1.3"})
    meta = _add(root, "meta", lastmodifieddate=graph.day.isoformat())
    _add(meta, "creator").text = _CREATOR
    _add(meta, "description").text = xml_text(title)
    inner = _add(
        root, "graph", mode="dynamic", timeformat="date", timerepresentation="interval",
        defaultedgetype="directed", idtype="string",
    )  # fmt: skip
    columns = _add(inner, "attributes", **{"class": "node"})
    for column in _BODY_COLUMNS:
        _add(columns, "attribute", id=column, title=column, type="string")
    nodes = _add(inner, "nodes", count=str(len(graph.bodies)))
    for body in graph.bodies:
        label = " ".join(xml_text(body.label).split())
        times = _start_and_end(body.period)
        node = _add(nodes, "node", id=xml_text(body.id), label=label, **times)
        values = _add(node, "attvalues")
        for column, value in _facts(body).items():
            _add(values, "attvalue", **{"for": column, "value": xml_text(value)})
    edges = _add(inner, "edges", count=str(len(graph.lines)))
    for line in graph.lines:
        _add_gexf_edge(edges, line)
    return root


def _add_gexf_edge(edges: Xml.Element, line: TimedLine) -> None:
    times = _start_and_end(line.periods[0]) if len(line.periods) == 1 else {}
    edge = _add(
        edges, "edge", id=xml_text(line.id), source=xml_text(line.from_id),
        target=xml_text(line.to_id), kind=line.kind.value, label=word(line.kind), **times,
    )  # fmt: skip
    if len(line.periods) > 1:
        spells = _add(edge, "spells")
        for period in line.periods:
            _add(spells, "spell", **_start_and_end(period))


def _facts(body: TimedBody) -> dict[str, str]:
    values = (
        body.name, body.short_name, body.kind.value, body.level.value, body.region, body.number,
    )  # fmt: skip
    return {column: value for column, value in zip(_BODY_COLUMNS, values, strict=True) if value}


def _start_and_end(period: Period) -> dict[str, str]:
    return dict(_days(period))


def _days(period: Period) -> Iterator[tuple[str, str]]:
    if period.first is not None:
        yield "start", period.first.first_day().isoformat()
    if period.last is not None:
        yield "end", period.last.last_day().isoformat()


def _whole_span(line: TimedLine) -> dict[str, str]:
    return _start_and_end(Period(line.periods[0].first, line.periods[-1].last))


def _interval(period: Period) -> str:
    """Return the period as ISO 8601 writes it, with two dots for an open end."""
    days = _start_and_end(period)
    return f"{days.get('start', '..')}/{days.get('end', '..')}"


def _owner(column: str) -> str:
    """Return whose a column of GraphML is; a name may be declared once in a document."""
    if column in {"kind", "label", "start", "end"}:
        return "all"
    return "edge" if column == "periods" else "node"


def _add(parent: Xml.Element, tag: str, **attributes: str) -> Xml.Element:
    return Xml.SubElement(parent, tag, attributes)


def _add_data(parent: Xml.Element, facts: dict[str, str]) -> None:
    for column, value in facts.items():
        _add(parent, "data", key=column).text = xml_text(value)


_MAKERS: dict[str, Callable[[GraphOverTime, str], Xml.Element]] = {
    ".graphml": _graphml,
    ".gexf": _gexf,
}
