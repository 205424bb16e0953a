"""Keep painted pieces of the canvas, so that panning and zooming cost almost nothing."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPixmap

from samstyring.graph.layout import Box
from samstyring.ui.orggraph.canvas_view import View

TILE = 256
_BYTES_A_PIXEL = 4

Place = tuple[float, int, int]
Draw = Callable[[QPainter, Box, float], None]


class TileCache:
    """Square pixmaps of the scene at some zooms, at most so many bytes in all.

    ``draw`` paints an area of the scene at a zoom; its painter is in scene coordinates.
    """

    def __init__(self, draw: Draw, limit: int = 192 * 1024 * 1024) -> None:
        self._draw = draw
        self._limit = limit
        self._tiles: dict[Place, QPixmap] = {}
        self._sharp_zoom = 0.0
        self._ratio = 1.0

    def clear(self) -> None:
        """Forget every tile, as the scene or its colours have changed."""
        self._tiles.clear()

    @property
    def held_bytes(self) -> int:
        """How many bytes the tiles take."""
        return len(self._tiles) * self._tile_bytes()

    def paint(
        self,
        painter: QPainter,
        view: View,
        size: tuple[float, float],
        ratio: float,
        budget: float,
    ) -> bool:
        """Paint what is seen, making tiles for at most ``budget`` seconds; true when all is sharp.

        Places without a tile yet show the tiles of the last sharp zoom, scaled.
        """
        if ratio != self._ratio:
            self.clear()
            self._ratio = ratio
        places = self._places(view, size)
        started = perf_counter()
        missing, cost = 0, 0.0
        for place in places:
            if place in self._tiles:
                self._tiles[place] = self._tiles.pop(place)
                continue
            spent = perf_counter() - started
            # The next one will cost about as much as the dearest so far.
            if spent + cost < budget:
                self._tiles[place] = self._made(place)
                cost = max(cost, perf_counter() - started - spent)
            else:
                missing += 1
        if missing:
            self._paint_stand_in(painter, view, size)
        else:
            self._sharp_zoom = view.zoom
        for place in places:
            if place in self._tiles:
                painter.drawPixmap(self._corner(place, view), self._tiles[place])
        self._shed(len(places))
        return not missing

    def _places(self, view: View, size: tuple[float, float]) -> list[Place]:
        side = TILE / view.zoom
        seen = view.seen(*size)
        columns = range(int(seen.x // side), int(seen.right // side) + 1)
        rows = range(int(seen.y // side), int(seen.bottom // side) + 1)
        return [(view.zoom, column, row) for row in rows for column in columns]

    def _corner(self, place: Place, view: View) -> QPointF:
        side = TILE / place[0]
        x, y = view.to_screen(place[1] * side, place[2] * side)
        # On whole device pixels a tile is copied; between them it is blurred.
        return QPointF(round(x * self._ratio) / self._ratio, round(y * self._ratio) / self._ratio)

    def _made(self, place: Place) -> QPixmap:
        zoom, column, row = place
        side = TILE / zoom
        pixels = round(TILE * self._ratio)
        tile = QPixmap(pixels, pixels)
        tile.setDevicePixelRatio(self._ratio)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom, zoom)
        painter.translate(-column * side, -row * side)
        self._draw(painter, Box(column * side, row * side, side, side), zoom)
        painter.end()
        return tile

    def _paint_stand_in(self, painter: QPainter, view: View, size: tuple[float, float]) -> None:
        old = self._sharp_zoom
        if not old or old == view.zoom:
            return
        seen, side = view.seen(*size), TILE / old
        painter.save()
        # Unsmoothed: it stands for a tenth of a second, and smoothing takes most of a frame.
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for (zoom, column, row), tile in self._tiles.items():
            area = Box(column * side, row * side, side, side)
            if zoom == old and area.overlaps(seen):
                x, y = view.to_screen(area.x, area.y)
                wide = side * view.zoom
                painter.drawPixmap(QRectF(x, y, wide, wide), tile, QRectF(tile.rect()))
        painter.restore()

    def _shed(self, needed: int) -> None:
        most = max(needed, self._limit // self._tile_bytes())
        while len(self._tiles) > most:
            del self._tiles[next(iter(self._tiles))]

    def _tile_bytes(self) -> int:
        return round(TILE * self._ratio) ** 2 * _BYTES_A_PIXEL
