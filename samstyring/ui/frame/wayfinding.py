"""Where the user has been, so that Back and Forward lead there."""

from dataclasses import dataclass, field

Place = tuple[str, str, str]


@dataclass
class Wayfinding:
    """Places as (page, kind, id), with the one shown now."""

    _places: list[Place] = field(default_factory=list)
    _now: int = -1

    def went_to(self, place: Place) -> None:
        """Remember a place; what lay ahead is forgotten."""
        if self._now >= 0 and self._places[self._now] == place:
            return
        del self._places[self._now + 1 :]
        self._places.append(place)
        self._now += 1

    def back(self) -> Place | None:
        """Return the place before, or None at the first."""
        return self._step(-1)

    def forward(self) -> Place | None:
        """Return the place after, or None at the last."""
        return self._step(1)

    def _step(self, by: int) -> Place | None:
        if not 0 <= self._now + by < len(self._places):
            return None
        self._now += by
        return self._places[self._now]
