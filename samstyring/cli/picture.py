"""The verb that draws the structure as a picture; the only one that needs Qt."""

from argparse import Namespace
from datetime import date

from samstyring.cli.opening import reading
from samstyring.cli.output import say
from samstyring.domain.errors import ExportError, NotFoundError
from samstyring.domain.org import OrgSnapshot
from samstyring.formats import long_date, short_date
from samstyring.graph.org_picture import PictureOptions, org_scene
from samstyring.language import _, current_language
from samstyring.queries.org import org_snapshot
from samstyring.queries.search import find_body


def graph(asked: Namespace) -> None:
    """Draw the structure of a day, or what is around one body, to the named file."""
    day = asked.as_of or date.today()
    snapshot, focus = _structure(asked, day)
    steps = PictureOptions().steps if asked.steps is None else asked.steps
    _draw(asked, snapshot, PictureOptions(focus=focus, steps=steps, unfolded=frozenset({focus})))
    say(_("“{path}” is written.").format(path=asked.out) + "\n")


def _structure(asked: Namespace, day: date) -> tuple[OrgSnapshot, str]:
    """Return the structure and the id of the body in focus, which must be there that day."""
    with reading(asked.file) as workspace:
        snapshot = workspace.read(org_snapshot, as_of=day)
        if asked.focus is None:
            return snapshot, ""
        focus = workspace.read(find_body, asked.focus, as_of=day)
    if focus not in {body.id for body in snapshot.bodies}:
        raise NotFoundError(
            _("“{name}” is not there on {day}.").format(name=asked.focus, day=short_date(day))
        )
    return snapshot, focus


def _draw(asked: Namespace, snapshot: OrgSnapshot, options: PictureOptions) -> None:
    if asked.start_painting is None:
        raise ExportError(_("Pictures cannot be drawn here."))
    painting = asked.start_painting()
    from samstyring.export.pictures import write_picture  # here, since both load Qt
    from samstyring.export.scene_painter import font_measure
    from samstyring.export.scene_style import PAPER

    scene = org_scene(snapshot, options, font_measure(PAPER))
    write_picture(
        scene, asked.out, title=scene.title,
        date_text=_("As of {day}").format(day=long_date(snapshot.day)),
        source_line=asked.file.name, language=current_language(),
    )  # fmt: skip
    del painting  # until now the fonts were its


VERBS = {"graph": graph}
