"""Channels of other days than the one asked for, and the networks that no channel reaches."""

from collections.abc import Iterator
from datetime import date

import pytest

from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.errors import NotFoundError
from samstyring.domain.flows import FlowDirection, FlowKind
from samstyring.queries.flows import channel_detail, channels_over_time, networks_without
from samstyring.workspace import Workspace
from tests.builders import a_body, a_channel, a_period

DAY = date(2026, 1, 1)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Open a new file in memory."""
    opened = Workspace.in_memory()
    yield opened
    opened.close()


def a_network(workspace: Workspace, name: str) -> str:
    """Add a regional network and return its id."""
    return a_body(workspace, name, kind=BodyKind.REGIONAL_NETWORK, level=Level.REGIONAL)


def test_that_a_channel_that_is_over_can_still_be_looked_at(workspace: Workspace) -> None:
    channel_id = a_channel(workspace, period=a_period("2020", "2021"))
    found = workspace.read(channel_detail, channel_id, as_of=DAY)
    assert (found.from_name, found.to_name) == ("Digi Agder", "KS")
    with pytest.raises(NotFoundError):
        workspace.read(channel_detail, "gone", as_of=DAY)


def test_that_channels_of_all_time_come_newest_first(workspace: Workspace) -> None:
    one, other = a_network(workspace, "Digi Agder"), a_body(workspace, "KS")
    old = a_channel(workspace, one, other, period=a_period("2020", "2021"))
    new = a_channel(workspace, one, other, period=a_period("2022"))
    a_channel(workspace, other, one)
    found = workspace.read(channels_over_time, one, other, as_of=DAY)
    assert [line.id for line in found] == [new, old]


def test_that_networks_that_no_channel_reaches_are_found(workspace: Workspace) -> None:
    ks = a_body(workspace, "KS")
    both, up, none = (a_network(workspace, f"Digi {name}") for name in ("A", "B", "Å"))
    a_channel(workspace, both, ks)
    a_channel(workspace, ks, both, kind=FlowKind.INFORMATION)
    a_channel(workspace, up, ks)
    a_channel(workspace, ks, up, period=a_period("2019", "2020"))
    no_up = workspace.read(networks_without, FlowDirection.UP, as_of=DAY)
    no_down = workspace.read(networks_without, FlowDirection.DOWN, as_of=DAY)
    assert [body.id for body in no_up] == [none]
    assert [body.id for body in no_down] == [up, none]
