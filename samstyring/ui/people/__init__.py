"""Persons on the screen: how to reach them, whom they work for, and where they sit."""

from samstyring.ui.desk import Desk
from samstyring.ui.people.page import PeoplePage


def make_people_page(desk: Desk) -> PeoplePage:
    """Return the page of persons for an open file."""
    return PeoplePage(desk)
