"""Sitters, rules and problems of choice made up for tests, and the slow way to the best choice."""

import random
from collections.abc import Iterator
from datetime import date
from itertools import product

from samstyring.domain.bodies import BodyKind
from samstyring.domain.composition import Outcome, Region, Rule, Sitter
from samstyring.domain.composition_choices import (
    BodyToCompose,
    Candidate,
    OpenSeat,
    SuggestionProblem,
    rank_counted,
)
from samstyring.domain.composition_conditions import conditions, outcome
from samstyring.domain.composition_rules import (
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
    Size,
)
from samstyring.domain.people import Gender
from samstyring.domain.seats import SeatRole

NETWORKS = tuple(Region(Grouping.NETWORK, f"n{each}", f"Digi {each}") for each in range(11))
COUNTIES = tuple(Region(Grouping.COUNTY, f"c{each}", f"Fylke {each}") for each in range(15))


def a_sitter(
    number: int = 1,
    *,
    role: SeatRole = SeatRole.MEMBER,
    votes: bool = True,
    gender: Gender = Gender.FEMALE,
    title: str = "kommunedirektør",
    employer: BodyKind | None = BodyKind.MUNICIPALITY,
    population: int | None = 9_000,
    regions: tuple[Region, ...] = (),
    stated: str = "",
    terms: int = 1,
    person: str = "",
) -> Sitter:
    """Return somebody in a seat; the person goes by the seat's number unless named."""
    return Sitter(
        f"s{number}", number, role, person or f"p{number}", person or f"Person {number}", votes,
        gender, title, employer_kind=employer, population=population, regions=regions,
        stated=stated, terms=terms,
    )  # fmt: skip


def sitters_of(*genders: Gender, role: SeatRole = SeatRole.MEMBER) -> tuple[Sitter, ...]:
    """Return one in each seat with a gender stated, or not."""
    return tuple(a_sitter(n, gender=gender, role=role) for n, gender in enumerate(genders, 1))


def a_rule(
    parameters: Parameters,
    force: Force = Force.ADVISORY,
    *,
    regions: tuple[Region, ...] = (),
    chairs: tuple[Sitter, ...] = (),
    rule_id: str = "r",
) -> Rule:
    """Return a rule of a body."""
    return Rule(rule_id, "b", parameters, force, regions=regions, chairs=chairs)


# Problems of choice -------------------------------------------------------------------------------


def a_seat_for(number: int, *candidates: Sitter, holder: Sitter | None = None) -> OpenSeat:
    """Return a seat with candidates, ranked as they come."""
    return OpenSeat(
        f"s{number}", number, holder,
        tuple(
            Candidate(f"{number}.{rank}", each.person_id, rank, "Digi", each)
            for rank, each in enumerate(candidates, 1)
        ),
    )  # fmt: skip


def a_problem(
    rules: tuple[Rule, ...], *seats: OpenSeat, staying: tuple[Sitter, ...] = ()
) -> SuggestionProblem:
    """Return a round that fills seats of one body."""
    body = BodyToCompose("b", "DU", rules, staying, seats)
    return SuggestionProblem("r", "Runde", date(2026, 3, 1), (body,))


def made_up_problem(
    seed: int, *, seats: int, candidates: int, rules: int, staying: int = 0
) -> SuggestionProblem:
    """Return a problem at random, the same each time for a seed.

    ``candidates`` are for each seat; now and then one stands for two seats, or has no rank.
    """
    chance = random.Random(seed)
    places = [_made_up_seat(chance, number, candidates) for number in range(1, seats + 1)]
    stay = tuple(_made_up(chance, number) for number in range(50, 50 + staying))
    asked = chance.sample(_made_up_rules(chance, seats + staying), rules)
    chairs = (_made_up(chance, 90), _made_up(chance, 91))
    whole = tuple(
        a_rule(
            each, chance.choice((Force.BINDING, Force.ADVISORY)), regions=_regions(each),
            chairs=chairs, rule_id=f"r{place}",
        )
        for place, each in enumerate(asked)
    )  # fmt: skip
    return a_problem(whole, *places, staying=stay)


def _regions(asked: Parameters) -> tuple[Region, ...]:
    if not isinstance(asked, PerRegion):
        return ()
    return NETWORKS if asked.by is Grouping.NETWORK else COUNTIES[:4]


def _made_up_seat(chance: random.Random, number: int, candidates: int) -> OpenSeat:
    role = chance.choice(
        (SeatRole.CHAIR if number == 1 else SeatRole.MEMBER, SeatRole.MEMBER, SeatRole.SUBSTITUTE)
    )
    found = []
    for place in range(chance.randint(candidates - 1, candidates)):
        person = f"p{number - 1}.0" if number > 1 and chance.random() < 0.15 else ""
        sitter = _made_up(chance, number, role, person or f"p{number}.{place}")
        rank = None if chance.random() < 0.1 else place + 1
        found.append(Candidate(f"{number}.{place}", sitter.person_id, rank, "Digi", sitter))
    holder = _made_up(chance, number, role) if chance.random() < 0.5 else None
    return OpenSeat(f"s{number}", number, holder, tuple(found))


def _made_up(
    chance: random.Random, number: int, role: SeatRole = SeatRole.MEMBER, person: str = ""
) -> Sitter:
    kind = chance.choice((BodyKind.MUNICIPALITY,) * 5 + (BodyKind.COUNTY_MUNICIPALITY,))
    return a_sitter(
        number, role=role, person=person or f"h{number}",
        gender=chance.choice((Gender.FEMALE, Gender.MALE) * 9 + (Gender.OTHER, Gender.NOT_STATED)),
        title=chance.choice(("kommunedirektør", "digitaliseringssjef", "IT-sjef", "")),
        employer=kind, population=chance.choice((3_000, 9_000, 50_000, None)),
        regions=(chance.choice(NETWORKS), chance.choice(COUNTIES[:6])),
        stated=chance.choice(("arkitektur", "helse", "arkitektur og helse", "")),
        terms=chance.choice((1, 1, 2, 3)),
    )  # fmt: skip


def _made_up_rules(chance: random.Random, members: int) -> list[Parameters]:
    least = max(1, members // 3)
    return [
        Size(least, members),
        Size(members, members),
        PerRegion(Grouping.NETWORK, 0, 1),
        PerRegion(Grouping.COUNTY, 1, None),
        PerRegion(Grouping.NETWORK, 0, 2),
        FromCounties(chance.randint(1, 2)),
        MunicipalitySizes(1, least, 0),
        MunicipalitySizes(0, 1, least),
        RoleLevel(("kommunedirektør",), least),
        RoleLevel(("kommunedirektør", "digitaliseringssjef", "IT-sjef")),
        Competence(("arkitektur", "helse"), least),
        ChairRotation(Grouping.COUNTY),
        MostTerms(2),
        GenderBalance(),
    ]


# The slow way -------------------------------------------------------------------------------------

Choice = tuple[Candidate | None, ...]


def every_choice(problem: SuggestionProblem) -> Iterator[Choice]:
    """Yield every way to choose one or nobody for each seat, and nobody for two, of one body."""
    (body,) = problem.bodies
    for choice in product(*((None, *seat.candidates) for seat in body.seats)):
        people = [each.person_id for each in choice if each]
        if len(people) == len(set(people)):
            yield choice


def seated(problem: SuggestionProblem, choice: Choice) -> tuple[Sitter, ...]:
    """Return who sits in the one body with a choice."""
    (body,) = problem.bodies
    taken = (
        chosen.sitter if chosen else seat.holder
        for chosen, seat in zip(choice, body.seats, strict=True)
    )
    return (*body.staying, *(each for each in taken if each is not None))


def rules_met(problem: SuggestionProblem, sitters: tuple[Sitter, ...]) -> set[str]:
    """Return the ids of the rules of the one body that those who sit meet."""
    (body,) = problem.bodies
    return {rule.id for rule in body.rules if outcome(conditions(rule), sitters) is Outcome.MET}


def worth(problem: SuggestionProblem, choice: Choice) -> tuple[int, int, int, int]:
    """Return how a choice is ordered: seats filled, binding, advisory, ranks; the least first."""
    (body,) = problem.bodies
    met = rules_met(problem, seated(problem, choice))
    counts = {
        force: sum(rule.id in met for rule in body.rules if rule.force is force) for force in Force
    }
    ranks = sum(
        rank_counted(chosen, seat)
        for chosen, seat in zip(choice, body.seats, strict=True)
        if chosen
    )
    filled = sum(each is not None for each in choice)
    return -filled, -counts[Force.BINDING], -counts[Force.ADVISORY], ranks
