"""The leader's window: what it shows, what has changed, what is handed on; it breaks nothing."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import add_relation
from samstyring.commands.views import add_story, add_story_page, save_view
from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.errors import NotFoundError
from samstyring.domain.periods import months_later
from samstyring.domain.seats import SeatRole
from samstyring.graph.picture_options import PictureOptions, options_as_json
from samstyring.language import pseudo
from samstyring.ui.desk import Desk
from samstyring.ui.leader import (
    leader_window,
    set_starts_with_leader,
    starts_with_leader,
)
from samstyring.ui.leader.seat import last_seen, remember_seen
from samstyring.ui.leader.window import LeaderWindow
from samstyring.ui.settings import Settings
from samstyring.workspace import Workspace
from tests.builders import (
    a_body,
    a_period,
    a_person,
    a_seat,
    an_appointment,
    journal_length,
)
from tests.ui import rules
from tests.ui.mandates.marked import unmarked_texts

TODAY = date.today()


@pytest.fixture
def ids() -> dict[str, str]:
    """Remember the ids of what is in the file."""
    return {}


@pytest.fixture
def desk(tmp_path: Path, ids: dict[str, str]) -> Iterator[Desk]:
    """Open a file with a committee, its chair and a vacancy, and something new this week."""
    opened = Workspace.create(tmp_path / "file.samstyring")
    ids["KS"] = a_body(opened, "KS", kind=BodyKind.POLITICAL_BODY)
    ids["DU"] = a_body(opened, "DU", kind=BodyKind.COMMITTEE, parent_id=ids["KS"])
    chair = a_seat(opened, ids["DU"], role=SeatRole.CHAIR, represents_id=ids["KS"])
    an_appointment(opened, chair, a_person(opened, "Kari Nordmann"))
    a_seat(opened, ids["DU"])
    begun = (TODAY - timedelta(days=3)).isoformat()
    ids["New"] = a_body(opened, "Nytt råd", period=a_period(begun))
    ids["view"] = opened.run(
        save_view, "Rundt DU", options_as_json(PictureOptions(focus=ids["DU"]))
    )
    ids["story"] = opened.run(add_story, "Høst")
    opened.run(add_story_page, ids["story"], ids["view"], title="Slik er det")
    made = Desk(opened, Settings(tmp_path / "settings.ini"))
    yield made
    made.close()


@pytest.fixture
def open_window(
    desk: Desk, own_windows: Callable[[QWidget], QWidget], qtbot: QtBot
) -> Callable[..., LeaderWindow]:
    """Return what opens the leader's window once it is drawn."""

    def make(**wanted: str) -> LeaderWindow:
        window = leader_window(desk, **wanted)
        own_windows(window)
        with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
            window.show()
        return window

    return make


Opener = Callable[..., LeaderWindow]


def titles(window: LeaderWindow) -> set[str]:
    return {box.title for box in window.stage.canvas.scene.boxes}


def test_that_it_begins_on_the_whole_or_on_a_view(open_window: Opener) -> None:
    assert titles(open_window()) == {"KS", "DU", "Nytt råd"}
    window = open_window(view="rundt du")
    assert window.heading.text() == "Rundt DU"
    assert titles(window) == {"KS", "DU"}


def test_that_a_view_that_is_not_there_is_answered_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="There are: Rundt DU"):
        leader_window(desk, view="Nord")


def test_that_who_sits_where_is_told_for_the_body_that_is_clicked(
    open_window: Opener, ids: dict[str, str]
) -> None:
    window = open_window()
    window.stage.canvas.box_selected.emit(ids["DU"])
    sits = [window.body.sits.item(row).text() for row in range(window.body.sits.count())]
    assert sits == ["Chair: Kari Nordmann", "Member: vacant"]
    assert "The chair is Kari Nordmann." in window.body.words.text()
    window.stage.canvas.box_selected.emit(ids["KS"])
    assert window.body.sent.item(0).text() == "Kari Nordmann in DU (chair)"


def test_that_a_person_is_found_where_they_sit(
    open_window: Opener, ids: dict[str, str], qtbot: QtBot
) -> None:
    window = open_window()
    window.finder.setText("nordmann kari")
    window.finder.returnPressed.emit()
    qtbot.waitUntil(lambda: window.stage.selected == ids["DU"], timeout=30_000)
    assert window.toast.text() == "Kari Nordmann in DU (chair)"
    window.finder.setText("Ola Nordmann")
    window.finder.returnPressed.emit()
    assert "“Ola Nordmann”" in window.toast.text()


def test_that_what_changed_since_last_time_is_marked_and_listed(
    desk: Desk, open_window: Opener, qtbot: QtBot
) -> None:
    remember_seen(desk.settings, desk.workspace.path, TODAY - timedelta(days=7))
    window = open_window()
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.changes_button.click()
    listed = window.difference.list
    assert [listed.item(row).text() for row in range(listed.count())] == [
        "Nytt råd is new (council)."
    ]
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.difference.clear_button.click()
    assert window.body.isVisible()


def test_that_the_day_it_was_last_open_is_remembered_by_file(
    desk: Desk, open_window: Opener
) -> None:
    assert last_seen(desk.settings, desk.workspace.path) is None
    open_window().close()
    assert last_seen(desk.settings, desk.workspace.path) == TODAY
    assert last_seen(desk.settings, Path("other.samstyring")) is None


def test_that_nothing_done_in_it_is_written(
    desk: Desk, open_window: Opener, ids: dict[str, str], qtbot: QtBot
) -> None:
    before = journal_length(desk.workspace)
    page = desk.settings.page("graph")
    window = open_window()
    window.stage.canvas.box_placed.emit(ids["KS"], 5.0, 5.0)
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.stage.canvas.focus_requested.emit(ids["DU"])
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.body.all_button.click()
    window.views.setCurrentIndex(1)
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.views.activated.emit(1)
    assert window.heading.text() == "Rundt DU"
    assert journal_length(desk.workspace) == before
    assert desk.settings.page("graph") == page


def test_that_a_web_page_is_handed_on_with_now_and_a_year_before(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    window, target = open_window(), tmp_path / "leader.html"
    with qtbot.waitSignal(window.handing.written, timeout=20_000):
        window.handing.write_web_page(target)
    page = target.read_text(encoding="utf-8")
    assert "Nytt råd is new (council)." in page
    assert page.count("<option ") == 2


def test_that_a_place_that_cannot_be_written_is_told(
    open_window: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.handing.failed, timeout=20_000) as told:
        window.handing.write_web_page(tmp_path / "no" / "x.html")
    assert told.args is not None
    assert "is not there" in told.args[0]


def test_that_the_picture_is_printed_on_one_page(open_window: Opener, tmp_path: Path) -> None:
    window, target = open_window(), tmp_path / "print.pdf"
    printer = QPrinter()
    printer.setOutputFileName(str(target))
    window.handing.print_on(printer, window.stage.canvas.scene)
    assert target.read_bytes().count(b"/Type /Page\n") == 1


def test_that_a_story_can_be_shown_from_it(desk: Desk, open_window: Opener) -> None:
    window = open_window()
    window.show_story(next(iter(a.data() for a in window._stories.actions())))
    assert window.presentation is not None
    assert window.presentation.title.text() == "Slik er det"
    window.presentation.close()
    assert window.presentation is None


def test_that_starting_with_it_is_chosen_and_remembered(desk: Desk) -> None:
    assert not starts_with_leader(desk.settings)
    set_starts_with_leader(desk.settings, True)
    assert starts_with_leader(desk.settings)
    set_starts_with_leader(desk.settings, False)
    assert not starts_with_leader(desk.settings)


def test_that_inputs_have_names_and_nothing_is_cut(
    open_window: Opener, ids: dict[str, str], qtbot: QtBot
) -> None:
    window = open_window()
    window.stage.canvas.box_selected.emit(ids["DU"])
    assert rules.unnamed_inputs(window) == []
    assert rules.mnemonic_clashes(window) == []
    assert rules.shortcut_clashes(window) == []
    qtbot.waitUntil(lambda: rules.clipped_texts(window) == [], timeout=30_000)


def test_that_no_text_is_unmarked(desk: Desk, open_window: Opener) -> None:
    with pseudo():
        window = open_window()
        names = {"KS", "DU", "Nytt råd", "Rundt DU", "Høst", "Kari Nordmann", "file"}
        assert unmarked_texts(window, names) == []


def test_that_one_chooses_since_when_the_changes_are_shown(
    desk: Desk, open_window: Opener, qtbot: QtBot
) -> None:
    window = open_window()
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.changes_button.click()
    assert window.looking.compared == months_later(TODAY, -12)
    words = [window.since.itemText(row) for row in range(window.since.count())]
    assert words == ["a year ago", "a month ago", "five years ago"]
    with qtbot.waitSignal(window.stage.drawn, timeout=30_000):
        window.since.setCurrentIndex(1)
        window.since.activated.emit(1)
    assert window.looking.compared == months_later(TODAY, -1)
    assert window.since.currentText() == "a month ago"


def test_that_who_sits_for_a_county_is_also_who_sits_for_what_lies_in_it(
    desk: Desk, open_window: Opener, ids: dict[str, str]
) -> None:
    file = desk.workspace
    county = a_body(
        file, "Trøndelag fylkeskommune", kind=BodyKind.COUNTY_MUNICIPALITY, short_name="Trøndelag"
    )
    network = a_body(file, "DigiTrøndelag", kind=BodyKind.REGIONAL_NETWORK)
    file.run(add_relation, network, county, RelationKind.LOCATED_IN)
    seat = a_seat(file, ids["DU"], represents_id=network)
    an_appointment(file, seat, a_person(file, "Aud Bergslia"))
    window = open_window()
    window.stage.canvas.box_selected.emit(county)
    assert window.body.sent.item(0).text() == "Aud Bergslia in DU (member), for DigiTrøndelag"
