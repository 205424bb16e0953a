"""Composition as of a day: one body by its rules, with candidates, over all bodies, and rounds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from samstyring.commands.bodies import add_relation
from samstyring.commands.composition import add_rule, answer_breach
from samstyring.commands.municipalities import ReferenceBody, ReferenceName, add_reference_data
from samstyring.commands.nominations import correct_candidacy, forward_candidacy, take_step
from samstyring.commands.people import PersonFacts, add_person
from samstyring.commands.seats import SeatFacts, add_seat
from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.composition import Outcome, Sitter, Standing
from samstyring.domain.composition_rules import (
    ChairRotation,
    Force,
    FromCounties,
    GenderBalance,
    Grouping,
    MostTerms,
    PerRegion,
    Size,
    SizeClass,
)
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.nominations import StepKind
from samstyring.domain.people import Gender
from samstyring.domain.seats import SeatRole
from samstyring.queries import composition_sitters
from samstyring.queries.composition import body_rules, composition, suggestion_problem
from samstyring.queries.composition_coverage import carriers, coverage
from samstyring.queries.nominations import round_lines
from samstyring.queries.search import find_body
from samstyring.suggest import suggest
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_period,
    a_person,
    a_round,
    a_seat,
    an_appointment,
    day,
)
from tests.queries.conftest import EXAMPLE_DAY

DAY = date(2026, 3, 1)
_LIFE = a_period("2018-01-01")


@dataclass(frozen=True)
class Places:
    """A workspace with a committee, two networks, a county, and a municipality in each network."""

    ws: Workspace
    du: str
    west: str
    north: str
    county: str
    bergen: str
    alta: str

    def person(self, name: str, employer: str | None = None, gender: Gender = Gender.FEMALE) -> str:
        """Add a person who works for a body and return the id."""
        return self.ws.run(
            add_person, PersonFacts(name, gender=gender), employer_id=employer, title="rådmann",
            employed_from=day("2020"),
        )  # fmt: skip

    def sits(self, name: str, employer: str | None = None, **more: str) -> str:
        """Seat a new person in the committee and return the seat's id."""
        seat = a_seat(self.ws, self.du, **more)  # type: ignore[arg-type]
        an_appointment(self.ws, seat, self.person(name, employer))
        return seat

    def candidate(self, seat: str, person: str) -> str:
        """Put a person forward for a seat that a round is to fill; return the candidacy's id."""
        round_id = a_round(self.ws, seat_ids=(seat,))
        return a_candidacy(self.ws, seat, person, round_id=round_id)


@pytest.fixture
def places(workspace: Workspace) -> Places:
    """Set up the bodies."""
    ws = workspace
    du = a_body(ws, "Digitaliseringsutvalget", kind=BodyKind.COMMITTEE)
    west, north = (
        a_body(ws, name, kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL)
        for name in ("DigiVestland", "DigiNord")
    )
    name = ReferenceName("Vestland fylkeskommune", period=_LIFE)
    county = ReferenceBody("46", _LIFE, (name,), (("46", _LIFE),))
    made = ws.run(
        add_reference_data, (county,),
        (_municipality("4601", "Bergen", 290_000), _municipality("5403", "Alta", 21_000)),
    )  # fmt: skip
    for key, network in (("4601", west), ("5403", north)):
        ws.run(add_relation, made[key], network, RelationKind.MEMBER_OF, period=_LIFE)
    return Places(ws, du, west, north, made["46"], made["4601"], made["5403"])


def _municipality(number: str, name: str, population: int) -> ReferenceBody:
    return ReferenceBody(
        number, _LIFE, (ReferenceName(name, period=_LIFE),), ((number, _LIFE),), (("46", _LIFE),),
        facts=MunicipalityFacts(population, "2026-01-01"),
    )  # fmt: skip


def outcomes(standing: Standing) -> list[Outcome]:
    return [verdict.outcome for verdict in standing.verdicts]


def the_sitter(places: Places) -> Sitter:
    (found,) = places.ws.read(composition, places.du, as_of=DAY).before.sitters
    return found


# What the rules know ------------------------------------------------------------------------------


def test_that_a_sitter_comes_from_where_the_employer_belongs(places: Places) -> None:
    places.sits("Kari", places.bergen)
    sitter = the_sitter(places)
    assert [(each.by, each.name) for each in sitter.regions] == [
        (Grouping.COUNTY, "Vestland fylkeskommune"),
        (Grouping.NETWORK, "DigiVestland"),
    ]
    assert (sitter.population, sitter.employer_kind) == (290_000, BodyKind.MUNICIPALITY)
    assert (sitter.title, sitter.gender, sitter.terms) == ("rådmann", Gender.FEMALE, 1)


def test_that_a_seat_speaks_for_a_network_where_the_employer_is_in_none(places: Places) -> None:
    company = a_body(places.ws, "IT-selskapet", kind=BodyKind.COMPANY)
    places.sits("Kari", company, represents_id=places.north)
    assert [each.name for each in the_sitter(places).regions] == ["DigiNord"]


def test_that_the_employer_outweighs_whom_the_seat_represents(places: Places) -> None:
    places.sits("Kari", places.bergen, represents_id=places.north)
    assert the_sitter(places).regions_by(Grouping.NETWORK) == {places.west}


def test_that_a_county_municipality_is_its_own_county(places: Places) -> None:
    places.sits("Kari", places.county)
    assert the_sitter(places).regions_by(Grouping.COUNTY) == {places.county}


def test_that_terms_as_substitute_are_no_terms(places: Places) -> None:
    kari = places.person("Kari", places.bergen)
    substitute = a_seat(places.ws, places.du, role=SeatRole.SUBSTITUTE)
    an_appointment(places.ws, substitute, kari, from_day="2020-01-01", last_day="2021-12-31")
    seat = a_seat(places.ws, places.du)
    an_appointment(places.ws, seat, kari, from_day="2022-01-01", last_day="2023-12-31")
    an_appointment(places.ws, seat, kari, from_day="2024-01-01")
    assert the_sitter(places).terms == 2


def test_that_another_day_has_other_sitters(places: Places) -> None:
    places.sits("Kari", places.bergen)
    found = places.ws.read(composition, places.du, as_of=date(2023, 6, 1))
    assert (found.before.sitters, found.vacant) == ((), 1)
    assert found.before.line == "Nobody sits here."


# Rules of the day ---------------------------------------------------------------------------------


def test_that_binding_rules_come_first_and_ended_ones_not_at_all(places: Places) -> None:
    ws = places.ws
    for asked, force, period in (
        (MostTerms(2), Force.OFF, a_period()),
        (Size(3, 3), Force.ADVISORY, a_period()),
        (FromCounties(), Force.BINDING, a_period("2024")),
        (Size(2, 2), Force.BINDING, a_period("2020", "2025")),
    ):
        ws.run(add_rule, places.du, asked, force=force, period=period)
    rules = ws.read(body_rules, places.du, as_of=DAY)
    assert [rule.parameters for rule in rules] == [FromCounties(), Size(3, 3), MostTerms(2)]
    assert len(ws.read(composition, places.du, as_of=DAY).before.verdicts) == 2


def test_that_a_rule_per_network_asks_for_those_of_the_day(places: Places) -> None:
    places.ws.run(add_rule, places.du, PerRegion())
    a_body(
        places.ws, "Digi Gammel", kind=BodyKind.REGIONAL_NETWORK, period=a_period("2015", "2019")
    )
    (rule,) = places.ws.read(body_rules, places.du, as_of=DAY)
    assert [each.name for each in rule.regions] == ["DigiNord", "DigiVestland"]


def test_that_a_rule_can_ask_for_some_regions_only(places: Places) -> None:
    places.ws.run(add_rule, places.du, PerRegion(regions=(places.west,)))
    places.sits("Kari", places.bergen)
    found = places.ws.read(composition, places.du, as_of=DAY)
    assert outcomes(found.before) == [Outcome.MET]


def test_that_an_answer_counts_for_as_long_as_it_holds(places: Places) -> None:
    rule_id = places.ws.run(add_rule, places.du, Size(5, 5))
    places.ws.run(
        answer_breach, rule_id, "To er i permisjon.", on_day=date(2026, 1, 10),
        holds_until=day("2026-03"),
    )  # fmt: skip

    def stands(on: date) -> Outcome:
        return places.ws.read(composition, places.du, as_of=on).before.verdicts[0].outcome

    assert stands(date(2026, 1, 9)) is Outcome.BROKEN
    assert stands(date(2026, 1, 10)) is Outcome.ANSWERED
    assert stands(date(2026, 3, 31)) is Outcome.ANSWERED
    assert stands(date(2026, 4, 1)) is Outcome.BROKEN


def _chaired(places: Places, *chairs: tuple[str, str, str]) -> str:
    seat = a_seat(places.ws, places.du, role=SeatRole.CHAIR)
    for name, employer, first in chairs:
        an_appointment(places.ws, seat, places.person(name, employer), from_day=first)
    return seat


def test_that_the_chair_is_held_against_the_one_before(places: Places) -> None:
    places.ws.run(add_rule, places.du, ChairRotation())
    seat = _chaired(
        places, ("Ola", places.bergen, "2020-01-01"), ("Kari", places.bergen, "2024-01-01")
    )
    candidacy = places.candidate(seat, places.person("Elle", places.alta))
    found = places.ws.read(composition, places.du, as_of=DAY, with_candidacies=(candidacy,))
    assert found.before.verdicts[0].sentence == (
        "Kari and Ola, who chaired before, come from the same place: DigiVestland."
    )
    assert found.after is not None
    assert found.after.verdicts[0].sentence == (
        "Elle comes from another place than Kari, who chaired before."
    )


def test_that_a_chair_who_left_is_remembered_where_they_worked_then(places: Places) -> None:
    places.ws.run(add_rule, places.du, ChairRotation())
    _chaired(places, ("Ola", places.bergen, "2020-01-01"), ("Kari", places.alta, "2024-01-01"))
    (rule,) = places.ws.read(body_rules, places.du, as_of=DAY)
    assert [each.person_name for each in rule.chairs] == ["Kari", "Ola"]
    assert rule.chairs[1].regions_by(Grouping.NETWORK) == {places.west}


def test_that_a_body_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="This body is no longer"):
        workspace.read(composition, "gone", as_of=DAY)


# What if ------------------------------------------------------------------------------------------


def test_that_a_candidate_takes_the_seat_of_who_sits_there(places: Places) -> None:
    places.ws.run(add_rule, places.du, GenderBalance())
    seat = places.sits("Kari", places.bergen)
    places.sits("Mari", places.alta)
    ola = places.person("Ola", places.alta, Gender.MALE)
    candidacy = places.candidate(seat, ola)
    found = places.ws.read(composition, places.du, as_of=DAY, with_candidacies=(candidacy,))
    assert found.after is not None
    assert [each.person_name for each in found.after.sitters] == ["Ola", "Mari"]
    assert (outcomes(found.before), outcomes(found.after)) == ([Outcome.BROKEN], [Outcome.MET])


def test_that_a_new_term_counts_as_one_more(places: Places) -> None:
    seat = a_seat(places.ws, places.du)
    kari = places.person("Kari", places.bergen)
    an_appointment(places.ws, seat, kari)
    candidacy = places.candidate(seat, kari)
    found = places.ws.read(composition, places.du, as_of=DAY, with_candidacies=(candidacy,))
    assert found.after is not None
    assert (found.before.sitters[0].terms, found.after.sitters[0].terms) == (1, 2)


def test_that_a_candidate_for_another_body_is_refused(places: Places) -> None:
    candidacy = a_candidacy(places.ws, a_seat(places.ws), a_person(places.ws, "Ola"))
    with pytest.raises(RuleError, match="Ola is not put forward for a seat in this body"):
        places.ws.read(composition, places.du, as_of=DAY, with_candidacies=(candidacy,))


def test_that_two_for_one_seat_are_refused(places: Places) -> None:
    seat = a_seat(places.ws, places.du)
    two = tuple(a_candidacy(places.ws, seat, a_person(places.ws, name)) for name in ("Ola", "Per"))
    with pytest.raises(RuleError, match="Only one can sit in seat 1"):
        places.ws.read(composition, places.du, as_of=DAY, with_candidacies=two)


def test_that_a_candidacy_that_is_gone_is_said_to_be(places: Places) -> None:
    with pytest.raises(NotFoundError, match="This candidacy is no longer"):
        places.ws.read(composition, places.du, as_of=DAY, with_candidacies=("gone",))


# Rounds -------------------------------------------------------------------------------------------


def test_that_a_round_tells_its_seats_candidates_and_who_stays(places: Places) -> None:
    ws = places.ws
    seat = places.sits("Kari", places.bergen)
    places.sits("Mari", places.alta)
    round_id = a_round(ws, seat_ids=(seat,))
    ranked = a_candidacy(ws, seat, places.person("Ola", places.alta), round_id=round_id)
    ws.run(correct_candidacy, ranked, rank=1, reason="", statement="")
    a_candidacy(ws, seat, places.person("Per", places.alta), round_id=round_id)
    gone = a_candidacy(ws, seat, places.person("Pål", places.alta), round_id=round_id)
    ws.run(take_step, gone, StepKind.WITHDRAWN, DAY)
    problem = ws.read(suggestion_problem, round_id, as_of=DAY)
    (body,) = problem.bodies
    (its,) = body.seats
    assert [each.person_name for each in body.staying] == ["Mari"]
    assert its.holder is not None
    assert its.holder.person_name == "Kari"
    assert [(each.sitter.person_name, each.rank) for each in its.candidates] == [
        ("Ola", 1),
        ("Per", None),
    ]


def test_that_one_whose_candidacy_was_forwarded_is_one_candidate(places: Places) -> None:
    ws = places.ws
    seat = a_seat(ws, places.du)
    round_id, ola = a_round(ws, seat_ids=(seat,)), places.person("Ola", places.alta)
    first = a_candidacy(ws, seat, ola, places.alta, round_id=round_id)
    ws.run(correct_candidacy, first, rank=2, reason="", statement="")
    last = ws.run(forward_candidacy, first, places.north, on_day=DAY)
    (body,) = ws.read(suggestion_problem, round_id, as_of=DAY).bodies
    found = body.seats[0].candidates
    assert [(each.candidacy_id, each.rank, each.by_name) for each in found] == [
        (last, 2, "DigiNord")
    ]


def test_that_a_round_without_seats_suggests_nothing(workspace: Workspace) -> None:
    with pytest.raises(RuleError, match="no seats to fill"):
        workspace.read(suggestion_problem, a_round(workspace), as_of=DAY)


def test_that_a_round_that_is_gone_is_said_to_be(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="This round is no longer"):
        workspace.read(suggestion_problem, "gone", as_of=DAY)


# Over all bodies ----------------------------------------------------------------------------------


def test_that_every_network_has_a_line_also_the_one_that_holds_nothing(places: Places) -> None:
    places.sits("Kari", places.bergen)
    lines = places.ws.read(coverage, Grouping.NETWORK, as_of=DAY)
    assert [(line.name, line.members) for line in lines] == [("DigiNord", 0), ("DigiVestland", 1)]
    assert [each.body_name for each in lines[1].bodies] == ["Digitaliseringsutvalget"]


def test_that_a_network_owes_the_vacant_seats_it_nominates_to(places: Places) -> None:
    ws = places.ws
    facts = SeatFacts(nominates_id=places.north)
    filled, _vacant = (ws.run(add_seat, places.du, facts) for _ in range(2))
    an_appointment(ws, filled, places.person("Elle", places.alta))
    a_round(ws, ask_ids=(places.north,))
    north, _west = ws.read(coverage, as_of=DAY)
    assert (north.fills, north.owes, north.unanswered) == (1, 1, 1)


def test_that_a_file_too_large_for_one_question_is_told_alike(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    places.sits("Kari", places.bergen)
    places.sits("Mari", places.county)
    lines = places.ws.read(coverage, as_of=DAY)
    monkeypatch.setattr(composition_sitters, "_MOST_IDS", 0)
    assert places.ws.read(coverage, as_of=DAY) == lines


def test_that_those_from_nowhere_come_last(places: Places) -> None:
    places.sits("Kari")
    assert places.ws.read(coverage, as_of=DAY)[-1].name == "from none of them"


def test_that_seats_are_told_by_the_size_of_the_municipality(places: Places) -> None:
    places.sits("Kari", places.bergen)
    places.sits("Mari", places.county)
    lines = places.ws.read(coverage, SizeClass, as_of=DAY)
    assert [(line.name, line.members) for line in lines] == [
        ("small", 0), ("medium", 0), ("large", 1), ("not from a municipality", 1),
    ]  # fmt: skip


def test_that_a_carrier_carries_alone_what_nobody_else_does(places: Places) -> None:
    ws = places.ws
    council, board = a_body(ws, "KommIT"), a_body(ws, "Styret")
    kari, ola = places.person("Kari"), places.person("Ola")
    for person, bodies in ((kari, (places.du, council, board)), (ola, (places.du, council))):
        for body in bodies:
            an_appointment(ws, a_seat(ws, body), person)
    places.sits("Mari")
    found = ws.read(carriers, as_of=DAY)
    assert [(each.name, len(each.bodies)) for each in found] == [("Kari", 3), ("Ola", 2)]
    assert [(link.from_name, link.to_name) for link in found[0].alone] == [
        ("Digitaliseringsutvalget", "Styret"),
        ("KommIT", "Styret"),
    ]
    assert found[1].alone == ()


# The example --------------------------------------------------------------------------------------


def test_that_the_example_shows_every_way_a_rule_can_stand(
    example: Workspace, find: Callable[[str], str]
) -> None:
    found = set()
    for name in ("DU", "KommIT", "Kommunedirektørutvalget i KS"):
        standing = example.read(composition, find(name), as_of=EXAMPLE_DAY).before
        found |= set(outcomes(standing))
    assert found == set(Outcome)


def test_that_the_round_of_the_example_has_a_suggestion(example: Workspace) -> None:
    (open_round,) = (
        line for line in example.read(round_lines, as_of=EXAMPLE_DAY) if not line.closed_on
    )
    found = suggest(example.read(suggestion_problem, open_round.id, as_of=EXAMPLE_DAY))
    assert len(found.alternatives) == 3
    assert found.alternatives[0].filled == 4


@pytest.fixture
def find(example: Workspace) -> Callable[[str], str]:
    """Return the search for a body of the example by name."""
    return lambda name: example.read(find_body, name, as_of=EXAMPLE_DAY)
