"""What is shown of a body that has seats but no mandate in force."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from samstyring.domain.mandates import MandateLine
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, Heading, SoftLabel
from samstyring.ui.mandates.words import STATE_TONES, version_name
from samstyring.ui.parts.links import Link, LinkButton
from samstyring.ui.theme import ToneName, icon


class LackingDetail(QWidget):
    """Says what is missing, leads to what there is, and lets a mandate be drafted.

    `draft_wanted(body id)` asks for a draft; `opened(kind, id)` tells which link was followed.
    """

    draft_wanted = Signal(str)
    opened = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body_id = ""
        self.heading, self.sentence = Heading("", self), SoftLabel("", self)
        self.chip = Chip(_("none in force"), ToneName.VACANT, self)
        self.draft_button = QPushButton(icon("file-plus"), _("Draft &its mandate…"), self)
        self.draft_button.setAutoDefault(False)
        self.draft_button.setEnabled(not desk.workspace.read_only)
        self.draft_button.setToolTip(desk.workspace.read_only_reason)
        self.draft_button.clicked.connect(self._on_draft)
        self._links = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 4, 0)
        layout.setSpacing(8)
        for widget in (self.heading, self.chip, self.sentence):
            layout.addWidget(widget)
        layout.addLayout(self._links)
        layout.addWidget(self.draft_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_body(self, body_id: str, name: str, versions: tuple[MandateLine, ...]) -> None:
        """Show a body; ``versions`` are those it has, none of them in force."""
        self._body_id = body_id
        self.heading.setText(name)
        self.sentence.setText(
            _("{body} has seats, but no mandate in force. It has these versions:")
            .format(body=name) if versions
            else _("{body} has seats, but no mandate has been written in this file.")
            .format(body=name)
        )  # fmt: skip
        while self._links.count():
            item = self._links.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in versions:
            self._add_link(Link("version", line.id, version_name(line)), line)
        self._add_link(Link("body", body_id, _("Open {name}").format(name=name)))

    def _add_link(self, link: Link, line: MandateLine | None = None) -> None:
        button = LinkButton(link, self)
        button.opened.connect(self.opened)
        self._links.addWidget(button)
        if line is not None:
            self._links.addWidget(Chip(word(line.state), STATE_TONES[line.state], self))

    @Slot()
    def _on_draft(self) -> None:
        self.draft_wanted.emit(self._body_id)
