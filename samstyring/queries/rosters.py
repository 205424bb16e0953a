"""Who sits in a body, or in all of them, as a list to print."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.bodies import LEVEL_ORDER, Level
from samstyring.domain.letters import Letter, LetterKind, LetterTable
from samstyring.domain.seats import SeatLine
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import EN_DASH, long_date, short_date
from samstyring.language import _, texts_in
from samstyring.queries.as_of import NOBODY, alive, names_as_of
from samstyring.queries.letters_round import holder
from samstyring.queries.seats import seat_lines
from samstyring.store import tables as t


def rosters(
    session: Session, body_ids: tuple[str, ...], *, as_of: date, language: str
) -> tuple[Letter, ...]:
    """Return one roster for each of the bodies, by name, in bokmål (nb) or nynorsk (nn)."""
    with texts_in(language):
        names = names_as_of(session, as_of, body_ids)
        found = []
        for body_id in body_ids:
            seats = seat_lines(session, as_of=as_of, body_id=body_id)
            name = names.get(body_id, NOBODY).official
            table = LetterTable("roster", tuple(map(_row, seats)))
            found.append(
                Letter(
                    f"roster:{body_id}", LetterKind.ROSTER, language, as_of, "", name,
                    values=(("body", name), ("day", long_date(as_of))), tables=(table,),
                    about_body_id=body_id,
                )
            )  # fmt: skip
        return tuple(sorted(found, key=lambda letter: sort_key(letter.recipient)))


def booklet(session: Session, *, as_of: date, language: str) -> tuple[Letter, ...]:
    """Return one document with the roster of every body that has seats, by level and name."""
    with texts_in(language):
        by_body: dict[str, list[SeatLine]] = {}
        for seat in seat_lines(session, as_of=as_of):
            by_body.setdefault(seat.body_id, []).append(seat)
        body = t.BodyRow
        levels = {
            body_id: Level(level)
            for body_id, level in session.execute(
                select(body.id, body.level).where(alive(body, as_of))
            )
        }
        tables = [
            (LEVEL_ORDER[levels[body_id]], _titled(seats)) for body_id, seats in by_body.items()
        ]
        tables.sort(key=lambda each: (each[0], sort_key(each[1].title)))
        values = (("day", long_date(as_of)), ("bodies", str(len(tables))))
        return (
            Letter(
                "booklet", LetterKind.BOOKLET, language, as_of, "", _("All bodies"),
                values=values, tables=tuple(table for _level, table in tables),
            ),
        )  # fmt: skip


def _titled(seats: list[SeatLine]) -> LetterTable:
    return LetterTable("roster", tuple(map(_row, seats)), seats[0].body_name)


def _row(seat: SeatLine) -> tuple[str, ...]:
    role = word(seat.role)
    if seat.substitute_for_name:
        role = _("{role} for {person}").format(role=role, person=seat.substitute_for_name)
    term = f" {EN_DASH} ".join(filter(None, (short_date(seat.since), short_date(seat.term_last))))
    return holder(seat), role, seat.represents_name, term if seat.person_id else ""
