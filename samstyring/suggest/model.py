"""The choice of candidates as an integer program, built on what each rule counts."""

import random
from collections.abc import Callable

from samstyring.domain.composition import Outcome, Rule, SeatGroup, Sitter
from samstyring.domain.composition_choices import (
    BodyToCompose,
    Candidate,
    OpenSeat,
    SeatChoice,
    SuggestionProblem,
    rank_counted,
)
from samstyring.domain.composition_conditions import Condition, conditions, outcome
from samstyring.domain.composition_rules import Force, Unreadable, needed_of_each
from samstyring.suggest.program import Program, Sum, less, multiple, total

_LARGEST_WEIGHT = 1_000


class Model:
    """A problem as a program: a variable for each candidate, and one for each rule that is met."""

    def __init__(self, problem: SuggestionProblem) -> None:
        self.problem = problem
        self.program = Program()
        self._chosen: dict[tuple[str, int], int] = {}
        self._needed: dict[tuple[str, SeatGroup], Sum] = {}
        self.met: dict[str, int] = {}
        for body in problem.bodies:
            self._seat(body)
            for rule in body.rules:
                if counts_at_all(rule):
                    self.met[rule.id] = self._rule(body, rule)

    # Seats and candidates ----------------------------------------------------------------------

    def _seat(self, body: BodyToCompose) -> None:
        """Let one at most be chosen for each seat, and nobody for two seats of a body."""
        seats_of: dict[str, list[int]] = {}
        for seat in body.seats:
            here = []
            for place, candidate in enumerate(seat.candidates):
                variable = self.program.variable()
                self._chosen[seat.seat_id, place] = variable
                seats_of.setdefault(candidate.person_id, []).append(variable)
                here.append(variable)
            self.program.hold(total(map(multiple, here)), most=1)
        for variables in seats_of.values():
            if len(variables) > 1:
                self.program.hold(total(map(multiple, variables)), most=1)

    def _each(self, worth: Callable[[OpenSeat, Candidate], int]) -> Sum:
        return total(
            multiple(self._chosen[seat.seat_id, place], worth(seat, candidate))
            for body in self.problem.bodies
            for seat in body.seats
            for place, candidate in enumerate(seat.candidates)
        )

    def filled(self) -> Sum:
        """Return how many seats a candidate is chosen for."""
        return self._each(lambda _seat, _candidate: 1)

    def best_ranks(self) -> Sum:
        """Return the ranks of those chosen, the lower the better."""
        return self._each(lambda seat, candidate: -rank_counted(candidate, seat))

    def fewest_changes(self) -> Sum:
        """Return the seats that change hands, the fewer the better."""
        return self._each(lambda seat, candidate: -int(changes(seat, candidate)))

    def tie_breaker(self) -> Sum:
        """Return weights that seldom leave two choices alike, the same each time.

        Random weights single out one best choice with high probability (Mulmuley, Vazirani and
        Vazirani's isolating lemma), so that every computer answers alike.
        """
        # The sequence of this generator is the same in every version and on every system.
        weights = random.Random(0)
        return self._each(lambda _seat, _candidate: -int(weights.random() * _LARGEST_WEIGHT) - 1)

    def forbid(self, values: tuple[int, ...]) -> None:
        """Let this very choice not be made again."""
        differs = [
            Sum(-1, 0, 0, {variable: -1}) if values[variable] else multiple(variable)
            for variable in self._chosen.values()
        ]
        chosen = sum(values[variable] for variable in self._chosen.values())
        self.program.hold(total(differs), least=1 - chosen)

    def choices(self, values: tuple[int, ...]) -> tuple[SeatChoice, ...]:
        """Return what a solution chooses for every seat."""
        return tuple(
            SeatChoice(
                body.body_id, body.body_name, seat.seat_id, seat.number,
                self._candidate(seat, values), seat.holder,
            )
            for body in self.problem.bodies
            for seat in body.seats
        )  # fmt: skip

    def _candidate(self, seat: OpenSeat, values: tuple[int, ...]) -> Candidate | None:
        for place, candidate in enumerate(seat.candidates):
            if values[self._chosen[seat.seat_id, place]]:
                return candidate
        return None

    # Rules -------------------------------------------------------------------------------------

    def rules_met(self, force: Force) -> Sum:
        """Return how many rules of a force are met."""
        return self._met(lambda _body, rule: rule.force is force)

    def rules_kept(self) -> Sum:
        """Return how many of the rules that are met today stay so."""
        return self._met(lambda body, rule: outcome(conditions(rule), today(body)) is Outcome.MET)

    def _met(self, wanted: Callable[[BodyToCompose, Rule], bool]) -> Sum:
        return total(
            multiple(self.met[rule.id])
            for body in self.problem.bodies
            for rule in body.rules
            if rule.id in self.met and wanted(body, rule)
        )

    def _rule(self, body: BodyToCompose, rule: Rule) -> int:
        """Return a variable that can be 1 only when every condition of the rule holds."""
        met = self.program.variable()
        for condition in conditions(rule):
            self._condition(body, condition, met)
        return met

    def _condition(self, body: BodyToCompose, condition: Condition, met: int) -> None:
        count = self._count(body, condition.group, condition.counts)
        if condition.by_statute:
            needed = self._needed_of_each(body, condition.group)
            self.program.hold_if(met, less(count, needed), least=0)
            return
        self.program.hold_if(met, count, least=condition.least)
        if condition.most is not None:
            unknown = self._count(body, condition.group, condition.unknown)
            self.program.hold_if(met, total((count, unknown)), most=condition.most)

    def _count(
        self, body: BodyToCompose, group: SeatGroup, counts: Callable[[Sitter], bool]
    ) -> Sum:
        def tallied(sitter: Sitter | None) -> int:
            return int(sitter is not None and sitter.group is group and counts(sitter))

        stay = sum(map(tallied, body.staying))
        return total((Sum(stay, stay, stay), *(self._at(seat, tallied) for seat in body.seats)))

    def _at(self, seat: OpenSeat, tallied: Callable[[Sitter | None], int]) -> Sum:
        """Return what a seat adds to a count: its holder's one unless a candidate is chosen."""
        left = tallied(seat.holder)
        adds = [tallied(candidate.sitter) for candidate in seat.candidates]
        terms = {
            self._chosen[seat.seat_id, place]: added - left for place, added in enumerate(adds)
        }
        return Sum(min(left, *adds, left), max(left, *adds, left), left, terms)

    def _needed_of_each(self, body: BodyToCompose, group: SeatGroup) -> Sum:
        """Return how many of each gender the statute asks of a group, whose number may vary."""
        key = (body.body_id, group)
        if key not in self._needed:
            self._needed[key] = self._by_number(self._count(body, group, lambda _sitter: True))
        return self._needed[key]

    def _by_number(self, number: Sum) -> Sum:
        numbers = {
            possible: self.program.variable() for possible in range(number.low, number.high + 1)
        }
        self.program.hold(total(map(multiple, numbers.values())), least=1, most=1)
        told = total(multiple(variable, possible) for possible, variable in numbers.items())
        self.program.hold(less(told, number), least=0, most=0)
        needed = [
            multiple(variable, needed_of_each(possible)) for possible, variable in numbers.items()
        ]
        return Sum(needed_of_each(number.low), needed_of_each(number.high), 0, total(needed).terms)


def counts_at_all(rule: Rule) -> bool:
    """Tell whether a rule is one that a choice can meet: it is not off, and it can be read."""
    return rule.force is not Force.OFF and not isinstance(rule.parameters, Unreadable)


def changes(seat: OpenSeat, candidate: Candidate) -> bool:
    """Tell whether choosing a candidate puts somebody else in the seat."""
    return seat.holder is None or seat.holder.person_id != candidate.person_id


def today(body: BodyToCompose) -> tuple[Sitter, ...]:
    """Return who sits in a body before anything is chosen."""
    return (*body.staying, *(seat.holder for seat in body.seats if seat.holder is not None))
