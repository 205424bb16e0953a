"""Tells the smallest change that mends each broken rule of a body, in words and in JSON."""

from typing import Any

from samstyring.cli.objects import as_objects, plain
from samstyring.domain.composition import Composition, Rule
from samstyring.domain.composition_changes import (
    as_tried,
    broken_rules,
    changes_in_words,
    newly_met,
    no_longer_met,
    seat_changes,
)
from samstyring.domain.composition_choices import Alternative, Suggestion, SuggestionProblem
from samstyring.domain.words import word
from samstyring.language import _

Mended = tuple[tuple[Rule, Suggestion], ...]


def mended_rules(problem: SuggestionProblem, found: Composition, chosen: tuple[str, ...]) -> Mended:
    """Return the smallest change that mends each rule that is broken with those chosen."""
    # Asked for by few, and the solver takes longer to load than all the rest.
    from samstyring.suggest import smallest_change

    after = found.after or found.before
    tried = {each.seat_id: each for each in after.sitters if each.candidacy_id in chosen}
    start = as_tried(problem, tried)
    broken = broken_rules(problem, after.verdicts)
    return tuple((rule, smallest_change(start, rule.id, 1)) for rule in broken)


def mended_text(mended: Mended) -> str:
    """Say for each broken rule what would mend it, or why nothing does."""
    parts = []
    for rule, found in mended:
        said = [each.sentence for each in found.conflicts]
        for alternative in found.alternatives:
            said += changes_in_words(alternative)
        head = _("The smallest change that mends “{rule}”:").format(rule=word(rule.kind))
        parts.append("\n".join((head, *(f"  {sentence}" for sentence in said))) + "\n")
    return "".join(f"\n{part}" for part in parts)


def mended_object(mended: Mended) -> list[dict[str, Any]]:
    """Return the same as plain values."""
    return [
        {
            "rule_id": rule.id,
            "kind": plain(rule.kind),
            "possible": bool(found.alternatives),
            "sentences": [each.sentence for each in found.conflicts]
            + [said for each in found.alternatives for said in changes_in_words(each)],
            **(changes_object(found.alternatives[0]) if found.alternatives else _NO_CHANGES),
        }
        for rule, found in mended
    ]


_NO_CHANGES: dict[str, Any] = {"seats": [], "mends": [], "breaks": []}


def changes_object(alternative: Alternative) -> dict[str, Any]:
    """Return who comes in and goes out, and the ids of the rules that come or cease to be met."""
    return {
        "seats": as_objects(seat_changes(alternative.choices)),
        "mends": [verdict.rule.id for verdict in newly_met(alternative.bodies)],
        "breaks": [verdict.rule.id for verdict in no_longer_met(alternative.bodies)],
    }
