"""The parts of a body's detail as rows: names, relations, succession, sources and the rest."""

from collections.abc import Sequence
from datetime import date

from samstyring.domain.bodies import BodyName, Relation, RelationKind, Source, Succession
from samstyring.domain.changes import JournalLine
from samstyring.domain.flows import ChannelLine
from samstyring.domain.mandates import MandateLine, MandateState
from samstyring.domain.nominations import CandidacyLine
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.formats import capital, listed, period, short_date
from samstyring.language import _, translate
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.bodies.words import (
    journal_note,
    language_word,
    relation_words,
    succession_words,
)
from samstyring.ui.parts.links import Link
from samstyring.ui.parts.rows import Row, Verb
from samstyring.ui.parts.sections import Group
from samstyring.ui.theme import ToneName

HISTORY_LINES = 20
EXPORT_MANDATE = "export_mandate"

_MANDATE_TONES = {
    MandateState.DRAFT: ToneName.MUTED,
    MandateState.IN_CONSULTATION: ToneName.SOON,
    MandateState.ADOPTED: ToneName.ACCENT,
    MandateState.IN_FORCE: ToneName.OK,
    MandateState.REPLACED: ToneName.MUTED,
}


def name_rows(names: Sequence[BodyName]) -> tuple[Row, ...]:
    """Return a body's names with kind, language and period."""
    return tuple(_name_row(name) for name in names)


def _name_row(name: BodyName) -> Row:
    said = (capital(word(name.kind)), language_word(name.language), period(name.period))
    return Row(
        name.id,
        name.name,
        notes=(" · ".join(filter(None, said)),),
        verbs=(
            Verb(BodyVerb.CORRECT_NAME, _("Correct the name…"), "edit", "F2"),
            Verb(BodyVerb.END_NAME, _("End the name…"), "calendar"),
            Verb(BodyVerb.DELETE_NAME, _("Delete the name"), "delete", "Delete"),
        ),
    )


def relation_groups(relations: Sequence[Relation], body_id: str) -> tuple[Group, ...]:
    """Return relations both ways, grouped by how they read from the body's side."""
    found: dict[tuple[RelationKind, bool], list[Row]] = {}
    for relation in relations:
        backwards = relation.to_id == body_id
        found.setdefault((relation.kind, backwards), []).append(relation_row(relation, body_id))
    return tuple(
        Group(capital(relation_words(kind, backwards=backwards)), tuple(rows))
        for (kind, backwards), rows in found.items()
    )


def relation_row(relation: Relation, body_id: str) -> Row:
    """Return one relation as a row about the other body."""
    backwards = relation.to_id == body_id
    other = relation.from_id if backwards else relation.to_id
    name = relation.from_name if backwards else relation.to_name
    return Row(
        relation.id,
        name,
        Link("body", other, name),
        aside=period(relation.period),
        notes=(relation.note,),
        verbs=(
            Verb(BodyVerb.CORRECT_RELATION, _("Correct the relation…"), "edit", "F2"),
            Verb(BodyVerb.END_RELATION, _("End the relation…"), "calendar"),
            Verb(BodyVerb.DELETE_RELATION, _("Delete the relation"), "delete", "Delete"),
        ),
    )


def succession_rows(successions: Sequence[Succession], body_id: str) -> tuple[Row, ...]:
    """Return what came before and after a body."""
    rows = []
    for succession in successions:
        after = succession.from_id == body_id
        other = succession.to_id if after else succession.from_id
        name = succession.to_name if after else succession.from_name
        delete = Verb(BodyVerb.DELETE_SUCCESSION, _("Delete the succession"), "delete", "Delete")
        rows.append(
            Row(
                succession.id,
                name,
                Link("body", other, name),
                notes=(succession_words(succession, body_id), succession.note),
                verbs=(delete,),
            )
        )
    return tuple(rows)


def mandate_rows(mandates: Sequence[MandateLine]) -> tuple[Row, ...]:
    """Return the versions of a body's mandate that hold or are on their way."""
    return tuple(
        Row(
            line.id,
            line.name,
            Link("version", line.id, _mandate_title(line)),
            notes=(_mandate_note(line),),
            chip=(word(line.state), _MANDATE_TONES[line.state]),
            verbs=(Verb(EXPORT_MANDATE, _("Export the mandate…"), "download", writes=False),),
        )
        for line in mandates
        if line.state is not MandateState.REPLACED
    )


def _mandate_title(line: MandateLine) -> str:
    if not line.number:
        return line.name or line.body_name
    return _("{name}, version {number}").format(
        name=line.name or line.body_name, number=line.number
    )


def _mandate_note(line: MandateLine) -> str:
    if not line.adopted_on:
        return ""
    day = short_date(PartialDate.parse(line.adopted_on))
    if not line.adopted_by:
        return _("Adopted {day}").format(day=day)
    return _("Adopted by {body}, {day}").format(body=line.adopted_by, day=day)


def candidacy_rows(candidacies: Sequence[CandidacyLine], body_id: str) -> tuple[Row, ...]:
    """Return the open candidacies to a body's seats."""
    return tuple(
        Row(
            line.id,
            line.person_name,
            Link("candidacy", line.id, line.person_name),
            notes=(_candidacy_note(line),),
            chip=(word(line.step), ToneName.ACCENT),
        )
        for line in candidacies
        if line.open and line.body_id == body_id
    )


def _candidacy_note(line: CandidacyLine) -> str:
    seat = _("For seat {number}, {role}").format(
        number=line.seat_number, role=word(SeatRole(line.seat_role))
    )
    by = _("put forward by {body}").format(body=line.by_name)
    return " · ".join((seat, by, short_date(PartialDate.parse(line.day))))


def channel_rows(channels: Sequence[ChannelLine], body_id: str) -> tuple[Row, ...]:
    """Return a body's channels, each by what travels and whereto or wherefrom."""
    rows = []
    for line in channels:
        sends = line.from_id == body_id
        way = _("{what} to {body}") if sends else _("{what} from {body}")
        other = line.to_name if sends else line.from_name
        title = capital(way.format(what=word(line.kind), body=other))
        said = (word(line.direction), line.rhythm, line.medium)
        note = " · ".join(filter(None, said))
        rows.append(Row(line.id, title, Link("flow", line.id, title), notes=(note,)))
    return tuple(rows)


def source_rows(sources: Sequence[Source]) -> tuple[Row, ...]:
    """Return where the facts come from and when they were last verified."""
    return tuple(
        Row(
            source.id,
            source.title,
            notes=(source.address, _source_note(source)),
            verbs=(
                Verb(BodyVerb.VERIFY_SOURCE, _("Verified today"), "check"),
                Verb(BodyVerb.CORRECT_SOURCE, _("Correct the source…"), "edit", "F2"),
                Verb(BodyVerb.DELETE_SOURCE, _("Delete the source"), "delete", "Delete"),
            ),
        )
        for source in sources
    )


def _source_note(source: Source) -> str:
    said = []
    if source.seen_on:
        said.append(_("Seen {day}").format(day=short_date(PartialDate.parse(source.seen_on))))
    if source.verified_on:
        verified = short_date(PartialDate.parse(source.verified_on))
        who = source.verified_by
        said.append(
            _("last verified {day} by {who}").format(day=verified, who=who)
            if who
            else _("last verified {day}").format(day=verified)
        )
    else:
        said.append(_("never verified"))
    return capital(" · ".join(said))


def history_rows(lines: Sequence[JournalLine]) -> tuple[Row, ...]:
    """Return the newest changes; what was taken back is struck through and says so."""
    edits = [line for line in lines if line.is_edit][:HISTORY_LINES]
    return tuple(
        Row(
            str(line.id),
            ": ".join(filter(None, (translate(line.label), line.subject))),
            notes=(journal_note(line),),
            struck=line.undone,
        )
        for line in edits
    )


def day_words(text: str, day: date, *, is_today: bool) -> str:
    """Return a heading, with the day it holds for unless that is today."""
    return text if is_today else _("{what} as of {day}").format(what=text, day=short_date(day))


def names_in_use(names: Sequence[BodyName], day: date, other_than: str) -> str:
    """Return the other names in use on the day, as a list in words."""
    return listed(
        list(
            dict.fromkeys(
                name.name for name in names if name.period.covers(day) and name.name != other_than
            )
        )
    )
