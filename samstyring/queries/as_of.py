"""What stood on a day: the SQL spelling of ``Period.covers``, and names as of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import NameKind
from samstyring.language import current_language
from samstyring.store import tables as t

# Asked for at every name of thousands, where an enum's value is slow to come by.
_OFFICIAL, _SHORT = NameKind.OFFICIAL.value, NameKind.SHORT.value


def alive(row: Any, day: date) -> ColumnElement[bool]:
    """Return the condition that a row's period covers the day.

    A reduced date is a prefix of the days it can mean: as a start it sorts before them all as it
    stands, as an end after them all with a letter behind it that sorts after every digit.
    """
    iso = day.isoformat()
    return and_(
        or_(row.first_day.is_(None), row.first_day <= iso),
        or_(row.last_day.is_(None), row.last_day + "~" >= iso),
    )


@dataclass(frozen=True, slots=True)
class Names:
    """A body's names as of a day; short is empty where there is none."""

    official: str
    short: str = ""


def names_as_of(
    session: Session, day: date, body_ids: Iterable[str] | None = None
) -> dict[str, Names]:
    """Return the names of bodies as of a day, in the language in use where they have one.

    A body without a name that day is called by its newest one before, or else its first.
    """
    row = t.BodyNameRow
    statement = select(
        row.body_id, row.name, row.kind, row.language, row.first_day, row.last_day
    ).where(row.kind != NameKind.ALTERNATIVE.value)
    if body_ids is not None:
        statement = statement.where(row.body_id.in_(tuple(body_ids)))
    iso = day.isoformat()
    tastes = {"nn": 2, "nb": 1} if current_language() == "nn" else {"nb": 2, "nn": 1}
    best: dict[tuple[str, str], tuple[tuple[int, str, int], str]] = {}
    for body_id, name, kind, language, first, last in session.execute(statement):
        first = first or ""
        begun = first <= iso
        alive_then = begun and (last is None or last + "~" >= iso)
        age = "" if alive_then else last or "" if begun else _earliest_first(first)
        rank = (2 if alive_then else int(begun), age, tastes.get(language, 0))
        key = (body_id, kind)
        if key not in best or rank > best[key][0]:
            best[key] = (rank, name)
    return {
        body_id: Names(name, _short(best, body_id))
        for (body_id, kind), (_rank, name) in best.items()
        if kind == _OFFICIAL
    }


def _earliest_first(day: str) -> str:
    """Return a text that sorts the other way round, since the greatest rank wins."""
    return "".join(chr(159 - ord(letter)) for letter in day)


def _short(best: dict[tuple[str, str], tuple[tuple[int, str, int], str]], body_id: str) -> str:
    found = best.get((body_id, _SHORT))
    return found[1] if found and found[0][0] == 2 else ""


NOBODY = Names("")
