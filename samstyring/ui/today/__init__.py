"""Today: what needs care, and where it is mended."""

from samstyring.ui.today.care import CareCounter
from samstyring.ui.today.page import TodayPage, make_today_page

__all__ = ["CareCounter", "TodayPage", "make_today_page"]
