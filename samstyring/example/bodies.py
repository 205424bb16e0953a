"""Puts the bodies of the example into a file, with names, relations, life and networks."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from samstyring.commands.bodies import add_body, add_name, add_relation, rename_body, succeed
from samstyring.commands.command import about, command
from samstyring.commands.municipalities import join_network
from samstyring.domain.bodies import BodyFacts, BodyKind, Level, NameKind, SuccessionKind
from samstyring.domain.bodies import RelationKind as Kind
from samstyring.domain.periods import PartialDate, Period
from samstyring.example.days import day_of, period_of
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import document, table
from samstyring.example.reference import Reference
from samstyring.language import N_

Entry = dict[str, Any]
FILES = ("state.toml", "national.toml", "networks.toml", "regional.toml")
_NOT_CHECKED = "Ikke kontrollert mot en kilde."


@command(N_("Set up the bodies of the example"))
def compose_bodies(session: Session, keys: Ids, reference: Reference, today: date) -> Ids:
    """Add all bodies but the municipalities and return ids by key, with those in ``keys``."""
    about(session, THE_WHOLE)
    ids = dict(keys)
    entries = dict(_entries())
    for key, entry in entries.items():
        ids[key] = _add(session, entry, today)
    for key, entry in entries.items():
        own = _life(entry, today)
        _relate(session, ids, (f"{key} {each}" for each in entry.get("relations", ())), today, own)
    whole = document("example", "bodies.toml")
    _relate(session, ids, whole["relations"], today)
    _relate(session, ids, whole["unverified"], today, note=_NOT_CHECKED)
    _follow(session, ids, whole["successions"])
    _join(session, ids, entries, reference)
    return ids


def _entries() -> Iterator[tuple[str, Entry]]:
    for name in FILES:
        file = document("example", "bodies", name)
        level = file.pop("level")
        for key, entry in file.items():
            yield key, {"level": level, **entry}


def _life(entry: Entry, today: date) -> Period:
    return Period(day_of(entry.get("first", ""), today), day_of(entry.get("last", ""), today))


def _add(session: Session, entry: Entry, today: date) -> str:
    names = entry.get("names", ())
    official = [each for each in names if each.get("kind", "official") == "official"]
    facts = BodyFacts(
        kind=BodyKind(entry["kind"]), level=Level(entry["level"]), period=_life(entry, today),
        legal_form=entry.get("legal_form", ""), purpose=entry.get("purpose", ""),
        home_page=entry.get("home_page", ""), end_reason=entry.get("end_reason", ""),
        term_months=entry.get("term_months"),
    )  # fmt: skip
    name = official[0]["name"] if official else entry["name"]
    body_id = add_body(session, name, facts, short_name=entry.get("short", ""))
    for later in official[1:]:
        rename_body(session, body_id, later["name"], PartialDate.parse(later["first"]))
    if "name_nn" in entry:
        add_name(session, body_id, entry["name_nn"], language="nn", period=_life(entry, today))
    for other in names:
        if other not in official:
            kind = NameKind(other["kind"])
            add_name(session, body_id, other["name"], kind=kind, period=_life(other, today))
    return body_id


def _relate(
    session: Session,
    ids: Ids,
    sentences: Iterable[str],
    today: date,
    own: Period | None = None,
    note: str = "",
) -> None:
    """Add relations written as ``from kind to period``; without a period, the body's own."""
    for sentence in sentences:
        from_key, kind, to_key, *when = sentence.split()
        period = period_of(when[0], today) if when else own or Period()
        add_relation(session, ids[from_key], ids[to_key], Kind(kind), period=period, note=note)


def _follow(session: Session, ids: Ids, successions: Iterable[Entry]) -> None:
    for each in successions:
        from_ids, to_ids = ([ids[key] for key in each[end]] for end in ("from", "to"))
        day = PartialDate.parse(each["day"])
        kind = SuccessionKind(each["kind"])
        succeed(session, from_ids, to_ids, kind, day, note=each.get("note", ""))


def _join(session: Session, ids: Ids, entries: dict[str, Entry], reference: Reference) -> None:
    """Let the municipalities join their networks, none of them before it was founded itself."""
    ids_by_number = {
        body.key: (ids[body.key], body.period)
        for body in reference.municipalities
        if body.period.last is None
    }
    groups: dict[tuple[str, str], list[str]] = {}
    for line in table("reference", "network_members.csv"):
        body_id, life = ids_by_number[line["number"]]
        joined = _joined_on(entries[line["network"]], body_id, life, ids)
        groups.setdefault((line["network"], joined), []).append(body_id)
    for (network, joined), members in groups.items():
        join_network(session, ids[network], members, Period(PartialDate.parse(joined), None))


def _joined_on(network: Entry, body_id: str, life: Period, ids: Ids) -> str:
    for name, day in network.get("joined_earlier", {}).items():
        if ids[name] == body_id:
            return str(day)
    joined = PartialDate.parse(network["joined"])
    if life.first is not None and life.first.first_day() > joined.first_day():
        return life.first.iso
    return joined.iso
