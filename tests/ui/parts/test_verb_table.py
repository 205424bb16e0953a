"""A table with buttons for what can be done with the selected row."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from samstyring.domain.choices import Choice
from samstyring.language import N_
from samstyring.ui.desk import Desk
from samstyring.ui.parts.rows import Verb
from samstyring.ui.parts.verb_table import VerbTable
from samstyring.ui.tables import Column
from tests.ui.conftest import Own

ADD, CORRECT, DELETE = (
    Verb("add", "Add…"),
    Verb("correct", "Correct…", "edit", "F2"),
    Verb("delete", "Delete", "delete", "Delete"),
)
PEOPLE = (Choice("k", "Kari"), Choice("o", "Ola"))


@pytest.fixture
def people(desk: Desk, own_windows: Own) -> VerbTable:
    """A table of two persons."""
    table: VerbTable = own_windows(
        VerbTable(
            desk,
            (Column("label", N_("Name"), lambda choice: choice.label),),
            name="test",
            accessible_name="Names",
            hint="Nothing",
        )
    )
    table.show_records(PEOPLE)
    table.show()
    return table


def test_that_the_first_row_is_selected_until_another_is(people: VerbTable) -> None:
    assert people.table.selected_id() == "k"
    people.table.select("o")
    people.show_records(PEOPLE)
    assert people.table.selected_id() == "o"


def test_that_it_tells_when_other_verbs_may_be_wanted(people: VerbTable, qtbot: QtBot) -> None:
    people.activateWindow()
    people.table.view.setFocus()
    with qtbot.waitSignal(people.row_changed):
        qtbot.keyClick(people.table.view, Qt.Key.Key_Down)
    assert people.table.selected_id() == "o"
    with qtbot.waitSignal(people.row_changed):
        people.show_records(())


@pytest.mark.parametrize(
    ("key", "verb"), [(Qt.Key.Key_F2, "correct"), (Qt.Key.Key_Delete, "delete")]
)
def test_that_a_key_does_what_the_button_does(
    people: VerbTable, qtbot: QtBot, key: Qt.Key, verb: str
) -> None:
    people.buttons.set_actions((ADD, CORRECT, DELETE))
    people.activateWindow()
    people.table.view.setFocus()
    with qtbot.waitSignal(people.verb_chosen) as chosen:
        qtbot.keyClick(people.table.view, key)
    assert chosen.args == [verb]


def test_that_a_key_does_nothing_when_no_verb_has_it(people: VerbTable, qtbot: QtBot) -> None:
    people.buttons.set_actions((ADD,))
    people.activateWindow()
    people.table.view.setFocus()
    with qtbot.assertNotEmitted(people.verb_chosen):
        qtbot.keyClick(people.table.view, Qt.Key.Key_Delete)


def test_that_what_is_said_takes_room_only_when_there_is_something(people: VerbTable) -> None:
    assert not people.said.isVisible()
    people.say("Kari has answered.")
    assert people.said.isVisible()
    people.say("")
    assert not people.said.isVisible()
