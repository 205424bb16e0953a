"""After any edit and any undo, a page shows what a page made now and reading all would show."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from samstyring.domain.bodies import BodyKind
from samstyring.store import tables as t
from samstyring.ui.bodies import make_bodies_page
from samstyring.ui.desk import Desk
from samstyring.ui.municipalities import make_municipalities_page
from samstyring.ui.parts.rows import RowWidget
from samstyring.ui.parts.sections import Section
from samstyring.ui.people import make_people_page
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import rows
from tests.conftest import flush_deferred_deletes
from tests.edits import THEN, TODAY, Edits, a_register

Own = Callable[[QWidget], QWidget]
P = ParamSpec("P")
R = TypeVar("R")

STEPS = 36
_BODY, _PERSON = t.BodyRow, t.PersonRow
_PLACE = BodyKind.MUNICIPALITY.value
PAGES: dict[str, tuple[Callable[[Desk], Any], str, type[t.TrackedRow], dict[str, str]]] = {
    "bodies": (make_bodies_page, "body", _BODY, {"kind": BodyKind.COUNCIL.value}),
    "people": (make_people_page, "person", _PERSON, {"name": "Person 0"}),
    "municipalities": (make_municipalities_page, "municipality", _BODY, {"kind": _PLACE}),
}


class ForgetfulDesk(Desk):
    """A desk that reads everything each time."""

    def read(self, query: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what a query finds now."""
        return self.workspace.read(query, *args, **kwargs)


@pytest.fixture
def desks(tmp_path: Path, qapp: QApplication) -> Iterator[tuple[Desk, Desk]]:
    """Two desks with one small register: one that remembers, and one that does not."""
    workspace, settings = Workspace.in_memory(), Settings(tmp_path / "settings.ini")
    a_register(workspace)
    desk, forgetful = Desk(workspace, settings), ForgetfulDesk(workspace, settings)
    yield desk, forgetful
    flush_deferred_deletes()
    desk.close()


def opened(own: Own, page: Any, kind: str, item: str) -> Any:
    """Show a page with one thing in detail."""
    own(page)
    page.resize(1200, 900)
    page.show()
    page.show_item(kind, item)
    return page


def shown(page: Any) -> list[str]:
    """Return what there is to read on a page: all texts, rows of tables and rows of details."""
    QApplication.processEvents()
    texts = [page.status_text(), f"chosen: {page.table.selected_id()}"]
    for place in range(max((tabs.count() for tabs in page.findChildren(QTabWidget)), default=1)):
        for tabs in page.findChildren(QTabWidget):
            tabs.setCurrentIndex(place)
        visible = [each for each in page.findChildren(QWidget) if each.isVisibleTo(page)]
        texts += sorted(text for widget in visible for text in texts_of(widget))
    return texts


def texts_of(widget: QWidget) -> Iterator[str]:
    """Return what a widget says by itself; the order of rows counts, that of widgets does not."""
    kind = type(widget).__name__
    if isinstance(widget, QTableView):
        model = widget.model()
        for row in range(model.rowCount()):
            cells = [model.index(row, place).data() for place in range(model.columnCount())]
            yield f"{widget.accessibleName()} {row}: {cells}"
    elif isinstance(widget, Section):
        made = [row for row in widget.findChildren(RowWidget) if row.isVisibleTo(widget)]
        made.sort(key=lambda row: row.mapTo(widget, QPoint()).y())
        yield f"{widget.heading.text()}: {[row.row for row in made]}"
    elif isinstance(widget, QComboBox):
        choices = [widget.itemText(place) for place in range(widget.count())]
        yield f"{kind}: {choices} {widget.currentText()}"
    elif isinstance(widget, QLabel):
        yield f"{kind}: {widget.text()}"
    elif isinstance(widget, QAbstractButton):
        link = getattr(widget, "link", None)
        yield f"{kind}: {link or widget.text()} {widget.isEnabled()}"


@pytest.mark.parametrize("as_of", [TODAY, THEN], ids=["today", "then"])
@pytest.mark.parametrize("noun", PAGES)
def test_that_what_is_shown_after_edits_is_what_is_there(
    desks: tuple[Desk, Desk], own_windows: Own, qtbot: QtBot, noun: str, as_of: date
) -> None:
    desk, forgetful = desks
    for each in desks:
        each.set_day(as_of)
    make, kind, table, wanted = PAGES[noun]
    item = str(rows(desk.workspace, table, **wanted)[0]["id"])
    page = opened(own_windows, make(desk), kind, item)
    edits, done = Edits(desk.workspace, seed=len(noun) + as_of.day), list[str]()
    for step in range(STEPS):
        done.append(edits.step())
        if step % 3:
            continue
        fresh = opened(own_windows, make(forgetful), kind, item)
        there, seen = shown(fresh), shown(page)
        assert seen == there, (done, set(seen) ^ set(there))
        fresh.close()
        fresh.deleteLater()
        flush_deferred_deletes()
        assert not isValid(fresh)
