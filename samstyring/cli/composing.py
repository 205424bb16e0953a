"""The verbs on composition: how a body is put together, what to suggest, and who covers what."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from samstyring.cli.mending import (
    Mended,
    changes_object,
    mended_object,
    mended_rules,
    mended_text,
)
from samstyring.cli.objects import as_object, as_objects, plain
from samstyring.cli.opening import reading
from samstyring.cli.output import Column, as_json, as_table, say
from samstyring.cli.round_names import round_named
from samstyring.domain.composition import (
    Composition,
    CoverageLine,
    Outcome,
    Sitter,
    Standing,
    Verdict,
)
from samstyring.domain.composition_changes import (
    changes_in_words,
    rules_in_force,
    share_met,
)
from samstyring.domain.composition_choices import (
    Alternative,
    SeatChoice,
    Suggestion,
    SuggestionProblem,
)
from samstyring.domain.composition_rules import Force, Grouping, RuleKind, SizeClass
from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import CandidacyLine
from samstyring.formats import counted, percent, short_date
from samstyring.language import N_, _
from samstyring.queries.composition import composition as body_composition
from samstyring.queries.composition import suggestion_problem
from samstyring.queries.composition_coverage import coverage as seats_covered
from samstyring.queries.composition_trial import body_to_try
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.search import find_body, find_person
from samstyring.workspace import Workspace

GROUPINGS: dict[str, Grouping | type[SizeClass]] = {
    "network": Grouping.NETWORK,
    "county": Grouping.COUNTY,
    "sub-region": Grouping.SUB_REGION,
    "size": SizeClass,
}
_RULE_COLUMNS = (
    Column(N_("Rule"), "kind", RuleKind),
    Column(N_("Force"), "force", Force),
    Column(N_("Stands"), "before", Outcome),
    Column(N_("In words"), "sentence"),
)
_WHAT_IF_COLUMNS = (
    *_RULE_COLUMNS[:3],
    Column(N_("With them"), "after", Outcome),
    _RULE_COLUMNS[3],
)
_SUGGESTED_COLUMNS = (Column(N_("Body"), "body"), *_RULE_COLUMNS)
_CHOICE_COLUMNS = (
    Column(N_("Body"), "body"),
    Column(N_("Seat"), "seat"),
    Column(N_("Who"), "who"),
    Column(N_("Rank"), "rank"),
    Column(N_("Put forward by"), "by"),
    Column(N_("Sits there now"), "holder"),
)
_COVERAGE_COLUMNS = (
    Column(N_("From"), "name"),
    Column(N_("Members"), "members"),
    Column(N_("Substitutes"), "substitutes"),
    Column(N_("Persons"), "persons"),
    Column(N_("Bodies"), "in_bodies"),
)
_DUE_COLUMNS = (
    Column(N_("Fills"), "fills"),
    Column(N_("Owes"), "owes"),
    Column(N_("Unanswered"), "unanswered"),
)


# composition -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _RuleLine:
    kind: RuleKind
    force: Force
    before: Outcome
    after: Outcome
    sentence: str
    body: str = ""


def composition(asked: Namespace) -> None:
    """Write who sits in a body by its rules, and how it would be with some candidates.

    Where it is asked for, with the smallest change that mends each breach.
    """
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        body_id = workspace.read(find_body, asked.name, as_of=day)
        chosen = _candidacies(workspace, body_id, asked.candidacies, day)
        found = workspace.read(body_composition, body_id, as_of=day, with_candidacies=chosen)
        problem = workspace.read(body_to_try, body_id, as_of=day) if asked.mend else None
    mended = mended_rules(problem, found, chosen) if problem else None
    if asked.json:
        say(as_json(_composition_object(found, mended)))
        return
    say(_composition_text(found) + mended_text(mended or ()))


def _candidacies(
    workspace: Workspace, body_id: str, names: Iterable[str], day: date
) -> tuple[str, ...]:
    """Return the ids of candidacies to a body's seats, called by id or by the person's name."""
    lines = [
        line
        for line in workspace.read(candidacy_lines, as_of=day, body_id=body_id)
        if line.body_id == body_id and line.open
    ]
    return tuple(_candidacy(workspace, lines, name) for name in names)


def _candidacy(workspace: Workspace, lines: list[CandidacyLine], name: str) -> str:
    if any(line.id == name for line in lines):
        return name
    person_id = workspace.read(find_person, name)
    found = [line for line in lines if line.person_id == person_id]
    if not found:
        raise RuleError(_("{person} has no open candidacy to this body.").format(person=name))
    if len(found) > 1:
        choices = "; ".join(f"{line.body_name} {line.seat_number} ({line.id})" for line in found)
        raise RuleError(
            _("{person} has several open candidacies: {choices}. Write the id of one.").format(
                person=name, choices=choices
            )
        )
    return found[0].id


def _composition_text(found: Composition) -> str:
    heads = [f"{found.body_name}, {short_date(found.day)}", found.before.line]
    if found.vacant:
        heads.append(counted("{count} vacant seat", "{count} vacant seats", found.vacant))
    if found.after is not None:
        heads.append(_("With them: {line}").format(line=found.after.line))
    columns = _RULE_COLUMNS if found.after is None else _WHAT_IF_COLUMNS
    after = found.after or found.before
    lines = [
        _RuleLine(was.rule.kind, was.rule.force, was.outcome, is_.outcome, is_.sentence)
        for was, is_ in zip(found.before.verdicts, after.verdicts, strict=True)
    ]
    rules = as_table(columns, lines) or _("There are no rules for this body.") + "\n"
    return "\n".join(heads) + "\n\n" + rules


def _composition_object(found: Composition, mended: Mended | None) -> dict[str, Any]:
    return {
        "body_id": found.body_id,
        "body_name": found.body_name,
        "day": plain(found.day),
        "vacant": found.vacant,
        "before": _standing_object(found.before),
        "after": _standing_object(found.after) if found.after else None,
        "smallest_change": None if mended is None else mended_object(mended),
    }


def _standing_object(standing: Standing) -> dict[str, Any]:
    return {
        "line": standing.line,
        "rules": [_verdict_object(verdict) for verdict in standing.verdicts],
        "seats": [_sitter_object(sitter) for sitter in standing.sitters],
    }


def _sitter_object(sitter: Sitter) -> dict[str, Any]:
    found = as_object(sitter)
    del found["stated"]  # notes and reasons, which only the rules on competence look into
    return found


def _verdict_object(verdict: Verdict) -> dict[str, Any]:
    rule = verdict.rule
    return {
        "id": rule.id,
        "kind": plain(rule.kind),
        "force": plain(rule.force),
        "parameters": as_object(rule.parameters),
        "outcome": plain(verdict.outcome),
        "sentence": verdict.sentence,
        "answer": as_object(rule.answer) if rule.answer else None,
    }


# suggest -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _ChoiceLine:
    body: str
    seat: int
    who: str
    rank: int | str
    by: str
    holder: str


def suggest(asked: Namespace) -> None:
    """Write the choices for a round that meet the most rules, or that mend the breach of one."""
    # Asked for by few, and the solver takes longer to load than all the rest.
    from samstyring.suggest import smallest_change
    from samstyring.suggest import suggest as best_choices

    problem = _problem(asked)
    found = smallest_change(problem, asked.mend) if asked.mend else best_choices(problem)
    if asked.json:
        say(as_json(_suggestion_object(found)))
        return
    say(_suggestion_text(problem, found, mending=bool(asked.mend)))


def _problem(asked: Namespace) -> SuggestionProblem:
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        line = round_named(workspace, asked.round, day)
        return workspace.read(suggestion_problem, line.id, as_of=day)


def _suggestion_text(problem: SuggestionProblem, found: Suggestion, *, mending: bool) -> str:
    parts = [f"{problem.round_name}, {short_date(problem.day)}\n"]
    for place, alternative in enumerate(found.alternatives, 1):
        said = changes_in_words(alternative) if mending else ()
        parts.append("".join(f"{sentence}\n" for sentence in said))
        parts.append(_alternative_text(place, alternative))
    if found.alternatives:
        lines = [
            _RuleLine(
                each.rule.kind, each.rule.force, each.outcome, each.outcome, each.sentence,
                body.body_name,
            )
            for body in found.alternatives[0].bodies
            for each in body.after.verdicts
        ]  # fmt: skip
        parts.append(as_table(_SUGGESTED_COLUMNS, lines))
    if found.conflicts:
        parts.append("".join(f"{conflict.sentence}\n" for conflict in found.conflicts))
    return "\n".join(part for part in parts if part)


def _alternative_text(place: int, alternative: Alternative) -> str:
    head = _(
        "Alternative {place}: seats filled {filled}, changed {changes}; binding rules met "
        "{binding} of {every_binding}, advisory {advisory} of {every_advisory}; sum of ranks "
        "{ranks}."
    ).format(
        place=place,
        filled=alternative.filled,
        changes=alternative.changes,
        binding=alternative.binding,
        every_binding=rules_in_force(alternative, Force.BINDING),
        advisory=alternative.advisory,
        every_advisory=rules_in_force(alternative, Force.ADVISORY),
        ranks=alternative.ranks,
    )
    share = share_met(alternative)
    if share is not None:
        head = f"{head} " + _("{share} of the rules are met.").format(share=percent(share))
    return head + "\n" + as_table(_CHOICE_COLUMNS, [_choice(each) for each in alternative.choices])


def _choice(choice: SeatChoice) -> _ChoiceLine:
    chosen = choice.candidate
    return _ChoiceLine(
        choice.body_name, choice.number,
        choice.name or _("nobody"),
        (chosen.rank if chosen else None) or "", chosen.by_name if chosen else "",
        choice.holder.person_name if choice.holder else "",
    )  # fmt: skip


def _suggestion_object(found: Suggestion) -> dict[str, Any]:
    return {
        "alternatives": [_alternative_object(each) for each in found.alternatives],
        "conflicts": [
            {"rules": [rule.id for rule in each.rules], "sentence": each.sentence}
            for each in found.conflicts
        ],
    }


def _alternative_object(alternative: Alternative) -> dict[str, Any]:
    return {
        "filled": alternative.filled,
        "changes": alternative.changes,
        "binding": alternative.binding,
        "advisory": alternative.advisory,
        "binding_rules": rules_in_force(alternative, Force.BINDING),
        "advisory_rules": rules_in_force(alternative, Force.ADVISORY),
        "share_met": share_met(alternative),
        "ranks": alternative.ranks,
        "choices": [
            {
                "body_id": each.body_id,
                "body_name": each.body_name,
                "seat_id": each.seat_id,
                "seat_number": each.number,
                "candidacy_id": each.candidate.candidacy_id if each.candidate else None,
                "person_name": each.name or None,
                "rank": each.candidate.rank if each.candidate else None,
                "holder_name": each.holder.person_name if each.holder else None,
            }
            for each in alternative.choices
        ],
        **changes_object(alternative),
        "bodies": [
            {"body_id": each.body_id, "body_name": each.body_name} | _standing_object(each.after)
            for each in alternative.bodies
        ],
    }


# coverage ----------------------------------------------------------------------------------------


class _Covered:
    """A line of coverage with the number of bodies."""

    def __init__(self, line: CoverageLine) -> None:
        self.name, self.persons, self.in_bodies = line.name, line.persons, len(line.bodies)
        self.members, self.substitutes = line.members, line.substitutes
        self.fills, self.owes, self.unanswered = line.fills, line.owes, line.unanswered


def coverage(asked: Namespace) -> None:
    """Write which networks, counties or sizes hold how many seats where, and what they owe."""
    day, by = asked.as_of or date.today(), GROUPINGS[asked.by]
    with reading(asked.file) as workspace:
        lines = workspace.read(seats_covered, by, as_of=day)
    if asked.json:
        say(as_json(as_objects(lines)))
        return
    columns = _COVERAGE_COLUMNS if by is SizeClass else (*_COVERAGE_COLUMNS, *_DUE_COLUMNS)
    say(as_table(columns, [_Covered(line) for line in lines]) + short_date(day) + "\n")


VERBS = {"composition": composition, "suggest": suggest, "coverage": coverage}
