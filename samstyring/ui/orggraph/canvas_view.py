"""Where the canvas looks: from scene pixels to those of the widget and back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from samstyring.graph.layout import Box, Point

SMALLEST = 0.02
LARGEST = 4.0
_FIT_MARGIN = 8.0
_EDGE = 24.0
# At the one the names of ordinary boxes are whole, at the other most are.
_READABLE, _JUST_READABLE = 0.42, 0.34


@dataclass(slots=True)
class View:
    """The scene point in the top left corner of the widget, and the zoom (1 is 100 %)."""

    left: float = 0.0
    top: float = 0.0
    zoom: float = 1.0

    def copy(self) -> View:
        """Return the same view, to keep."""
        return replace(self)

    def to_screen(self, x: float, y: float) -> Point:
        """Return where a scene point is on the widget."""
        return (x - self.left) * self.zoom, (y - self.top) * self.zoom

    def to_scene(self, x: float, y: float) -> Point:
        """Return the scene point at a place of the widget."""
        return self.left + x / self.zoom, self.top + y / self.zoom

    def seen(self, width: float, height: float) -> Box:
        """Return the part of the scene that a widget of this size shows."""
        return Box(self.left, self.top, max(width, 1) / self.zoom, max(height, 1) / self.zoom)

    def pan(self, dx: float, dy: float) -> None:
        """Move what is seen along with a drag of so many widget pixels."""
        self.left -= dx / self.zoom
        self.top -= dy / self.zoom

    def zoom_about(self, x: float, y: float, factor: float) -> None:
        """Change the zoom, the scene point at this place of the widget staying there."""
        point = self.to_scene(x, y)
        self.zoom = min(LARGEST, max(SMALLEST, self.zoom * factor))
        self.hold(point, (x, y))

    def hold(self, point: Point, at: Point) -> None:
        """Move so that the scene point is at this place of the widget."""
        self.left = point[0] - at[0] / self.zoom
        self.top = point[1] - at[1] / self.zoom

    def fit(self, area: Box, width: float, height: float, aside: float = 0.0) -> None:
        """Show the whole area as large as it goes up to 100 %, in the middle.

        ``aside`` is kept free at the left of the widget.
        """
        width -= aside
        room = max(width - 2 * _FIT_MARGIN, 1.0), max(height - 2 * _FIT_MARGIN, 1.0)
        zoom = min(room[0] / area.width, room[1] / area.height, 1.0)
        self.zoom = min(LARGEST, max(SMALLEST, zoom))
        self.hold(area.middle, (aside + width / 2, height / 2))

    def fit_readable(
        self, area: Box, width: float, height: float, aside: float, about: Point
    ) -> bool:
        """Show the whole area, or where that is too small to read, what is around a point of it.

        It then begins at the top of the area, unless the point would be out of sight, and shows
        nothing beside the area. Returns whether all is shown.
        """
        self.fit(area, width, height, aside)
        if self.zoom >= _JUST_READABLE:
            return True
        least = self.zoom = _READABLE
        wide, tall = width / least, height / least
        margin = _FIT_MARGIN / least
        left, right = area.x - margin - aside / least, area.right + margin
        top, bottom = area.y - margin, area.bottom + margin
        self.left = _within(about[0] - (wide + aside / least) / 2, left, right - wide)
        far_down = about[1] > top + tall - _EDGE / least
        self.top = _within(about[1] - tall / 2 if far_down else top, top, bottom - tall)
        return False

    def bring_in(self, area: Box, width: float, height: float) -> bool:
        """Pan as little as it takes to see the area with a margin; tell whether it took any."""
        x, y = self.to_screen(area.x, area.y)
        right, bottom = self.to_screen(area.right, area.bottom)
        dx = max(0.0, _EDGE - x) or min(0.0, width - _EDGE - right)
        dy = max(0.0, _EDGE - y) or min(0.0, height - _EDGE - bottom)
        self.pan(dx, dy)
        return bool(dx or dy)

    def keep_near(self, area: Box, width: float, height: float) -> None:
        """Stop a pan before the area is lost out of sight."""
        spare_x, spare_y = width / self.zoom / 2, height / self.zoom / 2
        self.left = min(max(self.left, area.x - spare_x), area.right - spare_x)
        self.top = min(max(self.top, area.y - spare_y), area.bottom - spare_y)


def _within(place: float, first: float, last: float) -> float:
    """Return the place held between two; in the middle where there is more room than that."""
    return (first + last) / 2 if last < first else min(max(place, first), last)
