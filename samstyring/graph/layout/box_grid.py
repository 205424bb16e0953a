"""Find the boxes near a place quickly, by a grid of square cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from samstyring.graph.layout.records import Box

Cell = tuple[int, int]


class BoxGrid:
    """A grid index over boxes with ids."""

    def __init__(self, boxes: Iterable[tuple[str, Box]], cell: float = 1200.0) -> None:
        self._size = cell
        self._cells: dict[Cell, list[tuple[str, Box]]] = {}
        for entry in boxes:
            for place in self._places(entry[1]):
                self._cells.setdefault(place, []).append(entry)

    def near(self, area: Box) -> list[tuple[str, Box]]:
        """Return the boxes that share area with the given one, in the order they were put in."""
        found: dict[str, Box] = {}
        # A line far out in a large drawing may span more cells than there are with boxes.
        wide = area.width * area.height > len(self._cells) * self._size**2
        for place in self._cells if wide else self._places(area):
            for name, box in self._cells.get(place, ()):
                if box.overlaps(area):
                    found[name] = box
        return list(found.items())

    def _places(self, area: Box) -> Iterator[Cell]:
        size = self._size
        for column in range(int(area.x // size), int(area.right // size) + 1):
            for row in range(int(area.y // size), int(area.bottom // size) + 1):
                yield column, row
