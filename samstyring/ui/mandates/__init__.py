"""The page of mandates: versions to find, read, write, adopt and export."""

from samstyring.ui.desk import Desk
from samstyring.ui.mandates.export_dialog import ask_export
from samstyring.ui.mandates.page import MandatesPage

__all__ = ["MandatesPage", "ask_export", "make_mandates_page"]


def make_mandates_page(desk: Desk) -> MandatesPage:
    """Make the page for the main window."""
    return MandatesPage(desk)
