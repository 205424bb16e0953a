"""The page of nominations: what is listed, what is told of a round, and what can be done."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from samstyring.commands.nominations import delete_round, take_step
from samstyring.commands.people import give_privacy_notice
from samstyring.domain.nominations import CandidacyLine, RequestLine, RequestStatus, StepKind
from samstyring.domain.seats import SeatRole
from samstyring.language import pseudo
from samstyring.queries.nominations import candidacy_detail, round_detail, round_lines
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.deletion import DeleteDialog
from samstyring.ui.nominations import make_nominations_page
from samstyring.ui.nominations.candidacy_dialogs import (
    AppointDialog,
    CorrectCandidacyDialog,
    StepDialog,
)
from samstyring.ui.nominations.page import OUTSIDE, NominationsPage
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.nominations.request_dialogs import (
    AnswerDialog,
    AskDialog,
    CorrectRequestDialog,
)
from samstyring.ui.nominations.round_dialogs import (
    AddSeatDialog,
    CallRoundDialog,
    CloseRoundDialog,
    CorrectRoundDialog,
)
from samstyring.ui.parts.links import LinkButton
from tests import builders
from tests.ui import rules
from tests.ui.nominations.conftest import DAY, Call, Own

Form = TypeVar("Form", bound=FormDialog)


def form_of(kind: type[Form]) -> Form:
    """Return the one open form of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def step_of(desk: Desk, candidacy_id: str) -> StepKind:
    """Return where a candidacy stands."""
    return desk.read(candidacy_detail, candidacy_id, as_of=DAY).line.step


# What is shown ----------------------------------------------------------------------------------


def test_that_a_round_tells_how_far_it_has_come(page: NominationsPage) -> None:
    assert page.panel.heading.text() == "Nye medlemmer 2026"
    assert page.panel.facts.text() == ("KS · called 10.01.2026 · deadline 01.03.2026 (9 days ago)")
    assert page.panel.sentence.text() == (
        "2 seats to fill and 1 candidate. 1 of 2 who were asked have answered. 1 answer is overdue."
    )


def test_that_an_empty_file_says_how_to_begin(desk: Desk, own_windows: Own) -> None:
    page = own_windows(make_nominations_page(desk))
    page.show()
    assert "Call for nominations" in page.table.view.accessibleDescription()
    assert not page.panel.isVisible()


def test_that_open_rounds_come_first(page: NominationsPage, desk: Desk, call: Call) -> None:
    builders.a_round(desk.workspace, call.council, name="Ny runde", called_on="2026-02-01")
    newer, older = page.table.shown_records()
    assert [newer.id == call.round, older.id == call.round] == [False, True]
    page.panel.show_round(desk.read(round_detail, newer.id, as_of=DAY))
    page.table.select(newer.id)
    page.panel.trigger("close")
    form_of(CloseRoundDialog).accept()
    assert page.table.shown_records()[0].id == call.round
    assert page.status_text() == "2 rounds, of which 1 open"


def test_that_the_candidate_is_told_of_step_by_step(page: NominationsPage) -> None:
    pane = page.panel.candidacies.pane
    texts = [label.text() for label in pane.findChildren(QLabel)]
    assert "nominated" in texts
    assert "01.02.2026" in texts
    assert {link.link.text for link in pane.findChildren(LinkButton)} == {
        "Kari Ås",
        "KommIT-rådet",
        "Digi Vestland",
    }


def test_that_links_lead_to_the_person_and_the_body(
    page: NominationsPage, call: Call, qtbot: QtBot
) -> None:
    links = {link.link.text: link for link in page.panel.candidacies.pane.findChildren(LinkButton)}
    person, body = links["Kari Ås"], links["KommIT-rådet"]
    with qtbot.waitSignal(page.open_requested) as opened:
        person.click()
    assert opened.args == ["person", call.kari]
    with qtbot.waitSignal(page.open_requested) as opened:
        body.click()
    assert opened.args == ["body", call.council]


def test_that_an_earlier_day_shows_what_stood_then(page: NominationsPage, desk: Desk) -> None:
    desk.set_day(date(2026, 1, 20))
    assert page.heading.text() == "Nominations as of 20.01.2026"
    assert page.panel.candidacies.table.shown_records() == ()
    desk.set_day(date(2025, 1, 1))
    assert page.table.shown_records() == ()
    assert not page.panel.isVisible()


def test_that_a_candidacy_that_is_asked_for_is_shown(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    builders.a_round(desk.workspace, call.council, name="En annen", called_on="2026-02-01")
    page.table.select(page.table.shown_records()[0].id)
    page.show_item("candidacy", call.candidacy)
    assert page.table.selected_id() == call.round
    assert page.panel.candidacies.table.selected_id() == call.candidacy


def test_that_a_round_that_is_not_there_that_day_is_told_of(
    page: NominationsPage, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    desk.set_day(date(2025, 1, 1))
    with qtbot.waitSignal(desk.failed) as failed:
        page.show_item("round", call.round)
    assert failed.args == ["This is not there on 01.01.2025. Choose another day to see it."]


def test_that_a_round_that_the_filter_hides_is_shown_when_asked_for(
    page: NominationsPage, call: Call
) -> None:
    page.table.filter_field.setText("noe helt annet")
    assert page.table.shown_records() == ()
    page.show_item("round", call.round)
    assert page.panel.heading.text() == "Nye medlemmer 2026"


def test_that_a_candidate_who_is_activated_is_opened(
    page: NominationsPage, call: Call, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.open_requested) as opened:
        page.panel.candidacies.table.record_activated.emit(call.candidacy)
    assert opened.args == ["person", call.kari]


def test_that_what_is_selected_stays_so_through_a_change(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    builders.a_candidacy(desk.workspace, call.olas, call.ola, call.agder, round_id=call.round)
    page.panel.candidacies.select(call.candidacy)
    builders.a_person(desk.workspace, "Noen Andre")
    assert page.panel.candidacies.table.selected_id() == call.candidacy


# Rounds -----------------------------------------------------------------------------------------


def test_that_calling_a_round_suggests_seats_and_whom_to_ask(
    desk: Desk, call: Call, page: NominationsPage
) -> None:
    desk.run(delete_round, call.round)
    page.buttons.button("call").click()
    form = form_of(CallRoundDialog)
    assert form.seats.ticked() == (call.olas, call.vacant)
    assert form.asked.ticked() == (call.vestland,)
    form.fields.name.setText("Nye medlemmer 2027")
    form.fields.caller.set_value(call.council)
    form.asked.set_ticked(call.agder, True)
    form.accept()
    assert page.panel.heading.text() == "Nye medlemmer 2027"
    detail = desk.read(round_detail, _round_named(desk, "Nye medlemmer 2027"), as_of=DAY)
    assert {seat.seat_id for seat in detail.seats} == {call.olas, call.vacant}
    assert [request.body_name for request in detail.requests] == ["Digi Agder", "Digi Vestland"]
    assert desk.workspace.undo_state().undo == "Call for nominations: Nye medlemmer 2027"


def test_that_a_round_that_is_called_is_the_one_that_is_shown(
    page: NominationsPage, call: Call
) -> None:
    page.buttons.button("call").click()
    form = form_of(CallRoundDialog)
    form.fields.name.setText("En runde til")
    form.fields.called_on.set_value(date(2026, 1, 2))
    form.fields.caller.set_value(call.council)
    form.accept()
    assert page.panel.heading.text() == "En runde til"


def test_that_those_who_nominate_follow_the_seats_that_are_ticked(
    desk: Desk, call: Call, page: NominationsPage
) -> None:
    desk.run(delete_round, call.round)
    page.buttons.button("call").click()
    form = form_of(CallRoundDialog)
    assert form.asked.item(0).text() == "Digi Vestland · regional digital network"
    form.seats.set_ticked(call.vacant, False)
    assert form.asked.ticked() == ()
    form.seats.set_ticked(call.vacant, True)
    assert form.asked.ticked() == (call.vestland,)
    form.asked.set_ticked(call.vestland, False)
    form.asked.set_ticked(call.agder, True)
    form.seats.set_ticked(call.vacant, False)
    form.seats.set_ticked(call.vacant, True)
    assert form.asked.ticked() == (call.agder,)
    form.reject()


def _round_named(desk: Desk, name: str) -> str:
    (found,) = [line.id for line in desk.read(round_lines, as_of=DAY) if line.name == name]
    return found


def test_that_a_seat_in_an_open_round_is_not_ticked(page: NominationsPage) -> None:
    page.page_actions()[0].run()
    form = form_of(CallRoundDialog)
    assert form.seats.count() == 2
    assert form.seats.ticked() == ()
    assert "already in" in form.seats.item(0).text()
    form.reject()


def test_that_a_second_round_for_a_seat_is_asked_about(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.buttons.button("call").click()
    form = form_of(CallRoundDialog)
    assert form.second.warning.isHidden()
    form.fields.name.setText("En runde til")
    form.fields.caller.set_value(call.council)
    form.seats.set_ticked(call.vacant, True)
    assert form.second.warning.text() == (
        "Already in an open round: KommIT-rådet, member, seat 2 in “Nye medlemmer 2026”."
    )
    form.accept()
    assert form.error.text().startswith("An open round has a seat already.")
    form.second.anyway.setChecked(True)
    form.accept()
    assert page.panel.heading.text() == "En runde til"


def test_that_a_seat_of_another_open_round_is_added_only_when_told_to(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    builders.a_round(desk.workspace, call.council, name="En runde til")
    page.show_item("round", _round_named(desk, "En runde til"))
    page.panel.seats.buttons.trigger("add")
    form = form_of(AddSeatDialog)
    form.seat.set_value(call.vacant)
    form.seat.value_changed.emit()
    form.accept()
    assert form.error.text().startswith("An open round has a seat already.")
    form.second.anyway.setChecked(True)
    form.accept()
    assert len(desk.read(round_detail, _round_named(desk, "En runde til"), as_of=DAY).seats) == 1


def test_that_a_round_needs_a_caller(page: NominationsPage) -> None:
    page.buttons.button("call").click()
    form = form_of(CallRoundDialog)
    form.fields.name.setText("Uten noen som kaller")
    form.accept()
    assert form.error.text() == "Choose who calls the round."
    form.reject()


def test_that_a_round_is_corrected(page: NominationsPage) -> None:
    page.panel.trigger("correct")
    form = form_of(CorrectRoundDialog)
    form.fields.due_on.field.setText("15.03.2026")
    form.fields.call_text.setPlainText("KS ber nettverkene nominere.")
    form.accept()
    assert "deadline 15.03.2026 (in 5 days)" in page.panel.facts.text()
    assert page.panel.call.hint.isHidden()


def test_that_deleting_a_round_keeps_the_candidates(page: NominationsPage, call: Call) -> None:
    page.panel.trigger("delete")
    form = form_of(DeleteDialog)
    assert "2 requests" in form.sentence.text()
    assert "2 seats in rounds" in form.sentence.text()
    form.accept()
    assert [line.id for line in page.table.shown_records()] == [OUTSIDE]
    assert page.panel.heading.text() == "Outside any round"
    assert page.panel.candidacies.table.shown_records()[0].id == call.candidacy


def test_that_seats_are_added_and_taken_out(page: NominationsPage, desk: Desk, call: Call) -> None:
    chair = builders.a_seat(desk.workspace, call.council, role=SeatRole.CHAIR)
    tab = page.panel.seats
    tab.buttons.trigger("add")
    form = form_of(AddSeatDialog)
    form.seat.set_value(chair)
    form.accept()
    assert len(tab.table.shown_records()) == 3
    tab.buttons.trigger("remove")
    assert len(tab.table.shown_records()) == 2


# Requests ---------------------------------------------------------------------------------------


def test_that_a_late_answer_is_told_of(page: NominationsPage, call: Call) -> None:
    agder = _request(page, call.agder)
    assert agder.status is RequestStatus.OVERDUE
    page.panel.requests.table.select(agder.id)
    assert page.panel.requests.said.text() == (
        "Digi Agder has not answered yet; the answer is due 01.03.2026 (9 days ago)."
    )


def test_that_no_candidate_is_an_answer_with_a_reason(page: NominationsPage, call: Call) -> None:
    tab = page.panel.requests
    tab.table.select(_request(page, call.agder).id)
    tab.buttons.trigger("answer")
    form = form_of(AnswerDialog)
    form.no_candidate.setChecked(True)
    form.accept()
    assert form.error.text() == "Write why the body has no candidate."
    form.answer.setPlainText("Ingen har tid i år.")
    form.accept()
    request = _request(page, call.agder)
    assert request.status is RequestStatus.ANSWERED
    assert (request.no_candidate, request.answer) == (True, "Ingen har tid i år.")
    assert "No candidate: Ingen har tid i år." in tab.said.text()
    assert tab.buttons.keys() == ("ask", "pass_on", "correct", "delete")


def _request(page: NominationsPage, body_id: str) -> RequestLine:
    records = page.panel.requests.table.shown_records()
    (found,) = [
        line for line in records if isinstance(line, RequestLine) and line.body_id == body_id
    ]
    return found


def test_that_one_body_more_is_asked_and_taken_back(page: NominationsPage, call: Call) -> None:
    tab = page.panel.requests
    tab.buttons.trigger("ask")
    form = form_of(AskDialog)
    form.body.set_value(call.council)
    assert form.due_on.value() is None
    form.due_on.set_value(date(2026, 3, 31))
    form.accept()
    asked = _request(page, call.council)
    assert asked.due_on == "2026-03-31"
    tab.buttons.trigger("ask")
    again = form_of(AskDialog)
    again.accept()
    assert again.error.text() == "Choose at least one body to ask."
    again.reject()
    tab.table.select(asked.id)
    tab.buttons.trigger("delete")
    assert len(tab.table.shown_records()) == 2


def test_that_a_request_is_corrected(page: NominationsPage, call: Call) -> None:
    tab = page.panel.requests
    tab.table.select(_request(page, call.agder).id)
    tab.buttons.trigger("correct")
    form = form_of(CorrectRequestDialog)
    form.due_on.field.setText("20.03.2026")
    form.accept()
    assert _request(page, call.agder).status is RequestStatus.ASKED


# Candidacies ------------------------------------------------------------------------------------


def test_that_a_seat_asks_whom_to_put_forward(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.show_item("nominate", call.vacant)
    form = form_of(PutForwardDialog)
    assert form.seat.value() == call.vacant
    assert (form.by.value(), form.round.value()) == (call.vestland, call.round)
    form.person.picker.set_value(call.ola)
    form.rank.setValue(2)
    form.accept()
    assert _candidates(page) == ["Ola Nordmann", "Kari Ås"]
    chosen = page.panel.candidacies.table.selected_id()
    assert chosen is not None
    line = desk.read(candidacy_detail, chosen, as_of=DAY).line
    assert (line.person_name, line.rank) == ("Ola Nordmann", 2)
    assert page.panel.tabs.currentWidget() is page.panel.candidacies


def test_that_a_suggestion_follows_the_seat_until_it_is_changed_by_hand(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    agders = builders.a_seat(desk.workspace, call.council, represents_id=call.agder)
    page.show_item("nominate", call.vacant)
    form = form_of(PutForwardDialog)
    form.seat.set_value(agders)
    form.seat.value_changed.emit()
    assert form.by.value() == call.agder
    form.by.set_value(call.council)
    form.seat.set_value(call.vacant)
    form.seat.value_changed.emit()
    assert form.by.value() == call.council
    form.reject()


def test_that_the_board_stays_and_shows_who_was_put_forward(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.panel.tabs.setCurrentWidget(page.panel.board)
    page.panel.trigger("nominate")
    form = form_of(PutForwardDialog)
    form.seat.set_value(call.vacant)
    form.person.picker.set_value(call.ola)
    form.by.set_value(call.vestland)
    form.accept()
    assert page.panel.tabs.currentWidget() is page.panel.board
    (new,) = [
        chip for chip in page.panel.board.grid.chips() if chip.line.person_name == "Ola Nordmann"
    ]
    assert page.panel.candidacies.table.selected_id() == new.line.id
    assert page.focusWidget() is new


def test_that_a_new_person_is_put_forward_in_one_step(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.panel.trigger("nominate")
    form = form_of(PutForwardDialog)
    form.seat.set_value(call.olas)
    form.person.is_new.setChecked(True)
    form.person.name.setText("Siv Sæther")
    form.person.title.setText("IKT-sjef")
    form.by.set_value(call.agder)
    form.accept()
    assert _candidates(page) == ["Siv Sæther", "Kari Ås"]
    assert page.panel.candidacies.pane.isVisible()
    chosen = page.panel.candidacies.table.selected_id()
    assert chosen is not None
    assert desk.read(candidacy_detail, chosen, as_of=DAY).line.person_name == "Siv Sæther"
    desk.workspace.undo()
    assert _candidates(page) == ["Kari Ås"]


def _candidates(page: NominationsPage) -> list[str]:
    records = page.panel.candidacies.table.shown_records()
    return [line.name for line in records if isinstance(line, CandidacyLine)]


def test_that_a_name_like_another_is_told_of_and_stops_nobody(
    page: NominationsPage, qtbot: QtBot
) -> None:
    page.panel.trigger("nominate")
    form = form_of(PutForwardDialog)
    form.person.is_new.setChecked(True)
    qtbot.keyClicks(form.person.name, "Kari Aas")
    assert form.person.alike.text() == (
        "There is a name like it already: Kari Ås. Is it the same person?"
    )
    form.reject()


def test_that_nobody_is_put_forward_without_a_person(page: NominationsPage, call: Call) -> None:
    page.show_item("nominate", call.vacant)
    form = form_of(PutForwardDialog)
    form.accept()
    assert form.error.text() == "Choose a person, or say that the person is new."
    form.reject()


def test_that_only_steps_that_may_follow_are_offered(page: NominationsPage) -> None:
    buttons = page.panel.candidacies.pane.buttons
    assert buttons.keys() == (
        "recommended", "appoint", "forward", "declined", "not_appointed", "withdrawn",
        "correct", "delete",
    )  # fmt: skip


def test_that_the_buttons_of_steps_stay_where_they_are(
    page: NominationsPage, desk: Desk, call: Call, qtbot: QtBot
) -> None:
    buttons = page.panel.candidacies.pane.buttons
    keys = ("asked", "recommended", "appoint", "forward", "withdrawn", "correct", "delete")
    before = [buttons.button(key).pos() for key in keys]
    assert buttons.button("recommended").isDefault()
    desk.run(take_step, call.candidacy, StepKind.NOT_APPOINTED, DAY)
    qtbot.wait(10)
    assert [buttons.button(key).pos() for key in keys] == before
    assert buttons.button("appoint").toolTip() == (
        "The candidacy is closed (not appointed); undo that step to go on with it."
    )


@pytest.mark.parametrize(
    "step", [StepKind.RECOMMENDED, StepKind.DECLINED, StepKind.NOT_APPOINTED, StepKind.WITHDRAWN]
)
def test_that_a_candidacy_takes_a_step_with_its_decision(
    page: NominationsPage, desk: Desk, call: Call, step: StepKind
) -> None:
    page.panel.candidacies.pane.trigger(step.value)
    form = form_of(StepDialog)
    form.fields.by_whom.setText("Valgkomiteen")
    form.fields.decision.setText("12/26")
    form.accept()
    assert step_of(desk, call.candidacy) is step
    texts = [label.text() for label in page.panel.candidacies.pane.findChildren(QLabel)]
    assert "by Valgkomiteen, decision 12/26" in texts


def test_that_a_step_needs_a_whole_day(page: NominationsPage) -> None:
    page.panel.candidacies.pane.trigger("withdrawn")
    form = form_of(StepDialog)
    form.fields.day.field.setText("2026")
    form.accept()
    assert form.error.text() == "Write the whole day, such as 07.02.2026, not only 2026."
    form.reject()


def test_that_appointing_fills_the_seat_for_the_usual_term(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.panel.candidacies.pane.trigger("appoint")
    form = form_of(AppointDialog)
    assert form.last.value() == builders.day("2028-03-09")
    assert "Nobody sits there that day" in form.outlook.text()
    form.accept()
    line = next(line for line in desk.read(seat_lines, as_of=DAY) if line.id == call.vacant)
    assert (line.person_name, line.term_last) == ("Kari Ås", builders.day("2028-03-09"))
    assert page.panel.candidacies.pane.buttons.keys() == ("correct", "delete")


def test_that_asking_can_note_the_privacy_notice_in_one_undo(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    candidacy = builders.a_candidacy(
        desk.workspace, call.olas, call.kari, call.agder, round_id=call.round,
        first_step=StepKind.PROPOSED,
    )  # fmt: skip
    page.show_item("candidacy", candidacy)
    page.panel.candidacies.pane.trigger("asked")
    form = form_of(StepDialog)
    assert not form.notice_on.isEnabled()
    form.notice.setChecked(True)
    form.notice_on.set_value(date(2026, 3, 9))
    form.accept()
    detail = desk.read(candidacy_detail, candidacy, as_of=DAY)
    assert (detail.line.step, detail.privacy_notice_on) == (StepKind.ASKED, "2026-03-09")
    desk.workspace.undo()
    detail = desk.read(candidacy_detail, candidacy, as_of=DAY)
    assert (detail.line.step, detail.privacy_notice_on) == (StepKind.PROPOSED, "")


def test_that_appointing_warns_of_one_who_was_never_asked(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    page.panel.candidacies.pane.trigger("appoint")
    form = form_of(AppointDialog)
    assert form.warning.text() == (
        "It is not written that Kari Ås has been asked, or has said yes. "
        "Kari Ås has not been given the privacy notice."
    )
    form.reject()
    asked = builders.a_candidacy(
        desk.workspace, call.olas, call.kari, call.agder, round_id=call.round,
        first_step=StepKind.ACCEPTED,
    )  # fmt: skip
    desk.run(give_privacy_notice, call.kari, builders.day("2026-03-01"))
    page.show_item("candidacy", asked)
    page.panel.candidacies.pane.trigger("appoint")
    form = form_of(AppointDialog)
    assert form.warning.isHidden()
    form.reject()


def test_that_appointing_tells_who_stops_and_when(
    page: NominationsPage, desk: Desk, call: Call
) -> None:
    candidacy = builders.a_candidacy(
        desk.workspace, call.olas, call.kari, call.agder, round_id=call.round
    )
    page.show_item("candidacy", candidacy)
    page.panel.candidacies.pane.trigger("appoint")
    form = form_of(AppointDialog)
    form.first.set_value(date(2026, 4, 2))
    form.first.value_changed.emit()
    assert form.outlook.text() == (
        "The seat is then filled. Ola Nordmann stops sitting on 01.04.2026."
    )
    assert form.last.value() == builders.day("2028-04-01")
    form.reject()


def test_that_a_term_end_written_by_hand_is_kept(page: NominationsPage) -> None:
    page.panel.candidacies.pane.trigger("appoint")
    form = form_of(AppointDialog)
    form.last.set_value(date(2027, 12, 31))
    form.first.set_value(date(2026, 5, 1))
    form.first.value_changed.emit()
    assert form.last.value() == builders.day("2027-12-31")
    form.reject()


def test_that_enter_goes_from_the_list_to_the_round(page: NominationsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(page.focusWidget())


def test_that_f2_corrects_and_delete_asks_first(page: NominationsPage, qtbot: QtBot) -> None:
    table = page.panel.candidacies.table
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    form = form_of(CorrectCandidacyDialog)
    form.rank.setValue(1)
    form.reason.setPlainText("Kjenner feltet.")
    form.accept()
    (line,) = table.shown_records()
    assert isinstance(line, CandidacyLine)
    assert line.rank == 1
    qtbot.keyClick(table.view, Qt.Key.Key_Delete)
    form_of(DeleteDialog).accept()
    assert table.shown_records() == ()


# For everyone -----------------------------------------------------------------------------------


def test_that_a_file_for_reading_says_why_nothing_can_be_written(
    desk: Desk, call: Call, own_windows: Own
) -> None:
    desk.workspace.read_only_reason = "Opened for reading."
    page = own_windows(make_nominations_page(desk))
    page.show()
    button = page.buttons.button("call")
    assert not button.isEnabled()
    assert button.toolTip() == "Opened for reading."
    page.panel.candidacies.pane.trigger("appoint")
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, AppointDialog)]


@pytest.mark.parametrize("tab", range(5))
def test_that_the_page_is_for_everyone(page: NominationsPage, qtbot: QtBot, tab: int) -> None:
    page.panel.tabs.setCurrentIndex(tab)

    def everyone_can_use_it() -> None:
        assert rules.breaches(page) == []

    # A tab that is filled when it is shown finds its size in several turns.
    qtbot.waitUntil(everyone_can_use_it)
    assert rules.rich_data_labels(page) == []
    assert rules.jumping_tab_order(page) == []


@pytest.mark.parametrize("size", [(820, 640), (700, 480)])
def test_that_nothing_of_a_round_is_cut(
    page: NominationsPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.wait(10)
    assert rules.clipped_texts(page) == []


def test_that_every_text_goes_through_translation(desk: Desk, call: Call, own_windows: Own) -> None:
    data = {"Nye medlemmer 2026", "Kari Ås", "KommIT-rådet", "01.02.2026", "1"}
    with pseudo():
        page = own_windows(make_nominations_page(desk))
        page.show()
        seen = [w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page)]
        seen += [w.text() for w in page.findChildren(QPushButton) if w.isVisibleTo(page)]
        bar = page.panel.tabs.findChild(QTabBar)
        assert bar is not None
        seen += [bar.tabText(place) for place in range(bar.count())]
    assert [text for text in seen if text and "«§" not in text and text not in data] == []
