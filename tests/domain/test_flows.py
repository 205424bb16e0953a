"""The direction of a flow, worked out from the levels of its ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.bodies import Level
from samstyring.domain.flows import FlowDirection, flow_direction

_LEVELS = st.sampled_from(Level)
_OPPOSITE = {
    FlowDirection.UP: FlowDirection.DOWN,
    FlowDirection.DOWN: FlowDirection.UP,
    FlowDirection.ACROSS: FlowDirection.ACROSS,
}


@pytest.mark.parametrize(
    ("from_level", "to_level", "direction"),
    [
        (Level.LOCAL, Level.REGIONAL, FlowDirection.UP),
        (Level.REGIONAL, Level.NATIONAL, FlowDirection.UP),
        (Level.STATE, Level.NATIONAL, FlowDirection.DOWN),
        (Level.NATIONAL, Level.LOCAL, FlowDirection.DOWN),
        (Level.REGIONAL, Level.REGIONAL, FlowDirection.ACROSS),
    ],
)
def test_that_needs_go_up_and_commissions_down(
    from_level: Level, to_level: Level, direction: FlowDirection
) -> None:
    assert flow_direction(from_level, to_level) is direction


@given(_LEVELS, _LEVELS)
def test_that_the_way_back_is_the_opposite_way(one: Level, other: Level) -> None:
    assert flow_direction(one, other) is _OPPOSITE[flow_direction(other, one)]
