"""The row of tools above the graph: what to show, how to arrange it, focus, folding."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSpinBox, QToolButton, QWidget

from samstyring.domain.bodies import BodyKind, Level
from samstyring.domain.text import sort_key
from samstyring.domain.words import word, words_of_kind
from samstyring.graph.layout import Arrangement
from samstyring.graph.picture import Picture
from samstyring.graph.picture_options import Colouring, PictureOptions, Sizing
from samstyring.graph.structure import ALL_LINES, Direction
from samstyring.language import _
from samstyring.ui.orggraph.choices import (
    FLAGGED,
    TABLE,
    VACANT,
    arrangement_words,
    choice_word,
    line_of,
    only_words,
)
from samstyring.ui.orggraph.choosing import MenuButton, TickMenu
from samstyring.ui.orggraph.compact import fit_words, named
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.theme import icon


class GraphTools(QWidget):
    """Everything that can be set about the picture; ``chosen`` tells what was, by option."""

    chosen = Signal(object)
    steps_changed = Signal(int)
    all_asked = Signal()
    fold_asked = Signal(bool)
    relating_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = TickMenu(_("Lines"), "link", all_means_none=False)
        self.kinds = TickMenu(_("Kinds"), "filter", all_means_none=True)
        self.levels = TickMenu(_("Levels"), "layers", all_means_none=True)
        self.regions = TickMenu(_("Regions"), "municipalities", all_means_none=True)
        self.networks = TickMenu(_("Networks"), "graph", all_means_none=True)
        self.only = TickMenu(_("Only"), "warning", all_means_none=True)
        narrowing = (self.kinds, self.levels, self.regions, self.networks, self.only)
        self.lines_button = MenuButton("link", (self.lines,))
        self.filter_button = MenuButton("filter", narrowing, name=_("Filter"))
        self.arrange = QComboBox(self)
        self.arrange.setAccessibleName(_("Arrangement"))
        for key, picture, text in arrangement_words():
            self.arrange.addItem(icon(picture), text, key)
        self.look = _tool("eye", _("Loo&k"))
        self._looks = self._look_menu()
        self.steps_label = QLabel(_("St&eps from the focus"), self)
        self.steps = QSpinBox(self)
        self.steps.setRange(1, 9)
        self.steps_label.setBuddy(self.steps)
        self.direction = QComboBox(self)
        self.direction.setAccessibleName(_("Direction of the focus"))
        for way in Direction:
            self.direction.addItem(choice_word(way), way.value)
        self.show_all = _tool("close", _("Show &all again"))
        self.unfold, self.fold = _tool("chevron-down", _("Unfold")), _tool("chevron-up", _("Fold"))
        self.unfold.setToolTip(_("Show what every network and county holds"))
        self.fold.setToolTip(_("Fold every network and county to one box"))
        self.relate = _tool("plus", _("Dra&w a relation"))
        self.relate.setCheckable(True)
        self._lay_out()
        self._connect()
        self.show_focus("", 1)

    def offer(self, options: PictureOptions) -> None:
        """Offer every kind of line, body and level, and show what the options say."""
        self.lines.set_entries(
            [(kind.value, word(kind)) for kind in ALL_LINES],
            frozenset(kind.value for kind in options.lines),
        )
        self.kinds.set_entries(words_of_kind(BodyKind), frozenset(k.value for k in options.kinds))
        self.levels.set_entries(words_of_kind(Level), frozenset(v.value for v in options.levels))
        asked = ((VACANT, options.vacant_only), (FLAGGED, options.flagged_only))
        self.only.set_entries(only_words(), frozenset(key for key, on in asked if on))
        _pick(self.arrange, TABLE if options.table else options.arrange.value)
        _pick(self.direction, options.direction.value)
        for action in self._looks:
            action.setChecked(action.data() in (options.colouring, options.sizing))
        self.lines_button.say()
        self.filter_button.say()
        self.show_focus(options.focus, options.steps)

    def offer_places(self, picture: Picture) -> None:
        """Offer the regions and networks there are that day."""
        bodies, options = picture.bodies, picture.options
        regions = {part for body in bodies.values() for part in body.region.split(", ") if part}
        ordered = sorted(regions, key=sort_key)
        self.regions.set_entries([(name, name) for name in ordered], options.regions & regions)
        holders = sorted(
            set(picture.held.holder.values()), key=lambda holder: sort_key(bodies[holder].label)
        )
        self.networks.set_entries(
            [(holder, bodies[holder].label) for holder in holders],
            options.networks & set(holders),
        )
        self.filter_button.say()

    def show_focus(self, focus: str, steps: int) -> None:
        """Show the tools of the focus only while there is one."""
        for widget in (self.steps_label, self.steps, self.direction, self.show_all):
            widget.setVisible(bool(focus))
        self.steps.blockSignals(True)
        self.steps.setValue(steps)
        self.steps.blockSignals(False)
        fit_words(self._row, self._shrinking, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_words(self._row, self._shrinking, self.width())

    def show_arrangement(self, options: PictureOptions) -> None:
        """Show how it is arranged; what only a drawing needs is hidden beside the table."""
        shown = options.table
        _pick(self.arrange, TABLE if shown else options.arrange.value)
        _pick(self.direction, options.direction.value)
        for widget in (self.look, self.relate):
            widget.setVisible(not shown)

    def set_read_only(self, reason: str) -> None:
        """Turn off what writes, and say why."""
        self.relate.setEnabled(not reason)
        self.relate.setToolTip(reason or self.relate.accessibleName())

    def _look_menu(self) -> list[QAction]:
        menu = QMenu(self.look)
        self.look.setMenu(menu)
        self.look.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        choices: tuple[tuple[StrEnum, ...], ...] = (tuple(Colouring), tuple(Sizing))
        found = []
        for kinds in choices:
            group = QActionGroup(menu)
            for choice in kinds:
                action = menu.addAction(choice_word(choice))
                action.setCheckable(True)
                action.setData(choice)
                group.addAction(action)
                found.append(action)
            menu.addSeparator()
        menu.triggered.connect(self._on_look)
        return found

    def _lay_out(self) -> None:
        row = FlowLayout(self)
        for widget in (
            self.arrange,
            self.lines_button,
            self.filter_button,
            self.look,
            self.unfold,
            self.fold,
            self.relate,
            self.steps_label,
            self.steps,
            self.direction,
            self.show_all,
        ):
            row.addWidget(widget)
        folding, others = (self.unfold, self.fold), (self.look, self.relate, self.show_all)
        self._row, self._shrinking = row, (named(folding), named(others))

    def _connect(self) -> None:
        filters = (self.lines, self.kinds, self.levels, self.regions, self.networks, self.only)
        for button in filters:
            button.ticked.connect(self._on_ticked)
        self.arrange.activated.connect(self._on_arranged)
        self.direction.activated.connect(self._on_direction)
        self.steps.valueChanged.connect(self.steps_changed)
        self.show_all.clicked.connect(self.all_asked)
        self.unfold.clicked.connect(self._on_unfold)
        self.fold.clicked.connect(self._on_fold)
        self.relate.toggled.connect(self.relating_asked)

    def _on_ticked(self, _keys: object) -> None:
        only = self.only.ticks()
        self.chosen.emit(
            {
                "lines": frozenset(line_of(key) for key in self.lines.ticks()),
                "kinds": frozenset(BodyKind(key) for key in self.kinds.ticks()),
                "levels": frozenset(Level(key) for key in self.levels.ticks()),
                "regions": self.regions.ticks(),
                "networks": self.networks.ticks(),
                "vacant_only": VACANT in only,
                "flagged_only": FLAGGED in only,
            }
        )

    def _on_arranged(self, _row: int) -> None:
        key = self.arrange.currentData()
        table = key == TABLE
        self.chosen.emit(
            {"table": True} if table else {"table": False, "arrange": Arrangement(key)}
        )

    def _on_direction(self, _row: int) -> None:
        self.chosen.emit({"direction": Direction(self.direction.currentData())})

    def _on_look(self, action: QAction) -> None:
        value = action.data()
        if value in set(Colouring):
            self.chosen.emit({"colouring": Colouring(value)})
        else:
            self.chosen.emit({"sizing": Sizing(value)})

    def _on_unfold(self) -> None:
        self.fold_asked.emit(False)

    def _on_fold(self) -> None:
        self.fold_asked.emit(True)


def _pick(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(max(0, box.findData(key)))


def _tool(name: str, text: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setText(text)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
