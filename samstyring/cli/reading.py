"""The verbs that read: info, list, show and history."""

import re
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from samstyring.cli.details import object_of, text_of
from samstyring.cli.listings import LISTINGS
from samstyring.cli.objects import as_object, as_objects
from samstyring.cli.opening import reading
from samstyring.cli.output import Column, as_csv, as_json, as_table, say
from samstyring.domain.changes import ChangeKind, JournalLine
from samstyring.domain.errors import NotFoundError
from samstyring.domain.text import fold
from samstyring.domain.words import word_for_table
from samstyring.formats import counted, moment, number, short_date
from samstyring.language import N_, _, translate
from samstyring.queries.file_info import FileInfo, file_info
from samstyring.queries.history import journal_lines
from samstyring.queries.search import find_body, find_thing
from samstyring.workspace import Workspace

_ALL = 10_000_000
_HISTORY_COLUMNS = (
    Column(N_("When"), "when"),
    Column(N_("Who"), "author"),
    Column(N_("What"), "name"),
    Column(N_("Undone"), "undone"),
)


# info --------------------------------------------------------------------------------------------


def info(asked: Namespace) -> None:
    """Say what the file holds: format, how much of each kind, last change, integrity."""
    with reading(asked.file) as workspace:
        found = replace(workspace.read(file_info), format=workspace.format)
        older = workspace.older
    say(as_json(_info_object(asked, found)) if asked.json else _info_text(asked, found, older))


def _info_object(asked: Namespace, found: FileInfo) -> dict[str, Any]:
    return {
        "path": str(asked.file),
        "format": found.format,
        "counts": dict(found.counts),
        "changes": found.changes,
        "last_change": found.last_change or None,
        "last_label": found.last_label or None,
        "integrity": found.integrity,
    }


def _info_text(asked: Namespace, found: FileInfo, older: bool) -> str:
    lines = [
        str(asked.file),
        _format(found, older),
        _("Integrity: {verdict}").format(verdict=_verdict(found.integrity)),
        _("Last change: {change}").format(change=_last_change(found)),
        *(
            f"{number(count)} {word_for_table(name, count)}"
            for name, count in found.counts
            if count
        ),
        counted("{count} change in the history", "{count} changes in the history", found.changes),
    ]
    return "\n".join(lines) + "\n"


def _format(found: FileInfo, older: bool) -> str:
    text = _("Format: {number}")
    if older:
        text = _("Format: {number}, an older one; it is brought up to date when it is changed")
    return text.format(number=found.format)


def _verdict(integrity: str) -> str:
    return _("the file is whole") if integrity == "ok" else integrity


def _last_change(found: FileInfo) -> str:
    if not found.last_change:
        return _("none yet")
    return f"{_local(found.last_change)}, {translate(found.last_label)}"


def _local(time: str) -> str:
    return moment(datetime.fromisoformat(time).astimezone())


# list --------------------------------------------------------------------------------------------


def list_kind(asked: Namespace) -> None:
    """Write one of the lists as of a day, of all or of one body."""
    listing, day = LISTINGS[asked.kind], asked.as_of or date.today()
    with reading(asked.file) as workspace:
        body_id = workspace.read(find_body, asked.body, as_of=day) if asked.body else None
        lines = listing.lines(workspace, day, body_id)
    if asked.format == "json":
        say(as_json(as_objects(lines)))
    elif asked.format == "csv":
        say(as_csv(listing.columns, lines))
    else:
        how_many = _("{count} as of {day}").format(
            count=listing.how_many(len(lines)), day=short_date(day)
        )
        say(as_table(listing.columns, lines) + how_many + "\n")


# show --------------------------------------------------------------------------------------------


def show(asked: Namespace) -> None:
    """Write all of one body or person as of a day."""
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        thing = workspace.read(find_thing, asked.name, as_of=day)
        say(as_json(object_of(workspace, thing, day)) if asked.json else
            text_of(workspace, thing, day))  # fmt: skip


# history -----------------------------------------------------------------------------------------


def history(asked: Namespace) -> None:
    """Write the journal, the newest first: all of it, or what touched one thing."""
    with reading(asked.file) as workspace:
        lines = _journal(workspace, asked.of)
    if asked.json:
        say(as_json([_journal_object(line) for line in lines]))
    else:
        say(as_table(_HISTORY_COLUMNS, [_Told(line) for line in lines]) or _("No changes.") + "\n")


def _journal(workspace: Workspace, name: str | None) -> tuple[JournalLine, ...]:
    if name is None:
        return workspace.read(journal_lines, limit=_ALL)
    try:
        thing = workspace.read(find_thing, name, as_of=date.today())
    except NotFoundError:
        gone = _of_something_gone(workspace, name)
        if not gone:
            raise
        return gone
    return workspace.read(journal_lines, of=thing.id, limit=_ALL)


def _of_something_gone(workspace: Workspace, name: str) -> tuple[JournalLine, ...]:
    """Return what touched a thing that was deleted, by its id or by what the journal called it."""
    found = workspace.read(journal_lines, of=name, limit=_ALL)
    called = re.compile(rf"(?<!\w){re.escape(fold(name.strip()))}(?!\w)")
    if found or not name.strip():
        return found
    lines = workspace.read(journal_lines, limit=_ALL)
    return tuple(line for line in lines if called.search(fold(line.subject)))


def _journal_object(line: JournalLine) -> dict[str, Any]:
    return as_object(line) | {"name": _Told(line).name}


class _Told:
    """A line of the journal in the language in use and in local time."""

    def __init__(self, line: JournalLine) -> None:
        self.when, self.author, self.undone = _local(line.time), line.author, line.undone
        label = translate(line.label)
        change = f"{label}: {line.subject}" if line.subject else label
        self.name = _HOW[line.kind]().format(change=change)


_HOW: dict[ChangeKind, Callable[[], str]] = {
    ChangeKind.FOUNDATION: lambda: _("The beginning: {change}"),
    ChangeKind.EDIT: lambda: "{change}",
    ChangeKind.UNDO: lambda: _("Undone: {change}"),
    ChangeKind.REDO: lambda: _("Done again: {change}"),
}


VERBS = {"info": info, "list": list_kind, "show": show, "history": history}
