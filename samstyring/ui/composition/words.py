"""What the window says about rules of composition, answers and choices, in words and tones."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from samstyring.domain.composition import Answer, Outcome, Rule, Standing, Verdict
from samstyring.domain.composition_changes import rules_in_force, rules_in_words, rules_listed
from samstyring.domain.composition_choices import (
    Alternative,
    BodyStanding,
    BodyToCompose,
    OpenSeat,
)
from samstyring.domain.composition_rules import Force, PerRegion
from samstyring.domain.composition_spread import spread
from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatLine
from samstyring.domain.words import word
from samstyring.formats import capital, counted, listed, number, period, short_date
from samstyring.language import _
from samstyring.ui.theme import ToneName

OUTCOME_TONES: dict[Outcome, ToneName] = {
    Outcome.MET: ToneName.OK,
    Outcome.BROKEN: ToneName.VACANT,
    Outcome.CANNOT_BE_JUDGED: ToneName.SOON,
    Outcome.ANSWERED: ToneName.ACCENT,
}


def outcome_word(outcome: Outcome) -> str:
    """Return the short word for how it stands with a rule, as it is on a chip."""
    return _("answered") if outcome is Outcome.ANSWERED else word(outcome)


# Rules --------------------------------------------------------------------------------------------


def rule_title(rule: Rule) -> str:
    """Return what a rule is about; one per region says what a region is."""
    asked = rule.parameters
    title = capital(word(rule.kind))
    if isinstance(asked, PerRegion):
        return _("{rule} ({grouping})").format(rule=title, grouping=word(asked.by))
    return title


def rule_aside(rule: Rule) -> str:
    """Return how much a rule weighs, and since when it holds."""
    return " · ".join(filter(None, (word(rule.force), period(rule.period))))


def answer_words(answer: Answer) -> str:
    """Say why a breach is meant, who said so, and how long it holds."""
    said = _("Answered {day}: {reason}").format(day=_day(answer.answered_on), reason=answer.reason)
    if answer.by_whom:
        said = _("Answered {day} by {who}: {reason}").format(
            day=_day(answer.answered_on), who=answer.by_whom, reason=answer.reason
        )
    if not answer.holds_until:
        return said
    until = _("The answer holds until {day}.").format(day=_day(answer.holds_until))
    return f"{said} {until}"


def _day(stored: str) -> str:
    return short_date(PartialDate.parse(stored))


# Choices ------------------------------------------------------------------------------------------


def seat_words(line: SeatLine | None, seat: OpenSeat) -> str:
    """Return a seat with the role one has there."""
    if line is None:
        return _("Seat {number}").format(number=number(seat.number))
    return _("Seat {number}, {role}").format(number=number(seat.number), role=word(line.role))


def as_it_is(seat: OpenSeat) -> str:
    """Return what is chosen when nobody new is: who sits there stays, or it is vacant."""
    if seat.holder is None:
        return _("Nobody: the seat stays vacant")
    return _("{person} stays").format(person=seat.holder.person_name)


def aspects(body: BodyToCompose, standing: Standing) -> tuple[tuple[str, str], ...]:
    """Return how those who sit are spread, as pairs of what and how many."""
    found = spread(standing.sitters)
    small, medium, large = (count for _size, count in found.sizes)
    held = {sitter.seat_id for sitter in standing.sitters}
    vacant = sum(seat.seat_id not in held for seat in body.seats)
    return (
        (_("Those who sit"), _several(found.roles)),
        (_("Seats still vacant"), number(vacant)),
        (
            _("Regions"),
            _("{networks}, {counties}").format(
                networks=counted("{count} network", "{count} networks", found.networks),
                counties=counted("{count} county", "{count} counties", found.counties),
            ),
        ),
        (
            _("Municipalities"),
            _("{small} small, {medium} medium, {large} large").format(
                small=number(small), medium=number(medium), large=number(large)
            ),
        ),
        (_("County municipalities"), number(found.from_counties)),
        (_("Gender, as stated"), _several(found.genders)),
    )


def _several(counts: Sequence[tuple[StrEnum, int]]) -> str:
    said = [f"{word(each)} {number(count)}" for each, count in counts]
    return ", ".join(said) or _("nobody")


def change_sentence(bodies: Iterable[BodyStanding], chosen: int) -> str:
    """Say what the choices would change: the rules that come to be met, or broken."""
    if not chosen:
        return _("Nobody new is chosen, so after is as before.")
    said = [counted("{count} person is chosen.", "{count} persons are chosen.", chosen)]
    said += rules_in_words(bodies) or (_("As many rules are met as before."),)
    return " ".join(said)


def chosen_twice(names: Sequence[str]) -> str:
    """Say that somebody is chosen for more than one seat of a body; nothing for nobody."""
    if not names:
        return ""
    return _("Chosen for more than one seat in a body: {names}.").format(names=listed(names))


# Suggestions --------------------------------------------------------------------------------------


def alternative_sentence(alternative: Alternative) -> str:
    """Say how many seats an alternative fills and how many rules it meets."""
    seats = counted("{count} seat filled", "{count} seats filled", alternative.filled)
    changes = counted("{count} change", "{count} changes", alternative.changes)
    return _("{seats}, {changes}. Rules met: {binding}, {advisory}.").format(
        seats=seats,
        changes=changes,
        binding=_of_all(alternative, Force.BINDING, alternative.binding),
        advisory=_of_all(alternative, Force.ADVISORY, alternative.advisory),
    )


def _of_all(alternative: Alternative, force: Force, met: int) -> str:
    every = rules_in_force(alternative, force)
    if force is Force.BINDING:
        return _("{met} of {all} binding").format(met=number(met), all=number(every))
    return _("{met} of {all} advisory").format(met=number(met), all=number(every))


def alternative_choices(alternative: Alternative) -> tuple[str, ...]:
    """Return who is chosen for each seat, a text a body."""
    several = len(alternative.bodies) > 1
    said: dict[str, list[str]] = {}
    for choice in alternative.choices:
        if choice.candidate is not None:
            seat = _("seat {number} {person}").format(
                number=number(choice.number), person=choice.name
            )
            said.setdefault(choice.body_name, []).append(seat)
    return tuple(
        _("{body}: {choices}").format(body=body, choices=listed(seats))
        if several
        else capital(listed(seats))
        for body, seats in said.items()
    )


def alternative_verdicts(alternative: Alternative) -> tuple[str, ...]:
    """Return how it would stand with the rules of each body, a text a body."""
    several = len(alternative.bodies) > 1
    said = ((body.body_name, _outcomes(body.after.verdicts)) for body in alternative.bodies)
    return tuple(
        _("{body}: {outcomes}").format(body=name, outcomes=text) if several else text
        for name, text in said
        if text
    )


def _outcomes(verdicts: Sequence[Verdict]) -> str:
    """Return the rules by how it stands with them: met, broken and so on."""
    found = {
        outcome: [verdict for verdict in verdicts if verdict.outcome is outcome]
        for outcome in (
            Outcome.BROKEN,
            Outcome.ANSWERED,
            Outcome.CANNOT_BE_JUDGED,
            Outcome.MET,
        )
    }
    return "; ".join(
        _("{outcome}: {rules}").format(outcome=outcome_word(outcome), rules=rules_listed(those))
        for outcome, those in found.items()
        if those
    )
