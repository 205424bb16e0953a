"""Saved views of the graph, the stories told with them, and the days on which something changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from samstyring.domain.composition import Outcome

# The view that is always there: places chosen by hand in it are kept under this name.
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """A day on which so many things began, or on which they were over for the first time."""

    day: date
    count: int


@dataclass(frozen=True, slots=True)
class SavedView:
    """A way to see the graph under a name; ``options`` is JSON, ``day`` None for today."""

    id: str
    name: str
    options: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One story of the list, with how many pages it has."""

    id: str
    name: str
    pages: int


@dataclass(frozen=True, slots=True)
class StoryPage:
    """One page of a story; without a view when the view was deleted."""

    id: str
    title: str
    text: str
    view: SavedView | None = None


@dataclass(frozen=True, slots=True)
class StoryDetail:
    """A story with its pages in order."""

    id: str
    name: str
    pages: tuple[StoryPage, ...] = ()


@dataclass(frozen=True, slots=True)
class Care:
    """What some views ask of bodies: those with a finding, when facts were last verified, and how
    it stands with the rules of those that have any.
    """

    flagged: frozenset[str] = frozenset()
    verified: Mapping[str, date] = field(default_factory=lambda: MappingProxyType({}))
    rules: Mapping[str, Outcome] = field(default_factory=lambda: MappingProxyType({}))
