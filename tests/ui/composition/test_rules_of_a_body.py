"""The rules in a body's detail: how each stands, and what can be done with it."""

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from samstyring.commands.command import command
from samstyring.commands.composition import add_rule, answer_breach
from samstyring.domain.composition import Rule
from samstyring.domain.composition_rules import (
    PARAMETERS,
    ChairRotation,
    Competence,
    Force,
    Grouping,
    PerRegion,
    RoleLevel,
    RuleKind,
    Size,
)
from samstyring.language import pseudo
from samstyring.queries.composition import body_rules
from samstyring.store import tables as t
from samstyring.ui.bodies import make_bodies_page
from samstyring.ui.bodies.page import BodiesPage
from samstyring.ui.composition.dialogs import AddRuleDialog, AnswerDialog, CorrectRuleDialog
from samstyring.ui.composition.fields import CountBox, RegionTicks, WordLines
from samstyring.ui.composition.rule_rows import RuleVerb
from samstyring.ui.composition.what_if_dialog import WhatIfDialog
from samstyring.ui.desk import Desk
from samstyring.ui.forms import Chip, FormDialog
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.theme import apply_text_size
from tests import builders
from tests.ui import rules
from tests.ui.composition.conftest import DAY, Committee, Own, settled

Form = TypeVar("Form", bound=QWidget)


def settle() -> None:
    """Let what was made come on the screen, and what was taken away go."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def form_of(kind: type[Form]) -> Form:
    """Return the one open window of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


@pytest.fixture
def page(desk: Desk, committee: Committee, own_windows: Own, qtbot: QtBot) -> BodiesPage:
    """Show the committee on the page of bodies."""
    page: BodiesPage = own_windows(make_bodies_page(desk))
    page.resize(1000, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_item("body", committee.body)
    return page


def texts(page: BodiesPage) -> str:
    """Return all that the section says."""
    settle()
    section = page.detail.composition.section
    labels = [w for w in section.findChildren(QLabel) if w.isVisibleTo(section)]
    return " | ".join(label.text() for label in labels)


def chips(page: BodiesPage, rule_id: str) -> list[str]:
    """Return the words on the chips of a rule."""
    row = page.detail.composition.section.row(rule_id)
    assert row is not None
    return [chip.word() for chip in row.findChildren(Chip)]


def rules_of(desk: Desk, body_id: str) -> tuple[Rule, ...]:
    """Return the rules of a body."""
    return desk.read(body_rules, body_id, as_of=DAY)


def do(page: BodiesPage, verb: RuleVerb, rule_id: str = "") -> None:
    """Ask for something as a button or menu does."""
    page.detail.composition.section.verb_chosen.emit(verb.value, rule_id)


# What is shown ------------------------------------------------------------------------------------


def test_that_a_body_tells_its_spread_in_one_line(page: BodiesPage) -> None:
    assert "chair 1 · 1 network" in texts(page)
    assert "male 1" in texts(page)


def test_that_each_rule_says_how_it_stands(page: BodiesPage, committee: Committee) -> None:
    assert chips(page, committee.size) == ["broken"]
    assert chips(page, committee.regions) == ["broken"]
    assert chips(page, committee.gender) == ["met"]
    assert "Members: 1; there should be 2–3." in texts(page)
    assert "Too few from Digi Vestland" in texts(page)
    assert "Members from each region (network) | advisory" in texts(page)


def test_that_a_gender_not_stated_cannot_be_judged(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    builders.an_appointment(desk.workspace, committee.first, builders.a_person(desk.workspace))
    assert chips(page, committee.gender) == ["cannot be judged"]


def test_that_a_rule_that_is_off_is_not_judged(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    rule = desk.run(add_rule, committee.body, Competence(("jus",)), force=Force.OFF)
    assert chips(page, rule) == ["off"]
    assert "It is off, and is not judged." in texts(page)


def test_that_a_body_without_rules_says_so(
    page: BodiesPage, committee: Committee, qtbot: QtBot
) -> None:
    page.show_item("body", committee.agder)
    assert "No rule about who should sit here is written." in texts(page)


def test_that_rules_are_those_of_the_day(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    period = builders.a_period("2027")
    rule = desk.run(add_rule, committee.body, Size(5, 5), period=period)
    assert page.detail.composition.section.row(rule) is None
    desk.set_day(DAY.replace(year=2028))
    assert page.detail.composition.section.heading.text() == "Composition as of 10.03.2028"
    assert chips(page, rule) == ["broken"]


# What can be done ---------------------------------------------------------------------------------


def test_that_a_rule_is_added_with_fields_that_follow_its_kind(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    do(page, RuleVerb.ADD)
    form = form_of(AddRuleDialog)
    form.kind.set_value(RuleKind.ROLE_LEVEL)
    titles = form.parameters.editors["titles"]
    assert isinstance(titles, WordLines)
    titles.setPlainText("kommunedirektør\n\n IT-sjef ")
    form.force.set_value(Force.BINDING)
    form.accept()
    added = next(r for r in rules_of(desk, committee.body) if r.kind is RuleKind.ROLE_LEVEL)
    assert added.parameters == RoleLevel(("kommunedirektør", "IT-sjef"))
    assert added.force is Force.BINDING
    assert chips(page, added.id) == ["broken"] or chips(page, added.id) == ["met"]


def test_that_a_rule_nothing_could_meet_keeps_the_form_open(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    do(page, RuleVerb.ADD)
    form = form_of(AddRuleDialog)
    for key, count in (("least", 9), ("most", 3)):
        box = form.parameters.editors[key]
        assert isinstance(box, CountBox)
        box.setValue(count)
    form.accept()
    assert "No body has at least 9 and at most 3 members." in form.error.text()
    assert len(rules_of(desk, committee.body)) == 3
    form.reject()


def test_that_one_per_region_can_ask_for_some_of_them(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    do(page, RuleVerb.CORRECT, committee.regions)
    form = form_of(CorrectRuleDialog)
    ticks = form.parameters.editors["regions"]
    assert isinstance(ticks, RegionTicks)
    ticks.set_ticked(committee.agder, True)
    form.accept()
    assert chips(page, committee.regions) == ["met"]
    asked = next(r.parameters for r in rules_of(desk, committee.body) if r.id == committee.regions)
    assert asked == PerRegion(regions=(committee.agder,))


def test_that_a_region_that_is_over_stays_asked_for(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    over = builders.a_body(desk.workspace, "Digi Før", period=builders.a_period(None, "2020"))
    rule = desk.run(add_rule, committee.body, PerRegion(Grouping.COUNTY, regions=(over,)))
    do(page, RuleVerb.CORRECT, rule)
    form = form_of(CorrectRuleDialog)
    assert form.parameters.value() == PerRegion(Grouping.COUNTY, regions=(over,))
    form.reject()


@pytest.mark.parametrize("kind", RuleKind)
def test_that_every_kind_can_be_shown_and_read_again(desk: Desk, kind: RuleKind) -> None:
    from samstyring.ui.composition.fields import ParametersField

    examples = {
        RuleKind.SIZE: Size(3, 5),
        RuleKind.PER_REGION: PerRegion(Grouping.COUNTY, 0, 2),
        RuleKind.ROLE_LEVEL: RoleLevel(("rådmann",), 2),
        RuleKind.COMPETENCE: Competence(("jus", "helse"), 3),
        RuleKind.CHAIR_ROTATION: ChairRotation(Grouping.SUB_REGION),
    }
    parameters = examples.get(kind) or PARAMETERS[kind]()
    field = ParametersField(desk, kind, parameters)
    assert field.value() == parameters
    field.deleteLater()


def test_that_a_breach_is_answered_and_the_answer_taken_back(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    do(page, RuleVerb.ANSWER, committee.size)
    form = form_of(AnswerDialog)
    assert "Members: 1; there should be 2–3." in form.sentence.text()
    form.accept()
    assert "Write why the breach is meant" in form.error.text()
    form.reason.setPlainText("Venter på valget.")
    form.until.field.setText("31.12.2026")
    form.accept()
    assert chips(page, committee.size) == ["answered"]
    assert "Answered 10.03.2026 by test: Venter på valget." in texts(page)
    assert "The answer holds until 31.12.2026." in texts(page)
    do(page, RuleVerb.TAKE_BACK, committee.size)
    assert chips(page, committee.size) == ["broken"]
    desk.workspace.undo()
    assert chips(page, committee.size) == ["answered"]


def test_that_only_a_breach_can_be_answered(page: BodiesPage, committee: Committee) -> None:
    offered = {
        rule: [a.text() for a in row.menu().actions() if a.text()]
        for rule in (committee.size, committee.gender)
        if (row := page.detail.composition.section.row(rule)) is not None
    }
    assert "Answer the breach…" in offered[committee.size]
    assert offered[committee.gender] == ["Correct the rule…", "End the rule…", "Delete the rule"]


def test_that_a_rule_is_ended_on_a_day(page: BodiesPage, desk: Desk, committee: Committee) -> None:
    do(page, RuleVerb.END, committee.size)
    form = form_of(EndDialog)
    form.last_day.field.setText("01.03.2026")
    form.accept()
    assert page.detail.composition.section.row(committee.size) is None
    row = builders.the_row(desk.workspace, t.CompositionRuleRow, id=committee.size)
    assert row["last_day"] == "2026-03-01"


def test_that_keys_correct_and_delete_a_rule(
    page: BodiesPage, desk: Desk, committee: Committee, qtbot: QtBot
) -> None:
    row = page.detail.composition.section.row(committee.size)
    assert row is not None
    row.take_focus()
    qtbot.keyClick(row.tab_stops()[0], Qt.Key.Key_F2)
    form_of(CorrectRuleDialog).reject()
    qtbot.keyClick(row.tab_stops()[0], Qt.Key.Key_Delete)
    assert page.detail.composition.section.row(committee.size) is None
    desk.workspace.undo()
    assert chips(page, committee.size) == ["broken"]


def test_that_a_file_for_reading_can_only_be_tried_out_in(
    desk: Desk, committee: Committee, own_windows: Own
) -> None:
    desk.workspace.read_only_reason = "Opened for reading."
    page: BodiesPage = own_windows(make_bodies_page(desk))
    page.show()
    page.show_item("body", committee.body)
    new, what_if = page.detail.composition.section.buttons
    assert (new.isEnabled(), new.toolTip()) == (False, "Opened for reading.")
    assert what_if.isEnabled()
    do(page, RuleVerb.DELETE, committee.size)
    assert page.detail.composition.section.row(committee.size) is not None
    what_if.click()
    dialog = form_of(WhatIfDialog)
    assert not dialog.pane.buttons.button("recommend").isEnabled()
    dialog.reject()


# For everyone -------------------------------------------------------------------------------------


def test_that_the_section_is_for_everyone(page: BodiesPage, qtbot: QtBot) -> None:
    settled(qtbot, page)
    assert rules.breaches(page) == []
    assert rules.jumping_tab_order(page) == []
    assert rules.rich_data_labels(page) == []


def test_that_a_rule_that_cannot_be_read_stands_alone_and_is_written_anew(
    page: BodiesPage, desk: Desk, committee: Committee
) -> None:
    desk.run(_garble, committee.size)
    section = page.detail.composition.section
    row = section.row(committee.size)
    assert row is not None
    said = " ".join(label.text() for label in row.findChildren(QLabel))
    assert "What this rule asks for cannot be read." in said
    assert section.row(committee.regions) is not None
    do(page, RuleVerb.CORRECT, committee.size)
    form = form_of(CorrectRuleDialog)
    form.accept()
    row = section.row(committee.size)
    assert row is not None
    assert "cannot be read" not in " ".join(label.text() for label in row.findChildren(QLabel))


@command("Garble a rule")
def _garble(session: Session, rule_id: str) -> None:
    session.get_one(t.CompositionRuleRow, rule_id).parameters = "?"


def test_that_a_broken_rule_leads_to_what_mends_it(
    page: BodiesPage, committee: Committee, qtbot: QtBot
) -> None:
    do(page, RuleVerb.MEND, committee.regions)
    dialog = form_of(WhatIfDialog)
    qtbot.waitUntil(lambda: len(dialog.pane.alternatives.cards) > 0, timeout=20_000)
    dialog.reject()


@pytest.fixture(params=[100, 200])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    """Show all text at a size."""
    apply_text_size(qapp, request.param)
    yield request.param
    apply_text_size(qapp, 100)


@pytest.mark.parametrize("kind", RuleKind)
def test_that_the_form_of_every_kind_is_for_everyone(
    page: BodiesPage, qtbot: QtBot, text_size: int, kind: RuleKind
) -> None:
    do(page, RuleVerb.ADD)
    form = form_of(AddRuleDialog)
    form.kind.set_value(kind)
    settled(qtbot, form)
    assert rules.breaches(form) == []
    # At 200 % the fields scroll, and those below are above the buttons only to look at.
    assert text_size > 100 or rules.jumping_tab_order(form) == []
    assert rules.rich_data_labels(form) == []
    form.reject()


@pytest.mark.parametrize("verb", [RuleVerb.CORRECT, RuleVerb.ANSWER, RuleVerb.END])
def test_that_the_other_forms_are_for_everyone(
    page: BodiesPage, committee: Committee, qtbot: QtBot, text_size: int, verb: RuleVerb
) -> None:
    do(page, verb, committee.size)
    form = form_of(FormDialog)
    settled(qtbot, form)
    assert rules.breaches(form) == []
    assert rules.jumping_tab_order(form) == []
    form.reject()


def test_that_every_text_goes_through_translation(
    desk: Desk, committee: Committee, own_windows: Own
) -> None:
    desk.run(
        answer_breach, committee.size, "Meant", on_day=DAY, by_whom="KS",
        holds_until=builders.day("2027"),
    )  # fmt: skip
    with pseudo():
        page: BodiesPage = own_windows(make_bodies_page(desk))
        page.show()
        page.show_item("body", committee.body)
        section = page.detail.composition.section
        shown = [w.text() for w in section.findChildren(QLabel) if w.text()]
        shown += [chip.word() for chip in section.findChildren(Chip)]
        shown += [button.text() for button in section.buttons]
    assert [text for text in shown if "«§" not in text] == []
