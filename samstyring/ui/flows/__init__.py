"""The page of information flows: the standing channels between bodies."""

from samstyring.ui.desk import Desk
from samstyring.ui.flows.page import FlowsPage

__all__ = ["FlowsPage", "make_flows_page"]


def make_flows_page(desk: Desk) -> FlowsPage:
    """Make the page for the main window."""
    return FlowsPage(desk)
