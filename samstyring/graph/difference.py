"""What differs between two days in sentences, and the marks that show it in the graph."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from samstyring.domain.bodies import RelationKind
from samstyring.domain.difference import (
    DIFFERENCE_ORDER,
    PERSON_KINDS,
    TONES,
    Difference,
    DifferenceKind,
    DifferenceLine,
    TwoDays,
)
from samstyring.domain.org import OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.seats import ROLE_ORDER, SeatLine
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import listed
from samstyring.graph.clauses import clause, spelled, told
from samstyring.graph.structure import AnyLine, Holding, holding
from samstyring.language import _, ngettext

_BACKBONE = (RelationKind.REPORTS_TO, RelationKind.PART_OF)
_PLACING = (*_BACKBONE, RelationKind.MEMBER_OF, RelationKind.LOCATED_IN)
_Fact = tuple[AnyLine, str]
# Of these sentences the icon alone would have to say what happened.
_UNSAID = frozenset({DifferenceKind.MOVED})


@dataclass(frozen=True, slots=True)
class BodyMark:
    """How a body is marked in the graph: a word and its tone; a ghost is gone on the last day."""

    body_id: str
    word: str
    tone: str
    ghost: bool = False


def difference(
    before: OrgSnapshot,
    after: OrgSnapshot,
    seats_before: Sequence[SeatLine] = (),
    seats_after: Sequence[SeatLine] = (),
) -> Difference:
    """Return what differs from one day to another, in sentences of the language in use.

    The two may also be a draft and what it was drafted from: bodies are known by their ids.
    """
    days = TwoDays(before, after, tuple(seats_before), tuple(seats_after))
    lines = [*_bodies_that_differ(days), *_persons_that_differ(days)]
    lines.sort(key=lambda line: (sort_key(line.body_name), line.body_id,
                                 DIFFERENCE_ORDER[line.kind], sort_key(line.sentence)))  # fmt: skip
    return Difference(before.day, after.day, tuple(lines))


def difference_of(days: TwoDays) -> Difference:
    """Return what differs between two days that were read together."""
    return difference(days.before, days.after, days.seats_before, days.seats_after)


def both_days(before: OrgSnapshot, after: OrgSnapshot) -> OrgSnapshot:
    """Return the last day's structure with the bodies that are gone, and their lines, put back."""
    there = {body.id for body in after.bodies}
    ghosts = tuple(body for body in before.bodies if body.id not in there)
    gone = {body.id for body in ghosts}
    lines = tuple(line for line in before.lines if line.from_id in gone or line.to_id in gone)
    known = {line.id for line in after.lines}
    return replace(
        after,
        bodies=(*after.bodies, *ghosts),
        lines=(*after.lines, *(line for line in lines if line.id not in known)),
    )


def marks_of(found: Difference) -> dict[str, BodyMark]:
    """Return the mark of every body that differs: of several lines the weightiest."""
    return {
        body_id: BodyMark(body_id, kind_word(kind), TONES[kind], kind is DifferenceKind.GONE)
        for body_id, kind in weightiest_of(found).items()
    }


def weightiest_of(found: Difference) -> dict[str, DifferenceKind]:
    """Return the weightiest that happened to each body that differs, so that it counts once."""
    best: dict[str, DifferenceKind] = {}
    for line in found.changes:
        known = best.get(line.body_id)
        if known is None or DIFFERENCE_ORDER[line.kind] < DIFFERENCE_ORDER[known]:
            best[line.body_id] = line.kind
    return best


def marks_shown(
    found: Difference, held: Holding, shown: Collection[str]
) -> dict[str, tuple[BodyMark, ...]]:
    """Return the marks for the boxes that are shown: a body's own, and one that counts what
    differs among those folded away in it.
    """
    marks: dict[str, list[BodyMark]] = {}
    folded: dict[str, int] = {}
    for body_id, mark in marks_of(found).items():
        place = held.shown_for(body_id, shown)
        if place == body_id:
            marks.setdefault(body_id, []).append(mark)
        elif place is not None:
            folded[place] = folded.get(place, 0) + 1
    for place, count in folded.items():
        text = told(ngettext("one differs inside", "{count} differ inside", count), count)
        marks.setdefault(place, []).append(BodyMark(place, text, "accent"))
    return {body_id: tuple(each) for body_id, each in marks.items()}


def line_text(line: DifferenceLine) -> str:
    """Return the sentence of a line, with the word for what happened where it does not say so."""
    return f"{line.sentence} · {kind_word(line.kind)}" if line.kind in _UNSAID else line.sentence


def kind_word(kind: DifferenceKind) -> str:
    """Return the short word for what happened, in the language in use."""
    return {
        DifferenceKind.NEW: _("new"),
        DifferenceKind.GONE: _("gone"),
        DifferenceKind.MOVED: _("moved"),
        DifferenceKind.CHANGED: _("changed"),
        DifferenceKind.PERSON_IN: _("person in"),
        DifferenceKind.PERSON_OUT: _("person out"),
        DifferenceKind.PERSON_CHANGED: _("new role"),
    }[kind]


def _bodies_that_differ(days: TwoDays) -> Iterator[DifferenceLine]:
    before = {body.id: body for body in days.before.bodies}
    after = {body.id: body for body in days.after.bodies}
    names = _told_apart(days)
    for body in days.after.bodies:
        if body.id not in before:
            text = _("{body} is new ({kind}).").format(body=names[body.id], kind=word(body.kind))
            yield DifferenceLine(body.id, names[body.id], DifferenceKind.NEW, text)
    for body in days.before.bodies:
        if body.id not in after:
            text = _("{body} is no longer there.").format(body=names[body.id])
            yield DifferenceLine(body.id, names[body.id], DifferenceKind.GONE, text)
    both = [(before[body.id], body) for body in days.after.bodies if body.id in before]
    for old, new in both:
        for text in _changed(old, replace(new, name=names[new.id]), renamed=old.name != new.name):
            yield DifferenceLine(new.id, names[new.id], DifferenceKind.CHANGED, text)
    yield from _relations_that_differ(days, names)


def _told_apart(days: TwoDays) -> dict[str, str]:
    """Return the names of all bodies by id, with the number or the year where names are equal."""
    bodies = {**{b.id: b for b in days.before.bodies}, **{b.id: b for b in days.after.bodies}}
    there = {body.id for body in days.after.bodies}
    alike: dict[str, list[OrgBody]] = {}
    for body in bodies.values():
        alike.setdefault(body.name, []).append(body)
    names = {}
    for name, those in alike.items():
        numbered = len({body.number for body in those} - {""}) == len(those)
        for body in those if len(those) > 1 else ():
            day = days.after.day if body.id in there else days.before.day
            names[body.id] = (
                _("{body} (no. {number})").format(body=name, number=body.number)
                if numbered
                else f"{name} ({day.year})"
            )
    return {body.id: names.get(body.id, body.name) for body in bodies.values()}


def _changed(old: OrgBody, new: OrgBody, *, renamed: bool) -> Iterator[str]:
    if renamed:
        yield _("{before} is now called {after}.").format(before=old.name, after=new.name)
    if old.short_name != new.short_name and new.short_name:
        yield _("{body} is now called {short} for short.").format(
            body=new.name, short=new.short_name
        )
    if old.kind is not new.kind:
        yield _("{body} is now {after}, before {before}.").format(
            body=new.name, before=word(old.kind), after=word(new.kind)
        )
    if old.level is not new.level:
        yield _("{body} now has the level {after}, before {before}.").format(
            body=new.name, before=word(old.level), after=word(new.level)
        )
    if old.balance.seats != new.balance.seats:
        count = new.balance.seats
        form = ngettext(
            "{body} now has one seat, before {before}.",
            "{body} now has {count} seats, before {before}.",
            count,
        )
        yield told(form, count, body=new.name, before=spelled(old.balance.seats))


def _relations_that_differ(days: TwoDays, names: dict[str, str]) -> Iterator[DifferenceLine]:
    there = {body.id for body in days.before.bodies}
    old, new = _facts(days.before.lines), _facts(days.after.lines)
    held_before, held_after = holding(days.before).holder, holding(days.after).holder
    for body_id in (body.id for body in days.after.bodies if body.id in there):
        gone, come = old.get(body_id, {}), new.get(body_id, {})
        if gone != come:
            yield from _moves(body_id, names, gone, come)
        if _backbone(gone) == _backbone(come):
            places = held_before.get(body_id, ""), held_after.get(body_id, "")
            if places[0] != places[1] and not _told_as_member(gone, come, places):
                text = _place(names[body_id], *(names.get(place, "") for place in places))
                # Who had no place before, or has none now, has not moved from one to another.
                what = DifferenceKind.MOVED if all(places) else DifferenceKind.CHANGED
                yield DifferenceLine(body_id, names[body_id], what, text)


def _told_as_member(
    gone: dict[_Fact, None], come: dict[_Fact, None], places: Sequence[str]
) -> bool:
    """Say whether a membership that came or went already tells that the place is another."""
    differing = gone.keys() ^ come.keys()
    return any(kind in _PLACING and other in places for kind, other in differing)


def _facts(lines: Iterable[OrgLine]) -> dict[str, dict[_Fact, None]]:
    """Return what each body stands in to others, in the order of the lines."""
    found: dict[str, dict[_Fact, None]] = {}
    for line in lines:
        found.setdefault(line.from_id, {})[line.kind, line.to_id] = None
    return found


def _backbone(facts: dict[_Fact, None]) -> set[_Fact]:
    return {fact for fact in facts if fact[0] in _BACKBONE}


def _moves(
    body_id: str, names: dict[str, str], gone: dict[_Fact, None], come: dict[_Fact, None]
) -> Iterator[DifferenceLine]:
    kinds = dict.fromkeys(kind for kind, _other in (*gone, *come))
    for kind in kinds:
        old = [names[other] for k, other in gone if k is kind and (k, other) not in come]
        new = [names[other] for k, other in come if k is kind and (k, other) not in gone]
        if not old and not new:
            continue
        moved = _is_move(kind, gone.keys() - come.keys(), come.keys() - gone.keys())
        what = DifferenceKind.MOVED if moved else DifferenceKind.CHANGED
        yield DifferenceLine(
            body_id, names[body_id], what, _relation_text(names[body_id], kind, old, new)
        )


def _is_move(kind: AnyLine, lost: Collection[_Fact], won: Collection[_Fact]) -> bool:
    """Say whether a line of a kind went from one holder to another; a first one is no move."""
    likes = _BACKBONE if kind in _BACKBONE else (kind,)
    both = (any(each in likes for each, _other in facts) for facts in (lost, won))
    return kind in _PLACING and all(both)


def _relation_text(body: str, kind: AnyLine, old: Sequence[str], new: Sequence[str]) -> str:
    texts = []
    if new:
        fact = f"{body} {clause(kind, listed(new))}"
        texts.append(_("New: {fact}.").format(fact=fact))
    if old:
        fact = f"{body} {clause(kind, listed(old))}"
        texts.append(_("No longer: {fact}.").format(fact=fact))
    return " ".join(texts)


def _place(body: str, before: str, after: str) -> str:
    if before and after:
        form = _("{body} now belongs to {after}, before to {before}.")
    elif after:
        form = _("{body} now belongs to {after}.")
    else:
        form = _("{body} no longer belongs to {before}.")
    return form.format(body=body, before=before, after=after)


def _persons_that_differ(days: TwoDays) -> Iterator[DifferenceLine]:
    before, after = _sitting(days.seats_before), _sitting(days.seats_after)
    names = _told_apart(days)
    for key, seat in after.items():
        old = before.get(key)
        if old is None:
            form, kind = _("{person} is new in {body} as {role}."), DifferenceKind.PERSON_IN
        elif old.role is not seat.role:
            form = _("{person} is now {role} in {body}, before {before}.")
            kind = DifferenceKind.PERSON_CHANGED
        else:
            continue
        told_before = word(old.role) if old else ""
        yield _person_line(form, kind, _called(seat, names), before=told_before)
    for key, seat in before.items():
        if key not in after:
            form = _("{person} has left {body}.")
            yield _person_line(form, DifferenceKind.PERSON_OUT, _called(seat, names))


def _called(seat: SeatLine, names: dict[str, str]) -> SeatLine:
    return replace(seat, body_name=names.get(seat.body_id, seat.body_name))


def _sitting(seats: Iterable[SeatLine]) -> dict[tuple[str, str], SeatLine]:
    """Return who sits in what, by body and person: of several seats the highest."""
    found: dict[tuple[str, str], SeatLine] = {}
    for seat in sorted(seats, key=lambda seat: ROLE_ORDER[seat.role]):
        if seat.person_id:
            found.setdefault((seat.body_id, seat.person_id), seat)
    return found


def _person_line(
    form: str, kind: DifferenceKind, seat: SeatLine, before: str = ""
) -> DifferenceLine:
    assert kind in PERSON_KINDS
    text = form.format(
        person=seat.person_name, body=seat.body_name, role=word(seat.role), before=before
    )
    return DifferenceLine(seat.body_id, seat.body_name, kind, text, seat.person_id)
