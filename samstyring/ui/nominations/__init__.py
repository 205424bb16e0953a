"""Nominations on the screen: rounds, requests, candidacies and their steps."""

from typing import TYPE_CHECKING

from samstyring.ui.desk import Desk

if TYPE_CHECKING:
    from samstyring.ui.nominations.page import NominationsPage


def make_nominations_page(desk: Desk) -> "NominationsPage":
    """Return the page of nominations for an open file."""
    # Imported when it is asked for: the page tries out compositions, which use our fields.
    from samstyring.ui.nominations.page import NominationsPage

    return NominationsPage(desk)
