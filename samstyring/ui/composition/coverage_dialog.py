"""The window on coverage: who holds how many seats where, and who carries the links."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from samstyring.domain.composition import Carrier, CoverageLine
from samstyring.domain.composition_rules import Grouping, SizeClass
from samstyring.formats import short_date
from samstyring.language import N_, _, translate
from samstyring.queries.composition_coverage import NO_REGION, carriers, coverage
from samstyring.ui.composition.columns import (
    CARRIER_COLUMNS,
    COVERAGE_COLUMNS,
    DUES_COLUMNS,
    carrier_sentence,
    carriers_summary,
    coverage_sentence,
    coverage_summary,
)
from samstyring.ui.desk import Desk
from samstyring.ui.forms import SoftLabel
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import Column, RecordTable
from samstyring.ui.tables.columns import HasId

Line = TypeVar("Line", bound=HasId)

_GROUPINGS: tuple[tuple[str, Grouping | type[SizeClass]], ...] = (
    (N_("Networks"), Grouping.NETWORK),
    (N_("Counties"), Grouping.COUNTY),
    (N_("Sub-regions"), Grouping.SUB_REGION),
    (N_("Municipality sizes"), SizeClass),
)
_TABLES = (
    "body", "body_name", "relation", "municipality", "seat", "appointment", "person",
    "employment", "nomination_round", "request",
)  # fmt: skip


class CoverageDialog(QDialog):
    """Two lists with a sentence above and one below; is opened with ``show()`` beside the page.

    ``open_requested(kind, id)`` asks for another place of the window.
    """

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.regions, self.carriers = _Regions(desk), _Carriers(desk)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(_("Parts of the coverage"))
        self.tabs.addTab(self.regions, _("Who holds seats"))
        self.tabs.addTab(self.carriers, _("Who carries the links"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        self.resize(860, 640)
        for part in (self.regions, self.carriers):
            part.open_requested.connect(self.open_requested)
        self.finished.connect(self.deleteLater)
        self._refresher = Refresher(self, desk, self._reload, *_TABLES)

    def _reload(self) -> None:
        title = _("Coverage")
        if not self._desk.is_today:
            title = _("Coverage as of {day}").format(day=short_date(self._desk.day))
        self.setWindowTitle(title)
        self.regions.reload()
        self.carriers.reload()


class _Regions(QWidget):
    """What regions, or municipalities of a size, hold of seats."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[CoverageLine, ...] = ()
        self.by = QComboBox(self)
        self.by.setAccessibleName(_("Count by"))
        for text, _grouping in _GROUPINGS:
            self.by.addItem(translate(text))
        self.summary, self.sentence = SoftLabel("", self), SoftLabel("", self)
        hint = _("There are none of these.")
        self.dues = _table(
            DUES_COLUMNS, "dues", _("Who holds seats, and what they owe"), hint, desk
        )
        self.sizes = _table(COVERAGE_COLUMNS, "sizes", _("Who holds seats"), hint, desk)
        self.tables = QStackedWidget(self)
        for table in (self.dues, self.sizes):
            self.tables.addWidget(table)
            table.record_selected.connect(self._on_selected)
            table.record_activated.connect(self._on_activated)
        self.by.currentIndexChanged.connect(self.reload)
        label = QLabel(_("Count &by"), self)
        label.setBuddy(self.by)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.by)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addWidget(self.tables, 1)
        layout.addWidget(self.sentence)

    @property
    def table(self) -> RecordTable:
        """The list that is shown."""
        return self.dues if self._has_dues() else self.sizes

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        by = _GROUPINGS[self.by.currentIndex()][1]
        self._lines = self._desk.read(coverage, by, as_of=self._desk.day)
        self.summary.setText(coverage_summary(self._lines, with_dues=self._has_dues()))
        self.tables.setCurrentWidget(self.table)
        self.table.set_records(self._lines)
        self._tell()

    def _has_dues(self) -> bool:
        return _GROUPINGS[self.by.currentIndex()][1] is not SizeClass

    def _tell(self) -> None:
        line = _with_id(self._lines, self.table.selected_id())
        said = coverage_sentence(line, with_dues=self._has_dues()) if line else ""
        self.sentence.setText(said or _("Choose a line to have it told in words."))

    @Slot(str)
    def _on_selected(self, _line_id: str) -> None:
        self._tell()

    @Slot(str)
    def _on_activated(self, line_id: str) -> None:
        # The line of those from no region, and sizes, are no bodies that could be opened.
        if self._has_dues() and line_id != NO_REGION:
            self.open_requested.emit("body", line_id)


class _Carriers(QWidget):
    """Who sits in several bodies, and carries a link alone."""

    open_requested = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[Carrier, ...] = ()
        self.summary, self.sentence = SoftLabel("", self), SoftLabel("", self)
        self.table = _table(
            CARRIER_COLUMNS, "carriers", _("Who carries the links"),
            _("Nobody sits in two bodies or more."), desk,
        )  # fmt: skip
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.sentence)

    def reload(self) -> None:
        """Read the list again."""
        self._lines = self._desk.read(carriers, as_of=self._desk.day)
        self.summary.setText(carriers_summary(self._lines))
        self.table.set_records(self._lines)
        self._tell()

    def _tell(self) -> None:
        each = _with_id(self._lines, self.table.selected_id())
        said = carrier_sentence(each) if each else _("Choose a line to have it told in words.")
        self.sentence.setText(said)

    @Slot(str)
    def _on_selected(self, _person_id: str) -> None:
        self._tell()

    @Slot(str)
    def _on_activated(self, person_id: str) -> None:
        self.open_requested.emit("person", person_id)


def _table(columns: Sequence[Column], name: str, title: str, hint: str, desk: Desk) -> RecordTable:
    return RecordTable(
        columns,
        name=f"composition/{name}", accessible_name=title, hint=hint, settings=desk.settings,
    )  # fmt: skip


def _with_id(lines: Sequence[Line], wanted: str | None) -> Line | None:
    return next((line for line in lines if line.id == wanted), None)
