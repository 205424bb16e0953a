"""A small register on disk, and the real entry to the command line with what it answered."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from samstyring.cli import run
from samstyring.commands.bodies import add_relation
from samstyring.commands.municipalities import ReferenceBody, ReferenceName, add_reference_data
from samstyring.commands.sources import add_source
from samstyring.domain.bodies import BodyKind, Level, RelationKind
from samstyring.domain.municipalities import MunicipalityFacts
from samstyring.domain.periods import Period
from samstyring.domain.seats import SeatRole
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_candidacy,
    a_channel,
    a_mandate,
    a_period,
    a_person,
    a_round,
    a_seat,
    an_appointment,
    day,
)

DAY = "2026-03-01"
_SINCE_2020 = a_period("2020-01-01")


@dataclass(frozen=True)
class Answer:
    """What the program answered: its exit code, and what it wrote to each stream."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was written, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Register:
    """A file with a committee, its network, a county with two municipalities, and three people."""

    path: Path
    ids: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.ids[name]


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return the program as a function of the words after its name."""

    def answered(*words: object) -> Answer:
        capsys.readouterr()
        code = run([str(word) for word in words])
        written = capsys.readouterr()
        return Answer(code, written.out, written.err)

    return answered


@pytest.fixture(scope="session")
def finished_register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """Build the register once; tests that change it take a copy, see ``register``."""
    path = tmp_path_factory.mktemp("register") / "finished.samstyring"
    workspace = Workspace.create(path, author="Kari")
    ids = _build(workspace)
    workspace.close()
    return Register(path, ids)


@pytest.fixture
def register(finished_register: Register, tmp_path: Path) -> Register:
    """Return the register as a file of the test's own."""
    path = tmp_path / "digi.samstyring"
    shutil.copy(finished_register.path, path)
    return Register(path, finished_register.ids)


def _build(ws: Workspace) -> dict[str, str]:
    ks = a_body(ws, "KS", kind=BodyKind.POLITICAL_BODY)
    du = a_body(ws, "Digitaliseringsutvalget", short_name="DU", parent_id=ks, term_months=24)
    digi = a_body(
        ws, "DigiTrøndelag", kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL, parent_id=du
    )
    places = ws.run(add_reference_data, *_places())
    for key in ("5001", "5006"):
        ws.run(add_relation, places[key], digi, RelationKind.MEMBER_OF, period=_SINCE_2020)
    ws.run(add_source, du, "Mandat for DU", verified_on=day("2026-01"), verified_by="Kari")
    ids = {"ks": ks, "du": du, "digi": digi, "steinkjer": places["5006"]}
    return ids | _people(ws, ids)


def _places() -> tuple[tuple[ReferenceBody, ...], tuple[ReferenceBody, ...]]:
    life, facts = a_period("2018-01-01"), MunicipalityFacts(24_000, "2026-01-01", "bokmål")
    county = ReferenceBody(
        "50", life, (ReferenceName("Trøndelag fylkeskommune", period=life),), (("50", life),)
    )
    return (county,), (
        _municipality("5001", life, ("Trondheim", "nb"), ("Tråante", "sma")),
        _municipality("5006", life, ("Steinkjer", "nb"), facts=facts),
    )


def _municipality(
    number: str, life: Period, *names: tuple[str, str], facts: MunicipalityFacts | None = None
) -> ReferenceBody:
    return ReferenceBody(
        number, life, tuple(ReferenceName(name, language, life) for name, language in names),
        ((number, life),), (("50", life),), facts=facts,
    )  # fmt: skip


def _people(ws: Workspace, ids: dict[str, str]) -> dict[str, str]:
    chair = a_seat(ws, ids["du"], role=SeatRole.CHAIR)
    seat = a_seat(ws, ids["du"], represents_id=ids["digi"])
    kari = a_person(
        ws, "Kari Nordmann", email="kari@example.org", employer_id=ids["digi"], title="=leder"
    )
    ola, maret = a_person(ws, "Ola Åsen"), a_person(ws, "Máret Sara")
    an_appointment(ws, chair, kari, from_day="2024", term_last="2026-04")
    round_id = a_round(ws, ids["ks"], seat_ids=(seat,), ask_ids=(ids["digi"],))
    candidacy = a_candidacy(ws, seat, ola, ids["digi"], round_id=round_id)
    a_mandate(ws, ids["du"], title_nb="Mandat for DU", adopted_on="2024-01-01")
    channel = a_channel(ws, ids["digi"], ids["du"], period=a_period("2024-02", None))
    return {
        "chair": chair, "seat": seat, "kari": kari, "ola": ola, "maret": maret,
        "round": round_id, "candidacy": candidacy, "channel": channel,
    }  # fmt: skip
