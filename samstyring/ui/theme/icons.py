"""Lucide icons that take their colour from the palette at the moment they are painted."""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from samstyring.colours import ToneName
from samstyring.resources import resource_path
from samstyring.ui.theme.tones import tones

# What the program calls a thing -> the file of the picture; other files go by their own name.
_FILES = {
    "today": "calendar-check",
    "graph": "network",
    "bodies": "building-2",
    "people": "users",
    "person": "user",
    "nominations": "user-plus",
    "mandates": "file-text",
    "flows": "route",
    "municipalities": "map-pin",
    "undo": "undo-2",
    "redo": "redo-2",
    "edit": "pencil",
    "delete": "trash-2",
    "columns": "columns-3",
    "close": "x",
    "warning": "triangle-alert",
    "error": "circle-alert",
    "help": "circle-question-mark",
    "circle-help": "circle-question-mark",
    "seat": "armchair",
    "more": "ellipsis",
    "merge": "git-merge",
    "compare": "git-compare",
    "rings": "orbit",
    "tree": "list-tree",
}

# Qt owns an engine once an icon holds it, but the Python half must outlive every paint.
_engines: list[QIconEngine] = []


def icon(name: str, tone: ToneName | None = None) -> QIcon:
    """Return the icon of a name ("undo", "bodies", or a file name such as "arrow-up").

    It has the colour of text, or of a tone, and follows light and dark, disabled, selected
    and any pixel ratio by itself. An unknown name raises FileNotFoundError.
    """
    return _icon(name, tone)


@cache
def _icon(name: str, tone: ToneName | None) -> QIcon:
    engine = _TintedEngine(_FILES.get(name, name), tone)
    _engines.append(engine)
    return QIcon(engine)


def icon_names() -> tuple[str, ...]:
    """Return every name that icon() knows, sorted."""
    files = {path.stem for path in resource_path("icons").glob("*.svg")}
    return tuple(sorted(files | _FILES.keys()))


@cache
def _source(file_name: str) -> str:
    return resource_path("icons", f"{file_name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(file_name: str, colour: str) -> QSvgRenderer:
    tinted = _source(file_name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(tinted.encode("utf-8")))


class _TintedEngine(QIconEngine):
    def __init__(self, file_name: str, tone: ToneName | None) -> None:
        super().__init__()
        self._file_name = file_name
        self._tone = tone
        _source(file_name)

    def clone(self) -> QIconEngine:
        copy = _TintedEngine(self._file_name, self._tone)
        _engines.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _renderer(self._file_name, _ink(mode, self._tone)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        if size.isEmpty():
            return pixmap  # a button can have no room for a moment while it is laid out
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def _ink(mode: QIcon.Mode, tone: ToneName | None) -> str:
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    if mode == QIcon.Mode.Selected:
        return palette.color(QPalette.ColorRole.HighlightedText).name()
    if tone is not None:
        return tones().of(tone).ink
    return palette.color(QPalette.ColorRole.ButtonText).name()
