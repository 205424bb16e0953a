"""The chain of a candidacy, the tree of requests, the board and who is kept, as of a day."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from samstyring.commands.command import command
from samstyring.commands.kept_candidates import keep_candidacy
from samstyring.commands.nominations import (
    answer_request,
    appoint,
    forward_candidacy,
    pass_on,
    take_step,
)
from samstyring.commands.reappointments import let_act, reappoint
from samstyring.commands.seats import SeatFacts, correct_seat
from samstyring.domain.errors import NotFoundError
from samstyring.domain.ids import new_id
from samstyring.domain.nomination_chain import chain_in_words
from samstyring.domain.nominations import RequestStatus, StepKind
from samstyring.domain.reappointments import limit_in_words
from samstyring.domain.seats import SeatRole
from samstyring.queries.composition import composition
from samstyring.queries.kept_candidates import kept_candidates, kept_for_seat
from samstyring.queries.nomination_board import nomination_board
from samstyring.queries.nomination_chain import appointment_chain, candidacy_chain
from samstyring.queries.nominations import candidacy_detail, candidacy_lines, round_detail
from samstyring.queries.reappointments import reappointment_outlook
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests import builders
from tests.builders import a_body, a_candidacy, a_person, a_round, a_seat, an_appointment, day

DAY = date(2026, 2, 20)


class Called:
    """A round that a network passed on to Steinkjer (late) and Verdal, who put Kari forward."""

    def __init__(self, file: Workspace) -> None:
        self.body = a_body(file, "KommIT-rådet", term_months=24)
        self.seat, self.other = a_seat(file, self.body), a_seat(file, self.body)
        self.network = a_body(file, "Digi Trøndelag")
        self.steinkjer, self.verdal = a_body(file, "Steinkjer"), a_body(file, "Verdal")
        self.round = a_round(file, seat_ids=(self.seat, self.other), ask_ids=(self.network,))
        (request,) = file.read(round_detail, self.round, as_of=DAY).requests
        self.request = request.id
        self.below = file.run(
            pass_on, request.id, (self.verdal, self.steinkjer), due_on=day("2026-02-15"),
            asked_on=day("2026-01-12"),
        )  # fmt: skip
        self.kari = a_person(file, "Kari Ås")
        self.first = a_candidacy(
            file, self.seat, self.kari, self.verdal, round_id=self.round, on_day=date(2026, 2, 10)
        )

    def forwarded(self, file: Workspace, on_day: date = DAY) -> str:
        """Let the network forward Kari, as its second."""
        return file.run(
            forward_candidacy, self.first, self.network, on_day=on_day, rank=2, reason="Klok"
        )


@pytest.fixture
def called(workspace: Workspace) -> Called:
    """Call the round."""
    return Called(workspace)


# Links ------------------------------------------------------------------------------------------


def test_that_the_way_to_a_term_leaves_out_a_forwarding_that_was_withdrawn(
    workspace: Workspace, called: Called
) -> None:
    second = called.forwarded(workspace)
    workspace.run(take_step, second, StepKind.WITHDRAWN, DAY)
    term = workspace.run(appoint, called.first, day("2026-04-01"), on_day=DAY)
    for chain in (
        workspace.read(appointment_chain, term, as_of=DAY),
        workspace.read(candidacy_chain, called.first, as_of=DAY),
    ):
        assert [link.body_name for link in chain.links] == ["Verdal"]
        assert chain.links[-1].step is StepKind.APPOINTED
    taken_back = workspace.read(candidacy_chain, second, as_of=DAY)
    assert [link.body_name for link in taken_back.links] == ["Verdal", "Digi Trøndelag"]


def test_that_a_forwarding_that_is_withdrawn_no_longer_stands(
    workspace: Workspace, called: Called
) -> None:
    second = called.forwarded(workspace)
    detail = workspace.read(candidacy_detail, called.first, as_of=DAY)
    assert detail.line.forwarded_by_name == "Digi Trøndelag"
    workspace.run(take_step, second, StepKind.WITHDRAWN, DAY)
    detail = workspace.read(candidacy_detail, called.first, as_of=DAY)
    assert detail.line.forwarded_by_name == ""
    workspace.run(take_step, called.first, StepKind.WITHDRAWN, DAY)
    detail = workspace.read(candidacy_detail, called.first, as_of=DAY)
    assert detail.line.forwarded_by_name == "Digi Trøndelag"


# Requests ---------------------------------------------------------------------------------------


def test_that_a_request_is_followed_by_those_passed_on_from_it(
    workspace: Workspace, called: Called
) -> None:
    lines = workspace.read(round_detail, called.round, as_of=DAY).requests
    assert [(line.body_name, line.depth, line.passed_on_from_name) for line in lines] == [
        ("Digi Trøndelag", 0, ""),
        ("Steinkjer", 1, "Digi Trøndelag"),
        ("Verdal", 1, "Digi Trøndelag"),
    ]


def test_that_overdue_is_worked_out_at_each_link(workspace: Workspace, called: Called) -> None:
    def told(on_day: date) -> list[tuple[RequestStatus, int]]:
        lines = workspace.read(round_detail, called.round, as_of=on_day).requests
        return [(line.status, line.overdue_below) for line in lines]

    asked, overdue, answered = RequestStatus.ASKED, RequestStatus.OVERDUE, RequestStatus.ANSWERED
    assert told(date(2026, 2, 15)) == [(asked, 0), (asked, 0), (answered, 0)]
    assert told(date(2026, 2, 16)) == [(asked, 1), (overdue, 0), (answered, 0)]
    assert told(date(2026, 3, 2)) == [(overdue, 1), (overdue, 0), (answered, 0)]


def test_that_no_candidate_is_told_with_its_reason(workspace: Workspace, called: Called) -> None:
    below = called.below[1]
    workspace.run(answer_request, below, DAY, answer="Ingen har tid.", no_candidate=True)
    lines = workspace.read(round_detail, called.round, as_of=DAY).requests
    assert [(line.no_candidate, line.answer) for line in lines] == [
        (False, ""),
        (True, "Ingen har tid."),
        (False, ""),
    ]


# The chain --------------------------------------------------------------------------------------


def test_that_a_chain_is_the_same_from_every_link(workspace: Workspace, called: Called) -> None:
    second = called.forwarded(workspace)
    chains = [workspace.read(candidacy_chain, link, as_of=DAY) for link in (called.first, second)]
    assert chains[0] == chains[1]
    assert [link.body_name for link in chains[0].links] == ["Verdal", "Digi Trøndelag"]
    assert [link.asked_by_name for link in chains[0].links] == ["Digi Trøndelag", "KS"]


def test_that_an_appointment_is_traced_in_words(workspace: Workspace, called: Called) -> None:
    second = called.forwarded(workspace)
    term = workspace.run(
        appoint, second, day("2026-04-01"), on_day=date(2026, 3, 5), decision="Sak 7/26"
    )
    chain = workspace.read(appointment_chain, term, as_of=DAY)
    assert chain.whole
    told = [(line.depth, line.body_name, line.text) for line in chain_in_words(chain)]
    assert told == [
        (0, "", "Nye medlemmer 2026, called by KS"),
        (
            0, "Verdal",
            "proposed 10.02.2026, appointed 05.03.2026 · asked by Digi Trøndelag 12.01.2026",
        ),
        (
            1, "Digi Trøndelag",
            "nominated 20.02.2026, appointed 05.03.2026 · rank 2 · asked by KS 10.01.2026 · Klok",
        ),
        (
            2, "",
            "Appointed: KommIT-rådet, member, seat 1, from 01.04.2026 · decision Sak 7/26",
        ),
    ]  # fmt: skip


def test_that_a_term_without_a_candidacy_has_no_links(workspace: Workspace) -> None:
    chain = workspace.read(appointment_chain, an_appointment(workspace), as_of=DAY)
    assert (chain.links, chain.whole) == ((), False)
    assert [line.depth for line in chain_in_words(chain)] == [0]


def test_that_a_chain_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    for query in (candidacy_chain, appointment_chain):
        with pytest.raises(NotFoundError):
            workspace.read(query, "gone", as_of=DAY)


def test_that_a_candidacy_tells_who_forwarded_it_that_day(
    workspace: Workspace, called: Called
) -> None:
    second = called.forwarded(workspace)

    def forwarded_by(on_day: date) -> list[str]:
        lines = workspace.read(candidacy_lines, as_of=on_day)
        return [line.forwarded_by_name for line in lines if line.id == called.first]

    assert forwarded_by(date(2026, 2, 19)) == [""]
    assert forwarded_by(DAY) == ["Digi Trøndelag"]
    assert workspace.read(candidacy_detail, second, as_of=DAY).forwarded_from_name == "Verdal"


# The board --------------------------------------------------------------------------------------


def test_that_the_board_has_seats_as_rows_and_bodies_as_columns(
    workspace: Workspace, called: Called
) -> None:
    called.forwarded(workspace)
    board = workspace.read(nomination_board, called.round, as_of=DAY)
    assert [column.body_name for column in board.columns] == [
        "Digi Trøndelag", "Steinkjer", "Verdal",
    ]  # fmt: skip
    assert [row.seat.seat_id for row in board.rows] == [called.seat, called.other]
    who = [[len(cell.candidacies) for cell in row.cells] for row in board.rows]
    assert who == [[1, 0, 1], [0, 0, 0]]
    assert [column.body_name for column in board.late] == ["Steinkjer"]
    assert [[cell.late for cell in row.cells] for row in board.rows] == [[False, True, False]] * 2


def test_that_a_body_is_late_only_for_seats_it_nominates_for(
    workspace: Workspace, called: Called
) -> None:
    facts = SeatFacts(nominates_id=called.verdal)
    workspace.run(correct_seat, called.other, facts)
    board = workspace.read(nomination_board, called.round, as_of=DAY)
    assert [row.cells[1].late for row in board.rows] == [True, False]


def test_that_the_board_shows_who_came_besides(workspace: Workspace, called: Called) -> None:
    a_candidacy(workspace, by_id=a_body(workspace, "DFD"), round_id=called.round)
    board = workspace.read(nomination_board, called.round, as_of=DAY)
    assert board.columns[-1].body_name == "DFD"
    assert board.columns[-1].status is None
    assert [row.in_round for row in board.rows] == [True, True, False]
    assert len(board.rows[2].cells[-1].candidacies) == 1


def test_that_a_cell_is_in_order_of_rank(workspace: Workspace, called: Called) -> None:
    for name, rank in (("Uten", None), ("To", 2), ("En", 1)):
        person = a_person(workspace, name)
        workspace.run(
            builders.nominate, called.other, person, called.network, on_day=DAY, rank=rank,
            round_id=called.round,
        )  # fmt: skip
    board = workspace.read(nomination_board, called.round, as_of=DAY)
    names = [line.person_name for line in board.rows[1].cells[0].candidacies]
    assert names == ["En", "To", "Uten"]


# Kept -------------------------------------------------------------------------------------------


def test_that_who_is_kept_is_offered_while_the_consent_holds(
    workspace: Workspace, called: Called
) -> None:
    workspace.run(take_step, called.first, StepKind.NOT_APPOINTED, DAY)
    workspace.run(keep_candidacy, called.first, consent_on=DAY, kept_until=date(2027, 2, 20))

    def names(on_day: date, seat: str) -> list[str]:
        return [one.name for one in workspace.read(kept_for_seat, seat, as_of=on_day)]

    assert names(date(2026, 2, 19), called.other) == []
    assert names(DAY, called.other) == names(date(2027, 2, 20), called.seat) == ["Kari Ås"]
    assert names(date(2027, 2, 21), called.seat) == []
    assert names(DAY, a_seat(workspace)) == names(DAY, "gone") == []
    an_appointment(workspace, called.seat, called.kari)
    assert names(DAY, called.other) == []
    (kept,) = workspace.read(kept_candidates, as_of=DAY)
    assert (kept.by_name, kept.round_name) == ("Verdal", "Nye medlemmer 2026")
    detail = workspace.read(candidacy_detail, called.first, as_of=DAY)
    assert (detail.kept_id, detail.kept_until) == (kept.id, "2027-02-20")


# A new term -------------------------------------------------------------------------------------


def _limit(workspace: Workspace, body_id: str, most: int, force: str = "advisory") -> None:
    @command("Add a rule")
    def add(session: Session) -> None:
        session.add(
            t.CompositionRuleRow(
                id=new_id(), body_id=body_id, kind="most_terms", parameters=f'{{"most": {most}}}',
                force=force, first_day=None, last_day=None,
            )
        )  # fmt: skip

    workspace.run(add)


def test_that_a_new_term_is_held_against_the_limit_of_terms(workspace: Workspace) -> None:
    body = a_body(workspace, "KommIT-rådet", term_months=24)
    seat, ola = a_seat(workspace, body), a_person(workspace, "Ola")
    term = an_appointment(workspace, seat, ola, term_last="2025-12-31")
    assert limit_in_words(workspace.read(reappointment_outlook, term, as_of=DAY)) == ""
    _limit(workspace, body, 2)
    _limit(workspace, body, 1, "off")
    outlook = workspace.read(reappointment_outlook, term, as_of=DAY)
    assert (str(outlook.from_day), str(outlook.term_last)) == ("2026-01-01", "2027-12-31")
    assert limit_in_words(outlook) == "Term number 2 for Ola, of at most 2."
    second = workspace.run(reappoint, term, on_day=DAY)
    outlook = workspace.read(reappointment_outlook, second, as_of=DAY)
    assert outlook.beyond_limit
    assert "term number 3 for Ola; the body's rule is at most 2 terms" in limit_in_words(outlook)


def test_that_a_term_stood_in_for_counts_once_and_acting_not_at_all(workspace: Workspace) -> None:
    body = a_body(workspace, term_months=24)
    seat = a_seat(workspace, body)
    own = a_seat(workspace, body, role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id=seat)
    an_appointment(workspace, seat, a_person(workspace, "Ola"), term_last="2027-12-31")
    candidacy = a_candidacy(workspace, own, a_person(workspace, "Kari"))
    workspace.run(appoint, candidacy, day("2026-01-01"), on_day=DAY)
    kari = builders.the_row(workspace, t.PersonRow, name="Kari")["id"]
    acting = workspace.run(let_act, seat, kari, first=day("2026-03-01"), last=day("2026-05-31"))
    (last_part,) = builders.rows(workspace, t.AppointmentRow, first_day="2026-06-01")
    outlook = workspace.read(reappointment_outlook, last_part["id"], as_of=date(2026, 7, 1))
    assert outlook.terms == 2
    assert [one.person_name for one in outlook.substitutes] == ["Kari"]
    assert workspace.read(reappointment_outlook, acting, as_of=DAY).terms == 1
    found = workspace.read(composition, body, as_of=date(2026, 7, 1))
    assert {each.person_name: each.terms for each in found.before.sitters} == {"Ola": 1, "Kari": 1}
