"""Random rounds: whatever is done in them, every appointment they make can be traced."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from samstyring.commands.nominations import (
    answer_request,
    appoint,
    ask,
    close_round,
    delete_candidacy,
    delete_request,
    delete_round,
    forward_candidacy,
    nominate,
    pass_on,
    take_step,
)
from samstyring.commands.people import delete_person
from samstyring.commands.reappointments import cut_short, reappoint
from samstyring.commands.seats import delete_appointment
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import CLOSED_STEPS, StepKind
from samstyring.domain.periods import PartialDate, Period
from samstyring.queries.nomination_board import nomination_board
from samstyring.queries.nomination_chain import appointment_chain
from samstyring.queries.nominations import candidacy_lines, round_detail
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import a_body, a_person, a_round, a_seat, rows

START, FAR = date(2026, 1, 10), date(2100, 1, 1)
DAYS = st.integers(0, 900).map(lambda days: START + timedelta(days))
# Each of them is long, so the gate tries few; when new ones are looked for, as many as of others.
_PROFILE = settings.get_current_profile_name()
_EXAMPLES = 12 if _PROFILE == "default" else settings.get_profile(_PROFILE).max_examples
TAKEN = st.sampled_from([step for step in StepKind if step is not StepKind.APPOINTED])


class Rounds(RuleBasedStateMachine):
    """One file in which rounds are called and everything is tried, sensible or not."""

    rounds, candidacies, requests = Bundle("rounds"), Bundle("candidacies"), Bundle("requests")
    terms = Bundle("terms")

    def __init__(self) -> None:
        super().__init__()
        self.file = Workspace.in_memory()
        body = a_body(self.file, term_months=24)
        self.seats = [a_seat(self.file, body) for _seat in range(3)]
        self.bodies = [a_body(self.file, name) for name in ("Nett", "By", "Bygd", "KS")]
        self.people = [a_person(self.file, name) for name in ("Ada", "Bo", "Kim")]

    def teardown(self) -> None:
        self.file.close()

    def attempt(self, command: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """Run a command that may be refused; nothing but a sentence may come of it."""
        try:
            return self.file.run(command, *args, **more)
        except RuleError as refusal:
            sentence = str(refusal)
        assert sentence.endswith(".")
        return None

    @initialize(target=rounds)
    def begin(self) -> str:
        return self._called()

    @rule(target=rounds)
    def call(self) -> str:
        return self._called()

    def _called(self) -> str:
        return a_round(self.file, self.bodies[3], seat_ids=tuple(self.seats[:2]))

    @rule(target=requests, round_id=rounds, body=st.integers(0, 2))
    def ask_a_body(self, round_id: str, body: int) -> Any:
        made = self.attempt(ask, round_id, self.bodies[body])
        return made if made else multiple()

    @rule(target=requests, request=requests, body=st.integers(0, 3), due=DAYS)
    def pass_a_request_on(self, request: str, body: int, due: date) -> Any:
        made = self.attempt(pass_on, request, (self.bodies[body],), due_on=PartialDate.of(due))
        return multiple(*(made or ()))

    @rule(request=requests, day=DAYS, none=st.booleans())
    def answer(self, request: str, day: date, none: bool) -> None:
        self.attempt(answer_request, request, day, answer="Nei", no_candidate=none)

    @rule(
        target=candidacies, round_id=rounds, seat=st.integers(0, 2), person=st.integers(0, 2),
        body=st.integers(0, 3), day=DAYS,
    )  # fmt: skip
    def put_forward(self, round_id: str, seat: int, person: int, body: int, day: date) -> Any:
        made = self.attempt(
            nominate, self.seats[seat], self.people[person], self.bodies[body], on_day=day,
            round_id=round_id,
        )  # fmt: skip
        return made if made else multiple()

    @rule(target=candidacies, candidacy=candidacies, body=st.integers(0, 3), day=DAYS)
    def forward(self, candidacy: str, body: int, day: date) -> Any:
        made = self.attempt(forward_candidacy, candidacy, self.bodies[body], on_day=day)
        return made if made else multiple()

    @rule(candidacy=candidacies, step=TAKEN, day=DAYS)
    def take(self, candidacy: str, step: StepKind, day: date) -> None:
        self.attempt(take_step, candidacy, step, day)

    @rule(target=terms, candidacy=candidacies, day=DAYS, rest=st.booleans())
    def seat(self, candidacy: str, day: date, rest: bool) -> Any:
        made = self.attempt(
            appoint, candidacy, PartialDate.of(day), on_day=day, only_rest_of_term=rest
        )
        return made if made else multiple()

    @rule(target=terms, term=terms, day=DAYS)
    def give_a_new_term(self, term: str, day: date) -> Any:
        made = self.attempt(reappoint, term, on_day=day)
        return made if made else multiple()

    @rule(term=terms, day=DAYS)
    def stop(self, term: str, day: date) -> None:
        self.attempt(cut_short, term, PartialDate.of(day), reason="Flyttet")

    @rule(round_id=rounds, day=DAYS, anyway=st.booleans())
    def close(self, round_id: str, day: date, anyway: bool) -> None:
        self.attempt(close_round, round_id, day, with_open_requests=anyway)

    @rule(candidacy=candidacies)
    def delete_a_candidacy(self, candidacy: str) -> None:
        self.attempt(delete_candidacy, candidacy)

    @rule(request=requests)
    def delete_a_request(self, request: str) -> None:
        self.attempt(delete_request, request)

    @rule(round_id=rounds)
    def delete_a_round(self, round_id: str) -> None:
        self.attempt(delete_round, round_id)

    @rule(term=consumes(terms))
    def delete_a_term(self, term: str) -> None:
        self.attempt(delete_appointment, term)

    @rule(person=st.integers(0, 2))
    def erase_a_person(self, person: int) -> None:
        self.attempt(delete_person, self.people[person])

    @rule()
    def undo(self) -> None:
        if rows(self.file, t.RoundRow):
            self.file.undo()

    @rule()
    def redo(self) -> None:
        self.file.redo()

    @invariant()
    def every_appointment_can_be_traced(self) -> None:
        for row in rows(self.file, t.AppointmentRow):
            chain = self.file.read(appointment_chain, row["id"], as_of=FAR)
            assert chain.whole, "who proposed is not known"
            assert chain.links[-1].step is StepKind.APPOINTED
            assert all(link.step in CLOSED_STEPS for link in chain.links)
            said = rows(self.file, t.CandidacyRow, id=row["candidacy_id"])[0]
            assert (said["person_id"], said["seat_id"]) == (row["person_id"], row["seat_id"])

    @invariant()
    def nobody_shares_a_seat(self) -> None:
        for seat in self.seats:
            held = rows(self.file, t.AppointmentRow, seat_id=seat)
            periods = [Period.of(row["first_day"], row["last_day"]) for row in held]
            for place, period in enumerate(periods):
                assert not any(period.overlaps(other) for other in periods[:place])

    @invariant()
    def a_person_is_put_forward_once_for_a_seat(self) -> None:
        lines = [line for line in self.file.read(candidacy_lines, as_of=FAR) if line.open]
        earlier = {line.forwarded_from_id for line in lines}
        ends = [(line.person_id, line.seat_id) for line in lines if line.id not in earlier]
        assert len(ends) == len(set(ends))

    @invariant()
    def what_is_forwarded_leads_back_to_what_stands(self) -> None:
        lines = {line.id: line for line in self.file.read(candidacy_lines, as_of=FAR)}
        for line in lines.values():
            if line.open and line.forwarded_from_id:
                assert lines[line.forwarded_from_id].open
                assert lines[line.forwarded_from_id].forwarded_by_id == line.by_id

    @invariant()
    def the_board_shows_every_candidacy_once(self) -> None:
        for row in rows(self.file, t.RoundRow):
            detail = self.file.read(round_detail, row["id"], as_of=FAR)
            board = self.file.read(nomination_board, row["id"], as_of=FAR)
            on_board = [
                line.id for each in board.rows for cell in each.cells for line in cell.candidacies
            ]
            assert sorted(on_board) == sorted(line.id for line in detail.candidacies)


class TestThatNoAppointmentLacksItsTrace(Rounds.TestCase):  # type: ignore[misc,name-defined]
    """Random rounds of up to thirty moves each."""

    settings = settings(
        max_examples=_EXAMPLES, stateful_step_count=30, deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip
