"""Suggestions: they are the best there are, in order, and say what stands in the way."""

import time
from itertools import combinations

import pytest

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import Outcome, Sitter
from samstyring.domain.composition_choices import Alternative, SuggestionProblem, rank_counted
from samstyring.domain.composition_rules import (
    Force,
    FromCounties,
    GenderBalance,
    MostTerms,
    PerRegion,
    RuleKind,
    Size,
    Unreadable,
)
from samstyring.domain.errors import NotFoundError
from samstyring.domain.people import Gender
from samstyring.suggest import smallest_change, suggest
from tests.compositions import (
    NETWORKS,
    Choice,
    a_problem,
    a_rule,
    a_seat_for,
    a_sitter,
    every_choice,
    made_up_problem,
    rules_met,
    seated,
    worth,
)

CASES = 200
AT_A_TIME = 20
BOTH = GenderBalance(substitutes=False)


def told(found: Alternative) -> tuple[int, int, int, int]:
    """Return how an alternative is ordered, as ``worth`` orders a choice."""
    return -found.filled, -found.binding, -found.advisory, found.ranks


def names(found: Alternative) -> list[str]:
    return [choice.name for choice in found.choices]


def small(seed: int) -> SuggestionProblem:
    return made_up_problem(
        seed, seats=2 + seed % 2, candidates=3, rules=3 + seed % 5, staying=seed % 4
    )


# Equal to trying everything -----------------------------------------------------------------------


@pytest.mark.parametrize("first", range(0, CASES, AT_A_TIME))
def test_that_the_alternatives_are_the_best_of_all_choices(first: int) -> None:
    for seed in range(first, first + AT_A_TIME):
        problem = small(seed)
        everything = sorted(worth(problem, choice) for choice in every_choice(problem))
        found = suggest(problem).alternatives
        assert [told(each) for each in found] == everything[: len(found)], seed
        assert len(found) == min(3, len(everything)), seed
        assert len({tuple(each.choices) for each in found}) == len(found), seed


@pytest.mark.parametrize("first", range(0, 60, AT_A_TIME))
def test_that_conflicts_are_true_and_as_small_as_can_be(first: int) -> None:
    for seed in range(first, first + AT_A_TIME):
        problem = small(seed)
        choices = list(every_choice(problem))
        most = max(sum(each is not None for each in choice) for choice in choices)
        met = [
            rules_met(problem, seated(problem, choice))
            for choice in choices
            if sum(each is not None for each in choice) == most
        ]
        conflicts = [{rule.id for rule in each.rules} for each in suggest(problem).conflicts]
        for conflict in conflicts:
            assert not any(conflict <= each for each in met), seed
            for without in combinations(conflict, len(conflict) - 1):
                assert any(set(without) <= each for each in met), seed
        free = {rule.id for rule in problem.bodies[0].rules}.difference(*conflicts)
        assert any(free <= each for each in met), seed


@pytest.mark.parametrize("first", range(0, 60, AT_A_TIME))
def test_that_the_smallest_change_is_the_smallest_of_all(first: int) -> None:
    for seed in range(first, first + AT_A_TIME):
        problem = small(seed)
        rule = problem.bodies[0].rules[0]
        now = rules_met(problem, seated(problem, (None,) * len(problem.bodies[0].seats)))
        mended = [
            (len(now - met), _changes(problem, choice))
            for choice in every_choice(problem)
            if rule.id in (met := rules_met(problem, seated(problem, choice)))
        ]
        found = smallest_change(problem, rule.id, 1)
        if not mended:
            assert (found.alternatives, len(found.conflicts)) == ((), 1), seed
            continue
        (best,) = found.alternatives
        after = {each.id for each in found.verdicts if each.outcome is Outcome.MET}
        assert (len(now - after), best.changes) == min(mended), seed


def _changes(problem: SuggestionProblem, choice: Choice) -> int:
    seats = problem.bodies[0].seats
    return sum(
        chosen is not None and (seat.holder is None or seat.holder.person_id != chosen.person_id)
        for chosen, seat in zip(choice, seats, strict=True)
    )


# One by one ---------------------------------------------------------------------------------------


def _pair() -> tuple[Sitter, Sitter]:
    """Return two candidates: the first is a man, the second a woman."""
    return (
        a_sitter(1, person="Ola", gender=Gender.MALE),
        a_sitter(1, person="Kari", gender=Gender.FEMALE),
    )


def test_that_a_rule_outweighs_a_rank() -> None:
    man = a_sitter(2, gender=Gender.MALE)
    problem = a_problem((a_rule(BOTH),), a_seat_for(1, *_pair()), staying=(man,))
    best, other = suggest(problem).alternatives[:2]
    assert (names(best), names(other)) == (["Kari"], ["Ola"])
    assert (best.advisory, best.ranks, other.advisory, other.ranks) == (1, 2, 0, 1)


def test_that_a_binding_rule_outweighs_several_advisory_ones() -> None:
    new = a_sitter(1, person="Ola", gender=Gender.MALE, terms=1)
    well_known = a_sitter(
        1, person="Kari", terms=4, employer=BodyKind.COUNTY_MUNICIPALITY, population=None
    )
    rules = (
        a_rule(MostTerms(2), Force.BINDING, rule_id="terms"),
        a_rule(FromCounties(), rule_id="county"),
        a_rule(BOTH, rule_id="both"),
    )
    staying = (a_sitter(2, gender=Gender.MALE),)
    problem = a_problem(rules, a_seat_for(1, well_known, new), staying=staying)
    assert names(suggest(problem).alternatives[0]) == ["Ola"]


def test_that_ranks_decide_where_rules_do_not() -> None:
    problem = a_problem((), a_seat_for(1, *_pair()), a_seat_for(2, a_sitter(2, person="Per")))
    assert names(suggest(problem).alternatives[0]) == ["Ola", "Per"]


def test_that_a_rule_that_is_off_decides_nothing() -> None:
    staying = (a_sitter(2, gender=Gender.MALE),)
    problem = a_problem((a_rule(BOTH, Force.OFF),), a_seat_for(1, *_pair()), staying=staying)
    found = suggest(problem)
    assert (names(found.alternatives[0]), found.verdicts, found.conflicts) == (["Ola"], (), ())


def test_that_a_seat_without_candidates_is_left_as_it_is() -> None:
    holder = a_sitter(2, person="Per")
    problem = a_problem((), a_seat_for(1, *_pair()), a_seat_for(2, holder=holder), a_seat_for(3))
    assert names(suggest(problem).alternatives[0]) == ["Ola", "Per", ""]


def test_that_nobody_gets_two_seats() -> None:
    ola, kari = _pair()
    again = a_sitter(2, person="Ola", gender=Gender.MALE)
    problem = a_problem((), a_seat_for(1, ola, kari), a_seat_for(2, again))
    (found,) = suggest(problem, 1).alternatives
    assert (names(found), found.filled) == (["Kari", "Ola"], 2)


def test_that_the_same_question_has_the_same_answer() -> None:
    problem = made_up_problem(7, seats=6, candidates=4, rules=8)
    assert suggest(problem) == suggest(problem)


def test_that_a_round_without_candidates_changes_nothing() -> None:
    found = suggest(a_problem((a_rule(Size(1, 1)),), a_seat_for(1)))
    assert [each.filled for each in found.alternatives] == [0]
    assert found.conflicts[0].sentence == (
        "No choice of these candidates meets this rule of DU: number of members."
    )


def test_that_rules_in_conflict_are_named_and_others_are_not() -> None:
    man_from_county = a_sitter(
        1, person="Ola", gender=Gender.MALE, employer=BodyKind.COUNTY_MUNICIPALITY, population=None
    )
    rules = (
        a_rule(FromCounties(), Force.BINDING, rule_id="county"),
        a_rule(BOTH, rule_id="both"),
        a_rule(Size(2, 2), Force.BINDING, rule_id="size"),
    )
    staying = (a_sitter(2, gender=Gender.MALE),)
    problem = a_problem(rules, a_seat_for(1, man_from_county, _pair()[1]), staying=staying)
    found = suggest(problem)
    assert [[rule.id for rule in each.rules] for each in found.conflicts] == [["county", "both"]]
    assert found.conflicts[0].sentence == (
        "No choice of these candidates meets all of these rules of DU: members from county "
        "municipalities and gender balance by § 28. Without any one of them the others can be met."
    )
    assert names(found.alternatives[0]) == ["Ola"]


def test_that_the_smallest_change_leaves_what_is_well() -> None:
    holders = (
        a_sitter(1, person="Per", gender=Gender.MALE),
        a_sitter(2, person="Pål", gender=Gender.MALE),
    )
    seats = (
        a_seat_for(1, *_pair(), holder=holders[0]),
        a_seat_for(2, a_sitter(2, person="Espen", gender=Gender.MALE), holder=holders[1]),
    )
    (found,) = smallest_change(a_problem((a_rule(BOTH),), *seats), "r", 1).alternatives
    assert (names(found), found.changes) == (["Kari", "Pål"], 1)


def test_that_who_sits_there_already_is_no_change() -> None:
    per = a_sitter(1, person="Per", gender=Gender.MALE)
    seats = (
        a_seat_for(1, *_pair(), holder=a_sitter(1, person="Ole", gender=Gender.MALE)),
        a_seat_for(2, per, holder=per),
    )
    found = smallest_change(a_problem((a_rule(BOTH),), *seats), "r").alternatives
    assert [names(each) for each in found] == [["Kari", "Per"]]


def test_that_a_rule_that_cannot_be_read_binds_no_choice() -> None:
    garbled = a_rule(Unreadable(RuleKind.SIZE, "It cannot be read."), Force.BINDING, rule_id="x")
    found = suggest(a_problem((garbled, a_rule(BOTH)), a_seat_for(1, *_pair())))
    assert found.conflicts == ()
    assert found.alternatives[0].binding == 0
    with pytest.raises(NotFoundError, match="does not hold"):
        smallest_change(a_problem((garbled,), a_seat_for(1, *_pair())), "x")


def test_that_a_rule_of_another_body_cannot_be_mended() -> None:
    with pytest.raises(NotFoundError, match="does not hold in the bodies of this round"):
        smallest_change(a_problem((), a_seat_for(1, *_pair())), "elsewhere")


def test_that_a_candidate_without_rank_comes_after_the_ranked() -> None:
    problem = made_up_problem(3, seats=3, candidates=3, rules=3)
    for seat in problem.bodies[0].seats:
        ranked = [each.rank for each in seat.candidates if each.rank is not None]
        for each in seat.candidates:
            if each.rank is None:
                assert rank_counted(each, seat) > max(ranked, default=0)


def test_that_fourteen_seats_are_filled_while_one_waits() -> None:
    """Sixty candidates and twelve rules take less than two seconds on a quiet machine."""
    problem = made_up_problem(1, seats=14, candidates=5, rules=12)
    suggest(a_problem((a_rule(PerRegion(), regions=NETWORKS),), a_seat_for(1, *_pair())))
    started = time.process_time()
    suggest(problem)
    assert time.process_time() - started < 4
