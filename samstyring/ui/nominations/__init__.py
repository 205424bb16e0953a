"""Nominations on the screen: rounds, requests, candidacies and their steps."""

from samstyring.ui.desk import Desk
from samstyring.ui.nominations.page import NominationsPage


def make_nominations_page(desk: Desk) -> NominationsPage:
    """Return the page of nominations for an open file."""
    return NominationsPage(desk)
