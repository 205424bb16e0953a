"""Quick filters over the list of bodies: kind, level, region, vacancies, municipalities."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from samstyring.domain.bodies import BodyKind, BodyLine, Level
from samstyring.domain.text import sort_key
from samstyring.domain.words import words_of_kind
from samstyring.language import _
from samstyring.ui.parts.flow_layout import FlowLayout


class FilterBox(QComboBox):
    """A combo box whose first entry lets all through."""

    def __init__(self, name: str, all_of_them: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(20)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self._all = all_of_them
        self._choices: tuple[tuple[str, str], ...] | None = None
        self.set_choices(())

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer (value, word) pairs; what is chosen stays chosen if it is among them."""
        choices = tuple(choices)
        if choices == self._choices:
            return
        self._choices = choices
        wanted = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(self._all, "")
        for value, text in choices:
            self.addItem(text, value)
        self.setCurrentIndex(max(0, self.findData(wanted)))
        self.blockSignals(False)

    def chosen(self) -> str:
        """Return the value chosen, or an empty text for all."""
        return str(self.currentData() or "")


class BodyFilters(QWidget):
    """The row of filters; `changed` tells that the list is to be read or sifted again."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = FilterBox(_("Kind"), _("All kinds"), self)
        self.level = FilterBox(_("Level"), _("All levels"), self)
        self.region = FilterBox(_("Region"), _("All regions"), self)
        self.vacant = QCheckBox(_("Has a &vacant seat"), self)
        self.municipalities = QCheckBox(_("Municipalities &too"), self)
        self.kind.set_choices(words_of_kind(BodyKind))
        self.level.set_choices(words_of_kind(Level))
        layout = FlowLayout(self)
        for box in (self.kind, self.level, self.region):
            layout.addWidget(box)
            box.currentIndexChanged.connect(self._on_changed)
        for check in (self.vacant, self.municipalities):
            layout.addWidget(check)
            check.toggled.connect(self._on_changed)

    def sift(self, lines: Sequence[BodyLine]) -> tuple[BodyLine, ...]:
        """Return the lines that the filters let through."""
        kind, level, region = self.kind.chosen(), self.level.chosen(), self.region.chosen()
        vacant = self.vacant.isChecked()
        return tuple(
            line
            for line in lines
            if (not kind or kind == line.kind)
            and (not level or level == line.level)
            and (not region or region in line.region.split(", "))
            and (not vacant or line.vacant > 0)
        )

    def set_regions(self, lines: Sequence[BodyLine]) -> None:
        """Offer the regions there are."""
        regions = {part for line in lines for part in line.region.split(", ") if part}
        self.region.set_choices((name, name) for name in sorted(regions, key=sort_key))

    def clear(self) -> None:
        """Let everything through but the municipalities, which stay as they are."""
        for box in (self.kind, self.level, self.region):
            box.setCurrentIndex(0)
        self.vacant.setChecked(False)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()
