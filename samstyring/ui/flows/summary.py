"""How many channels run which way, and which regional networks no channel reaches."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from samstyring.domain.choices import Choice
from samstyring.domain.flows import ChannelLine, FlowDirection
from samstyring.language import _
from samstyring.ui.flows.words import counts_sentence, gap_title, gaps_sentence
from samstyring.ui.forms import Heading, SoftLabel
from samstyring.ui.parts.links import Link
from samstyring.ui.parts.rows import Row
from samstyring.ui.parts.sections import Section
from samstyring.ui.theme import ToneName, icon

# Regional networks that no channel leads up from, or none down to.
Lacking = Mapping[FlowDirection, Sequence[Choice]]
_ONE_WAY = (FlowDirection.UP, FlowDirection.DOWN)


class Summary(QWidget):
    """One line on the channels and one on what is missing; `asked` wants to see which."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts, self.gaps = SoftLabel("", self), SoftLabel("", self)
        self.icon = QLabel(self)
        self.button = QPushButton(_("&See which"), self)
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.asked)
        self._gap_line = QWidget(self)
        line = QHBoxLayout(self._gap_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.icon)
        line.addWidget(self.gaps, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.counts)
        layout.addWidget(self._gap_line)

    def show_lines(self, lines: Sequence[ChannelLine], lacking: Lacking) -> None:
        """Show the counts of these channels, and of the networks that lack one in a direction."""
        side = self.fontMetrics().height()
        self.icon.setPixmap(icon("warning", ToneName.SOON).pixmap(side, side))
        self.counts.setText(counts_sentence(lines))
        self.gaps.setText(gaps_sentence(lacking))
        self._gap_line.setVisible(bool(self.gaps.text()))


class Overview(QWidget):
    """What stands beside the list while no channel is chosen: all of them, and what is missing."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = SoftLabel("", self)
        self.sections = {way: Section("", parent=self) for way in _ONE_WAY}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 4, 8)
        layout.setSpacing(8)
        layout.addWidget(Heading(_("All channels"), self))
        layout.addWidget(self.sentence)
        for way, section in self.sections.items():
            section.set_title(gap_title(way))
            section.link_opened.connect(self.opened)
            layout.addWidget(section)
        layout.addWidget(SoftLabel(_("Choose a channel in the list to see all of it."), self))
        layout.addStretch(1)

    def show_lines(self, lines: Sequence[ChannelLine], lacking: Lacking) -> None:
        """Show the counts of these channels, and each network that lacks one in a direction."""
        whole = bool(lines) and not any(lacking.values())
        said = _("Channels lead up from every regional network, and down to it.") if whole else ""
        self.sentence.setText(f"{counts_sentence(lines)} {said}".strip())
        for way, section in self.sections.items():
            section.set_rows(
                tuple(
                    Row(body.id, body.label, Link("body", body.id, body.label))
                    for body in lacking[way]
                )
            )
            section.setVisible(bool(lacking[way]))
