"""Finds the round that is called by a name or an id on the command line."""

from datetime import date

from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nominations import RoundLine
from samstyring.domain.text import fold
from samstyring.formats import listed
from samstyring.language import _
from samstyring.queries.nominations import round_lines
from samstyring.workspace import Workspace

_SHOWN = 5


def round_named(workspace: Workspace, name: str, day: date) -> RoundLine:
    """Return the round with that id or name, or the one round that has the words in its name.

    A round that is called later than ``day`` is found too. NotFoundError for none; RuleError, with
    their ids, for several.
    """
    lines = workspace.read(round_lines, as_of=max(day, date.today()))
    wanted = fold(name.strip())
    for matches in (
        [line for line in lines if line.id == name.strip()],
        [line for line in lines if fold(line.name) == wanted],
        [line for line in lines if wanted and wanted in fold(line.name)],
    ):
        if len(matches) == 1:
            return matches[0]
        if matches:
            raise RuleError(_several(name, matches))
    raise NotFoundError(_unknown(name, [line.name for line in lines]))


def _several(name: str, matches: list[RoundLine]) -> str:
    choices = "; ".join(f"{line.name} ({line.id})" for line in matches)
    return _("“{name}” may be several rounds: {choices}. Write the id of one.").format(
        name=name, choices=choices
    )


def _unknown(name: str, known: list[str]) -> str:
    if not known:
        return _("There are no rounds in the file.")
    if len(known) > _SHOWN:
        return _("No round is called “{name}”. “samstyring round FILE list” shows them.").format(
            name=name
        )
    return _("No round is called “{name}”. There are: {known}.").format(
        name=name, known=listed(known)
    )
