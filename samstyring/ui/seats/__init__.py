"""Seats on the screen: a body's roster, and the forms for seats and terms."""

from samstyring.ui.seats.actions import SeatActions
from samstyring.ui.seats.roster import SeatVerb, roster_groups, seat_row

__all__ = ["SeatActions", "SeatVerb", "roster_groups", "seat_row"]
