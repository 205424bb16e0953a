"""Bodies on the screen: the page of them, and the detail that other pages show too."""

from samstyring.ui.bodies.detail import BodyDetailPane
from samstyring.ui.bodies.page import BodiesPage
from samstyring.ui.desk import Desk

__all__ = ["BodiesPage", "BodyDetailPane", "make_bodies_page"]


def make_bodies_page(desk: Desk) -> BodiesPage:
    """Return the page of bodies for a desk."""
    return BodiesPage(desk)
