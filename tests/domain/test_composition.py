"""Rules of composition: what they ask for, how they are judged, and what is said of them."""

import json
from fractions import Fraction
from math import ceil

import pytest

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import Answer, Outcome, Rule, SeatGroup, Sitter
from samstyring.domain.composition_judging import judge
from samstyring.domain.composition_rules import (
    PARAMETERS,
    ChairRotation,
    Competence,
    Force,
    FromCounties,
    GenderBalance,
    Grouping,
    MostTerms,
    MunicipalitySizes,
    Parameters,
    PerRegion,
    RoleLevel,
    RuleKind,
    Size,
    SizeClass,
    from_json,
    needed_of_each,
    size_class,
    to_json,
)
from samstyring.domain.composition_spread import one_line
from samstyring.domain.errors import RuleError
from samstyring.domain.people import Gender
from samstyring.domain.seats import SeatRole
from tests.compositions import COUNTIES, NETWORKS, a_rule, a_sitter, sitters_of

F, M, OTHER, UNSAID = Gender.FEMALE, Gender.MALE, Gender.OTHER, Gender.NOT_STATED
BOTH = a_rule(GenderBalance())

# likestillings- og diskrimineringsloven § 28, first paragraph: members, and of each gender.
BY_LAW = {2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3, 8: 3, 9: 4}


def verdict(rule: Rule, *sitters: Sitter) -> tuple[Outcome, str]:
    """Return how it stands with one rule, and the sentence."""
    (found,) = judge((rule,), sitters)
    return found.outcome, found.sentence


def outcome_of(rule: Rule, *sitters: Sitter) -> Outcome:
    return verdict(rule, *sitters)[0]


# The statute --------------------------------------------------------------------------------------


@pytest.mark.parametrize("members", range(2, 31))
def test_that_each_gender_is_asked_for_as_the_law_says(members: int) -> None:
    by_law = BY_LAW.get(members, ceil(Fraction(2, 5) * members))
    assert needed_of_each(members) == by_law


@pytest.mark.parametrize("members", range(2, 31))
def test_that_the_balance_turns_at_the_number_of_the_law(members: int) -> None:
    by_law = BY_LAW.get(members, ceil(Fraction(2, 5) * members))
    enough = sitters_of(*[F] * by_law, *[M] * (members - by_law))
    too_few = sitters_of(*[F] * (by_law - 1), *[M] * (members - by_law + 1))
    assert outcome_of(BOTH, *enough) is Outcome.MET
    assert outcome_of(BOTH, *too_few) is Outcome.BROKEN


@pytest.mark.parametrize("members", range(2, 31))
def test_that_what_the_law_asks_for_is_possible(members: int) -> None:
    assert 2 * needed_of_each(members) <= members


def test_that_balance_is_told_with_numbers() -> None:
    assert verdict(BOTH, *sitters_of(F, M, M, M)) == (
        Outcome.BROKEN,
        "Members 4: women 1, men 3; at least 2 of each are needed.",
    )


def test_that_a_gender_not_stated_cannot_be_judged() -> None:
    assert verdict(BOTH, *sitters_of(F, F, M, M, UNSAID)) == (
        Outcome.CANNOT_BE_JUDGED,
        "Cannot be judged: gender is not stated by 1 of 5 members; women 2, men 2, and at least 2 "
        "of each are needed.",
    )


def test_that_another_gender_is_counted_among_the_members_only() -> None:
    assert outcome_of(BOTH, *sitters_of(F, M, OTHER)) is Outcome.MET
    assert outcome_of(BOTH, *sitters_of(F, M, OTHER, OTHER)) is Outcome.BROKEN


def test_that_substitutes_are_counted_apart() -> None:
    members = sitters_of(F, F, M, M)
    substitutes = sitters_of(M, M, role=SeatRole.SUBSTITUTE)
    assert verdict(BOTH, *members, *substitutes) == (
        Outcome.BROKEN,
        "Members 4: women 2, men 2; at least 2 of each are needed. "
        "Substitutes 2: women 0, men 2; at least 1 of each are needed.",
    )
    assert outcome_of(a_rule(GenderBalance(substitutes=False)), *members, *substitutes) is (
        Outcome.MET
    )


@pytest.mark.parametrize("role", [SeatRole.OBSERVER, SeatRole.SECRETARY])
def test_that_who_has_no_vote_is_not_counted(role: SeatRole) -> None:
    silent = a_sitter(9, role=role, votes=False, gender=UNSAID)
    member = a_sitter(8, votes=False, gender=UNSAID)
    assert outcome_of(BOTH, *sitters_of(F, M), silent, member) is Outcome.MET
    assert (silent.group, member.group) == (None, None)


def test_that_a_personal_substitute_is_a_substitute() -> None:
    assert a_sitter(role=SeatRole.PERSONAL_SUBSTITUTE).group is SeatGroup.SUBSTITUTES


def test_that_nobody_to_count_breaks_nothing() -> None:
    assert verdict(BOTH) == (Outcome.MET, "There are no members to count.")


# The other rules ----------------------------------------------------------------------------------


def _from(*networks: int) -> tuple[Sitter, ...]:
    return tuple(
        a_sitter(number, regions=(NETWORKS[each],)) for number, each in enumerate(networks, 1)
    )


def _of(*populations: int | None) -> tuple[Sitter, ...]:
    return tuple(a_sitter(n, population=each) for n, each in enumerate(populations, 1))


def _titled(*titles: str) -> tuple[Sitter, ...]:
    return tuple(a_sitter(n, title=each) for n, each in enumerate(titles, 1))


def _stating(*stated: str) -> tuple[Sitter, ...]:
    return tuple(a_sitter(n, stated=each) for n, each in enumerate(stated, 1))


THREE = NETWORKS[:3]
CHIEFS = RoleLevel(("kommunedirektør", "rådmann"))


@pytest.mark.parametrize(
    ("rule", "sitters", "outcome", "sentence"),
    [
        (a_rule(Size(2, 2)), _from(0, 1), Outcome.MET, "Members: 2; there should be 2."),
        (a_rule(Size(3, 5)), _from(0, 1), Outcome.BROKEN, "Members: 2; there should be 3–5."),
        (a_rule(Size(1, 1)), _from(0, 1), Outcome.BROKEN, "Members: 2; there should be 1."),
        (
            a_rule(PerRegion(), regions=THREE),
            _from(0, 1, 2, 5),
            Outcome.MET,
            "All networks (3) have the members they should: at least 1.",
        ),
        (
            a_rule(PerRegion(), regions=THREE),
            _from(0, 5),
            Outcome.BROKEN,
            "Too few from Digi 1 and Digi 2; there should be at least 1 from each.",
        ),
        (
            a_rule(PerRegion(most=1), regions=THREE),
            _from(0, 0, 1, 2),
            Outcome.BROKEN,
            "Too many from Digi 0; there should be 1 from each.",
        ),
        (
            a_rule(PerRegion(least=1, most=2), regions=THREE),
            _from(0, 0, 0, 1),
            Outcome.BROKEN,
            "Too few from Digi 2 and too many from Digi 0; there should be 1–2 from each.",
        ),
        (
            a_rule(PerRegion(least=0, most=2), regions=THREE),
            _from(0, 0),
            Outcome.MET,
            "All networks (3) have the members they should: at most 2.",
        ),
        (
            a_rule(PerRegion(Grouping.COUNTY), regions=COUNTIES[:1]),
            _from(0),
            Outcome.BROKEN,
            "Too few from Fylke 0; there should be at least 1 from each.",
        ),
        (
            a_rule(FromCounties(1)),
            (a_sitter(employer=BodyKind.COUNTY_MUNICIPALITY),),
            Outcome.MET,
            "From county municipalities: 1; there should be at least 1.",
        ),
        (
            a_rule(FromCounties(1)),
            (a_sitter(),),
            Outcome.BROKEN,
            "From county municipalities: 0; there should be at least 1.",
        ),
        (
            a_rule(MunicipalitySizes()),
            _of(4_999, 5_000, 20_001),
            Outcome.MET,
            "From municipalities: 1 small, 1 medium-sized and 1 large; there should be at least "
            "1, 1 and 1.",
        ),
        (
            a_rule(MunicipalitySizes()),
            _of(5_000, 20_000, 20_001),
            Outcome.BROKEN,
            "From municipalities: 0 small, 2 medium-sized and 1 large; there should be at least "
            "1, 1 and 1.",
        ),
        (
            a_rule(MunicipalitySizes()),
            _of(5_000, None, 20_001),
            Outcome.CANNOT_BE_JUDGED,
            "From municipalities: 0 small, 1 medium-sized and 1 large, and 1 of unknown size; "
            "there should be at least 1, 1 and 1.",
        ),
        (
            a_rule(CHIEFS),
            _titled("kommunedirektør", "Rådmann i permisjon"),
            Outcome.MET,
            "All are at the level asked for: kommunedirektør and rådmann.",
        ),
        (
            a_rule(CHIEFS),
            _titled("kommunedirektør", "assisterende kommunedirektør"),
            Outcome.BROKEN,
            "Not at the level asked for (kommunedirektør and rådmann): Person 2.",
        ),
        (
            a_rule(CHIEFS),
            _titled("kommunedirektør", ""),
            Outcome.CANNOT_BE_JUDGED,
            "The title of Person 2 is not known, so the level cannot be judged.",
        ),
        (
            a_rule(RoleLevel(("rådmann",), 1)),
            _titled("IT-sjef", ""),
            Outcome.CANNOT_BE_JUDGED,
            "At the level asked for (rådmann): 0; there should be at least 1. The title is not "
            "known of Person 2.",
        ),
        (
            a_rule(RoleLevel(("rådmann",), 2)),
            _titled("IT-sjef", "rådmann"),
            Outcome.BROKEN,
            "At the level asked for (rådmann): 1; there should be at least 2.",
        ),
        (
            a_rule(Competence(("Arkitektur", "helse"))),
            _stating("arkitektur og helse", ""),
            Outcome.MET,
            "Competence is stated in “Arkitektur” and “helse”, by at least 1 for each.",
        ),
        (
            a_rule(Competence(("Arkitektur", "helse"))),
            _stating("arkitektur", ""),
            Outcome.BROKEN,
            "Too few state competence in “helse”; there should be at least 1 for each.",
        ),
        (
            a_rule(MostTerms(2)),
            (a_sitter(1, terms=2),),
            Outcome.MET,
            "Nobody has more terms in the body than 2.",
        ),
        (
            a_rule(MostTerms(2)),
            (a_sitter(1, terms=3), a_sitter(2)),
            Outcome.BROKEN,
            "More than 2 terms in the body: Person 1.",
        ),
    ],
)
def test_that_a_rule_is_judged_in_a_sentence(
    rule: Rule, sitters: tuple[Sitter, ...], outcome: Outcome, sentence: str
) -> None:
    assert verdict(rule, *sitters) == (outcome, sentence)


def _chair(network: int | None, person: str) -> Sitter:
    regions = () if network is None else (NETWORKS[network],)
    return a_sitter(1, role=SeatRole.CHAIR, person=person, regions=regions)


@pytest.mark.parametrize(
    ("now", "before", "outcome", "gist"),
    [
        (0, 1, Outcome.MET, "Kari comes from another place than Ola"),
        (0, 0, Outcome.BROKEN, "come from the same place: Digi 0"),
        (None, 0, Outcome.CANNOT_BE_JUDGED, "It is not known where both Kari and Ola"),
        (0, None, Outcome.CANNOT_BE_JUDGED, "It is not known where both Kari and Ola"),
    ],
)
def test_that_the_chair_goes_round(
    now: int | None, before: int | None, outcome: Outcome, gist: str
) -> None:
    chair, earlier = _chair(now, "Kari"), _chair(before, "Ola")
    rule = a_rule(ChairRotation(), chairs=(chair, earlier))
    found = verdict(rule, chair, *_from(0, 1))
    assert found[0] is outcome
    assert gist in found[1]


def test_that_a_first_chair_and_no_chair_break_nothing() -> None:
    chair = _chair(0, "Kari")
    rule = a_rule(ChairRotation(), chairs=(chair,))
    assert verdict(rule, chair) == (
        Outcome.MET,
        "Nobody is known to have chaired before Kari.",
    )
    assert verdict(rule) == (Outcome.MET, "Nobody chairs.")


# Force and answers --------------------------------------------------------------------------------


def test_that_a_rule_that_is_off_is_not_judged() -> None:
    assert judge((a_rule(Size(9, 9), Force.OFF),), ()) == ()


def test_that_a_breach_with_an_answer_is_answered() -> None:
    answer = Answer("a", "Ingen flere stilte.", "2026-01-01", "KS")
    rule = Rule("r", "b", Size(9, 9), answer=answer)
    assert outcome_of(rule) is Outcome.ANSWERED
    assert outcome_of(Rule("r", "b", Size(1, 9), answer=answer), a_sitter()) is Outcome.MET


def test_that_verdicts_come_in_the_order_of_the_rules() -> None:
    rules = (a_rule(Size(1, 1), rule_id="a"), a_rule(FromCounties(), rule_id="b"))
    assert [each.id for each in judge(rules, (a_sitter(),))] == ["a", "b"]


# One line -----------------------------------------------------------------------------------------


def test_that_one_line_tells_how_a_body_is_spread() -> None:
    sitters = (
        a_sitter(1, role=SeatRole.CHAIR, regions=(NETWORKS[0], COUNTIES[0]), population=3_000),
        a_sitter(2, gender=M, regions=(NETWORKS[0], COUNTIES[1]), population=60_000),
        a_sitter(3, gender=UNSAID, employer=BodyKind.COUNTY_MUNICIPALITY, population=None),
        a_sitter(4, role=SeatRole.OBSERVER, votes=False, regions=(NETWORKS[4],)),
    )
    assert one_line(sitters) == (
        "chair 1, member 2, observer 1 · 1 network · 2 counties · municipalities: 1 small, "
        "0 medium, 1 large · county municipalities: 1 · female 1, male 1, not stated 1"
    )


def test_that_an_empty_body_is_said_to_be_so() -> None:
    assert one_line(()) == "Nobody sits here."


@pytest.mark.parametrize(
    ("population", "size"),
    [
        (0, SizeClass.SMALL),
        (4_999, SizeClass.SMALL),
        (5_000, SizeClass.MEDIUM),
        (20_000, SizeClass.MEDIUM),
        (20_001, SizeClass.LARGE),
    ],
)
def test_that_sizes_turn_at_5000_and_20000(population: int, size: SizeClass) -> None:
    assert size_class(population) is size


# Stored form --------------------------------------------------------------------------------------

ALL: tuple[Parameters, ...] = (
    Size(7, 9),
    PerRegion(Grouping.SUB_REGION, 0, 2, ("a", "b")),
    FromCounties(2),
    MunicipalitySizes(1, 2, 3, 4_000, 30_000),
    RoleLevel(("rådmann", "kommunedirektør"), 3),
    RoleLevel(("rådmann",)),
    Competence(("helse",), 2),
    ChairRotation(Grouping.COUNTY),
    MostTerms(3),
    GenderBalance(substitutes=False),
)


@pytest.mark.parametrize("asked", ALL)
def test_that_what_a_rule_asks_for_is_kept(asked: Parameters) -> None:
    text = to_json(asked)
    assert from_json(asked.kind, text) == asked
    assert isinstance(json.loads(text), dict)


def test_that_every_kind_of_rule_has_its_parameters() -> None:
    assert set(PARAMETERS) == set(RuleKind) == {each.kind for each in ALL}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (RuleKind.SIZE, ""),
        (RuleKind.SIZE, "[]"),
        (RuleKind.SIZE, '{"least": 1}'),
        (RuleKind.SIZE, '{"least": "1", "most": 2}'),
        (RuleKind.SIZE, '{"least": true, "most": 2}'),
        (RuleKind.SIZE, '{"least": 1, "most": 2, "more": 3}'),
        (RuleKind.PER_REGION, '{"by": "planet"}'),
        (RuleKind.PER_REGION, '{"regions": "abc"}'),
        (RuleKind.COMPETENCE, '{"tags": [1]}'),
        (RuleKind.GENDER_BALANCE, '{"substitutes": 1}'),
    ],
)
def test_that_text_that_is_no_such_rule_is_refused(kind: RuleKind, text: str) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        from_json(kind, text)


@pytest.mark.parametrize(
    ("asked", "gist"),
    [
        (Size(0, 3), "at least one"),
        (Size(5, 3), "No body has at least 5 and at most 3 members"),
        (PerRegion(least=0), "The rule needs a number"),
        (PerRegion(least=-1, most=2), "The rule needs a number"),
        (PerRegion(least=3, most=2), "No region has at least 3 and at most 2"),
        (PerRegion(least=0, most=0), "No region has"),
        (FromCounties(0), "at least one"),
        (MunicipalitySizes(0, 0, 0), "at least one"),
        (MunicipalitySizes(-1, 2, 2), "below nought"),
        (MunicipalitySizes(small_below=30_000), "smaller than large"),
        (RoleLevel(()), "at least one word"),
        (RoleLevel((" ",)), "at least one word"),
        (RoleLevel(("rådmann",), 0), "at least one"),
        (Competence(()), "at least one word"),
        (MostTerms(0), "at least one"),
    ],
)
def test_that_a_rule_that_cannot_be_met_is_refused(asked: Parameters, gist: str) -> None:
    with pytest.raises(RuleError, match=gist):
        asked.check()


def test_that_a_rule_is_of_its_parameters_kind() -> None:
    assert Rule("r", "b", MostTerms()).kind is RuleKind.MOST_TERMS
