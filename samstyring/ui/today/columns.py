"""The columns of the list of work: what, where, in words, how long, and what to do."""

from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.periods import PartialDate
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import N_, _
from samstyring.ui.tables import Align, Column
from samstyring.ui.theme import ToneName
from samstyring.ui.today.tiles import TONES

_ICONS = {
    FindingKind.VACANT: "armchair",
    FindingKind.TERM_OVER: "clock",
    FindingKind.OVERDUE: "error",
    FindingKind.BREACH: "scale",
    FindingKind.ENDS_SOON: "calendar-clock",
    FindingKind.UNANSWERED: "person",
    FindingKind.LAPSED: "lock",
    FindingKind.NO_MANDATE: "mandates",
    FindingKind.REVISION: "refresh-cw",
    FindingKind.UNVERIFIED: "eye",
}


def _what(finding: Finding) -> str:
    return word(finding.kind)


def _body(finding: Finding) -> str:
    return finding.body_name


def _sentence(finding: Finding) -> str:
    if not finding.put_off_until:
        return finding.sentence
    until = short_date(PartialDate.parse(finding.put_off_until))
    return _("{sentence} Put off until {day}.").format(sentence=finding.sentence, day=until)


def _days(finding: Finding) -> str:
    return "" if finding.days is None else str(finding.days)


def _days_as_number(finding: Finding) -> int:
    return -1 if finding.days is None else finding.days


def _next_step(finding: Finding) -> str:
    return finding.next_step


def _icon(finding: Finding) -> str:
    return _ICONS[finding.kind]


def _tone(finding: Finding) -> ToneName:
    return ToneName.MUTED if finding.put_off_until else TONES[finding.kind]


COLUMNS = (
    Column("kind", N_("What"), _what, icon=_icon, tone=_tone, width=26),
    Column("body", N_("Body"), _body, width=24),
    Column("sentence", N_("In words"), _sentence, width=52),
    Column("days", N_("Days"), _days, sort=_days_as_number, align=Align.END, width=7),
    Column("next_step", N_("Next step"), _next_step, width=22),
)
