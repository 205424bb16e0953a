"""The columns in which changes are listed."""

from datetime import datetime

from samstyring.domain.changes import ChangeKind, JournalLine
from samstyring.formats import moment
from samstyring.language import N_, _, translate
from samstyring.ui.tables import Column
from samstyring.ui.theme import ToneName


def time_of(line: JournalLine) -> str:
    """Return the moment of a change, here."""
    return moment(datetime.fromisoformat(line.time).astimezone())


def what_was_done(line: JournalLine) -> str:
    """Return what was done, and to what."""
    label = translate(line.label)
    return f"{label}: {line.subject}" if line.subject else label


def _who(line: JournalLine) -> str:
    return line.author


def standing(line: JournalLine) -> str:
    """Return how it stands with a change now, in a word or two; nothing if it just stands."""
    if line.kind is ChangeKind.FOUNDATION:
        return _("the beginning")
    if line.kind is ChangeKind.UNDO:
        return _("takes back")
    if line.kind is ChangeKind.REDO:
        return _("does again")
    return _("taken back") if line.undone else ""


def _state_icon(line: JournalLine) -> str | None:
    if line.is_edit:
        return "undo" if line.undone else None
    return "undo" if line.kind is ChangeKind.UNDO else "redo"


def _tone(line: JournalLine) -> ToneName | None:
    return ToneName.MUTED if line.undone or line.kind is ChangeKind.UNDO else None


def _number(line: JournalLine) -> int:
    return line.number


COLUMNS = (
    Column("when", N_("When"), time_of, sort=_number, width=20),
    Column("what", N_("What was done"), what_was_done, tone=_tone, width=52),
    Column("state", N_("Now"), standing, icon=_state_icon, tone=_tone, width=14),
    Column("who", N_("By whom"), _who, width=14),
)
