"""Something that can be chosen or found: its id, its name and a word about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose among."""

    id: str
    label: str
    detail: str = ""

    @property
    def line(self) -> str:
        """Label and detail in one line."""
        return f"{self.label} · {self.detail}" if self.detail else self.label


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that a search found; ``kind`` is body, person, mandate or round."""

    id: str
    kind: str
    title: str
    detail: str = ""
