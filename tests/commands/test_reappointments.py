"""Terms that go on, that fill the rest of another, that end early or are stood in for."""

from datetime import date

import pytest

from samstyring.commands.nominations import appoint
from samstyring.commands.reappointments import cut_short, let_act, reappoint
from samstyring.commands.seats import end_appointment
from samstyring.domain.errors import RuleError
from samstyring.domain.seats import SeatRole
from samstyring.queries.seats import seat_lines, seat_terms
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_person,
    a_round,
    a_seat,
    an_appointment,
    day,
    rows,
    state,
    the_row,
)
from tests.commands.conftest import Refused

TODAY = date(2026, 2, 7)


def sits(workspace: Workspace, seat_id: str, text: str) -> str:
    """Return who sits in a seat on an ISO day."""
    lines = workspace.read(seat_lines, as_of=date.fromisoformat(text))
    return next(line.person_name for line in lines if line.id == seat_id)


def _member(workspace: Workspace, term_last: str | None = "2026-12-31") -> tuple[str, str, str]:
    """Return a body with terms of two years, a seat in it and Ola's term there."""
    body = a_body(workspace, term_months=24)
    seat = a_seat(workspace, body)
    return body, seat, an_appointment(workspace, seat, _ola(workspace), term_last=term_last)


def _ola(workspace: Workspace) -> str:
    return a_person(workspace, "Ola")


# Reappointing -----------------------------------------------------------------------------------


def test_that_a_member_is_reappointed_in_one_step(workspace: Workspace) -> None:
    body, seat, term = _member(workspace)
    before = state(workspace)
    made = workspace.run(reappoint, term, on_day=TODAY, decision="Sak 9")
    row = the_row(workspace, t.AppointmentRow, id=made)
    assert (row["first_day"], row["term_last"]) == ("2027-01-01", "2028-12-31")
    assert the_row(workspace, t.AppointmentRow, id=term)["last_day"] == "2026-12-31"
    candidacy = the_row(workspace, t.CandidacyRow, id=row["candidacy_id"])
    assert (candidacy["seat_id"], candidacy["by_id"]) == (seat, body)
    kinds = sorted((step["place"], step["kind"]) for step in rows(workspace, t.StepRow))
    assert kinds == [(1, "nominated"), (2, "appointed")]
    workspace.undo()
    assert state(workspace) == before


def test_that_an_open_candidacy_is_what_is_appointed(workspace: Workspace) -> None:
    _body, seat, term = _member(workspace)
    person = the_row(workspace, t.AppointmentRow)["person_id"]
    round_id = a_round(workspace, seat_ids=(seat,))
    candidacy = a_candidacy(workspace, seat, person, round_id=round_id)
    made = workspace.run(reappoint, term, on_day=TODAY)
    assert the_row(workspace, t.AppointmentRow, id=made)["candidacy_id"] == candidacy
    assert len(rows(workspace, t.CandidacyRow)) == 1


def test_that_a_personal_substitute_follows_the_member(workspace: Workspace) -> None:
    body, seat, term = _member(workspace)
    own = a_seat(workspace, body, role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id=seat)
    substitute = an_appointment(workspace, own, a_person(workspace), term_last="2026-12-31")
    before = state(workspace)
    workspace.run(reappoint, term, on_day=TODAY, substitute_ids=(substitute,))
    assert sits(workspace, own, "2027-06-01") == "Kari Nordmann"
    assert sits(workspace, seat, "2027-06-01") == "Ola"
    workspace.undo()
    assert state(workspace) == before


def test_that_what_cannot_be_a_new_term_is_refused(refused: Refused, workspace: Workspace) -> None:
    _body, _seat, term = _member(workspace)
    stranger = an_appointment(workspace)
    refused(
        RuleError, "not a personal substitute", reappoint, term, on_day=TODAY,
        substitute_ids=(stranger,),
    )  # fmt: skip
    refused(RuleError, "taken by Ola", reappoint, term, on_day=TODAY, from_day=day("2023"))
    before = {"from_day": day("2027-01-01"), "term_last": day("2026-12-31")}
    refused(RuleError, "is before the first day", reappoint, term, on_day=TODAY, **before)
    workspace.run(end_appointment, term, day("2026-06-30"))
    refused(RuleError, "Ola stops sitting on 2026-06-30", reappoint, term, on_day=TODAY)


def test_that_a_term_without_an_end_needs_a_day(refused: Refused, workspace: Workspace) -> None:
    _body, _seat, term = _member(workspace, None)
    refused(RuleError, "Write the day the new term begins", reappoint, term, on_day=TODAY)
    made = workspace.run(reappoint, term, on_day=TODAY, from_day=day("2026-03"))
    assert the_row(workspace, t.AppointmentRow, id=made)["first_day"] == "2026-03"


# In the middle of a term ------------------------------------------------------------------------


def test_that_the_rest_of_a_term_that_was_cut_short_is_filled(workspace: Workspace) -> None:
    _body, seat, term = _member(workspace)
    workspace.run(cut_short, term, day("2026-02-28"), reason="Ny stilling")
    row = the_row(workspace, t.AppointmentRow)
    assert (row["last_day"], row["term_last"]) == ("2026-02-28", "2026-12-31")
    assert row["end_reason"] == "Ny stilling"
    candidacy = a_candidacy(workspace, seat)
    made = workspace.run(
        appoint, candidacy, day("2026-04-01"), on_day=TODAY, only_rest_of_term=True
    )
    assert the_row(workspace, t.AppointmentRow, id=made)["term_last"] == "2026-12-31"


def test_that_there_is_a_rest_only_of_a_term_that_runs(
    refused: Refused, workspace: Workspace
) -> None:
    candidacy = a_candidacy(workspace)
    refused(
        RuleError, "No term runs in that seat", appoint, candidacy, day("2026-04-01"),
        on_day=TODAY, only_rest_of_term=True,
    )  # fmt: skip


def test_that_a_term_is_cut_short_with_a_reason_and_before_it_is_over(
    refused: Refused, workspace: Workspace
) -> None:
    _body, _seat, term = _member(workspace)
    refused(RuleError, "Write why", cut_short, term, day("2026-06-30"), reason=" ")
    late = day("2026-12-31")
    refused(RuleError, "ends on 31.12.2026 as it is", cut_short, term, late, reason="x")
    refused(RuleError, "is before the first day", cut_short, term, day("2023"), reason="x")


# Acting -----------------------------------------------------------------------------------------


def _with_substitute(workspace: Workspace) -> tuple[str, str, str]:
    """Return Ola's seat, his term and Kari, who is a substitute in the body."""
    body, seat, term = _member(workspace)
    kari = a_person(workspace, "Kari")
    an_appointment(workspace, a_seat(workspace, body, role=SeatRole.SUBSTITUTE), kari)
    return seat, term, kari


def test_that_a_substitute_acts_and_the_member_comes_back(workspace: Workspace) -> None:
    seat, _term, kari = _with_substitute(workspace)
    before = state(workspace)
    workspace.run(let_act, seat, kari, first=day("2026-03-01"), last=day("2026-05-31"))
    who = [sits(workspace, seat, text) for text in ("2026-02-28", "2026-03-01", "2026-05-31")]
    assert who == ["Ola", "Kari", "Kari"]
    assert sits(workspace, seat, "2026-06-01") == "Ola"
    newest = workspace.read(seat_terms, seat)[0]
    assert (str(newest.period.first), str(newest.term_last)) == ("2026-06-01", "2026-12-31")
    workspace.undo()
    assert state(workspace) == before


def test_that_a_substitute_acts_in_a_vacant_seat(workspace: Workspace) -> None:
    body = a_body(workspace)
    seat, kari = a_seat(workspace, body), a_person(workspace, "Kari")
    an_appointment(workspace, a_seat(workspace, body, role=SeatRole.SUBSTITUTE), kari)
    workspace.run(let_act, seat, kari, first=day("2026-03-01"), last=day("2026-05-31"))
    assert [sits(workspace, seat, text) for text in ("2026-05-31", "2026-06-01")] == ["Kari", ""]


def test_that_a_member_who_leaves_meanwhile_does_not_come_back(workspace: Workspace) -> None:
    seat, term, kari = _with_substitute(workspace)
    workspace.run(end_appointment, term, day("2026-04-30"))
    workspace.run(let_act, seat, kari, first=day("2026-03-01"), last=day("2026-05-31"))
    assert sits(workspace, seat, "2026-06-01") == ""


@pytest.mark.parametrize(
    ("first", "last", "gist"),
    [
        ("2026-03-01", "2026-02-28", "is before the first day"),
        ("2023-12-01", "2024-02-01", "no substitute for that seat on 01.12.2023"),
        ("2024-01-01", "2024-02-01", "taken by Ola"),
    ],
)
def test_that_a_substitute_cannot_act_at_any_time(
    refused: Refused, workspace: Workspace, first: str, last: str, gist: str
) -> None:
    seat, _term, kari = _with_substitute(workspace)
    refused(RuleError, gist, let_act, seat, kari, first=day(first), last=day(last))


def test_that_only_a_substitute_for_the_seat_acts(refused: Refused, workspace: Workspace) -> None:
    body, seat, _term = _member(workspace)
    kari, other = a_person(workspace, "Kari"), a_seat(workspace, body)
    period = {"first": day("2026-03-01"), "last": day("2026-05-31")}
    gist = "Kari is no substitute for that seat"
    refused(RuleError, gist, let_act, seat, kari, **period)
    personal = a_seat(workspace, body, role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id=other)
    an_appointment(workspace, personal, kari)
    refused(RuleError, gist, let_act, seat, kari, **period)
    workspace.run(let_act, other, kari, **period)
    assert sits(workspace, other, "2026-04-01") == "Kari"
