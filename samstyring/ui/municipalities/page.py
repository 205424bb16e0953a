"""The page of municipalities: the list by county and network, and all of the one chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from samstyring.domain.municipalities import MunicipalityLine
from samstyring.domain.text import sort_key
from samstyring.formats import number
from samstyring.language import _, ngettext
from samstyring.queries.municipalities import municipality_lines
from samstyring.ui.bodies.body_rows import day_words
from samstyring.ui.bodies.filters import FilterBox
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Heading, SoftLabel
from samstyring.ui.municipalities.columns import MUNICIPALITY_COLUMNS
from samstyring.ui.municipalities.detail import MunicipalityPane
from samstyring.ui.municipalities.words import attribution
from samstyring.ui.page import PageAction, menu_of
from samstyring.ui.parts.flow_layout import FlowLayout
from samstyring.ui.parts.keys import on_key
from samstyring.ui.parts.split import Split
from samstyring.ui.refresher import Refresher
from samstyring.ui.tables import RecordTable

_NAME = "municipalities"
_NONE = "none"
# Of the width, until the user has moved the handle.
_SHARES = (840, 1160)


class MunicipalitiesPage(QWidget):
    """Lists municipalities as of the desk's day and shows the one that is chosen."""

    open_requested = Signal(str, str)
    status_changed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[MunicipalityLine, ...] = ()
        self.heading = Heading(_("Municipalities"), self)
        self.county = FilterBox(_("County"), _("All counties"), self)
        self.network = FilterBox(_("Network"), _("All networks"), self)
        self.table = RecordTable(
            MUNICIPALITY_COLUMNS,
            name=_NAME,
            accessible_name=_("Municipalities"),
            hint=_("There are no municipalities in this file on this day."),
            settings=desk.settings,
        )
        self.detail = MunicipalityPane(desk)
        self.splitter = Split(_NAME, desk.settings, self, stretch=(1, 1), sizes=_SHARES)
        self._lay_out()
        self._connect()
        self._refresher = Refresher(self, desk, self._reload)

    def show_item(self, kind: str, item_id: str) -> None:
        """Select a municipality and show it."""
        self._reload()
        if not self.table.select(item_id):
            self.table.filter_field.clear()
            self.county.setCurrentIndex(0)
            self.network.setCurrentIndex(0)
            if not self.table.select(item_id):
                self.table.clear_selection()
        self.detail.show_body(item_id)

    def page_actions(self) -> tuple[PageAction, ...]:
        """Return what can be done here."""
        detail, shown = self.detail, self._shows_one
        return (
            PageAction(
                "register",
                _("&Join a network from a date…"),
                detail.join,
                "plus",
                applies=shown,
            ),
            PageAction(
                "register",
                _("&Leave the network on a date…"),
                detail.leave,
                "log-out",
                applies=shown,
            ),
            PageAction(
                "edit", _("&Correct this municipality…"), self.correct, "edit", applies=shown
            ),
        )

    def _shows_one(self) -> bool:
        return self.detail.body_id is not None

    def status_text(self) -> str:
        """Return how many municipalities are listed, and how many inhabitants they have."""
        shown = [line for line in self.table.shown_records() if isinstance(line, MunicipalityLine)]
        text = ngettext("{count} municipality", "{count} municipalities", len(shown)).format(
            count=number(len(shown))
        )
        people = sum(line.population or 0 for line in shown)
        if not people:
            return text
        inhabitants = ngettext("{count} inhabitant", "{count} inhabitants", people)
        return f"{text} · {inhabitants.format(count=number(people))}"

    def correct(self) -> None:
        """Open the form that corrects the municipality that is shown."""
        self.detail.actions_of_body.do(BodyVerb.CORRECT, "")

    def _lay_out(self) -> None:
        filters = FlowLayout()
        filters.addWidget(self.county)
        filters.addWidget(self.network)
        self.splitter.divide(self.table, self.detail)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addLayout(filters)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(SoftLabel(attribution(), self))

    def _connect(self) -> None:
        for box in (self.county, self.network):
            box.currentIndexChanged.connect(self._on_filter_changed)
        self.table.record_selected.connect(self._on_selected)
        self.table.record_activated.connect(self._on_activated)
        on_key(self.table.view, "F2", self.correct)
        self.table.context_requested.connect(self._on_context_menu)
        self.table.count_changed.connect(self._on_count_changed)
        self.detail.open_requested.connect(self._on_open_requested)

    def _reload(self) -> None:
        day = self._desk.day
        self.heading.setText(day_words(_("Municipalities"), day, is_today=self._desk.is_today))
        self._lines = self._desk.read(municipality_lines, as_of=day)
        self.county.set_choices(_places((line.county_id, line.county_name) for line in self._lines))
        networks = _places((line.network_id, line.network_name) for line in self._lines)
        self.network.set_choices((*networks, (_NONE, _("In no network"))))
        self._sift()

    def _sift(self) -> None:
        # How many there are then is told of by the table, and so comes into the status.
        self.table.set_records([line for line in self._lines if self._keeps(line)])

    def _keeps(self, line: MunicipalityLine) -> bool:
        return self.county.chosen() in ("", line.county_id) and self.network.chosen() in (
            "",
            line.network_id or _NONE,
        )

    @Slot()
    def _on_filter_changed(self) -> None:
        self._sift()

    @Slot(str)
    def _on_selected(self, body_id: str) -> None:
        self.detail.show_body(body_id)

    @Slot(str)
    def _on_activated(self, body_id: str) -> None:
        self.detail.show_body(body_id)
        self.detail.take_focus()

    @Slot(str, QPoint)
    def _on_context_menu(self, body_id: str, place: QPoint) -> None:
        self.detail.show_body(body_id)
        menu_of(self.page_actions(), self._desk, self).popup(place)

    @Slot(int, int)
    def _on_count_changed(self, _shown: int, _total: int) -> None:
        self.status_changed.emit(self.status_text())

    @Slot(str, str)
    def _on_open_requested(self, kind: str, item_id: str) -> None:
        if kind == "body" and any(line.id == item_id for line in self._lines):
            self.show_item("municipality", item_id)
        else:
            self.open_requested.emit(kind, item_id)


def _places(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    found = {place_id: name for place_id, name in pairs if place_id}
    return tuple(sorted(found.items(), key=lambda pair: sort_key(pair[1])))
