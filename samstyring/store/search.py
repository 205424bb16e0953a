"""The search index: one folded line of text for each thing that can be found."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from samstyring.domain.changes import RowChange
from samstyring.domain.text import fold
from samstyring.store import tables as t

# Which column of a changed row names the thing whose entry it belongs to.
_OWNERS = {
    "body": ("body", None),
    "body_name": ("body", "body_id"),
    "official_number": ("body", "body_id"),
    "person": ("person", None),
    "contact": ("person", "person_id"),
    "mandate": ("mandate", None),
    "nomination_round": ("round", None),
    "saved_view": ("view", None),
    "story": ("story", None),
}
_CHUNK = 400


def refresh(session: Session, changes: Iterable[RowChange]) -> None:
    """Bring the entries of everything that changed up to date, in the same transaction."""
    touched: dict[str, set[str]] = {}
    for change in changes:
        if change.table in _OWNERS:
            kind, column = _OWNERS[change.table]
            for owner in _owners(session, change, column):
                touched.setdefault(kind, set()).add(owner)
    for kind, ids in touched.items():
        ordered = sorted(ids)
        for start in range(0, len(ordered), _CHUNK):
            _renew(session, kind, ordered[start : start + _CHUNK])


def _owners(session: Session, change: RowChange, column: str | None) -> set[str]:
    if column is None:
        return {change.row_id}
    named = {
        values[column] for values in (change.before, change.after) if values and column in values
    }
    if named:
        return named
    row = session.get(t.TRACKED[change.table], change.row_id)
    return {getattr(row, column)} if row is not None else set()


def _renew(session: Session, kind: str, ids: list[str]) -> None:
    connection = session.connection()
    entries = t.SearchEntryRow
    connection.execute(delete(entries).where(entries.target_id.in_(ids)))
    rows = [
        {"target_id": target, "kind": kind, "title": title, "detail": detail, "folded": fold(text)}
        for target, title, detail, text in _READERS[kind](session, ids)
    ]
    if rows:
        connection.execute(insert(entries), rows)


Entry = tuple[str, str, str, str]


def _bodies(session: Session, ids: list[str]) -> list[Entry]:
    found = select(t.BodyRow.id, t.BodyRow.kind).where(t.BodyRow.id.in_(ids))
    kinds: dict[str, str] = {body_id: kind for body_id, kind in session.execute(found)}
    names: dict[str, list[str]] = {body_id: [] for body_id in kinds}
    titles: dict[str, tuple[bool, str, bool, str]] = {}
    statement = select(
        t.BodyNameRow.body_id, t.BodyNameRow.name, t.BodyNameRow.kind, t.BodyNameRow.last_day,
        t.BodyNameRow.language,
    ).where(t.BodyNameRow.body_id.in_(ids))  # fmt: skip
    for body_id, name, kind, last_day, language in session.execute(statement):
        names.setdefault(body_id, []).append(name)
        rank = kind == "official", last_day or "9999", language == "nb", name
        if body_id not in titles or rank > titles[body_id]:
            titles[body_id] = rank
    numbers = select(t.OfficialNumberRow.body_id, t.OfficialNumberRow.number)
    for body_id, number in session.execute(numbers.where(t.OfficialNumberRow.body_id.in_(ids))):
        names.setdefault(body_id, []).append(number)
    return [
        (body_id, titles[body_id][-1], kind, " ".join(names[body_id]))
        for body_id, kind in kinds.items()
        if body_id in titles
    ]


def _people(session: Session, ids: list[str]) -> list[Entry]:
    contacts: dict[str, list[str]] = {}
    found = select(t.ContactRow.person_id, t.ContactRow.value).where(
        t.ContactRow.person_id.in_(ids)
    )
    for person_id, value in session.execute(found):
        contacts.setdefault(person_id, []).append(value)
    people = select(t.PersonRow.id, t.PersonRow.name).where(t.PersonRow.id.in_(ids))
    return [
        (person_id, name, "", " ".join([name, *contacts.get(person_id, [])]))
        for person_id, name in session.execute(people)
    ]


def _mandates(session: Session, ids: list[str]) -> list[Entry]:
    statement = select(t.MandateRow.id, t.MandateRow.title_nb, t.MandateRow.title_nn)
    return [
        (mandate_id, nb or nn, "", f"{nb} {nn}")
        for mandate_id, nb, nn in session.execute(statement.where(t.MandateRow.id.in_(ids)))
    ]


def _rounds(session: Session, ids: list[str]) -> list[Entry]:
    statement = select(t.RoundRow.id, t.RoundRow.name).where(t.RoundRow.id.in_(ids))
    return [(round_id, name, "", name) for round_id, name in session.execute(statement)]


def _views(session: Session, ids: list[str]) -> list[Entry]:
    statement = select(t.SavedViewRow.id, t.SavedViewRow.name).where(t.SavedViewRow.id.in_(ids))
    return [(view_id, name, "", name) for view_id, name in session.execute(statement)]


def _stories(session: Session, ids: list[str]) -> list[Entry]:
    statement = select(t.StoryRow.id, t.StoryRow.name).where(t.StoryRow.id.in_(ids))
    return [(story_id, name, "", name) for story_id, name in session.execute(statement)]


_READERS = {
    "body": _bodies,
    "person": _people,
    "mandate": _mandates,
    "round": _rounds,
    "view": _views,
    "story": _stories,
}
