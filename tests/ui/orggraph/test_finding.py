"""Finding in the graph: who comes first, and that looking for someone alters no saved view."""

from collections.abc import Callable
from datetime import date

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.views import save_view
from samstyring.domain.bodies import BodyKind
from samstyring.graph.picture_options import PictureOptions, options_as_json, options_from_json
from samstyring.queries.org import org_snapshot
from samstyring.queries.views import saved_view
from samstyring.ui.desk import Desk
from samstyring.ui.orggraph.finder import GraphFinder
from samstyring.ui.orggraph.page import GraphPage
from tests.builders import a_body


def offered(finder: GraphFinder) -> list[str]:
    model = finder.completer().popup().model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_that_a_body_called_so_for_short_comes_first(
    desk: Desk, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    a_body(desk.workspace, "Dugnaden", kind=BodyKind.COMMITTEE)
    a_body(desk.workspace, "Akershus' nye du med et navn som er langt nok til å fylle et felt")
    finder = GraphFinder()
    own_windows(finder)
    finder.resize(200, finder.sizeHint().height())
    finder.show()
    finder.setFocus()
    finder.offer(desk.read(org_snapshot, as_of=desk.day))
    QTest.keyClicks(finder, "du")
    assert offered(finder)[:2] == ["Digitaliseringsutvalget (DU)", "Dugnaden"]
    assert finder.completer().popup().minimumWidth() >= finder.width()


def test_that_finding_what_is_folded_away_alters_no_saved_view(
    page: GraphPage, desk: Desk, ids: dict[str, str], qtbot: QtBot
) -> None:
    view_id = desk.run(save_view, "Landet", options_as_json(PictureOptions()))
    with qtbot.waitSignal(page.stage.drawn, timeout=30_000):
        page.show_view(view_id)
    with qtbot.waitSignal(page.stage.drawn, timeout=30_000):
        page.finder.found.emit(ids["Frosta"])
    assert ids["Net"] in page.looking.options.unfolded
    assert not page.looking.is_altered
    page.looking.choose(vacant_only=True)
    page.view_actions.do("save")
    saved = options_from_json(desk.read(saved_view, view_id).options)
    assert saved == PictureOptions(vacant_only=True)


def test_that_who_sits_there_comes_before_what_can_be_done_and_no_sentence_is_cut(
    page: GraphPage, ids: dict[str, str], qtbot: QtBot
) -> None:
    page.side.show_body(ids["DU"])
    detail = page.side.detail
    qtbot.waitUntil(lambda: detail.roster.height() > 0 and detail.roster.y() > 0)
    order = (detail.head, page.side.words, detail.roster, detail.head.buttons, detail.relations)
    assert [widget.y() for widget in order] == sorted(widget.y() for widget in order)
    words = page.side.words
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert len({widget.parentWidget() for widget in order}) == 1


def test_that_a_view_keeps_what_it_is_compared_with(
    page: GraphPage, desk: Desk, qtbot: QtBot
) -> None:
    view_id = desk.run(save_view, "Landet", options_as_json(PictureOptions()))
    page.show_view(view_id)
    qtbot.waitUntil(lambda: page.looking.view is not None)
    page.looking.compare_with(date(2015, 1, 1))
    qtbot.waitUntil(lambda: page.looking.difference is not None, timeout=30_000)
    assert page.looking.is_altered
    page.view_actions.do("save")
    assert options_from_json(desk.read(saved_view, view_id).options).compared == date(2015, 1, 1)
    page.show_view("")
    qtbot.waitUntil(lambda: page.looking.difference is None, timeout=30_000)
    page.show_view(view_id)
    qtbot.waitUntil(lambda: page.looking.difference is not None, timeout=30_000)
    assert not page.looking.is_altered
