"""The page of bodies: what is listed, what is told of the one chosen, and what can be done."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import delete_body, end_body
from samstyring.commands.composition import add_rule
from samstyring.commands.sources import add_source
from samstyring.domain.bodies import BodyKind, NameKind, RelationKind, SuccessionKind
from samstyring.domain.composition_rules import Size
from samstyring.language import pseudo
from samstyring.store import tables as t
from samstyring.ui.bodies import BodiesPage, make_bodies_page
from samstyring.ui.bodies.body_dialog import BodyDialog
from samstyring.ui.bodies.name_dialogs import NameDialog, RenameDialog
from samstyring.ui.bodies.relation_dialogs import RelationDialog, SuccessionDialog
from samstyring.ui.bodies.source_dialog import SourceDialog
from samstyring.ui.bodies.verbs import BodyVerb
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, FormDialog
from samstyring.ui.forms.deletion import DeleteDialog
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.parts.rows import RowWidget
from samstyring.ui.theme import apply_text_size
from tests import builders
from tests.ui import rules
from tests.ui.bodies.conftest import Committee, Own


def dialog_of(kind: type[FormDialog]) -> FormDialog:
    """Return the one open dialog of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def settle() -> None:
    """Let the layouts show what was put in them a moment ago."""
    QCoreApplication.sendPostedEvents()


def texts(widget: QWidget) -> str:
    """Return all that is written in a part of the page."""
    settle()
    seen = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    seen += [chip.word() for chip in widget.findChildren(Chip) if chip.isVisibleTo(widget)]
    links = [row.link.link.text for row in _rows(widget) if row.link is not None]
    return "\n".join([*seen, *links])


def _rows(widget: QWidget) -> list[RowWidget]:
    return [row for row in widget.findChildren(RowWidget) if row.isVisibleTo(widget)]


def listed(page: BodiesPage) -> list[str]:
    """Return the names in the list."""
    return [line.name for line in page.table.shown_records()]  # type: ignore[attr-defined]


# The list ---------------------------------------------------------------------------------------


def test_that_municipalities_are_listed_only_when_asked_for(page: BodiesPage) -> None:
    assert "Bergen" not in listed(page)
    page.filters.municipalities.setChecked(True)
    assert "Bergen" in listed(page)


def test_that_filters_keep_what_they_say(page: BodiesPage) -> None:
    page.filters.vacant.setChecked(True)
    assert listed(page) == ["Digitaliseringsutvalget"]
    page.filters.vacant.setChecked(False)
    page.filters.kind.setCurrentIndex(page.filters.kind.findData(BodyKind.COUNCIL.value))
    assert listed(page) == ["KommIT-rådet"]


def test_that_a_body_that_is_asked_for_is_shown_though_a_filter_hid_it(
    page: BodiesPage, committee: Committee
) -> None:
    page.filters.vacant.setChecked(True)
    page.show_item("body", committee.parent)
    assert page.table.selected_id() == committee.parent
    assert page.detail.head.name.text() == "KommIT-rådet"


def test_that_the_status_tells_how_many_have_a_vacant_seat(page: BodiesPage) -> None:
    assert page.status_text() == "2 bodies · 1 with a vacant seat"


def test_that_choosing_a_line_shows_the_body(page: BodiesPage, committee: Committee) -> None:
    page.table.view.selectRow(listed(page).index("KommIT-rådet"))
    assert page.detail.body_id == committee.parent


def test_that_what_is_chosen_stays_chosen_through_a_change(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    builders.a_body(desk.workspace, "Arbeidsgruppen")
    assert "Arbeidsgruppen" in listed(page)
    assert page.table.selected_id() == committee.body
    assert page.detail.body_id == committee.body


# The detail -------------------------------------------------------------------------------------


def test_that_the_sentence_tells_how_it_stands_with_the_seats(page: BodiesPage) -> None:
    sentence = page.detail.head.sentence.text()
    assert sentence == "2 of 3 seats are filled; 1 is vacant and 1 term ends soon."


def test_that_the_roster_tells_who_sits_there_for_whom_and_how_long(page: BodiesPage) -> None:
    shown = texts(page.detail.roster)
    assert "Kari Åmodt" in shown
    assert "Chair · digitaliseringssjef, Bergen" in shown
    assert "Represents Bergen" in shown
    assert "Since 01.01.2024 · the term ends 31.12.2027" in shown
    assert "Vacant seat" in shown
    assert "seat 3" in shown
    assert {"filled", "ends soon", "vacant"} <= set(shown.splitlines())


def test_that_relations_are_told_from_both_sides(page: BodiesPage, committee: Committee) -> None:
    shown = texts(page.detail.relations)
    assert "Reports to" in shown
    assert "Is advised by" in shown
    page.show_item("body", committee.parent)
    assert "Receives reports from" in texts(page.detail.relations)


def test_that_all_is_told_as_of_the_day(page: BodiesPage, desk: Desk) -> None:
    assert page.detail.roster.heading.text() == "Seats as of 01.03.2026"
    desk.set_day(date(2023, 5, 1))
    assert page.detail.roster.heading.text() == "Seats as of 01.05.2023"
    assert "Kari Åmodt" not in texts(page.detail.roster)


def test_that_an_ended_body_says_so(page: BodiesPage, desk: Desk, committee: Committee) -> None:
    desk.run(end_body, committee.body, builders.day("2026-02-01"), reason="merged")
    assert "It ended 01.02.2026: merged." in page.detail.head.sentence.text()


def test_that_the_history_strikes_through_what_was_taken_back(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    desk.run(end_body, committee.body, builders.day("2026-02-01"))
    desk.workspace.undo()
    settle()
    ended = [r for r in _rows(page.detail.history) if r.row.title.startswith("End a body")]
    assert [row.row.struck for row in ended] == [True]
    assert "taken back" in texts(page.detail.history)


def test_that_a_link_leads_on_or_out(page: BodiesPage, committee: Committee, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested) as asked:
        row = page.detail.roster.row(committee.chair)
        assert row is not None
        assert row.link is not None
        row.link.click()
    assert asked.args == ["person", committee.kari]
    page.detail.open_requested.emit("body", committee.parent)
    assert page.detail.body_id == committee.parent


def test_that_a_seat_that_is_asked_for_gets_the_keyboard(
    page: BodiesPage, committee: Committee, qtbot: QtBot
) -> None:
    page.show_item("body", committee.parent)
    page.show_item("seat", committee.vacant)
    row = page.detail.roster.row(committee.vacant)
    assert page.detail.body_id == committee.body
    assert row is not None
    assert page.focusWidget() in row.tab_stops()


def test_that_a_rule_that_is_asked_for_gets_the_keyboard(
    page: BodiesPage, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    rule = desk.run(add_rule, committee.body, Size(9, 9))
    page.show_item("body", committee.parent)
    page.show_item("rule", rule)
    row = page.detail.composition.section.row(rule)
    assert page.detail.body_id == committee.body
    assert row is not None
    assert page.focusWidget() in row.tab_stops()
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())


def test_that_a_deleted_body_leaves_the_hint(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    desk.run(delete_body, committee.body)
    assert not page.detail.head.isVisible()
    desk.workspace.undo()
    assert page.detail.head.isVisible()


# What can be done ---------------------------------------------------------------------------------


def test_that_a_new_body_is_shown_at_once(page: BodiesPage, committee: Committee) -> None:
    page.new_button.click()
    form = dialog_of(BodyDialog)
    assert isinstance(form, BodyDialog)
    form.name.setText("Fagråd for arkitektur")
    form.kind.set_value(BodyKind.EXPERT_COUNCIL)
    form.relation.set_value(RelationKind.ADVISES)
    form.parent_body.set_value(committee.body)
    form.accept()
    assert page.detail.head.name.text() == "Fagråd for arkitektur"
    assert "Digitaliseringsutvalget" in texts(page.detail.relations)


def test_that_an_empty_name_is_told_in_the_form(page: BodiesPage) -> None:
    page.add_body()
    form = dialog_of(BodyDialog)
    form.accept()
    assert form.error.text() == "A name is needed."
    assert form.isVisible()


def test_that_correcting_keeps_what_was_not_touched(page: BodiesPage, desk: Desk) -> None:
    page.correct_body()
    form = dialog_of(BodyDialog)
    assert isinstance(form, BodyDialog)
    form.purpose.setPlainText("Prioriterer.")
    form.accept()
    row = builders.the_row(desk.workspace, t.BodyRow, kind="committee")
    assert (row["purpose"], row["term_months"], row["first_day"]) == ("Prioriterer.", 24, "2018")
    assert page.detail.head.purpose.text() == "Prioriterer."


def test_that_renaming_from_a_date_keeps_the_old_name_before_it(
    page: BodiesPage, desk: Desk
) -> None:
    page.rename_body()
    form = dialog_of(RenameDialog)
    assert isinstance(form, RenameDialog)
    form.name.setText("Digitaliseringsstyret")
    form.from_day.set_value(date(2026, 2, 1))
    form.accept()
    assert page.detail.head.name.text() == "Digitaliseringsstyret"
    desk.set_day(date(2026, 1, 31))
    assert page.detail.head.name.text() == "Digitaliseringsutvalget"


def test_that_a_name_is_added_ended_and_deleted(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    actions = page.detail.actions_of_body
    actions.do(BodyVerb.ADD_NAME, "")
    form = dialog_of(NameDialog)
    assert isinstance(form, NameDialog)
    form.name.setText("Utvalet")
    form.language.setCurrentIndex(form.language.findData("nn"))
    form.accept()
    name = builders.the_row(desk.workspace, t.BodyNameRow, name="Utvalet")
    assert (name["kind"], name["language"]) == (NameKind.ALTERNATIVE.value, "nn")
    actions.do(BodyVerb.END_NAME, name["id"])
    dialog_of(EndDialog).accept()
    ended = builders.the_row(desk.workspace, t.BodyNameRow, name="Utvalet")
    assert ended["last_day"] == "2026-03-01"
    actions.do(BodyVerb.DELETE_NAME, name["id"])
    assert "Utvalet" not in texts(page.detail.names)


def test_that_the_last_official_name_is_refused_with_a_notice(
    page: BodiesPage, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    name = builders.the_row(desk.workspace, t.BodyNameRow, name="Digitaliseringsutvalget")
    with qtbot.waitSignal(desk.failed) as told:
        page.detail.actions_of_body.do(BodyVerb.DELETE_NAME, name["id"])
    assert told.args == ["A body needs a name. Add another official name first."]


def test_that_a_relation_can_be_written_from_the_other_side(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    page.detail.actions_of_body.do(BodyVerb.ADD_RELATION, "")
    form = dialog_of(RelationDialog)
    assert isinstance(form, RelationDialog)
    form.kind.setCurrentIndex(form.kind.findText("Is owned by"))
    form.other.set_value(committee.parent)
    form.accept()
    row = builders.the_row(desk.workspace, t.RelationRow, kind=RelationKind.OWNS.value)
    assert (row["from_id"], row["to_id"]) == (committee.parent, committee.body)


def test_that_a_relation_is_ended_and_deleted(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    relation = builders.the_row(desk.workspace, t.RelationRow, from_id=committee.body)
    page.detail.actions_of_body.do(BodyVerb.END_RELATION, relation["id"])
    form = dialog_of(EndDialog)
    assert isinstance(form, EndDialog)
    form.last_day.set_value(date(2026, 2, 28))
    form.accept()
    assert "Reports to" not in texts(page.detail.relations)
    desk.set_day(date(2026, 2, 28))
    page.detail.actions_of_body.do(BodyVerb.DELETE_RELATION, relation["id"])
    assert "Reports to" not in texts(page.detail.relations)


def test_that_a_succession_is_written_in_the_order_that_was_chosen(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    page.detail.actions_of_body.do(BodyVerb.ADD_SUCCESSION, "")
    form = dialog_of(SuccessionDialog)
    assert isinstance(form, SuccessionDialog)
    form.way.setCurrentIndex(1)
    form.other.set_value(committee.parent)
    form.accept()
    row = builders.the_row(desk.workspace, t.SuccessionRow)
    assert (row["from_id"], row["to_id"]) == (committee.parent, committee.body)
    assert "Came in place of, 01.03.2026" in texts(page.detail.successions)
    page.detail.actions_of_body.do(BodyVerb.DELETE_SUCCESSION, row["id"])
    assert not page.detail.successions.isVisible()


def test_that_several_bodies_become_one_in_one_step(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    second, third = (builders.a_body(desk.workspace, name) for name in ("Rådet", "Utvalet"))
    page.detail.actions_of_body.do(BodyVerb.ADD_SUCCESSION, "")
    form = dialog_of(SuccessionDialog)
    assert isinstance(form, SuccessionDialog)
    form.other.set_value(committee.parent)
    for body_id in (second, third, second):
        form.together.picker.set_value(body_id)
        form.together.picker.value_changed.emit()
    assert form.together.value() == (second, third)
    form.together.list.setCurrentRow(1)
    form.together.remove_button.click()
    form.together.picker.set_value(third)
    form.kind.set_value(SuccessionKind.MERGED)
    form.accept()
    found = {
        (row["from_id"], row["to_id"]) for row in builders.rows(desk.workspace, t.SuccessionRow)
    }
    assert found == {(before, committee.parent) for before in (committee.body, second, third)}
    desk.workspace.undo()
    assert builders.rows(desk.workspace, t.SuccessionRow) == []


def test_that_a_source_is_corrected_and_stays_verified(page: BodiesPage, desk: Desk) -> None:
    assert page.detail.body_id is not None
    source_id = desk.run(add_source, page.detail.body_id, "Møtebok", address="sak 3")
    page.detail.actions_of_body.do(BodyVerb.VERIFY_SOURCE, source_id)
    page.detail.actions_of_body.do(BodyVerb.CORRECT_SOURCE, source_id)
    form = dialog_of(SourceDialog)
    assert isinstance(form, SourceDialog)
    assert (form.title.text(), form.address.text()) == ("Møtebok", "sak 3")
    form.title.setText("Møtebok 3/2026")
    form.accept()
    assert "Møtebok 3/2026" in texts(page.detail.sources)
    assert f"by {desk.workspace.author}" in texts(page.detail.sources)


def test_that_a_source_is_added_and_verified_by_whoever_works(page: BodiesPage, desk: Desk) -> None:
    page.detail.actions_of_body.do(BodyVerb.ADD_SOURCE, "")
    form = dialog_of(SourceDialog)
    assert isinstance(form, SourceDialog)
    form.title.setText("Møtebok 3/2026")
    form.accept()
    assert "never verified" in texts(page.detail.sources)
    source = builders.the_row(desk.workspace, t.SourceRow)
    page.detail.actions_of_body.do(BodyVerb.VERIFY_SOURCE, source["id"])
    assert f"by {desk.workspace.author}" in texts(page.detail.sources)


def test_that_deleting_a_body_tells_what_goes_with_it(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    page.delete_body()
    form = dialog_of(DeleteDialog)
    assert isinstance(form, DeleteDialog)
    assert "3 seats" in form.sentence.text()
    assert "2 terms" in form.sentence.text()
    form.accept()
    assert "Digitaliseringsutvalget" not in listed(page)


def test_that_nothing_is_offered_in_a_file_for_reading(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot
) -> None:
    desk.workspace.read_only_reason = "Opened for reading."
    page = make_bodies_page(desk)
    own_windows(page)
    page.show()
    page.show_item("body", committee.body)
    buttons = (page.new_button, *page.detail.head.tab_stops(), page.detail.roster.buttons[0])
    assert not any(button.isEnabled() for button in buttons)
    assert page.detail.roster.buttons[1].isEnabled(), "to print writes nothing to the file"
    assert {button.toolTip() for button in buttons} == {"Opened for reading."}
    row = page.detail.roster.row(committee.chair)
    assert row is not None
    offered = [action for action in row.menu().actions() if action.isEnabled() and action.text()]
    assert [action.text() for action in offered] == ["Open Bergen"]


def test_that_the_mandate_in_force_can_be_opened_and_exported(
    page: BodiesPage, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    version = builders.a_mandate(desk.workspace, committee.body, adopted_on="2025-01-01")
    row = page.detail.mandates.row(version)
    assert row is not None
    assert row.link is not None
    with qtbot.waitSignal(page.open_requested) as asked:
        row.link.click()
    assert asked.args == ["version", version]
    row.menu().actions()[0].trigger()
    form = dialog_of(FormDialog)
    assert form.windowTitle() == "Export the mandate"
    form.reject()


# For everyone -------------------------------------------------------------------------------------


def test_that_the_page_is_for_everyone(page: BodiesPage, qtbot: QtBot) -> None:
    qtbot.wait(10)
    assert rules.breaches(page) == []
    assert rules.jumping_tab_order(page) == []
    assert rules.rich_data_labels(page) == []


@pytest.mark.parametrize("size", [(820, 640), (700, 560)])
def test_that_nothing_of_the_detail_is_cut(
    page: BodiesPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.wait(10)
    content = page.detail.column.area.widget()
    assert content.width() <= page.detail.column.area.viewport().width()
    assert rules.clipped_texts(page) == []


def test_that_every_text_goes_through_translation(
    desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot
) -> None:
    with pseudo():
        page = make_bodies_page(desk)
        own_windows(page)
        page.show()
        page.show_item("body", committee.body)
        settle()
        shown = {w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page) and w.text()}
    unmarked = {text for text in shown if "«§" not in text and not text.endswith("· test")}
    assert unmarked == {"Digitaliseringsutvalget", "DU", "2"}


def test_that_f2_and_delete_work_on_a_row(
    page: BodiesPage, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    row = page.detail.roster.row(committee.chair)
    assert row is not None
    row.take_focus()
    qtbot.keyClick(row.tab_stops()[0], Qt.Key.Key_F2)
    form = dialog_of(FormDialog)
    assert form.windowTitle() == "Correct the term"
    form.reject()
    qtbot.keyClick(row.tab_stops()[0], Qt.Key.Key_Delete)
    assert builders.rows(desk.workspace, t.AppointmentRow, id=committee.term) == []
    assert "Kari Åmodt" not in texts(page.detail.roster)
    assert not any(isinstance(w, QDialog) and w.isVisible() for w in page.findChildren(QDialog))


def test_that_the_list_takes_f2_delete_and_enter(
    page: BodiesPage, committee: Committee, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_F2)
    dialog_of(BodyDialog).reject()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Delete)
    dialog_of(DeleteDialog).reject()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.focusWidget() in page.detail.head.tab_stops()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "verb",
    [
        BodyVerb.CORRECT,
        BodyVerb.RENAME,
        BodyVerb.END,
        BodyVerb.DELETE,
        BodyVerb.ADD_NAME,
        BodyVerb.ADD_RELATION,
        BodyVerb.ADD_SUCCESSION,
        BodyVerb.ADD_SOURCE,
    ],
)
def test_that_every_form_is_for_everyone(
    page: BodiesPage, qtbot: QtBot, qapp: QApplication, verb: BodyVerb, percent: int
) -> None:
    apply_text_size(qapp, percent)
    try:
        page.detail.actions_of_body.do(verb, "")
        form = dialog_of(FormDialog)
        qtbot.wait(10)
        assert rules.breaches(form) == []
        assert rules.jumping_tab_order(form) == []
        assert rules.rich_data_labels(form) == []
        form.reject()
    finally:
        apply_text_size(qapp, 100)
