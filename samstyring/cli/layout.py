"""The verb that tells where each box of the picture stands, so that anyone can judge it."""

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from samstyring.cli.graph_request import graph_request
from samstyring.cli.opening import reading
from samstyring.cli.output import as_json, say
from samstyring.domain.org import OrgBody
from samstyring.formats import counted, number
from samstyring.graph.layout import LayoutResult
from samstyring.graph.measuring import estimated_measure
from samstyring.graph.org_picture import layout_of
from samstyring.language import _

_DIGITS = 2


def layout(asked: Namespace) -> None:
    """Write the layout of what is asked for; lengths are in pixels of the picture at 100 %.

    Texts are as wide as they are guessed to be without a screen, so that every machine answers
    alike.
    """
    with reading(asked.file) as workspace:
        picture = graph_request(workspace, asked).picture()
    found = layout_of(picture, estimated_measure())
    say(as_json(_object(found)) if asked.json else _text(found, picture.bodies))


def _object(found: LayoutResult) -> dict[str, Any]:
    boxes = [
        {
            "id": body_id,
            "x": round(box.x, _DIGITS),
            "y": round(box.y, _DIGITS),
            "width": round(box.width, _DIGITS),
            "height": round(box.height, _DIGITS),
            "frame": box.frame,
        }
        for body_id, box in found.boxes.items()
    ]
    rows = [list(row) for row in found.rows]
    return {
        "boxes": boxes, "rows": rows, "crossings": found.crossings,
        "seconds": round(found.seconds, 4),
    }  # fmt: skip


def _text(found: LayoutResult, bodies: Mapping[str, OrgBody]) -> str:
    """Return the rows by name, from the top, and what they come to."""
    rows = (", ".join(bodies[body_id].label for body_id in row) for row in found.rows)
    lines = [f"{place}: {row}" for place, row in enumerate(rows, start=1)]
    boxes = counted("{count} box", "{count} boxes", len(found.boxes))
    of_rows = counted("{count} row", "{count} rows", len(found.rows))
    crossings = counted("{count} crossing", "{count} crossings", found.crossings)
    lines.append(
        _("{boxes} in {rows}, {crossings}, laid out in {milliseconds} ms.").format(
            boxes=boxes, rows=of_rows, crossings=crossings,
            milliseconds=number(round(found.seconds * 1000)),
        )
    )  # fmt: skip
    return "\n".join(lines) + "\n"


VERBS = {"layout": layout}
