"""What needs care on a day: each kind, its sentence, its days, and the order of the list."""

from datetime import date

import pytest

from samstyring.commands.nominations import (
    answer_request,
    close_round,
    forward_candidacy,
    take_step,
)
from samstyring.commands.seats import end_appointment
from samstyring.domain.bodies import BodyKind
from samstyring.domain.findings import Finding, FindingKind
from samstyring.domain.nominations import StepKind
from samstyring.domain.seats import SeatRole
from samstyring.language import set_language
from samstyring.queries.findings import findings
from samstyring.queries.nominations import round_detail
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_mandate,
    a_period,
    a_person,
    a_round,
    a_seat,
    an_appointment,
    day,
)

DAY = date(2026, 3, 1)


def found(workspace: Workspace, kind: FindingKind, on: date = DAY) -> list[Finding]:
    """Return the findings of one kind on a day."""
    return [each for each in workspace.read(findings, as_of=on) if each.kind is kind]


def test_that_a_vacancy_is_found_with_its_age_and_who_nominates(workspace: Workspace) -> None:
    network = a_body(workspace, "Digi Agder")
    seat = a_seat(workspace, period=a_period("2026-02-01", None), represents_id=network)
    (vacancy,) = found(workspace, FindingKind.VACANT)
    assert vacancy.sentence == (
        "Seat 1 (member) has been vacant since 01.02.2026; Digi Agder nominates."
    )
    assert (vacancy.place, vacancy.place_id, vacancy.days) == ("seat", seat, 28)
    assert vacancy.body_name == "KommIT-rådet"


def test_that_a_vacancy_of_unknown_age_has_no_days(workspace: Workspace) -> None:
    a_seat(workspace)
    (vacancy,) = found(workspace, FindingKind.VACANT)
    assert (vacancy.sentence, vacancy.days) == ("Seat 1 (member) is vacant.", None)


def test_that_a_seat_leads_to_where_its_filling_goes_on(workspace: Workspace) -> None:
    seat = a_seat(workspace)
    called = a_round(workspace, seat_ids=(seat,), called_on="2026-02-01")
    candidacy = a_candidacy(workspace, seat, round_id=called, on_day=date(2026, 2, 10))
    workspace.run(take_step, candidacy, StepKind.NOMINATED, date(2026, 2, 20))
    workspace.run(take_step, candidacy, StepKind.RECOMMENDED, date(2026, 2, 25))

    def vacancy(on: date) -> tuple[str, str, str]:
        (each,) = found(workspace, FindingKind.VACANT, on)
        return each.next_step, each.place, each.place_id

    assert vacancy(date(2026, 1, 31)) == ("Put forward a candidate", "seat", seat)
    assert vacancy(date(2026, 2, 1)) == ("Follow up the round", "round", called)
    assert vacancy(date(2026, 2, 10)) == ("Follow up the candidate", "candidacy", candidacy)
    assert vacancy(date(2026, 2, 20)) == ("Recommend or appoint", "candidacy", candidacy)
    assert vacancy(date(2026, 2, 25)) == ("Appoint", "candidacy", candidacy)
    (told,) = found(workspace, FindingKind.VACANT)
    assert told.sentence == (
        "Seat 1 (member) is vacant. The seat is to be filled in the round “Nye medlemmer 2026”."
    )
    workspace.run(take_step, candidacy, StepKind.DECLINED, date(2026, 2, 27))
    workspace.run(close_round, called, date(2026, 2, 28))
    assert vacancy(date(2026, 2, 28)) == ("Put forward a candidate", "seat", seat)


def test_that_a_term_that_is_over_is_found_while_someone_sits(workspace: Workspace) -> None:
    held = an_appointment(workspace, term_last="2025")
    (over,) = found(workspace, FindingKind.TERM_OVER)
    assert over.sentence == "Kari Nordmann (member) sits on after the term, which ended 2025."
    assert over.days == 60
    assert found(workspace, FindingKind.TERM_OVER, date(2025, 12, 31)) == []
    workspace.run(end_appointment, held, day("2026-02-28"))
    assert found(workspace, FindingKind.TERM_OVER) == []


def test_that_a_term_that_ends_soon_counts_to_its_last_possible_day(workspace: Workspace) -> None:
    an_appointment(workspace, term_last="2026-04")
    (soon,) = found(workspace, FindingKind.ENDS_SOON)
    assert soon.sentence == "Kari Nordmann (member): the term ends 04.2026, in 60 days."
    assert soon.days == 60


def test_that_someone_who_leaves_early_ends_soon(workspace: Workspace) -> None:
    an_appointment(workspace, term_last="2029", last_day="2026-03-11")
    (soon,) = found(workspace, FindingKind.ENDS_SOON)
    assert (soon.days, soon.sentence) == (
        10,
        "Kari Nordmann (member): the term ends 11.03.2026, in 10 days.",
    )


def test_that_a_request_is_overdue_from_the_day_after_it_was_due(workspace: Workspace) -> None:
    network = a_body(workspace, "Digi Agder")
    round_id = a_round(workspace, ask_ids=(network,), due_on="2026-02-20")
    assert found(workspace, FindingKind.OVERDUE, date(2026, 2, 20)) == []
    (late,) = found(workspace, FindingKind.OVERDUE)
    assert late.sentence == "Digi Agder was to answer “Nye medlemmer 2026” by 20.02.2026."
    assert (late.place, late.place_id, late.days) == ("round", round_id, 9)


def test_that_a_request_that_is_answered_is_overdue_only_before(workspace: Workspace) -> None:
    round_id = a_round(workspace, ask_ids=(a_body(workspace, "Digi Agder"),), due_on="2026-02-20")
    (request,) = workspace.read(round_detail, round_id, as_of=DAY).requests
    workspace.run(answer_request, request.id, date(2026, 2, 25), answer="Ja")
    assert len(found(workspace, FindingKind.OVERDUE, date(2026, 2, 24))) == 1
    assert found(workspace, FindingKind.OVERDUE, date(2026, 2, 25)) == []


def test_that_a_closed_round_is_overdue_only_before_it_was_closed(workspace: Workspace) -> None:
    round_id = a_round(workspace, ask_ids=(a_body(workspace, "Digi Agder"),), due_on="2026-02-20")
    workspace.run(close_round, round_id, date(2026, 2, 26), with_open_requests=True)
    assert len(found(workspace, FindingKind.OVERDUE, date(2026, 2, 25))) == 1
    assert found(workspace, FindingKind.OVERDUE, date(2026, 2, 26)) == []


def test_that_a_candidate_who_has_not_answered_is_found_until_they_do(workspace: Workspace) -> None:
    candidacy = a_candidacy(workspace, on_day=date(2026, 2, 1))
    workspace.run(take_step, candidacy, StepKind.ASKED, date(2026, 2, 10))
    (waiting,) = found(workspace, FindingKind.UNANSWERED)
    assert waiting.sentence == (
        "Kari Nordmann, put forward by Digi Vestland, is asked since 10.02.2026."
    )
    assert (waiting.place, waiting.place_id, waiting.days) == ("candidacy", candidacy, 19)
    workspace.run(take_step, candidacy, StepKind.ACCEPTED, date(2026, 2, 20))
    assert found(workspace, FindingKind.UNANSWERED) == []
    assert len(found(workspace, FindingKind.UNANSWERED, date(2026, 2, 19))) == 1


def test_that_a_candidate_who_is_forwarded_waits_with_the_last_body_only(
    workspace: Workspace,
) -> None:
    first = a_candidacy(workspace, on_day=date(2026, 2, 1))
    network = a_body(workspace, "Digi Agder")
    last = workspace.run(
        forward_candidacy, first, network, on_day=date(2026, 2, 3), first_step=StepKind.ASKED
    )
    assert [each.place_id for each in found(workspace, FindingKind.UNANSWERED)] == [last]
    workspace.run(take_step, last, StepKind.WITHDRAWN, date(2026, 2, 4))
    assert [each.place_id for each in found(workspace, FindingKind.UNANSWERED)] == [first]


def test_that_a_body_with_members_needs_a_mandate(workspace: Workspace) -> None:
    council = a_body(workspace, "KommIT-rådet")
    a_seat(workspace, council)
    a_seat(workspace, a_body(workspace, "Landstinget", kind=BodyKind.POLITICAL_BODY))
    a_seat(workspace, a_body(workspace, "Vara"), role=SeatRole.SUBSTITUTE)
    a_body(workspace, "Uten plasser")
    assert [each.body_id for each in found(workspace, FindingKind.NO_MANDATE)] == [council]
    a_mandate(workspace, council, adopted_on="2026-01-01")
    assert found(workspace, FindingKind.NO_MANDATE) == []
    assert len(found(workspace, FindingKind.NO_MANDATE, date(2025, 12, 31))) == 1


def test_that_the_longest_waiting_and_the_nearest_come_first(workspace: Workspace) -> None:
    body = a_body(workspace)
    for first in ("2026-02-01", "2025-01-01"):
        a_seat(workspace, body, period=a_period(first, None))
    for name, last in (("Ola", "2026-05-01"), ("Kari", "2026-04-01")):
        an_appointment(
            workspace, a_seat(workspace, body), a_person(workspace, name), term_last=last
        )
    assert [each.days for each in found(workspace, FindingKind.VACANT)] == [424, 28]
    assert [each.days for each in found(workspace, FindingKind.ENDS_SOON)] == [31, 61]


def test_that_findings_come_by_kind_and_each_but_once(example: Workspace) -> None:
    every = example.read(findings, as_of=DAY)
    order = list(FindingKind)
    places = [order.index(each.kind) for each in every]
    assert places == sorted(places)
    assert set(places) == set(range(len(order)))
    assert len({each.id for each in every}) == len(every)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_that_sentences_are_in_the_language_in_use(workspace: Workspace, language: str) -> None:
    a_seat(workspace)
    set_language(language)
    (vacancy,) = found(workspace, FindingKind.VACANT)
    assert "medlem" in vacancy.sentence
