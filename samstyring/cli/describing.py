"""The verb that tells of a body, or how two are related, in plain sentences."""

from argparse import Namespace
from datetime import date

from samstyring.cli.graph_request import body_there
from samstyring.cli.opening import reading
from samstyring.cli.output import say
from samstyring.domain.errors import RuleError
from samstyring.formats import short_date
from samstyring.graph.paths import describe_relation
from samstyring.graph.words import describe_body
from samstyring.language import _
from samstyring.queries.org import org_snapshot
from samstyring.queries.seats import seat_lines


def describe(asked: Namespace) -> None:
    """Write a paragraph on a body as of a day, or on how two bodies are related."""
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        snapshot = workspace.read(org_snapshot, as_of=day)
        one = body_there(workspace, asked.name, snapshot, day)
        if asked.other is None:
            text = describe_body(snapshot, workspace.read(seat_lines, as_of=day), one)
        else:
            other = body_there(workspace, asked.other, snapshot, day)
            if one == other:
                raise RuleError(_("“{one}” and “{other}” are the same body.").format(
                    one=asked.name, other=asked.other))  # fmt: skip
            text = describe_relation(snapshot, one, other)
    which = "\n" + _("As of {day}").format(day=short_date(day)) if asked.as_of else ""
    say(f"{text}{which}\n")


VERBS = {"describe": describe}
