"""A file with one open round, and the page of nominations that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from samstyring.domain.bodies import BodyKind
from samstyring.domain.nominations import StepKind
from samstyring.ui.desk import Desk
from samstyring.ui.nominations import make_nominations_page
from samstyring.ui.nominations.page import NominationsPage
from tests import builders

Own = Callable[[Any], Any]
DAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Call:
    """The ids of a round for a council: Ola's seat, whose term ends, and a vacant one."""

    round: str
    council: str
    vestland: str
    agder: str
    olas: str
    vacant: str
    ola: str
    kari: str
    candidacy: str


@pytest.fixture
def day() -> date:
    """The day that everything is shown as of."""
    return DAY


@pytest.fixture
def call(desk: Desk) -> Call:
    """Call a round that two networks were asked in; one has answered, the other is late."""
    file = desk.workspace
    council = builders.a_body(file, "KommIT-rådet", term_months=24)
    network = BodyKind.REGIONAL_NETWORK
    vestland = builders.a_body(file, "Digi Vestland", kind=network)
    agder = builders.a_body(file, "Digi Agder", kind=network)
    olas = builders.a_seat(file, council)
    vacant = builders.a_seat(file, council, represents_id=vestland)
    ola = builders.a_person(file, "Ola Nordmann")
    builders.an_appointment(file, olas, ola, term_last="2026-04-01")
    round_id = builders.a_round(
        file, builders.a_body(file, "KS"), seat_ids=(olas, vacant), ask_ids=(vestland, agder)
    )
    kari = builders.a_person(file, "Kari Ås", employer_id=vestland, title="digitaliseringssjef")
    candidacy = builders.a_candidacy(
        file, vacant, kari, vestland, round_id=round_id, first_step=StepKind.NOMINATED
    )
    return Call(round_id, council, vestland, agder, olas, vacant, ola, kari, candidacy)


@pytest.fixture
def page(desk: Desk, call: Call, own_windows: Own) -> NominationsPage:
    """Show the page with the round."""
    page: NominationsPage = own_windows(make_nominations_page(desk))
    page.resize(820, 640)
    page.show()
    return page
