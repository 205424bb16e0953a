"""Municipalities on the screen: by county and network, with their names and numbers over time."""

from samstyring.ui.desk import Desk
from samstyring.ui.municipalities.detail import MunicipalityPane
from samstyring.ui.municipalities.page import MunicipalitiesPage

__all__ = ["MunicipalitiesPage", "MunicipalityPane", "make_municipalities_page"]


def make_municipalities_page(desk: Desk) -> MunicipalitiesPage:
    """Return the page of municipalities for a desk."""
    return MunicipalitiesPage(desk)
