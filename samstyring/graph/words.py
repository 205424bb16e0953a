"""The structure said in words: a body, a view, a focus, a difference, each in a short paragraph."""

from collections.abc import Collection, Iterator, Sequence

from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.difference import PERSON_KINDS, Difference, DifferenceKind
from samstyring.domain.org import LineKind, OrgBody, OrgSnapshot
from samstyring.domain.seats import SeatLine, SeatRole
from samstyring.domain.text import fold, sort_key
from samstyring.domain.words import word
from samstyring.formats import capital, listed, long_date
from samstyring.formats import number as in_figures
from samstyring.graph.clauses import (
    bodies_in_words,
    clause,
    out_of,
    paragraph,
    persons_in_words,
    sentence,
    told,
)
from samstyring.graph.difference import weightiest_of
from samstyring.graph.picture_options import PictureOptions
from samstyring.graph.structure import ALL_LINES, AnyLine, Direction, around
from samstyring.graph.ties import Ties, ties_of
from samstyring.language import _, ngettext

_NAMED = 2
_CLAUSES = 3
# In the order they are told; belonging to KS or a county comes after what is governed.
_TOLD_OUT: tuple[AnyLine, ...] = (
    RelationKind.MEMBER_OF, RelationKind.PART_OF, RelationKind.REPORTS_TO, RelationKind.ADVISES,
    RelationKind.PREPARES_CASES_FOR, RelationKind.SECRETARIAT_FOR, RelationKind.HOSTS,
    RelationKind.OWNS, RelationKind.OBSERVES, LineKind.NOMINATES, LineKind.APPOINTS,
    RelationKind.LOCATED_IN,
)  # fmt: skip
_TOLD_IN: tuple[AnyLine, ...] = (
    RelationKind.REPORTS_TO, RelationKind.PART_OF, RelationKind.ADVISES,
    RelationKind.PREPARES_CASES_FOR, RelationKind.SECRETARIAT_FOR, RelationKind.HOSTS,
    RelationKind.OWNS, RelationKind.OBSERVES, LineKind.NOMINATES, LineKind.APPOINTS,
)  # fmt: skip


def describe_body(snapshot: OrgSnapshot, seats: Sequence[SeatLine], body_id: str) -> str:
    """Return a paragraph on a body as of the day; empty for a body that is not there.

    ``seats`` are those of the same day, of all bodies where it shall say who sits elsewhere.
    """
    ties = ties_of(snapshot, seats)
    return _body_in_words(ties, ties.bodies[body_id]) if body_id in ties.bodies else ""


def describe_bodies(snapshot: OrgSnapshot, seats: Sequence[SeatLine]) -> dict[str, str]:
    """Return the paragraph on every body by its id, in one pass over the structure."""
    ties = ties_of(snapshot, seats)
    return {body.id: _body_in_words(ties, body) for body in snapshot.bodies}


def describe_view(
    options: PictureOptions,
    snapshot: OrgSnapshot,
    near: Collection[str] | None = None,
    drawn: Collection[AnyLine] | None = None,
) -> str:
    """Return in words what a view shows: the day, what is left out, and what its lines say.

    ``near`` are the bodies that are shown around the one in focus, ``drawn`` the kinds of line
    that are drawn; without them both are what the options ask for.
    """
    lines = _lines_in_words(options.lines if drawn is None else drawn)
    if options.focus:
        return " ".join((describe_focus(options, snapshot, near), lines))
    only = [
        *(word(kind) for kind in BodyKind if kind in options.kinds),
        *(word(level) for level in type(snapshot.bodies[0].level) if level in options.levels),
        *sorted(options.regions, key=sort_key),
    ] if snapshot.bodies else []  # fmt: skip
    form = _("On {date} the structure has {bodies} and {municipalities}")
    texts = [_counted(form, snapshot, {body.id for body in snapshot.bodies})]
    if only:
        texts.append(_("Shown are only {chosen}").format(chosen=listed(only)))
    return " ".join((paragraph(texts), lines))


def describe_focus(
    options: PictureOptions, snapshot: OrgSnapshot, near: Collection[str] | None = None
) -> str:
    """Return in words what stands around the body in focus; empty when it is not there.

    ``near`` are the bodies to count, where filters leave out some of those around it.
    """
    names = {body.id: body.name for body in snapshot.bodies}
    if options.focus not in names:
        return ""
    if near is None:
        near = around(snapshot, options.focus, options.steps, ALL_LINES, options.direction)
    steps = told(ngettext("one step", "{count} steps", options.steps), options.steps)
    form = {
        Direction.BOTH: _("Within {steps} of {body} there are {bodies} and {municipalities}"),
        Direction.OUT: _("Within {steps} out from {body} there are {bodies} and {municipalities}"),
        Direction.IN: _("Within {steps} in to {body} there are {bodies} and {municipalities}"),
    }[options.direction]
    return sentence(_counted(form, snapshot, set(near) - {options.focus},
                             steps=steps, body=names[options.focus]))  # fmt: skip


def describe_difference(difference: Difference) -> str:
    """Return a paragraph on what differs: bodies by what happened to them, then persons."""
    days = {"before": long_date(difference.before), "after": long_date(difference.after)}
    if not difference.changes:
        return _("Nothing differs between {before} and {after}.").format(**days)
    names = {line.body_id: line.body_name for line in difference.changes}
    weightiest = weightiest_of(difference)
    in_all = told(ngettext("one in all", "{count} in all", len(weightiest)), len(weightiest))
    form = _("This differs from {before} to {after}: {in_all}")
    texts = [form.format(**days, in_all=in_all)]
    for kind in DifferenceKind:
        if kind not in PERSON_KINDS:
            changed = [names[body_id] for body_id, most in weightiest.items() if most is kind]
            texts.append(_happened(kind, changed) if changed else "")
    peopled = sum(kind in PERSON_KINDS for kind in weightiest.values())
    return paragraph([*texts, _only_people(peopled), *_people(difference)])


def _body_in_words(ties: Ties, body: OrgBody) -> str:
    told_of = [*_own(ties, body), *_seats_of(ties, body)]
    incoming = [
        clause(kind, bodies_in_words(ties.names(ids), _NAMED), along=False)
        for kind in _TOLD_IN
        if (ids := ties.into.get(body.id, {}).get(kind))
    ]
    if not told_of and not incoming:
        told_of = [_("stands alone: no line joins it to another")]
    whole, short = _subject(body), body.label
    texts = _in_sentences(whole, short, told_of)
    texts += _in_sentences(short if texts else whole, short, incoming)
    texts += [_leaders(ties, body), _terms(ties, body), _unfilled(ties, body)]
    return paragraph([*texts, _sent(ties, body)])


def _subject(body: OrgBody) -> str:
    """Return the name, with the short one and what it is where the name does not tell."""
    kind = word(body.kind)
    tells = body.kind is BodyKind.REGIONAL_NETWORK or body.kind is BodyKind.OTHER
    aside = [] if body.label in body.name and body.label == body.name else [body.label]
    if not tells and fold(kind) not in fold(body.name):
        aside.append(kind)
    return f"{body.name} ({', '.join(aside)})" if aside else body.name


def _in_sentences(first: str, then: str, clauses: Sequence[str]) -> list[str]:
    """Return the clauses in sentences short enough to be heard."""
    parts = [clauses[start : start + _CLAUSES] for start in range(0, len(clauses), _CLAUSES)]
    return [f"{then if number else first} {listed(part)}" for number, part in enumerate(parts)]


def _own(ties: Ties, body: OrgBody) -> Iterator[str]:
    members = ties.members(body.id)
    if members:
        yield _gathered(ties, body, members)
    if body.population:
        form = ngettext("has {count} inhabitant", "has {count} inhabitants", body.population)
        yield form.format(count=in_figures(body.population))
    towns = ties.towns_of.get(body.label, set())
    if body.kind is BodyKind.COUNTY_MUNICIPALITY and towns:
        form = ngettext("has one municipality", "has {count} municipalities", len(towns))
        yield told(form, len(towns))
    out = ties.out.get(body.id, {})
    for kind in _TOLD_OUT:
        # Whoever gathers the municipalities of a county has said where it is.
        if out.get(kind) and not (members and kind is RelationKind.LOCATED_IN):
            yield clause(kind, bodies_in_words(ties.names(set(out[kind])), _NAMED))


def _gathered(ties: Ties, body: OrgBody, members: set[str]) -> str:
    region, around_here = listed(body.region.split(", ")), ties.towns_in(body)
    if not around_here or not members <= around_here:
        form = ngettext("gathers one municipality", "gathers {count} municipalities", len(members))
        return told(form, len(members))
    if members == around_here:
        form = ngettext(
            "gathers the one municipality in {region}",
            "gathers all {count} municipalities in {region}",
            len(members),
        )
        return told(form, len(members), region=region)
    return _("gathers {share} municipalities in {region}").format(
        share=out_of(len(members), len(around_here)), region=region
    )


def _seats_of(ties: Ties, body: OrgBody) -> Iterator[str]:
    own, whole = body.balance, ties.balance(body.id)
    if own.seats and not own.vacant:
        form = ngettext("has one seat, which is filled", "has {count} seats, all filled", own.seats)
        yield told(form, own.seats)
    elif own.seats:
        seats = told(ngettext("one seat", "{count} seats", own.seats), own.seats)
        form = ngettext(
            "has {seats}, one of them vacant", "has {seats}, {count} of them vacant", own.vacant
        )
        yield told(form, own.vacant, seats=seats)
    elif whole.vacant:
        form = ngettext(
            "has one vacant seat in {bodies}", "has {count} vacant seats in {bodies}", whole.vacant
        )
        bodies = bodies_in_words(ties.names(ties.vacant_in(body.id)), _NAMED)
        yield told(form, whole.vacant, bodies=bodies)


def _leaders(ties: Ties, body: OrgBody) -> str:
    """Say who leads a body, as far as anyone does."""
    found = {seat.role: seat.person_name for seat in reversed(ties.seats.get(body.id, []))}
    chair, deputy = found.get(SeatRole.CHAIR, ""), found.get(SeatRole.DEPUTY_CHAIR, "")
    if chair and deputy:
        form = _("The chair is {chair}, and the deputy chair is {deputy}")
        return form.format(chair=chair, deputy=deputy)
    if chair:
        return _("The chair is {chair}").format(chair=chair)
    return _("The deputy chair is {deputy}").format(deputy=deputy) if deputy else ""


def _terms(ties: Ties, body: OrgBody) -> str:
    soon, over = body.balance.ends_soon, body.balance.term_over
    texts = []
    if soon:
        texts.append(told(ngettext("one term ends soon", "{count} terms end soon", soon), soon))
    if over:
        form = ngettext(
            "one sits on after the term", "{count} sit on after their terms", over
        )  # fmt: skip
        texts.append(told(form, over))
    return capital(listed(texts))


def _unfilled(ties: Ties, body: OrgBody) -> str:
    """Say how many seats elsewhere stand empty that a body nominates to, and where."""
    empty = ties.to_nominate.get(body.id, [])
    if not empty:
        return ""
    form = ngettext(
        "One seat that {nominator} nominates to in {bodies} is vacant",
        "{count} seats that {nominator} nominates to in {bodies} are vacant",
        len(empty),
    )
    bodies = sorted({seat.body_name for seat in empty}, key=sort_key)
    said = told(form, len(empty), nominator=body.label, bodies=bodies_in_words(bodies, _NAMED))
    return capital(said)


def _sent(ties: Ties, body: OrgBody) -> str:
    """Say who sits elsewhere for a body, or how many."""
    places: dict[str, dict[str, None]] = {}
    for seat in ties.sent.get(body.id, []):
        places.setdefault(seat.person_name, {})[seat.body_name] = None
    if not places:
        return ""
    bodies = {name for names in places.values() for name in names}
    if max(len(places), len(bodies)) <= _NAMED + 1:
        who = [
            _("{person} in {body}").format(person=person, body=listed(tuple(names)))
            for person, names in places.items()
        ]
        return _("Sitting elsewhere from {body}: {persons}").format(
            body=body.label, persons=listed(who)
        )
    return _("From {body} {persons} sit in {bodies}").format(
        body=body.label,
        persons=persons_in_words(tuple(places), 0),
        bodies=bodies_in_words(tuple(bodies), 0),
    )


def _counted(form: str, snapshot: OrgSnapshot, ids: set[str], **values: str) -> str:
    kinds = [body.kind for body in snapshot.bodies if body.id in ids]
    towns = kinds.count(BodyKind.MUNICIPALITY)
    others = len(kinds) - towns
    return form.format(
        date=long_date(snapshot.day),
        bodies=told(ngettext("one body", "{count} bodies", others), others),
        municipalities=told(ngettext("one municipality", "{count} municipalities", towns), towns),
        **values,
    )


def _lines_in_words(kinds: Collection[AnyLine]) -> str:
    words = [word(kind) for kind in ALL_LINES if kind in kinds]
    if not words:
        return _("No lines are drawn.")
    return _("The lines say: {kinds}.").format(kinds=listed(words))


def _happened(kind: DifferenceKind, names: Sequence[str]) -> str:
    count = len(names)
    form = {
        DifferenceKind.NEW: ngettext("one body is new", "{count} bodies are new", count),
        DifferenceKind.GONE: ngettext("one body is gone", "{count} bodies are gone", count),
        DifferenceKind.MOVED: ngettext("one body has moved", "{count} bodies have moved", count),
        DifferenceKind.CHANGED: ngettext(
            "one body has changed", "{count} bodies have changed", count
        ),
    }[kind]
    text = capital(told(form, count))
    return f"{text}: {listed(names)}" if count <= _NAMED + 1 else text


def _only_people(count: int) -> str:
    form = ngettext(
        "in one body only the persons differ",
        "in {count} bodies only the persons differ",
        count,
    )
    return capital(told(form, count)) if count else ""


def _people(difference: Difference) -> Iterator[str]:
    came = len(difference.of(DifferenceKind.PERSON_IN))
    left = len(difference.of(DifferenceKind.PERSON_OUT))
    if came:
        form = ngettext("one person has come in", "{count} persons have come in", came)
        yield capital(told(form, came))
    if left:
        form = ngettext("one person has left", "{count} persons have left", left)
        yield capital(told(form, left))
