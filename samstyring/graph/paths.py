"""How two bodies are related: the shortest ways between them, each in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from samstyring.domain.bodies import RelationKind
from samstyring.domain.org import LineKind, OrgLine, OrgSnapshot
from samstyring.domain.text import sort_key
from samstyring.formats import listed
from samstyring.graph.clauses import clause, sentence, spelled, told
from samstyring.graph.structure import ALL_LINES
from samstyring.language import _, ngettext

MOST_PATHS = 5
# Enough to choose from; two bodies in a dense structure can have thousands of equal ways.
_LOOKED_AT = 200
# Of several lines between two bodies one tells the way: who sends people before who gives advice.
_MOST_TELLING = (
    RelationKind.REPORTS_TO,
    RelationKind.PART_OF,
    RelationKind.MEMBER_OF,
    LineKind.NOMINATES,
    LineKind.APPOINTS,
)
_RANK = {kind: place for place, kind in enumerate(dict.fromkeys((*_MOST_TELLING, *ALL_LINES)))}


@dataclass(frozen=True, slots=True)
class Path:
    """One way between two bodies: the bodies in order, the line of each step, and the words.

    ``beside_ids`` are further lines between the same bodies, which the words tell too.
    """

    body_ids: tuple[str, ...]
    line_ids: tuple[str, ...]
    sentence: str
    beside_ids: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many lines the way has."""
        return len(self.line_ids)


def how_related(snapshot: OrgSnapshot, one: str, other: str) -> tuple[Path, ...]:
    """Return the shortest ways from one body to another, at most five, the most telling first.

    Lines are followed both ways. Lying in the same county tells least, so such ways come last.
    Empty for a body that is not there, for one and the same, and where there is no way.
    """
    between = _between(snapshot)
    graph: nx.Graph[str] = nx.Graph(between.keys())
    if one == other or one not in graph or other not in graph or not nx.has_path(graph, one, other):
        return ()
    found = islice(nx.all_shortest_paths(graph, one, other), _LOOKED_AT)
    names = {body.id: body.label for body in snapshot.bodies}
    ways = [(tuple(ids), tuple(between[pair] for pair in _pairs(ids))) for ids in found]
    ways.sort(key=lambda way: (_dullness(*way), [sort_key(names[body]) for body in way[0]]))
    return tuple(
        Path(
            ids,
            tuple(line.id for line in lines),
            _in_words(snapshot, ids, lines),
            tuple(line.id for step in _all_steps(snapshot, ids) for line in step[1:]),
        )
        for ids, lines in ways[:MOST_PATHS]
    )


def describe_path(snapshot: OrgSnapshot, path: Path) -> str:
    """Return the sentence of a way in the language in use; ValueError if a line of it is gone."""
    lines = {line.id: line for line in snapshot.lines}
    gone = [line_id for line_id in path.line_ids if line_id not in lines]
    if gone:
        raise ValueError(f"lines that are not there: {gone}")
    return _in_words(snapshot, path.body_ids, [lines[line_id] for line_id in path.line_ids])


def describe_relation(snapshot: OrgSnapshot, one: str, other: str) -> str:
    """Return in a paragraph how two bodies are related: how far apart, and the ways."""
    names = {body.id: body.name for body in snapshot.bodies}
    paths = how_related(snapshot, one, other)
    if not paths:
        return _("Nothing joins {one} and {other}.").format(
            one=names.get(one, "?"), other=names.get(other, "?")
        )
    told_paths = [path.sentence for path in paths]
    if len(paths) > 1:
        told_paths.insert(0, _how_far(names[one], names[other], paths))
    return " ".join(told_paths)


def _how_far(one: str, other: str, paths: Sequence[Path]) -> str:
    steps = told(ngettext("one step", "{count} steps", paths[0].steps), paths[0].steps)
    return sentence(
        _("{one} and {other} are {steps} apart, in {ways} ways").format(
            one=one, other=other, steps=steps, ways=spelled(len(paths))
        )
    )


def _between(snapshot: OrgSnapshot) -> dict[tuple[str, str], OrgLine]:
    """Return the most telling line between each two bodies, along it before against it."""
    best: dict[tuple[str, str], OrgLine] = {}
    for line in snapshot.lines:
        for pair in ((line.from_id, line.to_id), (line.to_id, line.from_id)):
            known = best.get(pair)
            if known is None or _telling(line, pair) < _telling(known, pair):
                best[pair] = line
    return best


def _all_steps(snapshot: OrgSnapshot, ids: Sequence[str]) -> list[list[OrgLine]]:
    """Return every line of each step, the most telling first; a county only where it is all."""
    steps: list[list[OrgLine]] = []
    for pair in pairwise(ids):
        joining = [line for line in snapshot.lines if {line.from_id, line.to_id} == set(pair)]
        joining.sort(key=lambda line, pair=pair: _telling(line, pair))  # type: ignore[misc]
        kinds = {(line.kind, line.from_id): line for line in reversed(joining)}
        told_lines = [line for line in joining if kinds[line.kind, line.from_id] is line]
        telling = [line for line in told_lines if line.kind is not RelationKind.LOCATED_IN]
        steps.append(telling or told_lines)
    return steps


def _telling(line: OrgLine, pair: tuple[str, str]) -> tuple[bool, bool, int, str]:
    located = line.kind is RelationKind.LOCATED_IN
    return located, line.from_id != pair[0], _RANK[line.kind], line.id


def _pairs(ids: Sequence[str]) -> list[tuple[str, str]]:
    return list(pairwise(ids))


def _dullness(ids: Sequence[str], lines: Sequence[OrgLine]) -> tuple[int, int]:
    located = sum(line.kind is RelationKind.LOCATED_IN for line in lines)
    against = sum(line.from_id != first for line, first in zip(lines, ids, strict=False))
    return located, against


def _in_words(snapshot: OrgSnapshot, ids: Sequence[str], lines: Sequence[OrgLine]) -> str:
    names = {body.id: body.name for body in snapshot.bodies if body.id in set(ids)}
    text = names[ids[0]]
    every = _all_steps(snapshot, ids)
    for step, line in enumerate(lines):
        other = names[ids[step + 1]]
        those = dict.fromkeys((line, *every[step]))
        said = listed([clause(one.kind, other, along=one.from_id == ids[step]) for one in those])
        text = _("{text}, which {said}").format(text=text, said=said) if step else f"{text} {said}"
    return sentence(text)
