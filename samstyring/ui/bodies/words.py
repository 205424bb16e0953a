"""What is said about a body in whole sentences: life, relations both ways, channels, history."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from samstyring.domain.bodies import (
    BodyDetail,
    RelationKind,
    Succession,
    SuccessionKind,
)
from samstyring.domain.changes import JournalLine
from samstyring.domain.flows import ChannelLine, FlowDirection
from samstyring.domain.periods import PartialDate
from samstyring.domain.words import word
from samstyring.formats import capital, listed, moment, number, period, short_date
from samstyring.language import N_, _, ngettext, translate

# How a relation reads from the second body's side.
_BACKWARDS: dict[RelationKind, str] = {
    RelationKind.REPORTS_TO: N_("receives reports from"),
    RelationKind.PART_OF: N_("has as a part"),
    RelationKind.ADVISES: N_("is advised by"),
    RelationKind.PREPARES_CASES_FOR: N_("has its cases prepared by"),
    RelationKind.SECRETARIAT_FOR: N_("has as its secretariat"),
    RelationKind.HOSTS: N_("is hosted by"),
    RelationKind.OWNS: N_("is owned by"),
    RelationKind.MEMBER_OF: N_("has as members"),
    RelationKind.LOCATED_IN: N_("has within its area"),
    RelationKind.OBSERVES: N_("is observed by"),
}

_BECAME: dict[SuccessionKind, str] = {
    SuccessionKind.RENAMED: N_("renamed to"),
    SuccessionKind.MERGED: N_("merged into"),
    SuccessionKind.SPLIT: N_("split into"),
    SuccessionKind.REPLACED: N_("replaced by"),
}

_CAME_FROM: dict[SuccessionKind, str] = {
    SuccessionKind.RENAMED: N_("renamed from"),
    SuccessionKind.MERGED: N_("merged from"),
    SuccessionKind.SPLIT: N_("split off from"),
    SuccessionKind.REPLACED: N_("came in place of"),
}

_LANGUAGES: dict[str, str] = {
    "nb": N_("Bokmål"),
    "nn": N_("Nynorsk"),
    "se": N_("Northern Sami"),
    "smj": N_("Lule Sami"),
    "sma": N_("Southern Sami"),
    "fkv": N_("Kven"),
    "en": N_("English"),
}


def relation_words(kind: RelationKind, *, backwards: bool) -> str:
    """Return how a relation reads from its first body, or from its second."""
    return translate(_BACKWARDS[kind]) if backwards else word(kind)


def succession_words(succession: Succession, body_id: str) -> str:
    """Say what happened, as seen from one of the two bodies, and when."""
    ways = _BECAME if succession.from_id == body_id else _CAME_FROM
    what = capital(translate(ways[succession.kind]))
    if not succession.day:
        return what
    return _("{what}, {day}").format(what=what, day=short_date(PartialDate.parse(succession.day)))


def language_choices() -> tuple[tuple[str, str], ...]:
    """Return the languages that a name can be in as (code, word)."""
    return tuple((code, translate(text)) for code, text in _LANGUAGES.items())


def language_word(code: str) -> str:
    """Return the word for a language; an unknown one stands as its code."""
    return translate(_LANGUAGES[code]) if code in _LANGUAGES else code


def kind_line(detail: BodyDetail) -> str:
    """Return kind, level and life in one line."""
    facts = detail.facts
    parts = (capital(word(facts.kind)), word(facts.level), period(facts.period))
    return " · ".join(filter(None, (detail.number, *parts)))


def life_sentence(detail: BodyDetail, day: date) -> str:
    """Say that a body is no more, or not yet, on the day; nothing for one that is there."""
    facts = detail.facts
    if facts.period.begins_after(day):
        begins = _("It does not exist yet on this day; it begins {first}.")
        return begins.format(first=short_date(facts.period.first))
    if not facts.period.ended_before(day):
        return ""
    last = short_date(facts.period.last)
    if facts.end_reason:
        return _("It ended {last}: {reason}.").format(last=last, reason=facts.end_reason)
    return _("It ended {last}.").format(last=last)


def channels_sentence(channels: Sequence[ChannelLine], body_id: str) -> str:
    """Say how many channels run up, down and across, out of a body and into it."""
    if not channels:
        return _("No information channels are written down.")
    sends = _directions([line for line in channels if line.from_id == body_id])
    receives = _directions([line for line in channels if line.to_id == body_id])
    said = []
    if sends:
        said.append(_("Sends {directions}.").format(directions=sends))
    if receives:
        said.append(_("Receives in {directions}.").format(directions=receives))
    return " ".join(said)


def _directions(channels: Sequence[ChannelLine]) -> str:
    counts = Counter(line.direction for line in channels)
    words = {
        FlowDirection.UP: ngettext(
            "{count} channel up", "{count} channels up", counts[FlowDirection.UP]
        ),
        FlowDirection.DOWN: ngettext(
            "{count} channel down", "{count} channels down", counts[FlowDirection.DOWN]
        ),
        FlowDirection.ACROSS: ngettext(
            "{count} channel across", "{count} channels across", counts[FlowDirection.ACROSS]
        ),
    }
    return listed(
        [text.format(count=number(counts[way])) for way, text in words.items() if counts[way]]
    )


def journal_note(line: JournalLine) -> str:
    """Say when, by whom, and whether it was taken back."""
    when = moment(datetime.fromisoformat(line.time).astimezone())
    parts = (when, line.author, _("taken back") if line.undone else "")
    return " · ".join(filter(None, parts))
