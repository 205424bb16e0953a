"""Seats and terms through the forms a user fills in."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from samstyring.domain.periods import PartialDate
from samstyring.domain.seats import SeatLine, SeatRole
from samstyring.queries.seats import body_of_seat, seat_lines, seat_terms, seats_held_from
from samstyring.store import tables as t
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.deletion import DeleteDialog
from samstyring.ui.forms.ending import EndDialog
from samstyring.ui.letters.roster_dialog import RosterDialog
from samstyring.ui.seats import SeatActions, SeatVerb
from samstyring.ui.seats.reappointments import ActDialog, CutShortDialog, ReappointDialog
from samstyring.ui.seats.seat_dialog import SeatDialog
from samstyring.ui.seats.term_dialogs import FillDialog, TermDialog, suggested_term_end
from tests import builders
from tests.ui import rules
from tests.ui.seats.conftest import Own


class Roster:
    """A body with one seat held by Kari, and the actions over it."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self.desk = desk
        w = desk.workspace
        self.body = builders.a_body(w)
        self.kari, self.ola = builders.a_person(w, "Kari"), builders.a_person(w, "Ola")
        self.held, self.vacant = builders.a_seat(w, self.body), builders.a_seat(w, self.body)
        self.term = builders.an_appointment(w, self.held, self.kari, from_day="2024-01-01")
        self.actions = SeatActions(desk, window)
        self.refresh()

    def refresh(self) -> None:
        """Do what a pane does when something changed."""
        self.actions.set_roster(self.body, 24, self.lines())

    def lines(self) -> tuple[SeatLine, ...]:
        """Return the roster as it is now."""
        return self.desk.read(seat_lines, as_of=self.desk.day, body_id=self.body)

    def holder(self, seat_id: str) -> str:
        """Return who sits in a seat on the desk's day."""
        return next(line.person_name for line in self.lines() if line.id == seat_id)


@pytest.fixture
def roster(desk: Desk, own_windows: Own) -> Roster:
    """Return a body with seats, in a window."""
    window = own_windows(QWidget())
    window.show()
    return Roster(desk, window)


def the_dialog() -> FormDialog:
    """Return the one open dialog."""
    found = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, FormDialog) and w.isVisible()
    ]
    (dialog,) = found
    return dialog


def test_that_who_sits_is_reappointed_from_the_roster(roster: Roster) -> None:
    roster.actions.do(SeatVerb.REAPPOINT, roster.held)
    form = the_dialog()
    assert isinstance(form, ReappointDialog)
    form.first.set_value(PartialDate.parse("2026-03-01"))
    form.last.set_value(PartialDate.parse("2028-02-29"))
    form.accept()
    terms = builders.rows(roster.desk.workspace, t.AppointmentRow, seat_id=roster.held)
    assert sorted(term["first_day"] for term in terms) == ["2024-01-01", "2026-03-01"]
    assert all(term["end_reason"] == "" for term in terms)


def test_that_a_term_is_cut_short_from_the_roster(roster: Roster) -> None:
    roster.actions.do(SeatVerb.CUT_SHORT, roster.held)
    form = the_dialog()
    assert isinstance(form, CutShortDialog)
    form.accept()
    assert form.error.text() == "Write why the term is cut short."
    form.reason.setText("Ny jobb")
    form.accept()
    term = builders.the_row(roster.desk.workspace, t.AppointmentRow, id=roster.term)
    assert (term["last_day"], term["end_reason"]) == ("2026-03-01", "Ny jobb")


def test_that_a_substitute_acts_from_the_roster(roster: Roster) -> None:
    w = roster.desk.workspace
    seat = builders.a_seat(w, roster.body, role=SeatRole.SUBSTITUTE)
    builders.an_appointment(w, seat, roster.ola)
    roster.refresh()
    roster.actions.do(SeatVerb.ACT, roster.held)
    form = the_dialog()
    assert isinstance(form, ActDialog)
    form.substitute.set_value(roster.ola)
    form.last.set_value(PartialDate.parse("2026-05-31"))
    form.accept()
    assert roster.holder(roster.held) == "Ola"


def test_that_the_roster_is_printed_also_from_a_file_for_reading(roster: Roster) -> None:
    roster.desk.workspace.read_only_reason = "Opened for reading."
    roster.actions.do(SeatVerb.PRINT, "")
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, RosterDialog)]
    dialog.reject()


def test_that_filling_a_seat_ends_the_term_of_who_sat_there(roster: Roster) -> None:
    roster.actions.do(SeatVerb.FILL, roster.held)
    form = the_dialog()
    assert isinstance(form, FillDialog)
    assert form.warning.text() == "Kari sits there now and stops 28.02.2026, the day before."
    form.person.set_value(roster.ola)
    form.accept()
    assert roster.holder(roster.held) == "Ola"
    assert (
        builders.the_row(roster.desk.workspace, t.AppointmentRow, id=roster.term)["last_day"]
        == "2026-02-28"
    )


def test_that_the_term_follows_the_first_day_until_it_is_touched(
    roster: Roster, qtbot: QtBot
) -> None:
    roster.actions.do(SeatVerb.FILL, roster.vacant)
    form = the_dialog()
    assert isinstance(form, FillDialog)
    assert form.term_last.value() == PartialDate(2028, 2, 29)
    form.from_day.field.clear()
    qtbot.keyClicks(form.from_day.field, "01.01.2027")
    assert form.term_last.value() == PartialDate(2028, 12, 31)
    form.term_last.set_value(PartialDate(2030))
    form.from_day.field.clear()
    qtbot.keyClicks(form.from_day.field, "01.02.2027")
    assert form.term_last.value() == PartialDate(2030)
    assert form.warning.text() == "Nobody sits there now."


def test_that_nobody_and_never_are_refused_in_the_form(roster: Roster) -> None:
    roster.actions.do(SeatVerb.FILL, roster.vacant)
    form = the_dialog()
    assert isinstance(form, FillDialog)
    form.accept()
    assert form.error.text() == "Choose who is to sit there."
    form.person.set_value(roster.ola)
    form.from_day.set_value(None)
    form.accept()
    assert form.error.text() == "Write the day from which they sit there."


def test_that_ending_a_term_leaves_the_seat_vacant(roster: Roster) -> None:
    roster.actions.do(SeatVerb.END_TERM, roster.held)
    form = the_dialog()
    assert isinstance(form, EndDialog)
    form.last_day.set_value(date(2026, 2, 1))
    form.reason.setText("Ny jobb")
    form.accept()
    assert roster.holder(roster.held) == ""
    row = builders.the_row(roster.desk.workspace, t.AppointmentRow)
    assert (row["last_day"], row["end_reason"]) == ("2026-02-01", "Ny jobb")


def test_that_correcting_a_term_shows_what_stands_there(roster: Roster) -> None:
    roster.actions.do(SeatVerb.CORRECT_TERM, roster.held)
    form = the_dialog()
    assert isinstance(form, TermDialog)
    assert form.period.first.value() == PartialDate(2024, 1, 1)
    form.term_last.set_value(PartialDate(2026, 12, 31))
    form.decision.setText("Sak 4/23")
    form.accept()
    (term,) = roster.desk.read(seat_terms, roster.held)
    assert (term.term_last, term.decision) == (PartialDate(2026, 12, 31), "Sak 4/23")
    assert term.period.last is None


def test_that_a_term_is_deleted_at_once(roster: Roster) -> None:
    roster.actions.do(SeatVerb.DELETE_TERM, roster.held)
    assert builders.rows(roster.desk.workspace, t.AppointmentRow) == []


def test_that_a_new_seat_is_written_as_it_was_filled_in(roster: Roster) -> None:
    roster.actions.do(SeatVerb.ADD, "")
    form = the_dialog()
    assert isinstance(form, SeatDialog)
    form.role.set_value(SeatRole.OBSERVER)
    assert not form.votes.isChecked()
    form.represents.set_value(roster.body)
    form.term.set_months(12)
    form.accept()
    seat = roster.lines()[-1]
    assert (seat.role, seat.votes, seat.represents_id, seat.term_months) == (
        SeatRole.OBSERVER,
        False,
        roster.body,
        12,
    )


def test_that_correcting_a_seat_without_touching_it_changes_nothing(roster: Roster) -> None:
    before = builders.journal_length(roster.desk.workspace)
    roster.actions.do(SeatVerb.CORRECT, roster.held)
    the_dialog().accept()
    assert builders.journal_length(roster.desk.workspace) == before


def test_that_a_personal_substitute_needs_a_seat(roster: Roster) -> None:
    roster.actions.do(SeatVerb.ADD, "")
    form = the_dialog()
    assert isinstance(form, SeatDialog)
    form.role.set_value(SeatRole.PERSONAL_SUBSTITUTE)
    form.accept()
    assert form.error.text().startswith("A personal substitute needs a seat")
    form.substitute_for.set_value(roster.held)
    form.accept()
    assert roster.lines()[-1].substitute_for_name == "Kari"


def test_that_ending_a_seat_ends_the_term_too(roster: Roster) -> None:
    roster.actions.do(SeatVerb.END, roster.held)
    form = the_dialog()
    assert "Kari stops sitting there then." in form.sentence.text()
    form.accept()
    row = builders.the_row(roster.desk.workspace, t.AppointmentRow)
    assert row["last_day"] == "2026-03-01"


def test_that_deleting_a_seat_tells_what_goes_with_it(roster: Roster) -> None:
    roster.actions.do(SeatVerb.DELETE, roster.held)
    form = the_dialog()
    assert isinstance(form, DeleteDialog)
    assert "and with it 1 term." in form.sentence.text()
    form.accept()
    assert [line.id for line in roster.lines()] == [roster.vacant]


def test_that_putting_forward_leads_to_the_nominations(roster: Roster, qtbot: QtBot) -> None:
    with qtbot.waitSignal(roster.actions.open_requested) as asked:
        roster.actions.do(SeatVerb.NOMINATE, roster.vacant)
    assert asked.args == ["nominate", roster.vacant]


@pytest.mark.parametrize(
    "verb",
    [
        SeatVerb.FILL,
        SeatVerb.REAPPOINT,
        SeatVerb.CUT_SHORT,
        SeatVerb.ACT,
        SeatVerb.CORRECT_TERM,
        SeatVerb.CORRECT,
        SeatVerb.END,
        SeatVerb.DELETE,
    ],
)
def test_that_every_form_is_for_everyone(roster: Roster, qtbot: QtBot, verb: SeatVerb) -> None:
    roster.actions.do(verb, roster.held)
    form = the_dialog()
    qtbot.wait(10)
    assert rules.breaches(form) == []
    assert rules.jumping_tab_order(form) == []
    assert rules.rich_data_labels(form) == []
    form.reject()


def test_that_no_term_is_suggested_without_a_first_day_or_length() -> None:
    assert suggested_term_end(None, 24) is None
    assert suggested_term_end(PartialDate(2026), None) is None
    assert suggested_term_end(PartialDate(2026), 12) == PartialDate(2026, 12, 31)


# What the queries answer --------------------------------------------------------------------------


def test_that_all_terms_of_a_seat_are_found_the_newest_first(roster: Roster) -> None:
    builders.an_appointment(roster.desk.workspace, roster.held, roster.ola, from_day="2026-01-01")
    names = [term.person_name for term in roster.desk.read(seat_terms, roster.held)]
    assert names == ["Ola", "Kari"]


def test_that_seats_are_found_by_whom_their_holders_work_for(desk: Desk) -> None:
    w = desk.workspace
    employer = builders.a_body(w, "Bergen")
    person = builders.a_person(w, employer_id=employer, employed_from="2025")
    builders.an_appointment(w, builders.a_seat(w), person)
    assert len(desk.read(seats_held_from, employer, as_of=date(2026, 1, 1))) == 1
    assert desk.read(seats_held_from, employer, as_of=date(2024, 6, 1)) == ()


def test_that_a_seat_knows_its_body_until_it_is_gone(roster: Roster) -> None:
    assert roster.desk.read(body_of_seat, roster.held) == roster.body
    assert roster.desk.read(body_of_seat, "gone") is None


def test_that_a_last_day_is_needed_to_end_something(roster: Roster) -> None:
    roster.actions.do(SeatVerb.END_TERM, roster.held)
    form = the_dialog()
    assert isinstance(form, EndDialog)
    form.last_day.set_value(None)
    form.accept()
    assert form.error.text() == "Write the last day."
