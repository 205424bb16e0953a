"""The help window: a list of topics and the text of one, from files that come along."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QTextBrowser, QWidget

from samstyring.language import _
from samstyring.resources import resource_path

TOPICS = (
    "start",
    "today",
    "graph",
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
    "files",
    "privacy",
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
        self.topics = QListWidget(self)
        self.topics.setAccessibleName(_("Topics"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(_("Help text"))
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        for topic, title in help_topics(language):
            item = QListWidgetItem(title, self.topics)
            item.setData(Qt.ItemDataRole.UserRole, topic)
        self.topics.currentItemChanged.connect(self._on_topic)
        self.setStretchFactor(1, 1)
        self.resize(self.fontMetrics().averageCharWidth() * 120, self.fontMetrics().height() * 38)
        self.setSizes([1, 3])

    def show_page(self, topic: str) -> None:
        """Show one topic; an unknown one shows the first."""
        rows = [
            self.topics.item(row).data(Qt.ItemDataRole.UserRole)
            for row in range(self.topics.count())
        ]
        self.topics.setCurrentRow(rows.index(topic) if topic in rows else 0)

    def _on_topic(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            path = help_path(self._language, item.data(Qt.ItemDataRole.UserRole))
            self.text.document().setDefaultStyleSheet("")
            self.text.setMarkdown(path.read_text(encoding="utf-8"))

    def _on_link(self, url: QUrl) -> None:
        """Follow a link to another topic; nothing leads out of the program."""
        self.show_page(url.fileName().removesuffix(".md"))
