"""composition, suggest and coverage: what is answered in words and in JSON, and what cannot be."""

import pytest

from samstyring.cli.arguments import make_parser
from samstyring.cli.composing import GROUPINGS
from samstyring.commands.composition import add_rule
from samstyring.domain.composition_rules import Force, GenderBalance, Parameters, Size
from samstyring.workspace import Workspace
from tests.cli.conftest import DAY, Ask, Register

AS_OF = ("--as-of", DAY)


@pytest.fixture
def ruled(register: Register) -> Register:
    """Give the committee of the register a binding rule on size, and one on gender."""
    workspace = Workspace.open(register.path)
    rules: tuple[tuple[Parameters, Force], ...] = (
        (Size(2, 2), Force.BINDING),
        (GenderBalance(), Force.ADVISORY),
    )
    for asked, force in rules:
        workspace.run(add_rule, register["du"], asked, force=force)
    workspace.close()
    return register


def the_rule(ask: Ask, register: Register) -> str:
    """Return the id of the rule on size."""
    rules = ask("composition", register.path, "DU", *AS_OF, "--json").json["before"]["rules"]
    return str(rules[0]["id"])


# composition -------------------------------------------------------------------------------------


def test_that_composition_judges_each_rule_in_words(ask: Ask, ruled: Register) -> None:
    answer = ask("composition", ruled.path, "DU", *AS_OF)
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Digitaliseringsutvalget, 01.03.2026"
    assert lines[2] == "1 vacant seat"
    assert "number of members" in answer.out
    assert "Members: 1; there should be 2." in answer.out
    assert "Cannot be judged: gender is not stated by 1 of 1 members" in answer.out


def test_that_a_body_without_rules_says_so(ask: Ask, register: Register) -> None:
    assert "There are no rules for this body." in ask("composition", register.path, "KS").out


def test_that_composition_answers_in_json(ask: Ask, ruled: Register) -> None:
    found = ask("composition", ruled.path, "DU", *AS_OF, "--json").json
    assert (found["body_id"], found["vacant"], found["after"]) == (ruled["du"], 1, None)
    size, gender = found["before"]["rules"]
    assert (size["kind"], size["force"], size["outcome"]) == ("size", "binding", "broken")
    assert size["parameters"] == {"least": 2, "most": 2}
    assert (gender["outcome"], gender["answer"]) == ("cannot_be_judged", None)
    (seat,) = found["before"]["seats"]
    assert (seat["person_name"], seat["role"]) == ("Kari Nordmann", "chair")
    assert "stated" not in seat


@pytest.mark.parametrize("called", ["Ola Åsen", "candidacy"])
def test_that_a_candidate_is_tried_out(ask: Ask, ruled: Register, called: str) -> None:
    name = ruled.ids.get(called, called)
    found = ask("composition", ruled.path, "DU", *AS_OF, "--with", name, "--json").json
    assert found["before"]["rules"][0]["outcome"] == "broken"
    assert found["after"]["rules"][0]["outcome"] == "met"
    assert "With them" in ask("composition", ruled.path, "DU", *AS_OF, "--with", name).out


def test_that_trying_out_changes_nothing(ask: Ask, ruled: Register) -> None:
    before = ruled.path.read_bytes()
    ask("composition", ruled.path, "DU", *AS_OF, "--with", "Ola Åsen")
    ask("suggest", ruled.path, "Nye medlemmer 2026", *AS_OF)
    assert ruled.path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "gist"),
    [("Kari Nordmann", "has no open candidacy to this body"), ("Nobody", "Nothing in the file")],
)
def test_that_who_is_no_candidate_cannot_be_tried_out(
    ask: Ask, ruled: Register, name: str, gist: str
) -> None:
    answer = ask("composition", ruled.path, "DU", *AS_OF, "--with", name)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err


# suggest -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Nye medlemmer 2026", "nye medlemmer 2026 ", "round"])
def test_that_a_round_has_its_suggestion(ask: Ask, ruled: Register, name: str) -> None:
    found = ask("suggest", ruled.path, ruled.ids.get(name, name), *AS_OF, "--json").json
    best = found["alternatives"][0]
    assert (best["filled"], best["binding"], best["advisory"]) == (1, 1, 0)
    (choice,) = best["choices"]
    assert (choice["person_name"], choice["candidacy_id"]) == ("Ola Åsen", ruled["candidacy"])
    assert found["conflicts"][0]["sentence"].endswith("gender balance by § 28.")


def test_that_a_suggestion_is_told_in_words(ask: Ask, ruled: Register) -> None:
    answer = ask("suggest", ruled.path, "Nye medlemmer 2026", *AS_OF)
    assert (answer.code, answer.err) == (0, "")
    assert "Alternative 1: seats filled 1, changed 1; binding rules met 1 of 1" in answer.out
    assert "advisory 0 of 1" in answer.out
    assert "50% of the rules are met." in answer.out
    assert "Ola Åsen" in answer.out
    assert "No choice of these candidates meets this rule" in answer.out


def test_that_a_breach_is_mended_with_the_fewest_changes(ask: Ask, ruled: Register) -> None:
    rule = the_rule(ask, ruled)
    found = ask("suggest", ruled.path, "Nye medlemmer 2026", *AS_OF, "--mend", rule, "--json").json
    (only,) = found["alternatives"]
    assert (only["changes"], only["mends"], only["breaks"]) == (1, [rule], [])
    assert only["seats"][0]["in_name"] == "Ola Åsen"
    said = ask("suggest", ruled.path, "Nye medlemmer 2026", *AS_OF, "--mend", rule).out
    assert "Seat 2: Ola Åsen in, where nobody sits." in said
    assert "Comes to be met: number of members." in said


def test_that_composition_tells_the_smallest_change_that_mends_a_breach(
    ask: Ask, ruled: Register
) -> None:
    rule = the_rule(ask, ruled)
    found = ask("composition", ruled.path, "DU", *AS_OF, "--mend", "--json").json
    (change,) = found["smallest_change"]
    assert (change["rule_id"], change["possible"], change["mends"]) == (rule, True, [rule])
    assert [seat["in_name"] for seat in change["seats"]] == ["Ola Åsen"]
    said = ask("composition", ruled.path, "DU", *AS_OF, "--mend").out
    assert "The smallest change that mends “number of members”:" in said
    assert "  Seat 2: Ola Åsen in, where nobody sits." in said
    tried = ("composition", ruled.path, "DU", *AS_OF, "--mend", "--with", "Ola Åsen")
    assert ask(*tried, "--json").json["smallest_change"] == []


def test_that_a_breach_that_no_candidate_mends_is_told_of(ask: Ask, ruled: Register) -> None:
    workspace = Workspace.open(ruled.path)
    workspace.run(add_rule, ruled["du"], Size(5, 5))
    workspace.close()
    found = ask("composition", ruled.path, "DU", *AS_OF, "--mend", "--json").json
    hopeless = found["smallest_change"][-1]
    assert (hopeless["possible"], hopeless["seats"]) == (False, [])
    assert hopeless["sentences"][0].startswith("No choice of these candidates meets this rule")


@pytest.mark.parametrize(
    ("words", "gist"),
    [
        (["Ingen"], "There are: Nye medlemmer 2026."),
        (["Nye medlemmer 2026", "--mend", "x"], "does not hold in the bodies of this round"),
    ],
)
def test_that_what_cannot_be_suggested_is_said(
    ask: Ask, ruled: Register, words: list[str], gist: str
) -> None:
    answer = ask("suggest", ruled.path, *words, *AS_OF)
    assert (answer.code, answer.out) == (1, "")
    assert gist in answer.err


# coverage ----------------------------------------------------------------------------------------


def test_that_coverage_tells_what_a_network_fills_and_owes(ask: Ask, register: Register) -> None:
    (line,) = ask("coverage", register.path, *AS_OF, "--json").json
    assert (line["name"], line["members"], line["owes"]) == ("DigiTrøndelag", 1, 1)
    assert line["bodies"][0]["body_name"] == "Digitaliseringsutvalget"
    out = ask("coverage", register.path, *AS_OF).out
    assert "Owes" in out
    assert "DigiTrøndelag" in out


@pytest.mark.parametrize("by", GROUPINGS)
def test_that_coverage_can_be_asked_for_by_each_grouping(
    ask: Ask, register: Register, by: str
) -> None:
    answer = ask("coverage", register.path, "--by", by)
    assert (answer.code, answer.err) == (0, "")


def test_that_the_groupings_of_the_help_are_those_that_can_be_asked_for() -> None:
    with pytest.raises(SystemExit):
        make_parser().parse_args(["coverage", "a", "--by", "planet"])
    for by in GROUPINGS:
        assert make_parser().parse_args(["coverage", "a", "--by", by]).by == by
