"""The rules of a body as rows: a chip that says how it stands, the sentence, and the answer."""

from enum import StrEnum

from samstyring.domain.composition import Composition, Outcome, Rule, Verdict
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.composition.words import (
    OUTCOME_TONES,
    answer_words,
    outcome_word,
    rule_aside,
    rule_title,
)
from samstyring.ui.parts.rows import Row, Verb
from samstyring.ui.theme import ToneName


class RuleVerb(StrEnum):
    """What can be asked for about the composition of a body."""

    ADD = "add_rule"
    TRY = "try_members"
    MEND = "mend_breach"
    CORRECT = "correct_rule"
    END = "end_rule"
    DELETE = "delete_rule"
    ANSWER = "answer_breach"
    TAKE_BACK = "take_back_answer"


def rule_rows(found: Composition) -> tuple[Row, ...]:
    """Return a row for each rule that holds that day, those that are off at the end."""
    verdicts = {verdict.rule.id: verdict for verdict in found.before.verdicts}
    return tuple(_row(rule, verdicts.get(rule.id)) for rule in found.rules)


def _row(rule: Rule, verdict: Verdict | None) -> Row:
    said: tuple[str, ...] = (_("It is off, and is not judged."),)
    chip = (word(rule.force), ToneName.MUTED)
    if verdict is not None:
        said = (verdict.sentence, *_answer(verdict))
        chip = (outcome_word(verdict.outcome), OUTCOME_TONES[verdict.outcome])
    return Row(
        rule.id, rule_title(rule), aside=rule_aside(rule), notes=said, chip=chip,
        verbs=_verbs(verdict),
    )  # fmt: skip


def _answer(verdict: Verdict) -> tuple[str, ...]:
    answer = verdict.rule.answer
    answered = verdict.outcome is Outcome.ANSWERED and answer is not None
    return (answer_words(answer),) if answered and answer else ()


def _verbs(verdict: Verdict | None) -> tuple[Verb, ...]:
    outcome = verdict.outcome if verdict else None
    answering: tuple[Verb, ...] = ()
    if outcome is Outcome.BROKEN:
        answering = (
            Verb(RuleVerb.MEND, _("How to mend it…"), "search", writes=False),
            Verb(RuleVerb.ANSWER, _("Answer the breach…"), "message-square"),
        )
    elif outcome is Outcome.ANSWERED:
        answering = (
            Verb(RuleVerb.ANSWER, _("Answer the breach anew…"), "message-square"),
            Verb(RuleVerb.TAKE_BACK, _("Take back the answer"), "undo"),
        )
    return (
        *answering,
        Verb(RuleVerb.CORRECT, _("Correct the rule…"), "edit", "F2", apart=bool(answering)),
        Verb(RuleVerb.END, _("End the rule…"), "calendar"),
        Verb(RuleVerb.DELETE, _("Delete the rule"), "delete", "Delete"),
    )
