"""Arrange terms in lanes: one for each seat or person, under headings where there are any."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from samstyring.domain.terms import Term, TermState
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import N_, _


class Rows(StrEnum):
    """What the rows of the timeline stand for."""

    BODY = "body"
    PERSON = "person"
    NETWORK = "network"


ROWS_IN_WORDS: dict[Rows, str] = {
    Rows.BODY: N_("Rows by body"),
    Rows.PERSON: N_("Rows by person"),
    Rows.NETWORK: N_("Rows by network"),
}


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: a heading without terms, or a label with the terms that follow each other there."""

    label: str
    terms: tuple[Term, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the row is a heading."""
        return not self.terms


def lanes(terms: Iterable[Term], rows: Rows) -> tuple[Lane, ...]:
    """Return the rows of the timeline; by network, only terms that stand for one are left."""
    if rows is Rows.PERSON:
        return _by_person(terms)
    if rows is Rows.NETWORK:
        networked = [term for term in terms if term.network_id]
        return _under_headings(networked, lambda term: term.network_name, _seat_in_body)
    return _under_headings(terms, lambda term: term.body_name, _seat)


def bar_text(term: Term, rows: Rows) -> str:
    """Return what stands on a term's bar: who or where, and how it stands unless all is well."""
    what = _seat_in_body(term) if rows is Rows.PERSON else term.person_name
    if term.state in (TermState.SITTING, TermState.FORMER):
        return what
    return f"{what} – {word(term.state)}"


def sentence(term: Term) -> str:
    """Say who sits where, how it stands, and until when."""
    said = _("{person}, {seat} in {body}: {state}, {period}.").format(
        person=term.person_name, seat=_seat(term), body=term.body_name, state=word(term.state),
        period=term.written or _("no dates known"),
    )  # fmt: skip
    if term.state is TermState.OVER and term.term_last:
        over = _("The term ended {day}.").format(day=short_date(term.term_last))
        return f"{said} {over}"
    return said


def _by_person(terms: Iterable[Term]) -> tuple[Lane, ...]:
    by_seat: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        by_seat.setdefault((term.person_id, term.seat_id), []).append(term)
    groups = sorted(by_seat.values(), key=lambda group: sort_key(group[0].person_name))
    return tuple(Lane(group[0].person_name, tuple(group)) for group in groups)


def _under_headings(
    terms: Iterable[Term], heading: Callable[[Term], str], label: Callable[[Term], str]
) -> tuple[Lane, ...]:
    groups: dict[str, dict[str, list[Term]]] = {}
    for term in terms:
        groups.setdefault(heading(term), {}).setdefault(term.seat_id, []).append(term)
    found: list[Lane] = []
    for title in sorted(groups, key=sort_key):
        found.append(Lane(title))
        found += [Lane(label(seat[0]), tuple(seat)) for seat in groups[title].values()]
    return tuple(found)


def _seat(term: Term) -> str:
    return f"{word(term.role)} {term.number}"


def _seat_in_body(term: Term) -> str:
    return f"{term.body_name}, {_seat(term)}"
