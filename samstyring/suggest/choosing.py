"""Chooses candidates: the most rules met, the best ranks, the smallest change, and conflicts."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from samstyring.domain.composition import Outcome, Rule, Standing
from samstyring.domain.composition_choices import (
    Alternative,
    BodyStanding,
    BodyToCompose,
    Conflict,
    SeatChoice,
    Suggestion,
    SuggestionProblem,
    composed,
    rank_counted,
)
from samstyring.domain.composition_judging import standing
from samstyring.domain.composition_rules import Force
from samstyring.domain.errors import NotFoundError
from samstyring.domain.words import word
from samstyring.formats import listed
from samstyring.language import _
from samstyring.suggest.model import Model, changes, counts_at_all, today
from samstyring.suggest.program import Sum, in_order, value_of

Levels = Callable[[Model], Sequence[Sum]]


def suggest(problem: SuggestionProblem, alternatives: int = 3) -> Suggestion:
    """Return the best choices for a round's seats, and which rules stand against each other.

    As many seats as possible are filled; then the most binding rules are met, then the most
    advisory ones, then the ranks are the best. The answer is exact, the same each time, and only
    ever a suggestion. A rule that cannot be judged of a choice counts as not met by it.
    """
    found = _alternatives(problem, _by_rules, alternatives)
    return Suggestion(found, _conflicts(problem))


def _by_rules(model: Model) -> Sequence[Sum]:
    rules = (model.rules_met(Force.BINDING), model.rules_met(Force.ADVISORY))
    return in_order(model.filled(), *rules), in_order(model.best_ranks(), model.tie_breaker())


def smallest_change(problem: SuggestionProblem, rule_id: str, alternatives: int = 3) -> Suggestion:
    """Return the smallest changes that mend the breach of one rule.

    Of the choices that meet the rule, those first that break the fewest rules that are met today,
    then those that change the fewest seats, then the best ranks; a seat may be left as it is, and
    to choose who sits there already is no change, so it is not offered as one.
    Without any, the conflict says so. NotFoundError if no body of the problem has that rule in
    force.
    """
    rules = {rule.id: (body, rule) for body in problem.bodies for rule in body.rules}
    if rule_id not in rules or not counts_at_all(rules[rule_id][1]):
        raise NotFoundError(_("This rule does not hold in the bodies of this round."))
    found = _alternatives(_of_others(problem), _by_change, alternatives, required=rule_id)
    body, rule = rules[rule_id]
    return Suggestion(found, () if found else (_conflict(body, [rule]),))


def _of_others(problem: SuggestionProblem) -> SuggestionProblem:
    """Return a problem without the candidates who sit in the seat already."""
    return replace(
        problem,
        bodies=tuple(
            replace(
                body,
                seats=tuple(
                    replace(seat, candidates=tuple(c for c in seat.candidates if changes(seat, c)))
                    for seat in body.seats
                ),
            )
            for body in problem.bodies
        ),
    )


def _by_change(model: Model) -> Sequence[Sum]:
    rules = (model.rules_met(Force.BINDING), model.rules_met(Force.ADVISORY))
    return (
        in_order(model.rules_kept(), model.fewest_changes(), *rules),
        in_order(model.best_ranks(), model.tie_breaker()),
    )


def _alternatives(
    problem: SuggestionProblem, levels: Levels, wanted: int, *, required: str = ""
) -> tuple[Alternative, ...]:
    found: list[Alternative] = []
    solutions: list[tuple[int, ...]] = []
    while len(found) < wanted:
        model = Model(problem)
        if required:
            model.program.require(model.met[required])
        for earlier in solutions:
            model.forbid(earlier)
        values = _best_by_level(model, levels(model))
        if values is None:
            break
        solutions.append(values)
        found.append(_alternative(problem, model.choices(values)))
    return tuple(found)


def _best_by_level(model: Model, levels: Sequence[Sum]) -> tuple[int, ...] | None:
    """Return the choice best by the first sum, of those by the second, and so on."""
    values = None
    for level in levels:
        values = model.program.best(level)
        if values is None:
            return None
        model.program.hold(level, least=value_of(level, values))
    return values


def _alternative(problem: SuggestionProblem, choices: tuple[SeatChoice, ...]) -> Alternative:
    bodies = tuple(
        BodyStanding(
            body.body_id, body.body_name, standing(body.rules, today(body)),
            standing(body.rules, composed(body, choices)),
        )
        for body in problem.bodies
    )  # fmt: skip
    seats = {seat.seat_id: seat for body in problem.bodies for seat in body.seats}
    chosen = [(each.candidate, seats[each.seat_id]) for each in choices if each.candidate]
    after = [body.after for body in bodies]
    return Alternative(
        choices, bodies, len(chosen), _met(after, Force.BINDING), _met(after, Force.ADVISORY),
        sum(rank_counted(candidate, seat) for candidate, seat in chosen),
        sum(changes(seat, candidate) for candidate, seat in chosen),
    )  # fmt: skip


def _met(standings: list[Standing], force: Force) -> int:
    return sum(
        verdict.outcome is Outcome.MET and verdict.rule.force is force
        for each in standings
        for verdict in each.verdicts
    )


# Rules in conflict --------------------------------------------------------------------------------


def _conflicts(problem: SuggestionProblem) -> tuple[Conflict, ...]:
    """Return sets of rules that cannot be met together when as many seats as possible are filled.

    Each is as small as can be, found by leaving out one rule at a time, and they share no rule.
    """
    model = Model(problem)
    filled = model.filled()
    values = model.program.best(filled)
    assert values is not None, "choosing nobody is always possible"
    model.program.hold(filled, least=value_of(filled, values))
    found = []
    for body in problem.bodies:
        rules = [rule for rule in body.rules if rule.id in model.met]
        while rules and not _possible(model, rules):
            smallest = _smallest(model, rules)
            found.append(_conflict(body, smallest))
            rules = [rule for rule in rules if rule not in smallest]
    return tuple(found)


def _possible(model: Model, rules: Sequence[Rule]) -> bool:
    for rule in rules:
        model.program.require(model.met[rule.id])
    values = model.program.best()
    for rule in rules:
        model.program.require(model.met[rule.id], required=False)
    return values is not None


def _smallest(model: Model, rules: list[Rule]) -> list[Rule]:
    """Return rules of an impossible set that are impossible together, but not without any one.

    The last rules, which weigh the least, are left out first where there is a choice.
    """
    kept = list(rules)
    for rule in reversed(rules):
        without = [each for each in kept if each is not rule]
        if not _possible(model, without):
            kept = without
    return kept


def _conflict(body: BodyToCompose, rules: list[Rule]) -> Conflict:
    if len(rules) == 1:
        text = _("No choice of these candidates meets this rule of {body}: {rules}.")
    else:
        text = _(
            "No choice of these candidates meets all of these rules of {body}: {rules}. Without "
            "any one of them the others can be met."
        )
    kinds = listed([word(rule.kind) for rule in rules])
    return Conflict(tuple(rules), text.format(body=body.body_name, rules=kinds))
