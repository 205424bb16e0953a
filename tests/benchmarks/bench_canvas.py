"""Measure CPU milliseconds a frame of panning and zooming, beside a QGraphicsView of the same.

It is the CPU of the window's thread; what is built beside it does not hold up a frame.

"coming" is the worst frame while the picture is still getting sharp, "drag" a pan that brings
new parts into sight with each frame.

Run by hand: ``PYTHONPATH=. python tests/benchmarks/bench_canvas.py [600 6000 60000]``.
No screen is needed.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from samstyring.graph.box_text import BoxText
from samstyring.graph.drawing import Scene, make_scene
from samstyring.graph.layout import Box, LayoutResult, Route
from samstyring.graph.layout.curves import cubics, upright
from samstyring.graph.measuring import TextMeasure
from samstyring.ui.orggraph.canvas import GraphCanvas

SIZE = (1600, 1000)
FRAMES = 15


def scene_of(count: int, measure: TextMeasure) -> Scene:
    """Return a grid of so many boxes, with two and a half lines for each."""
    columns = max(10, int((count * 1.5) ** 0.5))
    boxes, routes = {}, []
    for number in range(count):
        row, column = divmod(number, columns)
        boxes[str(number)] = Box(column * 180.0, row * 110.0, 150.0, 48.0)
    for number in range(count * 5 // 2):
        source = number % count
        target = (source + columns + number // count * 3 - 2) % count
        start, end = boxes[str(source)], boxes[str(target)]
        first = start.middle[0], start.bottom
        points = (first, *upright(first, (end.middle[0], end.y)))
        kind = ("reports_to", "advises", "nominates")[number % 3]
        routes.append(Route(str(source), str(target), kind, points))
    layout = LayoutResult(boxes, (), tuple(routes), (), 0.0)
    texts = {name: BoxText(name, f"Organ {name}", ("9 av 10 plasser",)) for name in boxes}
    return make_scene(layout, texts, words={}, band_titles={}, measure=measure)


def graphics_view(scene: Scene) -> QGraphicsView:
    """Return the plain way: an item for each box and each line."""
    items = QGraphicsScene()
    pen = QPen(QColor("#5d6670"), 1)
    pen.setCosmetic(True)
    for edge in scene.edges:
        path = QPainterPath(QPointF(*edge.points[0]))
        for _, first, second, end in cubics(edge.points):
            path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
        items.addPath(path, pen)
    for box in scene.boxes:
        rect = QRectF(box.rect.x, box.rect.y, box.rect.width, box.rect.height)
        items.addRect(rect, pen, QBrush(QColor("white")))
        items.addSimpleText(box.title).setPos(box.rect.x + 14, box.rect.y + 7)
    view = QGraphicsView(items)
    items.setParent(view)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
    view.resize(*SIZE)
    return view


def frame_ms(widget: QWidget, change: Callable[[int], None]) -> tuple[float, float]:
    """Return the median and the worst CPU milliseconds of a change and its painting."""
    target = QPixmap(*SIZE)
    spent = []
    for number in range(FRAMES):
        started = time.thread_time()
        change(number)
        widget.render(target)
        spent.append((time.thread_time() - started) * 1000)
    return statistics.median(spent), max(spent)


class TimedCanvas(GraphCanvas):
    """A canvas that notes the CPU milliseconds of each of its frames."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[float] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        started = time.thread_time()
        super().paintEvent(event)
        self.frames.append((time.thread_time() - started) * 1000)


def settle(canvas: TimedCanvas) -> float:
    """Wait until the canvas has its sharp tiles; return the worst frame on the way."""
    canvas.frames.clear()
    end = time.monotonic() + 1.5
    while time.monotonic() < end:
        QApplication.processEvents()
    return max(canvas.frames, default=0.0)


def drag_canvas(canvas: GraphCanvas, _number: int) -> None:
    """Pan on and on."""
    canvas._pan(-60.0, -25.0)


def pan_canvas(canvas: GraphCanvas, number: int) -> None:
    """Pan a little to and fro."""
    canvas._pan(6.0 if number % 2 else -6.0, 3.0)


def pan_view(view: QGraphicsView, number: int) -> None:
    """Pan a little to and fro."""
    bar = view.horizontalScrollBar()
    bar.setValue(bar.value() + (6 if number % 2 else -6))


def zoom_canvas(canvas: GraphCanvas, number: int) -> None:
    """Zoom a little in and out."""
    canvas.zoom_by(1.1 if number % 2 else 1 / 1.1)


def zoom_view(view: QGraphicsView, number: int) -> None:
    """Zoom a little in and out."""
    factor = 1.1 if number % 2 else 1 / 1.1
    view.scale(factor, factor)


def measure_size(count: int) -> None:
    """Print the figures for one size."""
    canvas = TimedCanvas()
    canvas.resize(*SIZE)
    canvas.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    canvas.show()
    scene = scene_of(count, canvas.measure)
    started = time.thread_time()
    canvas.set_scene(scene)
    while not canvas.scene.boxes:
        QApplication.processEvents()
        time.sleep(0.005)
    build = (time.thread_time() - started) * 1000
    view = graphics_view(scene)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.show()
    print(f"{count} boxes, {len(scene.edges)} lines; the canvas took the scene in {build:.0f} ms")
    for title, zoom in (("all seen", 0.0), ("35 %", 0.35), ("100 %", 1.0)):
        canvas.fit_all()
        if zoom:
            canvas.zoom_by(zoom / canvas.zoom)
        canvas._forget_pictures()
        coming = settle(canvas)
        view.resetTransform()
        view.scale(canvas.zoom, canvas.zoom)
        view.centerOn(view.sceneRect().center())
        pan = frame_ms(canvas, partial(pan_canvas, canvas))
        drag = frame_ms(canvas, partial(drag_canvas, canvas))
        view_pan = frame_ms(view.viewport(), partial(pan_view, view))
        step = frame_ms(canvas, partial(zoom_canvas, canvas))
        view_step = frame_ms(view.viewport(), partial(zoom_view, view))
        print(
            f"  {title}: coming {coming:.0f}, pan {pan[0]:.1f} (worst {pan[1]:.0f}), "
            f"drag {drag[0]:.1f} (worst {drag[1]:.0f}), zoom {step[0]:.1f} "
            f"(worst {step[1]:.0f}); QGraphicsView pan {view_pan[0]:.0f}, zoom {view_step[0]:.0f}"
        )
    canvas.close()
    view.close()


def main(sizes: Sequence[int]) -> None:
    """Measure each size in turn."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    gc.disable()  # as in the program, whose collector waits for the mouse to be let go
    for size in sizes:
        measure_size(size)
    app.quit()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [600, 6000])
