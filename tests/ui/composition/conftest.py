"""A committee with rules and a round that is to fill two of its seats."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import add_relation
from samstyring.commands.composition import add_rule
from samstyring.commands.people import PersonFacts, add_person
from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.composition_rules import Force, GenderBalance, PerRegion, Size
from samstyring.domain.nominations import StepKind
from samstyring.domain.people import Gender
from samstyring.domain.seats import SeatRole
from samstyring.ui.desk import Desk
from samstyring.workspace import Workspace
from tests import builders
from tests.ui import rules

Own = Callable[[Any], Any]
DAY = date(2026, 3, 10)


@dataclass(frozen=True)
class Committee:
    """The ids: Ola chairs, two seats are vacant; Kari, and Per without a yes, are candidates."""

    body: str
    round: str
    chair: str
    first: str
    second: str
    ola: str
    kari: str
    per: str
    siv: str
    karis: str
    pers: str
    size: str
    regions: str
    gender: str
    agder: str
    vestland: str


@pytest.fixture
def day() -> date:
    """The day that everything is shown as of."""
    return DAY


def settled(qtbot: QtBot, window: QWidget) -> None:
    """Wait until texts that wrap have found their height, which takes some rounds of layout."""

    def whole() -> bool:
        return rules.clipped_texts(window) == []

    with contextlib.suppress(TimeoutError):
        qtbot.waitUntil(whole, timeout=30_000)


def a_region(file: Workspace, name: str) -> tuple[str, str]:
    """Add a network with a municipality in it; return both."""
    network = builders.a_body(file, f"Digi {name}", kind=BodyKind.REGIONAL_NETWORK)
    town = builders.a_body(file, f"{name}by", kind=BodyKind.MUNICIPALITY, level=Level.LOCAL)
    file.run(add_relation, town, network, RelationKind.MEMBER_OF)
    return network, town


def a_member(file: Workspace, name: str, employer: str, gender: Gender) -> str:
    """Add a person with an employer."""
    return file.run(
        add_person, PersonFacts(name, gender=gender), employer_id=employer, title="IT-sjef",
        employed_from=builders.day("2020"),
    )  # fmt: skip


@pytest.fixture
def committee(desk: Desk) -> Committee:
    """Make the committee."""
    file = desk.workspace
    agder, south = a_region(file, "Agder")
    vestland, west = a_region(file, "Vestland")
    body = builders.a_body(file, "Digitaliseringsutvalget", kind=BodyKind.COMMITTEE)
    chair = builders.a_seat(file, body, role=SeatRole.CHAIR)
    first, second = builders.a_seat(file, body), builders.a_seat(file, body)
    ola = a_member(file, "Ola Nes", south, Gender.MALE)
    kari = a_member(file, "Kari Ås", west, Gender.FEMALE)
    per = a_member(file, "Per Li", south, Gender.MALE)
    siv = a_member(file, "Siv Øy", west, Gender.FEMALE)
    builders.an_appointment(file, chair, ola, term_last="2029-12-31")
    called = builders.a_round(file, seat_ids=(first, second), ask_ids=(vestland,))
    karis = builders.a_candidacy(
        file, first, kari, vestland, round_id=called, first_step=StepKind.NOMINATED
    )
    pers = builders.a_candidacy(file, first, per, agder, round_id=called)
    size = file.run(add_rule, body, Size(2, 3), force=Force.BINDING)
    regions = file.run(add_rule, body, PerRegion())
    gender = file.run(add_rule, body, GenderBalance())
    return Committee(
        body, called, chair, first, second, ola, kari, per, siv, karis, pers, size, regions,
        gender, agder, vestland,
    )  # fmt: skip
