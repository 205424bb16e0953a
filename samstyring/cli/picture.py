"""The verb that draws the structure, or writes it down for others; only painting needs Qt."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace

from samstyring.cli.graph_request import GraphRequest, graph_request, is_there, unfolded
from samstyring.cli.opening import reading
from samstyring.cli.output import say
from samstyring.domain.errors import ExportError
from samstyring.domain.org import OrgSnapshot
from samstyring.domain.seats import SeatLine
from samstyring.export.graph_files import write_graph_file
from samstyring.export.graph_mermaid import write_mermaid
from samstyring.export.leader_file import LeaderDay, write_leader_file
from samstyring.formats import long_date
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import org_scene, scene_of
from samstyring.language import _, current_language
from samstyring.queries.graph_over_time import graph_over_time
from samstyring.queries.seats import seat_lines
from samstyring.workspace import Workspace


def graph(asked: Namespace) -> None:
    """Write the structure of a day, or the part asked for, in the format of the file's ending."""
    write = _WRITERS.get(asked.out.suffix.lower())
    if write is None:
        raise ExportError(
            _(
                "Choose a file name that ends in .svg, .png or .pdf for a picture, in .html for "
                "the leader's file, in .mmd or .md for a diagram as text, or in .graphml or "
                ".gexf for graph programs."
            )
        )
    with reading(asked.file) as workspace:
        write(workspace, graph_request(workspace, asked), asked)
    say(_("“{path}” is written.").format(path=asked.out) + "\n")


def _write_timed(workspace: Workspace, request: GraphRequest, asked: Namespace) -> None:
    """Write all there ever was, or every day of what is asked for."""
    over_time = workspace.read(graph_over_time, as_of=request.day)
    if request.options.narrowed:
        over_time = over_time.only(request.picture().chosen)
    title = request.name or _("The organisation graph")
    write_graph_file(asked.out, over_time, title=title, language=current_language())


def _write_mermaid(_workspace: Workspace, request: GraphRequest, asked: Namespace) -> None:
    scene = scene_of(request.picture(), estimated_measure())
    write_mermaid(asked.out, scene, title=f"{request.name or scene.title}, {request.date_text}")


def _write_leader(workspace: Workspace, request: GraphRequest, asked: Namespace) -> None:
    """Write the page of the day; of the other day too, where what is asked for is there."""
    days = [
        _leader_day(request, snapshot, seats)
        for snapshot, seats in _structures(workspace, request)
        if not request.options.focus or is_there(snapshot, request.options.focus)
    ]
    title = request.name or _("The organisation graph")
    write_leader_file(
        asked.out, days, title=title, language=current_language(), source_line=asked.file.name
    )


def _structures(
    workspace: Workspace, request: GraphRequest
) -> list[tuple[OrgSnapshot, tuple[SeatLine, ...]]]:
    """Return the structure and seats of each day, those of the day asked about first."""
    if request.days is None:
        return [(request.snapshot, workspace.read(seat_lines, as_of=request.day))]
    both = request.days
    found = [(both.before, both.seats_before), (both.after, both.seats_after)]
    return found if both.before.day == request.day else found[::-1]


def _leader_day(
    request: GraphRequest, snapshot: OrgSnapshot, seats: tuple[SeatLine, ...]
) -> LeaderDay:
    options = unfolded(request.options, snapshot) if request.is_whole else request.options
    beside, drawn = request.beside, snapshot
    if request.days is not None and snapshot is request.days.after:
        drawn = request.snapshot
    else:
        beside = replace(beside, difference=None)
    scene = org_scene(drawn, options, estimated_measure(), beside)
    sentences: tuple[str, ...] = ()
    found = request.picture().beside.difference
    if found is not None:
        sentences = tuple(line.sentence for line in found.changes)
    return LeaderDay(long_date(snapshot.day), scene, snapshot, seats, sentences, request.date_text)


def _paint(_workspace: Workspace, request: GraphRequest, asked: Namespace) -> None:
    if asked.start_painting is None:
        raise ExportError(_("Pictures cannot be drawn here."))
    painting = asked.start_painting()
    from samstyring.export.pictures import write_picture  # here, since all three load Qt
    from samstyring.export.poster import write_poster
    from samstyring.export.poster_plan import Paper
    from samstyring.export.scene_painter import font_measure
    from samstyring.export.scene_style import PAPER

    scene = scene_of(request.picture(), font_measure(PAPER))
    said = {
        "title": request.name or scene.title,
        "date_text": request.date_text,
        "source_line": asked.file.name,
        "language": current_language(),
    }
    if asked.poster:
        write_poster(asked.out, scene, Paper(asked.poster), **said)
    else:
        note = write_picture(scene, asked.out, **said)
        if note:
            say(note + "\n")
    del painting  # until now the fonts were its


_WRITERS: dict[str, Callable[[Workspace, GraphRequest, Namespace], None]] = {
    **dict.fromkeys((".svg", ".png", ".pdf"), _paint),
    **dict.fromkeys((".graphml", ".gexf"), _write_timed),
    **dict.fromkeys((".mmd", ".md"), _write_mermaid),
    ".html": _write_leader,
}
VERBS = {"graph": graph}
