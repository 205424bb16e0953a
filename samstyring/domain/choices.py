"""Something that can be chosen or found: its id, its name and a word about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose among."""

    id: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found; ``kind`` is body, person, mandate or round."""

    id: str
    kind: str
    title: str
    detail: str = ""
