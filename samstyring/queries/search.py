"""The one search over everything, and names typed on the command line."""

import difflib
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import NameKind
from samstyring.domain.choices import Hit
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.text import fold, words_of
from samstyring.language import _
from samstyring.queries.as_of import alive
from samstyring.store import tables as t

_SUGGESTIONS = 5


def search(session: Session, text: str, *, limit: int = 30) -> tuple[Hit, ...]:
    """Return what holds every word of the text, best first: what is called so, then so for short,
    then the title begins with it, then a word of it does, then the rest; short titles first.
    """
    words = words_of(text)
    if not words:
        return ()
    row = t.SearchEntryRow
    statement = select(row.target_id, row.kind, row.title, row.detail, row.folded).where(
        and_(*(row.folded.contains(word, autoescape=True) for word in words))
    )
    found, called = session.execute(statement), _so_called(session, text)
    best = nsmallest(limit, found, key=lambda hit: _rank(hit[2], hit[4], words, hit[0] in called))
    return tuple(Hit(*hit[:4]) for hit in best)


def _so_called(session: Session, text: str) -> set[str]:
    """Return the bodies that have the whole text as one of their names."""
    row = t.BodyNameRow
    same = func.lower(row.name) == func.lower(text.strip())
    return set(session.scalars(select(row.body_id).where(same)))


def _rank(title: str, folded: str, words: tuple[str, ...], called: bool) -> tuple[int, int, str]:
    name = fold(title)
    if name == " ".join(words):
        return 0, 0, name
    if called:
        return 1, len(name), name
    if name.startswith(words[0]):
        return 2, len(name), name
    begins = any(f" {word}" in f" {folded}" for word in words)
    return (3 if begins else 4), len(name), name


def find_body(session: Session, text: str, *, as_of: date) -> str:
    """Return the id of the body with that name, short name, number or id.

    Bodies of the day come before others, names in use that day before earlier ones, and official
    names before short ones. NotFoundError with suggestions for an unknown name, RuleError for one
    that fits several.
    """
    return _one(text, _body_names(session, as_of))


def find_person(session: Session, text: str) -> str:
    """Return the id of the person with that name or id; errors as for ``find_body``."""
    return _one(text, _person_names(session))


def find_thing(session: Session, text: str, *, as_of: date) -> Hit:
    """Return the body or person with that name or id, as a hit; errors as for ``find_body``."""
    bodies, people = _body_names(session, as_of), _person_names(session)
    for kind, names in (("body", bodies), ("person", people)):
        if _called(text, names):
            return Hit(_one(text, names), kind, text)
    raise NotFoundError(_unknown(text, bodies + people))


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of something: whether it is there that day, so called then, and officially."""

    key: str
    name: str
    there: bool = True
    then: bool = True
    official: bool = True


def _body_names(session: Session, day: date) -> list[_Name]:
    there = set(session.scalars(select(t.BodyRow.id).where(alive(t.BodyRow, day))))
    row, held = t.BodyNameRow, t.OfficialNumberRow
    names = session.execute(select(row.body_id, row.name, alive(row, day), row.kind))
    numbers = session.execute(select(held.body_id, held.number, alive(held, day)))
    official = NameKind.OFFICIAL.value
    found = [
        _Name(key, name, key in there, then, kind == official) for key, name, then, kind in names
    ]
    return found + [_Name(key, number, key in there, then) for key, number, then in numbers]


def _person_names(session: Session) -> list[_Name]:
    rows = session.execute(select(t.PersonRow.id, t.PersonRow.name))
    return [_Name(person_id, name) for person_id, name in rows]


def _called(text: str, names: list[_Name]) -> list[_Name]:
    wanted = fold(text.strip())
    return [name for name in names if fold(name.name) == wanted or name.key == text.strip()]


def _one(text: str, names: list[_Name]) -> str:
    found = _called(text, names)
    for better in ("there", "then", "official"):
        found = [name for name in found if getattr(name, better)] or found
    standing = {name.key for name in found}
    if len(standing) == 1:
        return standing.pop()
    if standing:
        raise RuleError(
            _("“{name}” fits several: {choices}. Write its number or id.").format(
                name=text, choices="; ".join(_described(names, key) for key in sorted(standing))
            )
        )
    raise NotFoundError(_unknown(text, names))


def _described(names: list[_Name], wanted: str) -> str:
    own = [name for name in names if name.key == wanted]
    known = list(dict.fromkeys(name.name for name in sorted(own, key=lambda name: not name.then)))
    return f"{', '.join(known[:3])} ({wanted})"


def _unknown(text: str, names: list[_Name]) -> str:
    wanted = fold(text.strip())
    suggestions = _suggested(wanted, names) if wanted else []
    if not suggestions:
        return _("Nothing in the file is called “{name}”.").format(name=text)
    return _("Nothing in the file is called “{name}”. Did you mean: {choices}?").format(
        name=text, choices=", ".join(suggestions)
    )


def _suggested(wanted: str, names: list[_Name]) -> list[str]:
    """Return names that begin with the text, then those with it inside, then those like it.

    What is there that day comes first, and short names before long ones; each thing once.
    """
    holding = [name for name in names if wanted in fold(name.name)]
    holding.sort(key=lambda name: _nearness(wanted, name))
    best: dict[str, str] = {}
    for name in holding:
        best.setdefault(name.key, name.name)
    folded = {fold(name.name): name.name for name in names if name.key not in best}
    alike = difflib.get_close_matches(wanted, folded, _SUGGESTIONS, 0.6)
    near = [*best.values(), *(folded[key] for key in alike)]
    return list(dict.fromkeys(near))[:_SUGGESTIONS]


def _nearness(wanted: str, name: _Name) -> tuple[bool, bool, bool, int, str]:
    own = fold(name.name)
    begins, begins_word = own.startswith(wanted), f" {wanted}" in f" {own}"
    return not (name.there and name.then), not begins, not begins_word, len(own), own
