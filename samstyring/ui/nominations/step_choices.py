"""The steps of a candidacy, each in its place: which can follow, why not, and which is likely."""

from dataclasses import dataclass

from samstyring.domain.errors import RuleError
from samstyring.domain.nominations import CandidacyLine, StepKind, check_step
from samstyring.language import _
from samstyring.ui.nominations import words

APPOINT = "appoint"
_ORDER: tuple[StepKind, ...] = (
    StepKind.ASKED,
    StepKind.ACCEPTED,
    StepKind.NOMINATED,
    StepKind.RECOMMENDED,
    StepKind.APPOINTED,
    StepKind.DECLINED,
    StepKind.NOT_APPOINTED,
    StepKind.WITHDRAWN,
)
_LIKELY: dict[StepKind, StepKind] = {
    StepKind.PROPOSED: StepKind.ASKED,
    StepKind.ASKED: StepKind.ACCEPTED,
    StepKind.ACCEPTED: StepKind.NOMINATED,
    StepKind.NOMINATED: StepKind.RECOMMENDED,
    StepKind.RECOMMENDED: StepKind.APPOINTED,
}


@dataclass(frozen=True, slots=True)
class StepChoice:
    """One step: what its button says, why it cannot be taken (empty if it can), if it is likely."""

    key: str
    text: str
    icon: str
    why: str
    likely: bool


def step_choices(line: CandidacyLine) -> tuple[StepChoice, ...]:
    """Return every step in the order of the chain, those that end a candidacy last."""
    return tuple(_choice(line, step) for step in _ORDER)


def why_not_on(line: CandidacyLine) -> str:
    """Return why a candidacy can be neither appointed nor forwarded, empty if it can."""
    if not line.open:
        return _refusal(line.step, StepKind.APPOINTED)
    if line.forwarded_by_id:
        text = _("{body} has forwarded this candidacy. Appoint the candidacy of {body}.")
        return text.format(body=line.forwarded_by_name)
    return ""


def _choice(line: CandidacyLine, step: StepKind) -> StepChoice:
    appoints = step is StepKind.APPOINTED
    why = why_not_on(line) if appoints else _refusal(line.step, step)
    return StepChoice(
        APPOINT if appoints else step.value,
        _("Appoint…") if appoints else words.step_verb(step),
        words.STEP_ICONS[step],
        why,
        not why and _LIKELY.get(line.step) is step,
    )


def _refusal(current: StepKind, following: StepKind) -> str:
    try:
        check_step(current, following)
    except RuleError as problem:
        return str(problem)
    return ""
