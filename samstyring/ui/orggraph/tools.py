"""The row of tools above the graph: what to show, focus, folding, zoom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSpinBox, QToolButton, QWidget

from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.org import OrgSnapshot
from samstyring.domain.text import sort_key
from samstyring.domain.words import word, words_of_kind
from samstyring.graph.org_picture import PictureOptions
from samstyring.graph.structure import ALL_LINES
from samstyring.language import _
from samstyring.ui.orggraph.choosing import TickMenuButton
from samstyring.ui.seats.flowing import FlowLayout
from samstyring.ui.theme import icon


class GraphTools(QWidget):
    """Everything that can be set about the picture; ``changed`` tells that something was."""

    changed = Signal()
    steps_changed = Signal(int)
    all_asked = Signal()
    fold_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = TickMenuButton(_("Lines"), "link", all_means_none=False)
        self.kinds = TickMenuButton(_("Kinds"), "filter", all_means_none=True)
        self.levels = TickMenuButton(_("Levels"), "layers", all_means_none=True)
        self.regions = TickMenuButton(_("Regions"), "municipalities", all_means_none=True)
        self.steps_label = QLabel(_("&Steps from the focus"), self)
        self.steps = QSpinBox(self)
        self.steps.setRange(1, 9)
        self.steps_label.setBuddy(self.steps)
        self.show_all = _tool("close", _("Show &all again"))
        self.unfold, self.fold = _tool("layers", _("&Unfold")), _tool("list", _("F&old"))
        self.unfold.setToolTip(_("Show what every network and county holds"))
        self.fold.setToolTip(_("Fold every network and county to one box"))
        self._lay_out()
        for button in (self.lines, self.kinds, self.levels, self.regions):
            button.ticked.connect(self._on_ticked)
        self.steps.valueChanged.connect(self.steps_changed)
        self.show_all.clicked.connect(self.all_asked)
        self.unfold.clicked.connect(self._on_unfold)
        self.fold.clicked.connect(self._on_fold)
        self.show_focus("", 1)

    def offer(self, options: PictureOptions) -> None:
        """Offer every kind of line, body and level, ticked as the options say."""
        self.lines.set_entries(
            [(kind.value, word(kind)) for kind in ALL_LINES],
            frozenset(kind.value for kind in options.lines),
        )
        self.kinds.set_entries(words_of_kind(BodyKind), frozenset(k.value for k in options.kinds))
        self.levels.set_entries(words_of_kind(Level), frozenset(v.value for v in options.levels))

    def offer_regions(self, snapshot: OrgSnapshot, ticked: frozenset[str]) -> None:
        """Offer the regions there are that day."""
        regions = {part for body in snapshot.bodies for part in body.region.split(", ") if part}
        ordered = sorted(regions, key=sort_key)
        self.regions.set_entries([(name, name) for name in ordered], ticked & regions)

    def show_focus(self, focus: str, steps: int) -> None:
        """Show the tools of the focus only while there is one."""
        for widget in (self.steps_label, self.steps, self.show_all):
            widget.setVisible(bool(focus))
        self.steps.blockSignals(True)
        self.steps.setValue(steps)
        self.steps.blockSignals(False)

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        for widget in (
            self.lines,
            self.kinds,
            self.levels,
            self.regions,
            self.unfold,
            self.fold,
            self.steps_label,
            self.steps,
            self.show_all,
        ):
            row.addWidget(widget)  # fmt: skip

    def _on_ticked(self, _keys: object) -> None:
        self.changed.emit()

    def _on_unfold(self) -> None:
        self.fold_asked.emit(False)

    def _on_fold(self) -> None:
        self.fold_asked.emit(True)


def _tool(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
