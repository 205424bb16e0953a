"""A story on the whole screen: one page at a time, the words beside the picture."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from samstyring.graph.drawing import Scene
from samstyring.graph.org_boxes import colour_key
from samstyring.graph.org_picture import scene_of
from samstyring.language import _
from samstyring.ui.forms import FittingScroll, Heading, SoftLabel
from samstyring.ui.jobs import JobControl, LatestJob
from samstyring.ui.orggraph.canvas import GraphCanvas
from samstyring.ui.orggraph.colour_key import ColourKey
from samstyring.ui.stories.telling import ToldPage
from samstyring.ui.theme import icon

_LARGER = 1.35
# The words take no more of the window than this, and no less than so many letters.
_WIDEST, _FEWEST_LETTERS, _MORE_LETTERS = 0.3, 20, 4


class Presentation(QWidget):
    """Right or Space goes on, Left goes back, Home and End to the ends, Esc closes."""

    closed = Signal()
    drawn = Signal()

    def __init__(self, name: str, pages: Sequence[ToldPage]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(name)
        self._pages, self._place, self._aspect = tuple(pages), 0, 0.0
        self.title, self.day = Heading("", self), SoftLabel("", self)
        self.text, self.said = QLabel(self), SoftLabel("", self)
        self.canvas, self.number = GraphCanvas(self), QLabel(self)
        self.key = ColourKey(self)
        self.back = _button("chevron-left", _("Previous page"))
        self.on = _button("chevron-right", _("Next page"))
        self.leave = _button("close", _("Stop showing (Esc)"))
        self._job = LatestJob(self)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def place(self) -> int:
        """The number of the page that is shown, from 0."""
        return self._place

    def go_on(self) -> None:
        """Show the next page; the last stays."""
        self.go_to(self._place + 1)

    def go_back(self) -> None:
        """Show the page before; the first stays."""
        self.go_to(self._place - 1)

    def go_to(self, place: int) -> None:
        """Show a page by its number from 0, held within the story."""
        held = max(0, min(len(self._pages) - 1, place))
        if held != self._place:
            self._place = held
            self._show()

    def _lay_out(self) -> None:
        font = self.text.font()
        font.setPointSizeF(font.pointSizeF() * _LARGER)
        self.text.setFont(font)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Arrow keys turn pages here; the picture is moved by the mouse.
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.set_placing(False)
        self.canvas.set_map_shown(False)
        words = QWidget(self)
        self._words = FittingScroll(words, self)
        column = QVBoxLayout(words)
        column.addWidget(self.text)
        column.addSpacing(12)
        column.addWidget(self.said)
        column.addStretch(1)
        middle, foot = QHBoxLayout(), QHBoxLayout()
        seen = QVBoxLayout()
        seen.addWidget(self.canvas, 1)
        seen.addWidget(self.key)
        self._middle = middle
        middle.addLayout(seen, 1)
        middle.addWidget(self._words)
        foot.addWidget(self.day, 1)
        for widget in (self.back, self.number, self.on, self.leave):
            foot.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 24, 32, 16)
        whole.setSpacing(12)
        whole.addWidget(self.title)
        whole.addLayout(middle, 1)
        whole.addLayout(foot)

    def _connect(self) -> None:
        for keys, run in (
            (("Right", "Space", "PgDown"), self.go_on),
            (("Left", "PgUp", "Backspace"), self.go_back),
            (("Home",), self._go_first),
            (("End",), self._go_last),
            (("Esc",), self.close),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(run)
        self.back.clicked.connect(self.go_back)
        self.on.clicked.connect(self.go_on)
        self.leave.clicked.connect(self.close)
        self._job.finished.connect(self._on_drawn)

    def _go_first(self) -> None:
        self.go_to(0)

    def _go_last(self) -> None:
        self.go_to(len(self._pages) - 1)

    def _show(self) -> None:
        count = len(self._pages)
        self.back.setEnabled(self._place > 0)
        self.on.setEnabled(self._place < count - 1)
        if not count:
            self.title.setText(self.windowTitle())
            self.text.setText(_("This story has no pages yet."))
            return
        told = self._pages[self._place]
        self.title.setText(told.page.title)
        self.text.setText(told.page.text)
        self.said.setText(told.said)
        self.day.setText(told.day_text)
        page = _("{page} of {pages}").format(page=self._place + 1, pages=count)
        self.number.setText(page)
        self.setAccessibleName(f"{told.page.title}, {page}")
        self.canvas.setVisible(told.picture is not None)
        self.key.show_entries(colour_key(told.picture) if told.picture else ())
        self._narrow_words()
        self._draw(told)

    def _narrow_words(self) -> None:
        """Give the words a column only as wide as it takes to see them all at once."""
        letter = self.text.fontMetrics().averageCharWidth()
        widest, room = int(self.width() * _WIDEST), self._words.height()
        width = min(widest, max(letter * _FEWEST_LETTERS, self._words.minimumSizeHint().width()))
        while width < widest and self._words.height_for(width) > room:
            width = min(widest, width + letter * _MORE_LETTERS)
        self._words.setFixedWidth(width)
        self._middle.activate()

    def _draw(self, told: ToldPage) -> None:
        picture, measure, aspect = told.picture, self.canvas.measure, self.canvas.aspect
        if picture is None:
            self._job.cancel()
            return
        self._aspect = aspect

        def work(_control: JobControl) -> Scene:
            return scene_of(picture, measure, aspect)

        self._job.start(work)

    def _on_drawn(self, scene: object) -> None:
        assert isinstance(scene, Scene)
        self.canvas.set_scene(scene)
        self.canvas.fit_all()
        self.canvas.setAccessibleDescription(self._pages[self._place].said)
        self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._pages:
            self._narrow_words()
            if self.canvas.aspect != self._aspect:
                self._draw(self._pages[self._place])

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


def _button(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    return button
