"""The quick filters above the list of channels: direction, what travels, and body."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from samstyring.domain.flows import ChannelLine, FlowDirection, FlowKind
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.ui.flows.words import DIRECTION_ICONS
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import icon

_NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class ChannelFilters(QWidget):
    """Three choices; `changed` tells that another was made."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.direction = _Choices(_("Direction"), _("All directions"), self)
        self.kind = _Choices(_("What travels"), _("Everything"), self)
        self.body = _Choices(_("Body"), _("All bodies"), self)
        self.direction.offer([(way.value, word(way).capitalize()) for way in FlowDirection])
        for way, name in DIRECTION_ICONS.items():
            self.direction.setItemIcon(self.direction.findData(way.value), icon(name))
        self.kind.offer([(kind.value, word(kind).capitalize()) for kind in FlowKind])
        layout = FlowLayout(self)
        for choices in (self.direction, self.kind, self.body):
            layout.addWidget(choices)
            choices.currentIndexChanged.connect(self.changed)

    def set_bodies(self, lines: Sequence[ChannelLine]) -> None:
        """Offer the bodies at either end of these channels."""
        ends = {line.from_id: line.from_name for line in lines}
        ends |= {line.to_id: line.to_name for line in lines}
        self.body.offer(sorted(ends.items(), key=lambda end: sort_key(end[1])))

    def clear(self) -> None:
        """Let every channel through."""
        for choices in (self.direction, self.kind, self.body):
            choices.setCurrentIndex(0)

    def lets(self, line: ChannelLine) -> bool:
        """Say whether a channel is one of those asked for."""
        return (
            self.direction.takes(line.direction)
            and self.kind.takes(line.kind)
            and (self.body.takes(line.from_id) or self.body.takes(line.to_id))
        )


class _Choices(QComboBox):
    def __init__(self, name: str, everything: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._everything = everything
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(_NARROW)
        self.setMinimumContentsLength(12)
        self.setMaxVisibleItems(20)
        self.addItem(everything, "")

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (value, words) after the one for everything; the choice made stays."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(self._everything, "")
        for value, text in choices:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)

    def takes(self, value: str | StrEnum) -> bool:
        """Say whether a value is asked for."""
        chosen = self.currentData()
        return not chosen or chosen == str(value)
