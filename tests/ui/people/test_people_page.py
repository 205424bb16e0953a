"""The page of persons: who is listed, what is told of one, and what can be done."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from samstyring.commands.people import PersonFacts, correct_person
from samstyring.domain.bodies import BodyKind
from samstyring.domain.people import ContactKind, Gender, PersonDetail, PersonLine
from samstyring.language import pseudo
from samstyring.queries.people import person_detail, person_lines
from samstyring.ui.desk import Desk
from samstyring.ui.forms import FormDialog
from samstyring.ui.forms.deletion import DeleteDialog
from samstyring.ui.nominations.put_forward import PutForwardDialog
from samstyring.ui.people import make_people_page
from samstyring.ui.people.columns import SEAT_COLUMNS
from samstyring.ui.people.employment_dialogs import (
    AddEmploymentDialog,
    ChangeEmployerDialog,
    CorrectEmploymentDialog,
    EndEmploymentDialog,
)
from samstyring.ui.people.page import PeoplePage
from samstyring.ui.people.person_dialogs import CorrectPersonDialog, NewPersonDialog
from tests import builders
from tests.ui import rules
from tests.ui.people.conftest import DAY, Cast, Own

Form = TypeVar("Form", bound=FormDialog)


def form_of(kind: type[Form]) -> Form:
    """Return the one open form of a kind."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert len(found) == 1, found
    return found[0]


def listed(page: PeoplePage) -> list[str]:
    """Return the names in the list."""
    return [line.name for line in page.table.shown_records() if isinstance(line, PersonLine)]


def known(desk: Desk, person_id: str) -> PersonDetail:
    """Return all that the file says of a person."""
    return desk.read(person_detail, person_id, as_of=DAY)


def texts(page: PeoplePage) -> list[str]:
    """Return every label that is shown."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


# The list ---------------------------------------------------------------------------------------


def test_that_names_come_in_norwegian_order(page: PeoplePage) -> None:
    assert listed(page) == ["Kari Åmodt", "Ola Nordmann", "Åse Kárášjohka"]
    assert page.status_text() == "3 persons, of whom 1 holds a seat"


def test_that_filters_keep_what_they_say(page: PeoplePage) -> None:
    page.with_seats.setChecked(True)
    assert listed(page) == ["Kari Åmodt"]
    page.with_seats.setChecked(False)
    page.employers.setCurrentIndex(page.employers.findData(BodyKind.REGIONAL_NETWORK.value))
    page.employers.activated.emit(page.employers.currentIndex())
    assert listed(page) == ["Ola Nordmann"]


def test_that_a_person_who_is_asked_for_is_shown_though_a_filter_hid_them(
    page: PeoplePage, cast: Cast
) -> None:
    page.with_seats.setChecked(True)
    page.table.filter_field.setText("Kari")
    page.show_item("person", cast.aase)
    assert page.panel.heading.text() == "Åse Kárášjohka"


def test_that_an_empty_file_says_how_to_begin(desk: Desk, own_windows: Own) -> None:
    page = own_windows(make_people_page(desk))
    page.show()
    assert "New person" in page.table.view.accessibleDescription()
    assert not page.panel.isVisible()


# The detail -------------------------------------------------------------------------------------


def test_that_the_panel_tells_who_the_person_is_and_where_they_sit(page: PeoplePage) -> None:
    assert page.panel.heading.text() == "Kari Åmodt"
    assert page.panel.work_line.text() == "digitaliseringssjef, Bergen"
    assert page.panel.sentence.text() == "Holds 2 seats: Digi Vestland and KommIT-rådet."
    assert "kari@example.org" in texts(page)


def test_that_each_seat_tells_how_it_stands(page: PeoplePage, desk: Desk, cast: Cast) -> None:
    status = next(column for column in SEAT_COLUMNS if column.key == "status")
    told = {seat.body_name: status.text(seat) for seat in known(desk, cast.kari).seats}
    assert told == {"KommIT-rådet": "ends soon", "Digi Vestland": "sits now"}
    assert [status.text(seat) for seat in known(desk, cast.ola).seats] == ["past"]


def test_that_an_earlier_day_shows_what_stood_then(
    page: PeoplePage, desk: Desk, cast: Cast
) -> None:
    page.show_item("person", cast.ola)
    desk.set_day(date(2022, 1, 1))
    assert page.heading.text() == "Persons as of 01.01.2022"
    assert page.panel.sentence.text() == "Holds 1 seat: KommIT-rådet."


def test_that_a_seat_leads_to_its_body_and_a_candidacy_to_itself(
    page: PeoplePage, desk: Desk, cast: Cast, qtbot: QtBot
) -> None:
    seats = {seat.body_id: seat.id for seat in known(desk, cast.kari).seats}
    page.panel.seats.table.select(seats[cast.council])
    with qtbot.waitSignal(page.open_requested) as opened:
        page.panel.seats.buttons.button("open").click()
    assert opened.args == ["body", cast.council]
    page.show_item("person", cast.aase)
    with qtbot.waitSignal(page.open_requested) as opened:
        page.panel.candidacies.buttons.trigger("open")
    assert opened.args == ["candidacy", cast.candidacy]


def test_that_the_history_tells_what_was_done(page: PeoplePage) -> None:
    told = [page.panel.history.table.model.index(row, 1).data() for row in range(3)]
    assert told[-1] == "Add a person: Kari Åmodt"


def test_that_the_address_can_be_copied(page: PeoplePage) -> None:
    page.panel.trigger("copy")
    assert QGuiApplication.clipboard().text() == "kari@example.org"


# What can be done -------------------------------------------------------------------------------


def test_that_a_person_is_added_with_an_employer(page: PeoplePage, desk: Desk, cast: Cast) -> None:
    page.buttons.button("new").click()
    form = form_of(NewPersonDialog)
    form.fields.name.setText("Siv Sæther")
    form.title.setText("IKT-sjef")
    form.employer.set_value(cast.bergen)
    form.fields.contacts.fields[ContactKind.PHONE].setText("91 50 00 00")
    form.accept()
    line = next(line for line in desk.read(person_lines, as_of=DAY) if line.name == "Siv Sæther")
    assert (line.title, line.employer_name) == ("IKT-sjef", "Bergen")
    assert "Siv Sæther" in listed(page)


def test_that_a_name_is_needed(page: PeoplePage) -> None:
    page.page_actions()[0].run()
    form = form_of(NewPersonDialog)
    form.accept()
    assert form.error.text() == "A name is needed."
    form.reject()


def test_that_what_looks_odd_is_told_of_and_stops_nobody(page: PeoplePage, qtbot: QtBot) -> None:
    page.buttons.button("new").click()
    form = form_of(NewPersonDialog)
    qtbot.keyClicks(form.fields.name, "Ola Nordman")
    assert "Ola Nordmann" in form.fields.alike.text()
    form.fields.note.setPlainText("Født 150276 10002")
    assert form.fields.national_id.isVisible()
    form.fields.note.setPlainText("Født i Bergen")
    assert not form.fields.national_id.isVisible()
    form.accept()
    assert "Ola Nordman" in listed(page)


def test_that_correcting_warns_of_no_likeness_with_oneself(page: PeoplePage) -> None:
    page.panel.trigger("correct")
    form = form_of(CorrectPersonDialog)
    form.fields.look()
    assert not form.fields.alike.isVisible()
    form.reject()


def test_that_correcting_keeps_every_contact_detail(
    page: PeoplePage, desk: Desk, cast: Cast
) -> None:
    contacts = (
        (ContactKind.PHONE, "91 50 00 00"),
        (ContactKind.EMAIL, "kari@example.org"),
        (ContactKind.EMAIL, "post@example.org"),
    )
    desk.run(correct_person, cast.kari, PersonFacts("Kari Åmodt", contacts=contacts))
    page.panel.trigger("correct")
    form = form_of(CorrectPersonDialog)
    form.fields.gender.setCurrentIndex(form.fields.gender.findData(Gender.FEMALE.value))
    form.accept()
    after = known(desk, cast.kari)
    assert {(c.kind, c.value) for c in after.contacts} == set(contacts)
    assert next(c.value for c in after.contacts if c.primary) == "91 50 00 00"
    assert after.gender is Gender.FEMALE


def test_that_the_privacy_notice_is_noted_with_one_press(
    page: PeoplePage, desk: Desk, cast: Cast
) -> None:
    assert "not given yet" in texts(page)
    page.panel.buttons.button("notice").click()
    assert known(desk, cast.kari).privacy_notice_on == date.today().isoformat()
    assert "notice" not in set(page.panel.buttons.keys())


def test_that_deleting_a_person_tells_what_goes_with_them(page: PeoplePage) -> None:
    page.panel.trigger("delete")
    form = form_of(DeleteDialog)
    for words in ("2 terms", "1 employment", "1 contact detail"):
        assert words in form.sentence.text()
    form.accept()
    assert listed(page) == ["Ola Nordmann", "Åse Kárášjohka"]


def test_that_a_person_is_put_forward_for_a_seat(page: PeoplePage, cast: Cast) -> None:
    page.panel.trigger("nominate")
    form = form_of(PutForwardDialog)
    assert form.person.picker.value() == cast.kari
    form.reject()


# Employments ------------------------------------------------------------------------------------


def test_that_a_change_of_employer_ends_the_old_work_the_day_before(
    page: PeoplePage, desk: Desk, cast: Cast
) -> None:
    page.panel.work.buttons.trigger("change")
    form = form_of(ChangeEmployerDialog)
    form.fields.employer.set_value(cast.council)
    form.first.set_value(date(2026, 3, 1))
    form.accept()
    old, new = sorted(known(desk, cast.kari).employments, key=lambda w: str(w.period.first))
    assert old.period.last == builders.day("2026-02-28")
    assert (new.employer_name, new.period.first) == ("KommIT-rådet", builders.day("2026-03-01"))
    assert page.panel.sentence.text() == "Holds 2 seats: Digi Vestland and KommIT-rådet."


def test_that_an_employment_is_added_corrected_ended_and_deleted(
    page: PeoplePage, desk: Desk, cast: Cast
) -> None:
    page.show_item("person", cast.aase)
    tab = page.panel.work
    tab.buttons.trigger("add")
    added = form_of(AddEmploymentDialog)
    added.fields.employer.set_value(cast.bergen)
    added.accept()
    tab.buttons.trigger("correct")
    corrected = form_of(CorrectEmploymentDialog)
    corrected.fields.title.setText("rådgiver")
    corrected.accept()
    tab.buttons.trigger("end")
    ended = form_of(EndEmploymentDialog)
    ended.last.set_value(date(2026, 3, 31))
    ended.accept()
    (work,) = known(desk, cast.aase).employments
    assert (work.title, work.period.last) == ("rådgiver", builders.day("2026-03-31"))
    tab.buttons.trigger("delete")
    assert known(desk, cast.aase).employments == ()


def test_that_an_employer_is_needed(page: PeoplePage) -> None:
    page.panel.work.buttons.trigger("change")
    form = form_of(ChangeEmployerDialog)
    form.accept()
    assert form.error.text() == "Choose the employer."
    form.reject()


# For everyone -----------------------------------------------------------------------------------


def test_that_enter_goes_from_the_list_to_the_person(page: PeoplePage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(page.focusWidget())


def test_that_delete_in_the_filter_deletes_letters_only(page: PeoplePage, qtbot: QtBot) -> None:
    page.activateWindow()
    field = page.table.filter_field
    field.setText("Kari")
    field.setFocus()
    field.home(False)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "ari"
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, DeleteDialog)]


def test_that_f2_corrects_the_person_in_the_list(page: PeoplePage, qtbot: QtBot) -> None:
    page.table.view.setFocus()
    qtbot.keyClick(page.table.view, Qt.Key.Key_F2)
    form_of(CorrectPersonDialog).reject()


def test_that_a_file_for_reading_says_why_nothing_can_be_written(
    desk: Desk, cast: Cast, own_windows: Own
) -> None:
    desk.workspace.read_only_reason = "Opened for reading."
    page = own_windows(make_people_page(desk))
    page.show()
    page.show_item("person", cast.kari)
    row = page.panel.buttons
    keys = row.keys()
    assert [key for key in keys if row.button(key).isEnabled()] == ["copy"]
    assert page.buttons.button("new").toolTip() == "Opened for reading."


@pytest.mark.parametrize("tab", range(4))
def test_that_the_page_is_for_everyone(page: PeoplePage, qtbot: QtBot, tab: int) -> None:
    page.panel.tabs.setCurrentIndex(tab)
    qtbot.wait(10)
    assert rules.breaches(page) == []
    assert rules.rich_data_labels(page) == []
    assert rules.jumping_tab_order(page) == []


@pytest.mark.parametrize("size", [(820, 640), (700, 480)])
def test_that_nothing_of_a_person_is_cut(
    page: PeoplePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.wait(10)
    assert rules.clipped_texts(page) == []


def test_that_the_form_for_a_new_person_is_for_everyone(page: PeoplePage, qtbot: QtBot) -> None:
    page.buttons.button("new").click()
    form = form_of(NewPersonDialog)
    qtbot.wait(10)
    assert rules.breaches(form) == []
    form.reject()


def test_that_every_text_goes_through_translation(desk: Desk, cast: Cast, own_windows: Own) -> None:
    data = {"Kari Åmodt", "digitaliseringssjef, Bergen", "kari@example.org", "3"}
    with pseudo():
        page = own_windows(make_people_page(desk))
        page.show()
        page.show_item("person", cast.kari)
        seen = texts(page)
        for kind in (QPushButton, QCheckBox):
            seen += [w.text() for w in page.findChildren(kind) if w.isVisibleTo(page)]
        bar = page.panel.tabs.findChild(QTabBar)
        assert bar is not None
        seen += [bar.tabText(place) for place in range(bar.count())]
        seen.append(page.employers.currentText())
    assert [text for text in seen if text and "«§" not in text and text not in data] == []
