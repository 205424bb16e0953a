"""Channels that need, input, commissions and information travel in between bodies."""

from dataclasses import dataclass
from enum import StrEnum

from samstyring.domain.bodies import LEVEL_ORDER, Level
from samstyring.domain.periods import Period


class FlowKind(StrEnum):
    """What travels in a channel."""

    NEED = "need"
    INPUT = "input"
    CASE_PREPARATION = "case_preparation"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    COMMISSION = "commission"
    INFORMATION = "information"
    CONSULTATION = "consultation"
    REPORT = "report"
    ROLLOUT = "rollout"
    MINUTES = "minutes"


class FlowDirection(StrEnum):
    """Which way a channel runs between the levels."""

    UP = "up"
    DOWN = "down"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """One standing flow from a body to another."""

    id: str
    from_id: str
    from_name: str
    to_id: str
    to_name: str
    kind: FlowKind
    direction: FlowDirection
    medium: str
    rhythm: str
    seat_id: str
    seat_name: str
    period: Period
    note: str = ""

    @property
    def name(self) -> str:
        """The two ends of the channel."""
        return f"{self.from_name} → {self.to_name}"


def flow_direction(from_level: Level, to_level: Level) -> FlowDirection:
    """Return the direction between two levels; the state is the highest."""
    difference = LEVEL_ORDER[from_level] - LEVEL_ORDER[to_level]
    if difference == 0:
        return FlowDirection.ACROSS
    return FlowDirection.UP if difference > 0 else FlowDirection.DOWN
