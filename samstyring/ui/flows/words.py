"""What the page says about channels: directions, what is sent, and whole sentences."""

from collections.abc import Mapping, Sequence
from datetime import date

from samstyring.domain.choices import Choice
from samstyring.domain.flows import ChannelLine, FlowDirection, FlowKind
from samstyring.formats import counted, listed, short_date
from samstyring.language import N_, _, translate
from samstyring.ui.theme import ToneName

DIRECTION_ICONS = {
    FlowDirection.UP: "arrow-up",
    FlowDirection.DOWN: "arrow-down",
    FlowDirection.ACROSS: "arrow-left-right",
}
# What a body sends, as it reads in a sentence after "sends".
_SENT: dict[FlowKind, str] = {
    FlowKind.NEED: N_("needs"),
    FlowKind.INPUT: N_("input"),
    FlowKind.CASE_PREPARATION: N_("prepared cases"),
    FlowKind.RECOMMENDATION: N_("recommendations"),
    FlowKind.DECISION: N_("decisions"),
    FlowKind.COMMISSION: N_("commissions"),
    FlowKind.INFORMATION: N_("information"),
    FlowKind.CONSULTATION: N_("consultations"),
    FlowKind.REPORT: N_("reports"),
    FlowKind.ROLLOUT: N_("rollout plans"),
    FlowKind.MINUTES: N_("minutes"),
}
_WAYS = {
    FlowDirection.UP: N_("{sender} sends {what} up to {receiver}"),
    FlowDirection.DOWN: N_("{sender} sends {what} down to {receiver}"),
    FlowDirection.ACROSS: N_("{sender} sends {what} across to {receiver}"),
}


def channel_sentence(line: ChannelLine) -> str:
    """Say who sends what to whom, by which medium and how often, as one sentence."""
    way = translate(_WAYS[line.direction]).format(
        sender=line.from_name, what=translate(_SENT[line.kind]), receiver=line.to_name
    )
    medium = _("by {medium}").format(medium=line.medium) if line.medium else ""
    parts = ", ".join(filter(None, (way, medium, line.rhythm)))
    return parts if parts.endswith(".") else f"{parts}."


def period_sentence(line: ChannelLine, day: date) -> str:
    """Say whether the channel runs on a day, and since or until when; nothing if no day is set."""
    first, last = short_date(line.period.first), short_date(line.period.last)
    if line.period.ended_before(day):
        return _("It ended {day}.").format(day=last)
    if line.period.begins_after(day):
        return _("It begins {day}.").format(day=first)
    if first and last:
        return _("It runs from {first} to {last}.").format(first=first, last=last)
    if first:
        return _("It has run since {day}.").format(day=first)
    return _("It runs until {day}.").format(day=last) if last else ""


def period_chip(line: ChannelLine, day: date) -> tuple[str, ToneName]:
    """Return the word for whether a channel runs on a day, and its tone."""
    if line.period.ended_before(day):
        return _("ended"), ToneName.MUTED
    if line.period.begins_after(day):
        return _("not begun"), ToneName.ACCENT
    return _("runs"), ToneName.OK


def counts_sentence(lines: Sequence[ChannelLine]) -> str:
    """Say how many channels run up, down and across."""
    if not lines:
        return _("No channel is registered.")
    ways = [line.direction for line in lines]
    channels = counted("{count} channel", "{count} channels", len(lines))
    return _("{channels}: {up} up, {down} down and {across} across.").format(
        channels=channels,
        up=ways.count(FlowDirection.UP),
        down=ways.count(FlowDirection.DOWN),
        across=ways.count(FlowDirection.ACROSS),
    )


def gap_title(direction: FlowDirection) -> str:
    """Return the title of a list of networks that lack a channel in a direction."""
    if direction is FlowDirection.UP:
        return _("Regional networks that no channel leads up from")
    return _("Regional networks that no channel leads down to")


def gaps_sentence(lacking: Mapping[FlowDirection, Sequence[Choice]]) -> str:
    """Say how many regional networks lack a channel up or down; nothing if none does."""
    up, down = len(lacking[FlowDirection.UP]), len(lacking[FlowDirection.DOWN])
    parts = []
    if up:
        parts.append(
            counted(
                "no channel leads up from {count} regional network",
                "no channel leads up from {count} regional networks",
                up,
            )
        )
    if down:
        parts.append(
            counted(
                "none leads down to {count} regional network",
                "none leads down to {count} regional networks",
                down,
            )
        )
    said = listed(parts)
    return f"{said[0].upper()}{said[1:]}." if said else ""
