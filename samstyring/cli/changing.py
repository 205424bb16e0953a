"""The verbs that change: nominate, appoint, undo and redo."""

from argparse import Namespace
from datetime import date

from samstyring.cli.opening import writing
from samstyring.cli.output import say
from samstyring.cli.round_names import round_named
from samstyring.commands.nominations import appoint as appoint_candidate
from samstyring.commands.nominations import nominate as put_forward
from samstyring.domain.changes import ChangeSet
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.periods import PartialDate
from samstyring.formats import short_date
from samstyring.language import _, translate
from samstyring.queries.nominations import candidacy_detail, candidacy_lines
from samstyring.queries.search import find_body, find_person
from samstyring.queries.seats import seat_lines
from samstyring.workspace import Workspace


def nominate(asked: Namespace) -> None:
    """Put a person forward for a seat on behalf of a body, and say the candidacy's id."""
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        person_id = workspace.read(find_person, asked.person)
        by_id = workspace.read(find_body, asked.by, as_of=day)
        round_id = round_named(workspace, asked.round, day).id if asked.round else None
        candidacy_id = _put_forward(workspace, asked, person_id, by_id, round_id, day)
        line = workspace.read(candidacy_detail, candidacy_id, as_of=day).line
    text = _("{person} is put forward by {by} for seat {number} of {body}. Candidacy: {id}")
    say(_filled(text, line) + "\n")


def _put_forward(
    workspace: Workspace,
    asked: Namespace,
    person_id: str,
    by_id: str,
    round_id: str | None,
    day: date,
) -> str:
    try:
        return workspace.run(
            put_forward, asked.seat, person_id, by_id, on_day=day, round_id=round_id,
            reason=asked.reason,
        )  # fmt: skip
    except NotFoundError:  # all but the seat has been found already
        raise NotFoundError(
            _("No seat has the id “{id}”. “samstyring list FILE seats” shows the ids.").format(
                id=asked.seat
            )
        ) from None


def appoint(asked: Namespace) -> None:
    """Appoint a candidate: the seat is filled from a day, and an earlier term there ends."""
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        line = candidacy_named(workspace, asked.candidacy)
        leaves = _who_leaves(workspace, line, asked.first_day)
        workspace.run(
            appoint_candidate, line.id, asked.first_day, term_last=asked.last_day, on_day=day,
            decision=asked.decision, only_rest_of_term=asked.rest_of_term,
        )  # fmt: skip
    text = _("{person} is appointed to seat {number} of {body} from {day}.")
    told = _filled(text, line, day=short_date(asked.first_day))
    say(" ".join(filter(None, (told, leaves))) + "\n")


def _who_leaves(workspace: Workspace, line: CandidacyLine, first_day: PartialDate) -> str:
    """Return a sentence on whose term in the seat the appointment ends; nothing for nobody."""
    day = first_day.first_day()
    for seat in workspace.read(seat_lines, as_of=day, body_id=line.body_id):
        if seat.id == line.seat_id and seat.person_id not in ("", line.person_id):
            return _("The term of {person} there ends on {day}.").format(
                person=seat.person_name, day=short_date(first_day.day_before())
            )
    return ""


def candidacy_named(workspace: Workspace, name: str) -> CandidacyLine:
    """Return the candidacy with that id, or the one open candidacy of the person so called.

    Of a candidacy that was forwarded, the last link counts. RuleError for none or several.
    """
    lines = workspace.read(candidacy_lines, as_of=date.max)
    for line in lines:
        if line.id == name:
            return line
    person_id = workspace.read(find_person, name)
    own = [line for line in lines if line.person_id == person_id and line.open]
    forwarded = {line.forwarded_from_id for line in own}
    still_open = [line for line in own if line.id not in forwarded]
    if not still_open:
        raise RuleError(_("{person} has no open candidacy.").format(person=name))
    if len(still_open) > 1:
        choices = "; ".join(
            f"{line.body_name} {line.seat_number} ({line.id})" for line in still_open
        )
        raise RuleError(
            _("{person} has several open candidacies: {choices}. Write the id of one.").format(
                person=name, choices=choices
            )
        )
    return still_open[0]


def _filled(text: str, line: CandidacyLine, **more: str) -> str:
    return text.format(
        person=line.person_name, by=line.by_name, number=line.seat_number, body=line.body_name,
        id=line.id, **more,
    )  # fmt: skip


def undo(asked: Namespace) -> None:
    """Take the newest change back; RuleError where there is none."""
    with writing(asked.file) as workspace:
        change, state = workspace.undo(), workspace.undo_state()
    if change is None:
        raise RuleError(state.nothing_to_undo)
    say(_("Undone: {change}").format(change=_told(change)) + "\n")


def redo(asked: Namespace) -> None:
    """Do again what was undone last; RuleError where there is nothing."""
    with writing(asked.file) as workspace:
        change = workspace.redo()
    if change is None:
        raise RuleError(_("There is nothing to redo."))
    say(_("Done again: {change}").format(change=_told(change)) + "\n")


def _told(change: ChangeSet) -> str:
    label = translate(change.label)
    return f"{label}: {change.subject}" if change.subject else label


VERBS = {"nominate": nominate, "appoint": appoint, "undo": undo, "redo": redo}
