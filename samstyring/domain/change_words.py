"""A change in words: fields and values as people read them, not as columns."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from samstyring.domain.bodies import BodyKind, Level, NameKind, RelationKind, SuccessionKind
from samstyring.domain.changes import RowChange
from samstyring.domain.composition_rules import Force, RuleKind
from samstyring.domain.flows import FlowKind
from samstyring.domain.mandates import SectionKind
from samstyring.domain.nominations import StepKind, read_answer
from samstyring.domain.people import ContactKind, Gender
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole, why_it_ended
from samstyring.domain.words import word, word_for_table
from samstyring.formats import quoted, short_date
from samstyring.language import N_, _, translate

_FIELDS: dict[str, str] = {
    "kind": N_("kind"),
    "level": N_("level"),
    "legal_form": N_("legal form"),
    "purpose": N_("purpose"),
    "home_page": N_("home page"),
    "organisation_number": N_("organisation number"),
    "first_day": N_("first day"),
    "last_day": N_("last day"),
    "end_reason": N_("why it ended"),
    "ends_soon_days": N_("days that count as soon"),
    "term_months": N_("term in months"),
    "body_id": N_("body"),
    "name": N_("name"),
    "language": N_("language"),
    "number": N_("number"),
    "from_id": N_("from"),
    "to_id": N_("to"),
    "day": N_("day"),
    "note": N_("note"),
    "title": N_("title"),
    "address": N_("address"),
    "seen_on": N_("seen on"),
    "verified_on": N_("verified on"),
    "verified_by": N_("verified by"),
    "gender": N_("gender"),
    "privacy_notice_on": N_("privacy notice given on"),
    "person_id": N_("person"),
    "value": N_("value"),
    "primary": N_("primary"),
    "employer_id": N_("employer"),
    "role": N_("role"),
    "votes": N_("votes"),
    "represents_id": N_("represents"),
    "nominates_id": N_("nominated by"),
    "appoints_id": N_("appointed by"),
    "substitute_for_id": N_("substitute for"),
    "seat_id": N_("seat"),
    "term_last": N_("last day of the term"),
    "candidacy_id": N_("candidacy"),
    "decision": N_("decision"),
    "caller_id": N_("called by"),
    "criteria": N_("criteria"),
    "call_text": N_("text of the call"),
    "called_on": N_("called on"),
    "due_on": N_("due on"),
    "closed_on": N_("closed on"),
    "asked_on": N_("asked on"),
    "answered_on": N_("answered on"),
    "answer": N_("answer"),
    "by_id": N_("put forward by"),
    "round_id": N_("round"),
    "rank": N_("rank"),
    "reason": N_("reason"),
    "statement": N_("statement"),
    "by_whom": N_("by whom"),
    "title_nb": N_("title in bokmål"),
    "title_nn": N_("title in nynorsk"),
    "consultation_on": N_("sent on consultation on"),
    "adopted_by": N_("adopted by"),
    "adopted_on": N_("adopted on"),
    "case_number": N_("case number"),
    "derived_from": N_("derived from"),
    "heading": N_("heading"),
    "text": N_("text"),
    "position": N_("position"),
    "medium": N_("medium"),
    "rhythm": N_("rhythm"),
    "population": N_("population"),
    "written_form": N_("written form"),
    "force": N_("force"),
    "holds_until": N_("holds until"),
    "consent_on": N_("consent given on"),
    "kept_until": N_("kept until"),
    "until": N_("until"),
    "passed_on_from_id": N_("passed on from"),
    "forwarded_from_id": N_("forwarded from"),
    "options": N_("options"),
}
_MOST_LETTERS = 80
_DAYS = frozenset(
    {
        *("first_day", "last_day", "term_last", "day", "seen_on", "verified_on"),
        *("privacy_notice_on", "called_on", "due_on", "closed_on", "asked_on", "answered_on"),
        *("consultation_on", "adopted_on", "holds_until", "consent_on", "kept_until", "until"),
    }
)
_CHOICES: dict[tuple[str, str], type[StrEnum]] = {
    ("body", "kind"): BodyKind,
    ("body", "level"): Level,
    ("body_name", "kind"): NameKind,
    ("relation", "kind"): RelationKind,
    ("succession", "kind"): SuccessionKind,
    ("person", "gender"): Gender,
    ("contact", "kind"): ContactKind,
    ("seat", "role"): SeatRole,
    ("step", "kind"): StepKind,
    ("section", "kind"): SectionKind,
    ("channel", "kind"): FlowKind,
    ("composition_rule", "kind"): RuleKind,
    ("composition_rule", "force"): Force,
}


def row_in_words(change: RowChange, name_of: Callable[[str], str]) -> str:
    """Return one row's change as a line; ``name_of`` gives the name of a thing by its id."""
    thing = word_for_table(change.table, 1)
    if change.before is None:
        return _("New {thing}: {facts}").format(
            thing=thing, facts=_facts(change.table, change.after or {}, name_of)
        )
    if change.after is None:
        return _("Deleted {thing}: {facts}").format(
            thing=thing, facts=_facts(change.table, change.before, name_of)
        )
    parts = [
        _("{field} from {before} to {after}").format(
            field=_field(key),
            before=_value(change.table, key, change.before[key], name_of),
            after=_value(change.table, key, value, name_of),
        )
        for key, value in change.after.items()
        if key in _FIELDS
    ]
    return _("Changed {thing}: {facts}").format(thing=thing, facts="; ".join(parts))


def _facts(table: str, values: Mapping[str, Any], name_of: Callable[[str], str]) -> str:
    told = (
        f"{_field(key)} {_value(table, key, value, name_of)}"
        for key, value in values.items()
        if key in _FIELDS and value not in (None, "")
    )
    return ", ".join(told)


def _field(key: str) -> str:
    return translate(_FIELDS[key])


def _value(table: str, key: str, value: Any, name_of: Callable[[str], str]) -> str:
    if value is None or value == "":
        return _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if (table, key) in _CHOICES:
        return word(_CHOICES[table, key](value))
    if key in _DAYS:
        return short_date(PartialDate.parse(value))
    text = name_of(value) if key.endswith("_id") else _told(table, key, str(value))
    text = " ".join(text.split())
    return quoted(f"{text[:_MOST_LETTERS]}…" if len(text) > _MOST_LETTERS else text)


def _told(table: str, key: str, stored: str) -> str:
    """Return a text as people wrote it, where more than their words is stored in it."""
    if (table, key) == ("request", "answer"):
        words, no_candidate = read_answer(stored)
        return _("no candidate: {why}").format(why=words) if no_candidate else words
    return why_it_ended(stored) if (table, key) == ("appointment", "end_reason") else stored
