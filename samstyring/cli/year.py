"""The verbs of the year: today's list of work, the letters of a round, and the calendar."""

from argparse import Namespace
from datetime import date

from samstyring.cli.objects import as_object
from samstyring.cli.opening import reading
from samstyring.cli.output import Column, as_json, as_table, say
from samstyring.cli.round_names import round_named
from samstyring.domain.errors import RuleError
from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.letters import LetterKind
from samstyring.domain.words import word
from samstyring.export.calendar_file import export_calendar
from samstyring.export.letter_export import export_letters
from samstyring.formats import counted, short_date
from samstyring.language import N_, _
from samstyring.queries.calendar_events import calendar_events
from samstyring.queries.findings import findings
from samstyring.queries.letters import letters as letters_of_round

_COLUMNS = (
    Column(N_("What"), "kind", FindingKind),
    Column(N_("Body"), "body_name"),
    Column(N_("In words"), "sentence"),
    Column(N_("Days"), "days"),
    Column(N_("Next step"), "next_step"),
)


def today(asked: Namespace) -> None:
    """Write what needs care that day, with the next step for each."""
    day = asked.on or date.today()
    with reading(asked.file) as workspace:
        found = workspace.read(findings, as_of=day)
    if asked.json:
        say(as_json([_object(each) for each in found]))
        return
    how_many = counted("{count} thing needs care", "{count} things need care", len(found))
    line = _("{count} as of {day}").format(count=how_many, day=short_date(day))
    say(as_table(_COLUMNS, found) + line + "\n")


def _object(finding: Finding) -> dict[str, object]:
    found = as_object(finding)
    del found["put_off_until"], found["under_way"]
    return found | {"next_step": finding.next_step}


def letters(asked: Namespace) -> None:
    """Write the letters of a round to files in a folder, one for each recipient."""
    day, kind = asked.on or date.today(), LetterKind(asked.kind)
    with reading(asked.file) as workspace:
        found_round = round_named(workspace, asked.round, day)
        found = workspace.read(
            letters_of_round, found_round.id, kind, as_of=day, language=asked.language,
            everyone=asked.all,
        )  # fmt: skip
    if not found:
        raise RuleError(
            _("“{round}” has nobody to write to with this kind of letter: {kind}.").format(
                round=found_round.name, kind=word(kind)
            )
        )
    made = export_letters(found, asked.out, asked.format, template=asked.template)
    text = counted(
        "{count} letter is written in “{folder}”.", "{count} letters are written in “{folder}”.",
        len(made), folder=str(asked.out),
    )  # fmt: skip
    say(text + "\n")


def calendar(asked: Namespace) -> None:
    """Write the ends of terms and the deadlines to a calendar file."""
    day = asked.on or date.today()
    with reading(asked.file) as workspace:
        events = workspace.read(calendar_events, as_of=day)
    path = export_calendar(events, asked.out, name=asked.file.stem)
    text = counted(
        "“{path}” is written, with {count} day.", "“{path}” is written, with {count} days.",
        len(events), path=str(path),
    )  # fmt: skip
    say(text + "\n")


VERBS = {"today": today, "letters": letters, "calendar": calendar}
