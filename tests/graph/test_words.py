"""The structure in words: whole paragraphs as they are read, in each language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.difference import Difference
from samstyring.domain.org import LineKind, OrgBody, OrgLine, OrgSnapshot
from samstyring.domain.periods import Period
from samstyring.domain.seats import Balance, SeatLine, SeatRole, SeatStatus
from samstyring.graph.clauses import out_of, spelled
from samstyring.graph.difference import difference
from samstyring.graph.picture_options import PictureOptions
from samstyring.graph.structure import Direction
from samstyring.graph.words import (
    describe_bodies,
    describe_body,
    describe_difference,
    describe_focus,
    describe_view,
)
from samstyring.language import texts_in

K, R = BodyKind, RelationKind
DAY = date(2026, 11, 21)


def body(name: str, kind: BodyKind, level: Level, **more: object) -> OrgBody:
    whole = OrgBody(name, name, "", kind, level, "", "", Balance())
    return replace(whole, **more)  # type: ignore[arg-type]


def country(members: int = 36) -> OrgSnapshot:
    """Return a county of 38 municipalities, so many of them in its network, and four councils."""
    towns = [
        body(f"Kommune {n}", K.MUNICIPALITY, Level.LOCAL, region="Trøndelag", population=1000 + n)
        for n in range(1, 39)
    ]
    councils = [body(f"Fagråd {n}", K.EXPERT_COUNCIL, Level.NATIONAL) for n in range(1, 4)]
    bodies = (
        body("Digitaliseringsutvalget", K.COMMITTEE, Level.NATIONAL, short_name="DU",
             balance=Balance(14, 13, 3, 1)),
        body("KS", K.OTHER, Level.NATIONAL),
        body("DigiTrøndelag", K.REGIONAL_NETWORK, Level.REGIONAL, region="Trøndelag"),
        body("Programstyret", K.PROGRAMME_BOARD, Level.REGIONAL, balance=Balance(8, 6)),
        body("Skatteetaten", K.STATE_AGENCY, Level.STATE),
        *councils,
        *towns,
    )  # fmt: skip
    lines = [
        OrgLine("du-ks", "Digitaliseringsutvalget", "KS", R.REPORTS_TO),
        OrgLine("ps-dt", "Programstyret", "DigiTrøndelag", R.PART_OF),
        OrgLine("dt-du", "DigiTrøndelag", "Digitaliseringsutvalget", LineKind.NOMINATES),
        *(OrgLine(f"dt-{c.id}", "DigiTrøndelag", c.id, LineKind.NOMINATES) for c in councils),
        *(OrgLine(f"{t.id}-dt", t.id, "DigiTrøndelag", R.MEMBER_OF) for t in towns[:members]),
    ]
    return OrgSnapshot(DAY, bodies, tuple(lines))


def seat(body_id: str, person: str, role: SeatRole = SeatRole.MEMBER, of: str = "") -> SeatLine:
    return SeatLine(
        f"{body_id}-{person}", body_id, body_id, role, 1, True, of, of, "", "", "", "", "", "",
        Period(), SeatStatus.FILLED, person, person, employer_id=of, employer_name=of,
    )  # fmt: skip


SEATS = (
    seat("Digitaliseringsutvalget", "Kari Nordmann", SeatRole.CHAIR, of="Kommune 1"),
    seat("Digitaliseringsutvalget", "Ola Hansen", SeatRole.DEPUTY_CHAIR),
    seat("Fagråd 1", "Kari Nordmann", of="Kommune 1"),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            "DigiTrøndelag samler 36 av 38 kommuner i Trøndelag, nominerer til fire organer og har"
            " to ledige plasser i Programstyret. DigiTrøndelag omfatter Programstyret.",
        ),
        (
            "nn",
            "DigiTrøndelag samlar 36 av 38 kommunar i Trøndelag, nominerer til fire organ og har"
            " to ledige plassar i Programstyret. DigiTrøndelag omfattar Programstyret.",
        ),
        (
            "en",
            "DigiTrøndelag gathers 36 of 38 municipalities in Trøndelag, nominates to four bodies"
            " and has two vacant seats in Programstyret. DigiTrøndelag includes Programstyret.",
        ),
    ],
)
def test_that_a_network_is_told_by_what_it_gathers_and_lacks(language: str, said: str) -> None:
    with texts_in(language):
        assert describe_body(country(), SEATS, "DigiTrøndelag") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            "Digitaliseringsutvalget (DU) rapporterer til KS og har 14 plasser, én av dem ledig."
            " DU får nominasjoner fra DigiTrøndelag."
            " Leder er Kari Nordmann, og nestleder er Ola Hansen."
            " Tre verv løper snart ut og én sitter fortsatt etter at funksjonstiden er ute.",
        ),
        (
            "nn",
            "Digitaliseringsutvalget (DU) rapporterer til KS og har 14 plassar, éin av"
            " dei ledig. DU får nominasjonar frå DigiTrøndelag."
            " Leiar er Kari Nordmann, og nestleiar er Ola Hansen."
            " Tre verv går snart ut og éin sit framleis etter at funksjonstida er ute.",
        ),
        (
            "en",
            "Digitaliseringsutvalget (DU, committee) reports to KS and has 14 seats, one of them"
            " vacant. DU gets nominations from DigiTrøndelag."
            " The chair is Kari Nordmann, and the deputy chair is Ola Hansen."
            " Three terms end soon and one sits on after the term.",
        ),
    ],
)
def test_that_a_committee_is_told_by_its_place_its_seats_and_who_leads(
    language: str, said: str
) -> None:
    with texts_in(language):
        assert describe_body(country(), SEATS, "Digitaliseringsutvalget") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nb",
            "Kommune 1 har 1\u00a0001 innbyggere og er medlem av DigiTrøndelag."
            " Fra Kommune 1 sitter Kari Nordmann i Digitaliseringsutvalget og Fagråd 1.",
        ),
        (
            "nn",
            "Kommune 1 har 1\u00a0001 innbyggjarar og er medlem av DigiTrøndelag."
            " Frå Kommune 1 sit Kari Nordmann i Digitaliseringsutvalget og Fagråd 1.",
        ),
        (
            "en",
            "Kommune 1 (municipality) has 1,001 inhabitants and is a member of DigiTrøndelag."
            " Sitting elsewhere from Kommune 1: Kari Nordmann in Digitaliseringsutvalget and"
            " Fagråd 1.",
        ),
    ],
)
def test_that_a_municipality_is_told_by_who_speaks_for_it(language: str, said: str) -> None:
    with texts_in(language):
        assert describe_body(country(), SEATS, "Kommune 1") == said


def test_that_a_network_with_every_municipality_says_all() -> None:
    assert "gathers all 38 municipalities" in describe_body(country(38), (), "DigiTrøndelag")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Én plass som DigiTrøndelag nominerer til i Digitaliseringsutvalget er ledig."),
        ("nn", "Éin plass som DigiTrøndelag nominerer til i Digitaliseringsutvalget er ledig."),
        ("en", "One seat that DigiTrøndelag nominates to in Digitaliseringsutvalget is vacant."),
    ],
)
def test_that_a_vacant_seat_elsewhere_is_told_by_who_nominates(language: str, said: str) -> None:
    empty = replace(
        seat("Digitaliseringsutvalget", ""),
        status=SeatStatus.VACANT,
        nominates_id="DigiTrøndelag",
    )
    with texts_in(language):
        assert said in describe_body(country(), (empty, *SEATS), "DigiTrøndelag")
        assert said not in describe_body(country(), (empty, *SEATS), "Digitaliseringsutvalget")


def test_that_a_body_without_lines_is_said_to_stand_alone() -> None:
    said = describe_body(country(), (), "Skatteetaten")
    assert said == "Skatteetaten (state agency) stands alone: no line joins it to another."


def test_that_many_who_sit_elsewhere_are_counted() -> None:
    many = [seat(f"Fagråd {n % 3 + 1}", f"Person {n}", of="KS") for n in range(5)]
    said = describe_body(country(), many, "KS")
    assert said.endswith("From KS five persons sit in three bodies.")


def test_that_who_sits_in_the_body_itself_does_not_sit_elsewhere() -> None:
    assert "elsewhere" not in describe_body(country(), (seat("KS", "Ola", of="KS"),), "KS")


def test_that_a_body_that_is_not_there_has_no_words() -> None:
    assert describe_body(country(), SEATS, "gone") == ""


def test_that_every_body_is_told_as_it_is_told_alone() -> None:
    whole = country()
    every = describe_bodies(whole, SEATS)
    assert every.keys() == {each.id for each in whole.bodies}
    assert every["KS"] == describe_body(whole, SEATS, "KS")


def test_that_numbers_are_letters_to_twelve_and_figures_from_there() -> None:
    assert [spelled(n) for n in (0, 1, 12, 13, 1234)] == ["none", "one", "twelve", "13", "1,234"]
    assert (out_of(3, 5), out_of(9, 14)) == ("three of five", "9 of 14")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "21. november 2026 har strukturen åtte organer og 38 kommuner. Bare råd og"
               " Trøndelag vises. Linjene sier: rapporterer til og er del av."),
        ("nn", "21. november 2026 har strukturen åtte organ og 38 kommunar. Berre råd og"
               " Trøndelag er vist. Linjene seier: rapporterer til og er del av."),
        ("en", "On 21 November 2026 the structure has eight bodies and 38 municipalities. Shown"
               " are only council and Trøndelag. The lines say: reports to and is part of."),
    ],
)  # fmt: skip
def test_that_a_view_tells_its_day_its_filters_and_its_lines(language: str, said: str) -> None:
    options = PictureOptions(kinds=frozenset({K.COUNCIL}), regions=frozenset({"Trøndelag"}))
    with texts_in(language):
        assert describe_view(options, country()) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Innen to steg fra KS er det to organer og ingen kommuner."),
        ("nn", "Innan to steg frå KS er det to organ og ingen kommunar."),
        ("en", "Within two steps of KS there are two bodies and no municipalities."),
    ],
)
def test_that_a_focus_tells_what_is_around(language: str, said: str) -> None:
    with texts_in(language):
        assert describe_focus(PictureOptions(focus="KS", steps=2), country()) == said


def test_that_a_focus_has_a_direction_in_words() -> None:
    options = PictureOptions(focus="Digitaliseringsutvalget", direction=Direction.OUT)
    assert describe_focus(options, country()).startswith("Within one step out from Digi")
    assert describe_focus(PictureOptions(focus="gone"), country()) == ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Dette er forskjellen fra 21. november 2026 til 21. november 2026: tre i alt."
               " Ett organ er borte: Skatteetaten. Ett organ er endret: Kommune 37. I ett organ"
               " er bare personene andre. Én person er gått ut."),
        ("nn", "Dette er skilnaden frå 21. november 2026 til 21. november 2026: tre i alt. Eitt"
               " organ er borte: Skatteetaten. Eitt organ er endra: Kommune 37. I eitt organ"
               " er berre personane andre. Éin person har gått ut."),
        ("en", "This differs from 21 November 2026 to 21 November 2026: three in all. One body"
               " is gone: Skatteetaten. One body has changed: Kommune 37. In one body only the"
               " persons differ. One person has left."),
    ],
)  # fmt: skip
def test_that_a_difference_is_told_by_what_happened(language: str, said: str) -> None:
    later = country(37)
    kept = tuple(each for each in later.bodies if each.id != "Skatteetaten")
    with texts_in(language):
        found = difference(country(), replace(later, bodies=kept), SEATS, SEATS[:2])
        assert describe_difference(found) == said


def test_that_no_difference_is_said_too() -> None:
    same = Difference(DAY, DAY)
    assert describe_difference(same).startswith("Nothing differs between 21 November 2026")
