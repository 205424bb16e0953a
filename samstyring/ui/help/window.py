"""The help window: a list of topics and the text of one, from files that come along."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from samstyring.language import _
from samstyring.resources import resource_path
from samstyring.ui.help.pages import set_page

TOPICS = (
    "start",
    "today",
    "graph",
    "stories",
    "bodies",
    "people",
    "nominations",
    "mandates",
    "flows",
    "municipalities",
    "history",
    "time",
    "documents",
    "command-line",
    "command-line-work",
    "files",
    "privacy",
    "words",
)


def help_path(language: str, topic: str) -> Path:
    """Return the file of one topic in one language."""
    return resource_path("help", language, f"{topic}.md")


def help_topics(language: str) -> tuple[tuple[str, str], ...]:
    """Return (topic, title) in order; the title is the first heading of its text."""
    found = []
    for topic in TOPICS:
        path = help_path(language, topic)
        if path.exists():
            first = path.read_text(encoding="utf-8").split("\n", 1)[0]
            found.append((topic, first.lstrip("# ").strip()))
    return tuple(found)


class HelpWindow(QSplitter):
    """Topics at the left, the text at the right; nothing is fetched from anywhere."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setWindowTitle(_("Help – samstyring"))
        # The program ends with its main window, whether or not the help is still open.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.topics = QListWidget(self)
        self.topics.setAccessibleName(_("Topics"))
        self.topics.setWordWrap(True)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(_("Help text"))
        self.text.setOpenLinks(False)
        # Links are reached with Tab, and the text can be marked and copied with the keyboard.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.anchorClicked.connect(self._on_link)
        for topic, title in help_topics(language):
            item = QListWidgetItem(title, self.topics)
            item.setData(Qt.ItemDataRole.UserRole, topic)
        self.topics.currentItemChanged.connect(self._on_topic)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(1, 1)
        self._take_size()
        self._give_room()

    def show_page(self, topic: str) -> None:
        """Show one topic; an unknown one shows the first."""
        rows = [
            self.topics.item(row).data(Qt.ItemDataRole.UserRole)
            for row in range(self.topics.count())
        ]
        self.topics.setCurrentRow(rows.index(topic) if topic in rows else 0)

    def current_topic(self) -> str:
        """Return the topic that is shown, or nothing before one is."""
        item = self.topics.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Colours and sizes are laid into the text when it is set.
        kinds = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "topics"):
            self._give_room()
            self._show_text()

    def _take_size(self) -> None:
        """Be large enough to read in, and never larger than the screen."""
        metrics, screen = self.fontMetrics(), self.screen().availableGeometry()
        wide, high = metrics.averageCharWidth() * 120, metrics.height() * 38
        self.resize(min(wide, screen.width() * 9 // 10), min(high, screen.height() * 9 // 10))

    def _give_room(self) -> None:
        """Let the list be as wide as its longest title, if the text keeps most of the room."""
        longest = self.topics.sizeHintForColumn(0) + self.fontMetrics().averageCharWidth() * 5
        wide = min(longest, self.width() // 3)
        self.setSizes([wide, self.width() - wide])

    def _on_topic(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self._show_text()
            self.text.verticalScrollBar().setValue(0)

    def _show_text(self) -> None:
        topic = self.current_topic()
        if topic:
            place = self.text.verticalScrollBar().value()
            set_page(self.text, help_path(self._language, topic).read_text(encoding="utf-8"))
            self.text.verticalScrollBar().setValue(place)

    def _on_link(self, url: QUrl) -> None:
        """Follow a link to another topic; nothing leads out of the program."""
        self.show_page(url.fileName().removesuffix(".md"))
