"""Seats on the screen: a body's roster, the forms for seats and terms, and rows of all kinds."""

from samstyring.ui.seats.actions import SeatActions
from samstyring.ui.seats.fields import body_picker, person_picker
from samstyring.ui.seats.flowing import FlowLayout
from samstyring.ui.seats.links import Link, LinkButton
from samstyring.ui.seats.roster import SeatVerb, roster_groups, seat_row
from samstyring.ui.seats.rows import Row, RowWidget, Verb
from samstyring.ui.seats.sections import Group, Section

__all__ = [
    "FlowLayout",
    "Group",
    "Link",
    "LinkButton",
    "Row",
    "RowWidget",
    "SeatActions",
    "SeatVerb",
    "Section",
    "Verb",
    "body_picker",
    "person_picker",
    "roster_groups",
    "seat_row",
]
