"""A file with three persons, and the page of persons that shows them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from samstyring.domain.bodies import BodyKind
from samstyring.ui.desk import Desk
from samstyring.ui.people import make_people_page
from samstyring.ui.people.page import PeoplePage
from tests import builders

Own = Callable[[Any], Any]
DAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Cast:
    """The ids of three persons: Kari sits in two bodies, Ola has left, Åse is new."""

    kari: str
    ola: str
    aase: str
    bergen: str
    council: str
    candidacy: str


@pytest.fixture
def day() -> date:
    """The day that everything is shown as of."""
    return DAY


@pytest.fixture
def cast(desk: Desk) -> Cast:
    """Write three persons, whom they work for and where they sit."""
    file = desk.workspace
    bergen = builders.a_body(file, "Bergen", kind=BodyKind.MUNICIPALITY)
    network = builders.a_body(file, "Digi Vestland", kind=BodyKind.REGIONAL_NETWORK)
    council = builders.a_body(file, "KommIT-rådet")
    kari = builders.a_person(
        file, "Kari Åmodt", email="kari@example.org", employer_id=bergen,
        title="digitaliseringssjef", employed_from="2020-01-01",
    )  # fmt: skip
    ola = builders.a_person(file, "Ola Nordmann", employer_id=network)
    aase = builders.a_person(file, "Åse Kárášjohka")
    seat = builders.a_seat(file, council)
    builders.an_appointment(file, seat, kari, from_day="2024-01-01", term_last="2026-04-01")
    builders.an_appointment(file, builders.a_seat(file, network), kari, term_last="2030-01-01")
    builders.an_appointment(
        file, builders.a_seat(file, council), ola, from_day="2020-01-01", last_day="2023-12-31"
    )
    candidacy = builders.a_candidacy(file, seat, aase, network)
    return Cast(kari, ola, aase, bergen, council, candidacy)


@pytest.fixture
def page(desk: Desk, cast: Cast, own_windows: Own) -> PeoplePage:
    """Show the page with Kari."""
    page: PeoplePage = own_windows(make_people_page(desk))
    page.resize(820, 640)
    page.show()
    page.show_item("person", cast.kari)
    return page
