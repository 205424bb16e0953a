"""The one search over everything, and names typed on the command line."""

import difflib
from datetime import date

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from samstyring.domain.choices import Hit
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.text import fold, words_of
from samstyring.language import _
from samstyring.queries.as_of import alive
from samstyring.store import tables as t

_SUGGESTIONS = 5


def search(session: Session, text: str, *, limit: int = 30) -> tuple[Hit, ...]:
    """Return what holds every word of the text, best first: the title begins with it, then a
    word of it does, then the rest; short titles before long ones.
    """
    words = words_of(text)
    if not words:
        return ()
    row = t.SearchEntryRow
    statement = select(row.target_id, row.kind, row.title, row.detail, row.folded).where(
        and_(*(row.folded.contains(word, autoescape=True) for word in words))
    )
    found = sorted(session.execute(statement), key=lambda hit: _rank(hit[2], hit[4], words))
    return tuple(Hit(*hit[:4]) for hit in found[:limit])


def _rank(title: str, folded: str, words: tuple[str, ...]) -> tuple[int, int, str]:
    name = fold(title)
    if name == " ".join(words):
        return 0, 0, name
    if name.startswith(words[0]):
        return 1, len(name), name
    begins = any(f" {word}" in f" {folded}" for word in words)
    return (2 if begins else 3), len(name), name


def find_body(session: Session, text: str, *, as_of: date) -> str:
    """Return the id of the body with that name, short name, number or id.

    NotFoundError with suggestions for an unknown name, RuleError for one that fits several.
    """
    return _one(text, _body_names(session), _alive_bodies(session, as_of))


def find_person(session: Session, text: str) -> str:
    """Return the id of the person with that name or id; errors as for ``find_body``."""
    found = session.execute(select(t.PersonRow.id, t.PersonRow.name))
    names = [(person_id, name) for person_id, name in found]
    return _one(text, names, {person_id for person_id, _name in names})


def find_thing(session: Session, text: str, *, as_of: date) -> Hit:
    """Return the body or person with that name or id, as a hit."""
    try:
        body_id = find_body(session, text, as_of=as_of)
        return Hit(body_id, "body", text)
    except NotFoundError as unknown:
        try:
            return Hit(find_person(session, text), "person", text)
        except NotFoundError:
            raise unknown from None


def _body_names(session: Session) -> list[tuple[str, str]]:
    names = session.execute(select(t.BodyNameRow.body_id, t.BodyNameRow.name))
    numbers = session.execute(select(t.OfficialNumberRow.body_id, t.OfficialNumberRow.number))
    return [(key, name) for key, name in (*names, *numbers)]


def _alive_bodies(session: Session, day: date) -> set[str]:
    return set(session.scalars(select(t.BodyRow.id).where(alive(t.BodyRow, day))))


def _one(text: str, names: list[tuple[str, str]], there: set[str]) -> str:
    wanted = fold(text.strip())
    found = {key for key, name in names if fold(name) == wanted or key == text.strip()}
    standing = found & there or found
    if len(standing) == 1:
        return standing.pop()
    if standing:
        raise RuleError(
            _("“{name}” fits several: {choices}. Write its number or id.").format(
                name=text, choices="; ".join(_described(names, key) for key in sorted(standing))
            )
        )
    raise NotFoundError(_unknown(text, names, wanted))


def _described(names: list[tuple[str, str]], wanted: str) -> str:
    own = list(dict.fromkeys(name for key, name in names if key == wanted))
    return f"{', '.join(own[:3])} ({wanted})"


def _unknown(text: str, names: list[tuple[str, str]], wanted: str) -> str:
    folded = {fold(name): name for _key, name in names}
    near = [name for key, name in folded.items() if wanted and wanted in key][:_SUGGESTIONS]
    near += [folded[key] for key in difflib.get_close_matches(wanted, folded, _SUGGESTIONS, 0.6)]
    suggestions = list(dict.fromkeys(near))[:_SUGGESTIONS]
    if not suggestions:
        return _("Nothing in the file is called “{name}”.").format(name=text)
    return _("Nothing in the file is called “{name}”. Did you mean: {choices}?").format(
        name=text, choices=", ".join(suggestions)
    )
