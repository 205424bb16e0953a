"""History: every change, who made it and when, and what was taken back."""

from samstyring.ui.history.page import HistoryPage, make_history_page

__all__ = ["HistoryPage", "make_history_page"]
