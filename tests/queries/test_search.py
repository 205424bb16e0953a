"""The one search over everything, and names typed on the command line."""

from datetime import date

import pytest

from samstyring.commands.bodies import add_name, end_body, rename_body
from samstyring.domain.bodies import NameKind
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.queries.search import find_body, find_person, find_thing, search
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, a_period, a_person, a_round, day

DAY = date(2026, 3, 1)


def titles(workspace: Workspace, text: str, limit: int = 30) -> list[str]:
    """Return the titles of what a search finds, best first."""
    return [hit.title for hit in workspace.read(search, text, limit=limit)]


# Search ------------------------------------------------------------------------------------------


def test_that_the_same_comes_before_the_beginning_before_a_word_before_the_rest(
    workspace: Workspace,
) -> None:
    for name in ("Samdigital", "Nye Digi Agder", "Digi Agder", "Digi", "Digital rådgivning"):
        a_body(workspace, name)
    assert titles(workspace, "digi") == [
        "Digi",
        "Digi Agder",
        "Digital rådgivning",
        "Nye Digi Agder",
        "Samdigital",
    ]


def test_that_a_body_so_called_for_short_comes_before_names_that_begin_so(
    workspace: Workspace,
) -> None:
    a_body(workspace, "Dugnaden")
    a_body(workspace, "Digitaliseringsutvalget", short_name="DU")
    assert titles(workspace, "du") == ["Digitaliseringsutvalget", "Dugnaden"]
    assert titles(workspace, "dug") == ["Dugnaden"]


def test_that_every_word_must_be_there_in_any_order(workspace: Workspace) -> None:
    a_body(workspace, "Digi Agder")
    a_body(workspace, "Digi Rogaland")
    assert titles(workspace, "agder digi") == ["Digi Agder"]
    assert titles(workspace, "agder rogaland") == []


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_that_nothing_searched_for_finds_nothing(workspace: Workspace, text: str) -> None:
    a_body(workspace, "KS")
    assert titles(workspace, text) == []


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", '"', "100%", "a_b", "x' OR '1'='1"])
def test_that_signs_are_searched_for_as_they_stand(workspace: Workspace, text: str) -> None:
    a_body(workspace, "KS")
    assert titles(workspace, text) == []
    a_body(workspace, f"Organ {text}")
    assert titles(workspace, text) == [f"Organ {text}"]


@pytest.mark.parametrize(
    ("name", "finding", "missing"),
    [
        ("Ås", ("ås", "ÅS", "aas", "A\u030as"), ("as", "os")),
        ("Håkon Bår", ("haakon", "håkon", "bår"), ("bar", "hakon")),
        ("Tromsø", ("tromsø", "TROMSØ", "tromsö"), ("tromso",)),
        ("Sæther", ("sæther", "säther"), ("sether",)),
        ("Kárášjohka", ("kárášjohka", "karasjohka", "KARASJOHKA"), ()),
        ("Guovdageaidnu Ŋ Đ Ŧ", ("guovdageaidnu n d t",), ()),
    ],
)
def test_that_letters_are_found_the_norwegian_way(
    workspace: Workspace, name: str, finding: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    a_body(workspace, name)
    assert all(titles(workspace, text) for text in finding)
    assert not any(titles(workspace, text) for text in missing)


def test_that_all_kinds_of_things_are_found(workspace: Workspace) -> None:
    body = a_body(workspace, "Samstyret", short_name="SST")
    a_person(workspace, "Sam Styre", email="sam@example.org")
    a_mandate(workspace, body, title_nb="Mandat for samstyret")
    a_round(workspace, body, name="Samstyret 2026")
    assert {hit.kind for hit in workspace.read(search, "sam")} == {
        "body",
        "person",
        "mandate",
        "round",
    }
    assert titles(workspace, "sst") == ["Samstyret"]
    assert titles(workspace, "sam@example") == ["Sam Styre"]


def test_that_a_body_is_found_by_a_name_it_had(workspace: Workspace) -> None:
    body = a_body(workspace, "DigiHordaland")
    workspace.run(rename_body, body, "DigiVestland", day("2020"))
    assert titles(workspace, "hordaland") == ["DigiVestland"]


def test_that_no_more_than_asked_for_is_found(workspace: Workspace) -> None:
    for number in range(5):
        a_body(workspace, f"Gruppe {number}")
    assert titles(workspace, "gruppe", limit=2) == ["Gruppe 0", "Gruppe 1"]


def test_that_what_is_undone_is_no_longer_found(workspace: Workspace) -> None:
    a_body(workspace, "Flyktig")
    workspace.undo()
    assert titles(workspace, "flyktig") == []
    workspace.redo()
    assert titles(workspace, "flyktig") == ["Flyktig"]


# Names typed -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Digitaliseringsutvalget", " digitaliseringsutvalget ", "du"])
def test_that_a_body_is_found_by_its_name_or_short_name(workspace: Workspace, text: str) -> None:
    body = a_body(workspace, "Digitaliseringsutvalget", short_name="DU")
    assert workspace.read(find_body, text, as_of=DAY) == body
    assert workspace.read(find_body, body, as_of=DAY) == body


def test_that_a_name_must_be_whole(workspace: Workspace) -> None:
    a_body(workspace, "Digitaliseringsutvalget")
    with pytest.raises(NotFoundError, match=r"Did you mean: Digitaliseringsutvalget\?"):
        workspace.read(find_body, "utvalget", as_of=DAY)


@pytest.mark.parametrize("text", ["Digitalsieringsutvalget", "digitaliseringsutvalg"])
def test_that_a_slip_of_the_keyboard_gets_a_suggestion(workspace: Workspace, text: str) -> None:
    a_body(workspace, "Digitaliseringsutvalget")
    with pytest.raises(NotFoundError, match="Digitaliseringsutvalget"):
        workspace.read(find_body, text, as_of=DAY)


@pytest.mark.parametrize("text", ["", "  ", "qqqqqq"])
def test_that_what_resembles_nothing_gets_none(workspace: Workspace, text: str) -> None:
    a_body(workspace, "Digitaliseringsutvalget")
    with pytest.raises(NotFoundError) as refused:
        workspace.read(find_body, text, as_of=DAY)
    assert "Did you mean" not in str(refused.value)


def test_that_names_beginning_so_are_suggested_before_those_that_hold_it(
    workspace: Workspace,
) -> None:
    a_body(workspace, "Regjeringens digitaliseringsutvalg")
    a_body(workspace, "Digitaliserings- og forvaltningsdepartementet")
    viken, *_others = (
        a_body(workspace, name) for name in ("DigiViken", "Digi Agder", "Digitaliseringsutvalget")
    )
    workspace.run(add_name, viken, "Digi-Viken", kind=NameKind.ALTERNATIVE)
    a_body(workspace, "Digi Øst", period=a_period("2010", "2015"))
    with pytest.raises(NotFoundError) as refused:
        workspace.read(find_thing, "Digi", as_of=DAY)
    suggested = str(refused.value).partition("Did you mean: ")[2]
    assert suggested.startswith("DigiViken, Digi Agder, Digitaliseringsutvalget, ")
    assert suggested.count("Viken") == 1
    assert "Øst" not in suggested


def test_that_at_most_five_are_suggested(workspace: Workspace) -> None:
    for number in range(9):
        a_body(workspace, f"Temagruppe {number}")
    with pytest.raises(NotFoundError) as refused:
        workspace.read(find_body, "temagruppe", as_of=DAY)
    assert str(refused.value).count("Temagruppe ") == 5


def test_that_a_name_that_fits_two_names_them_both(workspace: Workspace) -> None:
    bodies = [a_body(workspace, "Herøy"), a_body(workspace, "Herøy")]
    workspace.run(add_name, bodies[0], "Herøy (Nordland)", kind=NameKind.ALTERNATIVE)
    with pytest.raises(RuleError, match="fits several") as refused:
        workspace.read(find_body, "herøy", as_of=DAY)
    assert all(body in str(refused.value) for body in bodies)
    assert "Herøy (Nordland)" in str(refused.value)


def test_that_a_body_of_the_day_comes_before_one_that_is_over(workspace: Workspace) -> None:
    old, new = a_body(workspace, "Fagrådet"), a_body(workspace, "Fagrådet")
    workspace.run(end_body, old, day("2020"))
    assert workspace.read(find_body, "Fagrådet", as_of=DAY) == new


def test_that_a_body_that_is_over_is_found_when_it_is_the_only_one(workspace: Workspace) -> None:
    old = a_body(workspace, "Fagrådet", period=a_period("2010", "2015"))
    assert workspace.read(find_body, "Fagrådet", as_of=DAY) == old


def test_that_a_name_of_the_day_comes_before_one_that_was(workspace: Workspace) -> None:
    renamed, now = a_body(workspace, "Nes"), a_body(workspace, "Nes")
    workspace.run(rename_body, renamed, "Nesbyen", day("2021"))
    assert workspace.read(find_body, "Nes", as_of=DAY) == now
    with pytest.raises(RuleError, match="fits several"):
        workspace.read(find_body, "Nes", as_of=date(2020, 1, 1))


def test_that_an_official_name_comes_before_a_short_one(workspace: Workspace) -> None:
    municipality = a_body(workspace, "Oslo")
    a_body(workspace, "Oslo fylke", short_name="Oslo")
    assert workspace.read(find_body, "Oslo", as_of=DAY) == municipality


def test_that_a_person_is_found_by_name_or_id(workspace: Workspace) -> None:
    maret = a_person(workspace, "Máret Sara")
    assert workspace.read(find_person, "maret sara") == maret
    assert workspace.read(find_person, maret) == maret


def test_that_a_thing_is_a_body_or_a_person(workspace: Workspace) -> None:
    body, person = a_body(workspace, "KS"), a_person(workspace, "Kari Nordmann")
    assert workspace.read(find_thing, "ks", as_of=DAY).id == body
    found = workspace.read(find_thing, "kari nordmann", as_of=DAY)
    assert (found.id, found.kind) == (person, "person")


def test_that_a_body_comes_before_a_person_of_the_same_name(workspace: Workspace) -> None:
    a_person(workspace, "Bodø")
    assert workspace.read(find_thing, "Bodø", as_of=DAY).kind == "person"
    a_body(workspace, "Bodø")
    assert workspace.read(find_thing, "Bodø", as_of=DAY).kind == "body"


def test_that_an_unknown_thing_gets_persons_suggested_too(workspace: Workspace) -> None:
    a_body(workspace, "KS")
    a_person(workspace, "Kari Nordmann")
    with pytest.raises(NotFoundError, match=r"Did you mean: Kari Nordmann\?"):
        workspace.read(find_thing, "Kari Nordman", as_of=DAY)
