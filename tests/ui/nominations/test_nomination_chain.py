"""What the forms of the chain do: pass on, forward, keep, close, reappoint, cut short, act."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from samstyring.commands.bodies import add_relation
from samstyring.commands.nominations import forward_candidacy
from samstyring.commands.requests import pass_on
from samstyring.domain.bodies import BodyKind, RelationKind
from samstyring.domain.nominations import RequestLine, StepKind
from samstyring.domain.seats import SeatRole
from samstyring.queries.nominations import candidacy_lines, round_detail, round_lines
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.nominations.candidacy_dialogs import AppointDialog, StepDialog
from samstyring.ui.nominations.chain_dialogs import ForwardDialog, KeepDialog, PassOnDialog
from samstyring.ui.nominations.page import NominationsPage
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.nominations.request_dialogs import AnswerDialog, AskDialog, CorrectRequestDialog
from samstyring.ui.nominations.round_dialogs import CloseRoundDialog
from samstyring.ui.seats.reappointments import ActDialog, CutShortDialog, ReappointDialog
from tests import builders
from tests.ui import rules
from tests.ui.nominations.conftest import DAY, Call
from tests.ui.nominations.test_nominations_page import form_of


def _requests(desk: Desk, call: Call) -> dict[str, RequestLine]:
    detail = desk.read(round_detail, call.round, as_of=DAY)
    return {request.body_id: request for request in detail.requests}


def _municipality(desk: Desk, network: str) -> str:
    body = builders.a_body(desk.workspace, "Voss", kind=BodyKind.MUNICIPALITY)
    desk.run(add_relation, body, network, RelationKind.MEMBER_OF)
    return body


# Passing on and forwarding ----------------------------------------------------------------------


def test_that_a_request_is_passed_on_to_those_below(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    voss = _municipality(desk, call.vestland)
    tab = page.panel.requests
    tab.table.select(_requests(desk, call)[call.vestland].id)
    tab.buttons.trigger("pass_on")
    form = form_of(PassOnDialog)
    assert form.bodies.count() == 1
    form.bodies.set_ticked(voss, True)
    form.asked_on.set_value(date(2026, 1, 20))
    form.due_on.set_value(date(2026, 3, 2))
    form.accept()
    assert "01.03.2026 at the latest" in form.error.text()
    form.due_on.set_value(date(2026, 2, 10))
    form.accept()
    passed = _requests(desk, call)[voss]
    assert (passed.due_on, passed.passed_on_from_id) == (
        "2026-02-10",
        _requests(desk, call)[call.vestland].id,
    )
    tab.table.select(_requests(desk, call)[call.vestland].id)
    assert "1 of those it was passed on to is late." in tab.said.text()
    tab.table.select(passed.id)
    tab.table.record_selected.emit(passed.id)
    assert "Digi Vestland passed the request on." in tab.said.text()


def test_that_a_candidacy_is_forwarded_and_shown_as_a_path(
    page: NominationsPage, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    pane = page.panel.candidacies.pane
    pane.trigger("forward")
    form = form_of(ForwardDialog)
    form.accept()
    assert form.error.text() == "Choose the body that forwards the candidacy."
    form.by.set_value(call.agder)
    form.reason.setPlainText("Landsdelens fremste.")
    form.accept()
    lines = {line.by_id: line for line in desk.read(candidacy_lines, as_of=DAY)}
    assert lines[call.vestland].forwarded_by_name == "Digi Agder"
    assert "appoint" not in pane.buttons.keys()  # noqa: SIM118  a method, not a mapping
    page.show_item("candidacy", lines[call.agder].id)
    qtbot.wait(10)
    texts = [label.text() for label in pane.path.findChildren(QLabel) if label.isVisible()]
    assert texts == [
        "Nye medlemmer 2026, called by KS",
        "nominated 01.02.2026 · asked by KS 10.01.2026",
        "nominated 10.03.2026 · asked by KS 10.01.2026 · Landsdelens fremste.",
    ]
    qtbot.waitUntil(lambda: rules.breaches(page) == [], timeout=5000)  # laid out in its own time
    assert rules.clipped_texts(page) == []


def test_that_who_passed_the_request_on_is_suggested_to_forward(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    voss = _municipality(desk, call.vestland)
    desk.run(pass_on, _requests(desk, call)[call.vestland].id, (voss,))
    person = builders.a_person(desk.workspace, "Eva")
    candidacy = builders.a_candidacy(desk.workspace, call.olas, person, voss, round_id=call.round)
    page.show_item("candidacy", candidacy)
    page.panel.candidacies.pane.trigger("forward")
    form = form_of(ForwardDialog)
    assert form.by.value() == call.vestland
    form.reject()


def test_that_all_networks_are_asked_at_once(page: NominationsPage, desk: Desk, call: Call) -> None:
    network = BodyKind.REGIONAL_NETWORK
    made = {builders.a_body(desk.workspace, name, kind=network) for name in ("Digi A", "Digi B")}
    page.panel.requests.buttons.trigger("ask")
    form = form_of(AskDialog)
    form.every.setChecked(True)
    assert set(form.networks.ticked()) == made
    form.accept()
    assert made <= set(_requests(desk, call))
    assert desk.workspace.undo_state().undo == "Ask bodies to nominate: Nye medlemmer 2026"


# Answers and closing ----------------------------------------------------------------------------


def test_that_no_candidate_can_be_corrected(page: NominationsPage, desk: Desk, call: Call) -> None:
    tab = page.panel.requests
    tab.table.select(_requests(desk, call)[call.agder].id)
    tab.buttons.trigger("answer")
    form = form_of(AnswerDialog)
    form.no_candidate.setChecked(True)
    form.answer.setPlainText("Ingen har tid.")
    form.accept()
    tab.buttons.trigger("correct")
    correcting = form_of(CorrectRequestDialog)
    assert correcting.no_candidate.isChecked()
    correcting.no_candidate.setChecked(False)
    correcting.accept()
    assert not _requests(desk, call)[call.agder].no_candidate


def test_that_closing_asks_about_those_who_have_not_answered(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.panel.trigger("close")
    form = form_of(CloseRoundDialog)
    assert form.waiting.isVisible()
    form.accept()
    assert form.error.text().startswith("No answer yet from Digi Agder.")
    form.anyway.setChecked(True)
    form.accept()
    assert desk.read(round_lines, as_of=DAY)[0].closed_on == "2026-03-10"
    assert "ask" not in page.panel.requests.buttons.keys()  # noqa: SIM118


def test_that_one_who_is_forwarded_is_one_candidate_of_the_round(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    desk.run(forward_candidacy, call.candidacy, call.agder, on_day=DAY)
    assert page.panel.sentence.text().startswith("2 seats to fill and 1 candidate.")
    assert page.panel.tabs.tabText(0) == "Candidacies (2)"
    assert page.table.shown_records()[0].candidates == 1


# Kept -------------------------------------------------------------------------------------------


def test_that_one_who_was_not_chosen_is_kept_and_offered(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    pane = page.panel.candidacies.pane
    assert "keep" not in pane.buttons.keys()  # noqa: SIM118
    pane.trigger("not_appointed")
    form_of(StepDialog).accept()
    pane.trigger("keep")
    form_of(KeepDialog).accept()
    texts = [label.text() for label in pane.findChildren(QLabel)]
    assert "09.03.2028" in texts
    page.show_item("nominate", call.vacant)
    form = form_of(PutForwardDialog)
    (offered,) = form.kept.buttons()
    assert offered.text() == "Kari Ås (put forward by Digi Vestland, kept until 09.03.2028)"
    offered.click()
    assert form.person.person_id() == call.kari
    form.accept()
    steps = [line.step for line in desk.read(candidacy_lines, as_of=DAY)]
    assert sorted(steps) == [StepKind.NOT_APPOINTED, StepKind.PROPOSED]
    page.show_item("candidacy", call.candidacy)
    pane.trigger("stop_keeping")
    assert "stop_keeping" not in pane.buttons.keys()  # noqa: SIM118


# Terms ------------------------------------------------------------------------------------------


def _of_seat(page: NominationsPage, seat_id: str, key: str) -> None:
    page.panel.seats.table.select(
        next(seat.id for seat in page.panel.seats.table.shown_records() if seat.seat_id == seat_id)  # type: ignore[attr-defined]
    )
    page.panel.seats.buttons.trigger(key)


def _sits(desk: Desk, seat_id: str, day: date) -> str:
    lines = desk.read(seat_lines, as_of=day)
    return next(line.person_name for line in lines if line.id == seat_id)


def test_that_a_member_is_reappointed_with_the_personal_substitute(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    file = desk.workspace
    own = builders.a_seat(
        file, call.council, role=SeatRole.PERSONAL_SUBSTITUTE, substitute_for_id=call.olas
    )
    builders.an_appointment(file, own, builders.a_person(file, "Eva"), term_last="2026-04-01")
    _of_seat(page, call.olas, "reappoint")
    form = form_of(ReappointDialog)
    assert form.first.value() == builders.day("2026-04-02")
    assert [box.text() for box in form.following] == ["Eva, the personal substitute, follows"]
    form.accept()
    assert _sits(desk, call.olas, date(2027, 1, 1)) == "Ola Nordmann"
    assert _sits(desk, own, date(2027, 1, 1)) == "Eva"
    assert desk.workspace.undo_state().undo == "Reappoint: Ola Nordmann, KommIT-rådet 1"


def test_that_a_term_is_cut_short_and_its_rest_filled(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    _of_seat(page, call.olas, "cut_short")
    form = form_of(CutShortDialog)
    form.accept()
    assert form.error.text() == "Write why the term is cut short."
    form.reason.setText("Ny stilling")
    form.accept()
    candidacy = builders.a_candidacy(
        desk.workspace, call.olas, builders.a_person(desk.workspace, "Eva"), call.agder
    )
    page.show_item("candidacy", candidacy)
    page.panel.candidacies.pane.trigger("appoint")
    appointing = form_of(AppointDialog)
    appointing.first.set_value(date(2026, 3, 15))
    appointing.first.value_changed.emit()
    assert appointing.last.value() == builders.day("2028-03-14")
    appointing.only_rest.setChecked(True)
    assert appointing.last.value() == builders.day("2026-04-01")
    appointing.accept()
    assert _sits(desk, call.olas, date(2026, 3, 15)) == "Eva"


def test_that_a_substitute_acts_for_a_time(page: NominationsPage, desk: Desk, call: Call) -> None:
    file = desk.workspace
    own = builders.a_seat(file, call.council, role=SeatRole.SUBSTITUTE)
    eva = builders.a_person(file, "Eva")
    builders.an_appointment(file, own, eva)
    _of_seat(page, call.olas, "act")
    form = form_of(ActDialog)
    form.substitute.set_value(eva)
    form.accept()
    assert form.error.text() == "Write the last day."
    form.last.set_value(date(2026, 3, 20))
    form.accept()
    assert _sits(desk, call.olas, date(2026, 3, 20)) == "Eva"
    assert _sits(desk, call.olas, date(2026, 3, 21)) == "Ola Nordmann"


@pytest.mark.parametrize(
    ("seat", "kind", "key"),
    [
        ("olas", ReappointDialog, "reappoint"),
        ("olas", CutShortDialog, "cut_short"),
        ("vacant", ActDialog, "act"),
    ],
)
def test_that_the_forms_of_terms_are_for_everyone(
    page: NominationsPage, call: Call, qtbot: QtBot, seat: str, kind: type, key: str
) -> None:
    _of_seat(page, getattr(call, seat), key)
    form = form_of(kind)
    qtbot.waitUntil(lambda: rules.breaches(form) == [], timeout=5000)
    form.reject()


def test_that_the_forms_of_the_chain_are_for_everyone(
    page: NominationsPage, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    page.panel.requests.table.select(_requests(desk, call)[call.vestland].id)
    for trigger, kind, key in (
        (page.panel.requests.buttons.trigger, PassOnDialog, "pass_on"),
        (page.panel.candidacies.pane.trigger, ForwardDialog, "forward"),
        (page.panel.trigger, CloseRoundDialog, "close"),
    ):
        trigger(key)
        form = form_of(kind)  # type: ignore[type-var]
        qtbot.waitUntil(lambda form=form: rules.breaches(form) == [], timeout=5000)
        form.reject()
