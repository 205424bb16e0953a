"""Which bodies have seats but no mandate in force, as the Mandates page and Today tell it."""

from collections.abc import Iterator
from datetime import date

import pytest

from samstyring.domain.bodies import BodyKind
from samstyring.domain.findings import FindingKind
from samstyring.domain.seats import SeatRole
from samstyring.queries.findings import findings
from samstyring.queries.mandates import bodies_without_mandate
from samstyring.workspace import Workspace
from tests.builders import a_body, a_mandate, a_seat

DAY = date(2026, 1, 1)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Bodies with seats of each kind: with a mandate, with a draft, political, substitutes."""
    opened = Workspace.in_memory()
    seated = {name: a_body(opened, name) for name in ("Fagrådet", "Utvalget", "Ågruppa")}
    for body_id in seated.values():
        a_seat(opened, body_id)
    a_mandate(opened, seated["Fagrådet"], adopted_on="2025-01-01")
    a_mandate(opened, seated["Utvalget"])
    a_seat(opened, a_body(opened, "Hovedstyret", kind=BodyKind.POLITICAL_BODY))
    a_seat(opened, a_body(opened, "Varalista"), role=SeatRole.SUBSTITUTE)
    a_body(opened, "Uten plasser")
    yield opened
    opened.close()


def test_that_only_seated_bodies_without_a_mandate_in_force_are_listed(
    workspace: Workspace,
) -> None:
    found = workspace.read(bodies_without_mandate, as_of=DAY)
    assert [body.label for body in found] == ["Utvalget", "Ågruppa"]


def test_that_the_list_is_that_of_today(workspace: Workspace) -> None:
    listed = {body.id for body in workspace.read(bodies_without_mandate, as_of=DAY)}
    told = workspace.read(findings, as_of=DAY)
    assert listed == {f.body_id for f in told if f.kind is FindingKind.NO_MANDATE}
