"""The pages of the window as a table: side bar, shortcuts, and what is shown where."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QWidget

from samstyring.language import N_
from samstyring.ui.desk import Desk
from samstyring.ui.page import PageEntry


def _made_by(package: str, factory: str) -> Callable[[Desk], QWidget]:
    """Return what makes a page, importing it no sooner than it is made: start-up is felt."""

    def make(desk: Desk) -> QWidget:
        module = import_module(f"samstyring.ui.{package}")
        return cast(QWidget, getattr(module, factory)(desk))

    return make


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", N_("Today"), "today", _made_by("today", "make_today_page")),
    PageEntry(
        "graph",
        N_("Graph"),
        "graph",
        _made_by("orggraph.page", "make_graph_page"),
        ("graph", "view"),
    ),
    PageEntry(
        "stories",
        N_("Stories"),
        "book-open",
        _made_by("stories", "make_stories_page"),
        ("story",),
    ),
    PageEntry(
        "bodies",
        N_("Bodies"),
        "bodies",
        _made_by("bodies", "make_bodies_page"),
        ("body", "seat", "rule"),
    ),
    PageEntry(
        "people", N_("People"), "people", _made_by("people", "make_people_page"), ("person",)
    ),
    PageEntry(
        "nominations",
        N_("Nominations"),
        "nominations",
        _made_by("nominations", "make_nominations_page"),
        ("round", "candidacy", "nominate"),
        asks=("nominate",),
    ),
    PageEntry(
        "mandates",
        N_("Mandates"),
        "mandates",
        _made_by("mandates", "make_mandates_page"),
        ("mandate", "version", "mandates_of"),
    ),
    PageEntry("flows", N_("Flows"), "flows", _made_by("flows", "make_flows_page"), ("flow",)),
    PageEntry(
        "municipalities",
        N_("Municipalities"),
        "municipalities",
        _made_by("municipalities", "make_municipalities_page"),
        ("municipality",),
    ),
    PageEntry(
        "history",
        N_("History"),
        "history",
        _made_by("history", "make_history_page"),
        ("history",),
    ),
)
