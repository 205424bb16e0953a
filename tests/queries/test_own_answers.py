"""What candidates answered themselves, and what the letter of appointment says of it."""

from datetime import date

from samstyring.commands.nominations import appoint, forward_candidacy, take_step
from samstyring.domain.letters import LetterKind
from samstyring.domain.nominations import StepKind
from samstyring.queries.letters import letters
from samstyring.queries.own_answers import own_answer
from samstyring.workspace import Workspace
from tests import builders

DAY = date(2026, 3, 10)


def test_that_only_one_who_said_yes_is_thanked_for_it(workspace: Workspace) -> None:
    seats = [builders.a_seat(workspace), builders.a_seat(workspace)]
    round_id = builders.a_round(workspace, seat_ids=seats)
    eva, ola = builders.a_person(workspace, "Eva Moe"), builders.a_person(workspace, "Ola Åsen")
    silent = builders.a_candidacy(workspace, seats[0], eva, round_id=round_id)
    asked = builders.a_candidacy(
        workspace, seats[1], ola, round_id=round_id, first_step=StepKind.ASKED
    )
    workspace.run(take_step, asked, StepKind.ACCEPTED, date(2026, 3, 2))
    for candidacy in (silent, asked):
        workspace.run(appoint, candidacy, builders.day("2026-03-05"), on_day=date(2026, 3, 3))
    found = workspace.read(letters, round_id, LetterKind.APPOINTMENT, as_of=DAY, language="nb")
    said = {letter.recipient: dict(letter.values)["accepted"] for letter in found}
    assert said == {"Eva Moe": "", "Ola Åsen": "2. mars 2026"}


def test_that_a_yes_counts_for_those_who_forward_the_candidate(workspace: Workspace) -> None:
    seat = builders.a_seat(workspace)
    first = builders.a_candidacy(
        workspace, seat, builders.a_person(workspace, "Eva Moe"), first_step=StepKind.ASKED
    )
    network = builders.a_body(workspace, "Digi Agder")
    later = workspace.run(forward_candidacy, first, network, on_day=date(2026, 3, 1))
    assert workspace.read(own_answer, later) == (StepKind.ASKED, "2026-02-01")
    workspace.run(take_step, first, StepKind.ACCEPTED, date(2026, 3, 2))
    assert workspace.read(own_answer, later) == (StepKind.ACCEPTED, "2026-03-02")
