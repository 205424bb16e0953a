"""The requests of a round as a tree: a body that was asked, then those it has asked in turn."""

from collections.abc import Sequence
from datetime import date

from samstyring.domain.nominations import (
    CandidacyLine,
    RequestLine,
    RequestStatus,
    read_answer,
    request_status,
)
from samstyring.domain.periods import Period
from samstyring.domain.text import sort_key
from samstyring.queries.as_of import NOBODY, Names
from samstyring.store import tables as t

_Below = dict[str, list[t.RequestRow]]


def request_lines(
    rows: Sequence[t.RequestRow],
    names: dict[str, Names],
    candidacies: tuple[CandidacyLine, ...],
    day: date,
) -> tuple[RequestLine, ...]:
    """Return the requests of a round by body, each followed by those passed on from it."""
    by_id = {row.id: row for row in rows}
    below: _Below = {}
    for row in sorted(rows, key=lambda row: sort_key(_name(names, row))):
        above = row.passed_on_from_id if row.passed_on_from_id in by_id else None
        below.setdefault(above or "", []).append(row)
    put_forward = [candidacy.by_id for candidacy in candidacies]
    return tuple(
        _line(row, depth, by_id, below, names, put_forward, day)
        for row, depth in _in_order(below, "", 0)
    )


def status_of(row: t.RequestRow, day: date) -> RequestStatus:
    """Return how it stands with a request on a day."""
    return request_status(Period.of(None, row.due_on).last, row.answered_on, day)


def _in_order(below: _Below, above_id: str, depth: int) -> list[tuple[t.RequestRow, int]]:
    found = []
    for row in below.get(above_id, ()):
        found += [(row, depth), *_in_order(below, row.id, depth + 1)]
    return found


def _line(
    row: t.RequestRow,
    depth: int,
    by_id: dict[str, t.RequestRow],
    below: _Below,
    names: dict[str, Names],
    put_forward: list[str],
    day: date,
) -> RequestLine:
    words, no_candidate = read_answer(row.answer)
    above = by_id.get(row.passed_on_from_id or "")
    late = [
        each
        for each, _depth in _in_order(below, row.id, 0)
        if status_of(each, day) is RequestStatus.OVERDUE
    ]
    return RequestLine(
        row.id, row.round_id, row.body_id, _name(names, row),
        row.asked_on or "", row.due_on or "", row.answered_on or "", words,
        status_of(row, day), put_forward.count(row.body_id), no_candidate,
        above.id if above else "", _name(names, above) if above else "", depth, len(late),
    )  # fmt: skip


def _name(names: dict[str, Names], row: t.RequestRow) -> str:
    return names.get(row.body_id, NOBODY).official
