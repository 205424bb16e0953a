"""Any commands, undo and redo in any order lead back to what stood there; planted faults do not."""

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from samstyring.commands.bodies import add_body, delete_body, end_body, rename_body
from samstyring.commands.command import command
from samstyring.commands.flows import ChannelFacts, add_channel
from samstyring.commands.nominations import appoint, nominate
from samstyring.commands.people import PersonFacts, add_person, correct_person, delete_person
from samstyring.commands.placements import clear_placements, place_body
from samstyring.commands.seats import SeatFacts, add_seat, fill_seat
from samstyring.domain.bodies import BodyFacts, BodyKind, Level
from samstyring.domain.changes import ChangeKind, ChangeSet, RowChange, merged
from samstyring.domain.errors import RuleError, SamstyringError
from samstyring.domain.flows import FlowKind
from samstyring.domain.people import ContactKind
from samstyring.domain.periods import PartialDate
from samstyring.domain.text import words_of
from samstyring.store import journal, recorder, search
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import journal_length, state

# An act is what to do, two numbers that pick the rows, and one from which values are made.
Act = tuple[str, int, int, int]
States = dict[str, dict[str, Mapping[str, Any]]]

_WORDS = ("", "Ås", "Digi Agder", "0", "Kárášjohka")


# What can be done -------------------------------------------------------------------------------


def _picked(session: Session, kind: type[t.TrackedRow], number: int) -> str:
    session.flush()
    ids = list(session.scalars(select(kind.id).order_by(text("rowid"))))
    if not ids:
        raise RuleError("There is nothing to do that to yet.")
    return ids[number % len(ids)]


def _add_body(session: Session, _one: int, _two: int, value: int) -> None:
    level = tuple(Level)[value % len(Level)]
    add_body(session, f"Organ {value}", BodyFacts(BodyKind.COUNCIL, level, term_months=24))


def _rename(session: Session, one: int, _two: int, value: int) -> None:
    rename_body(
        session, _picked(session, t.BodyRow, one), f"Nytt {value}", PartialDate(2000 + value)
    )


def _correct_blindly(session: Session, one: int, _two: int, value: int) -> None:
    """Assign to a row whose values are not loaded: the recorder must fetch them first."""
    body = session.get_one(t.BodyRow, _picked(session, t.BodyRow, one))
    session.flush()
    session.expire(body)
    body.purpose, body.ends_soon_days = _WORDS[value % len(_WORDS)], value % 3
    body.term_months = None if value % 2 else value


def _end_body(session: Session, one: int, _two: int, value: int) -> None:
    end_body(session, _picked(session, t.BodyRow, one), PartialDate(2010 + value))


def _delete_body(session: Session, one: int, _two: int, _value: int) -> None:
    delete_body(session, _picked(session, t.BodyRow, one))


def _add_person(session: Session, one: int, _two: int, value: int) -> None:
    facts = PersonFacts(f"Person {value}", contacts=((ContactKind.EMAIL, f"p{value}@ks.no"),))
    add_person(session, facts, employer_id=_picked(session, t.BodyRow, one), title="")


def _correct_person(session: Session, one: int, _two: int, value: int) -> None:
    contacts = tuple((ContactKind.PHONE, str(number)) for number in range(value % 3))
    facts = PersonFacts(f"Kari {value}", note=_WORDS[value % len(_WORDS)], contacts=contacts)
    correct_person(session, _picked(session, t.PersonRow, one), facts)


def _delete_person(session: Session, one: int, _two: int, _value: int) -> None:
    delete_person(session, _picked(session, t.PersonRow, one))


def _add_seat(session: Session, one: int, two: int, value: int) -> None:
    body_id, other_id = (_picked(session, t.BodyRow, number) for number in (one, two))
    add_seat(session, body_id, SeatFacts(votes=bool(value % 2), represents_id=other_id))


def _fill_seat(session: Session, one: int, two: int, value: int) -> None:
    seat_id, person_id = _picked(session, t.SeatRow, one), _picked(session, t.PersonRow, two)
    fill_seat(session, seat_id, person_id, PartialDate(2000 + value))


def _appoint(session: Session, one: int, two: int, value: int) -> None:
    seat_id, person_id = _picked(session, t.SeatRow, one), _picked(session, t.PersonRow, two)
    day = PartialDate(2000 + value).first_day()
    candidacy_id = nominate(session, seat_id, person_id, _picked(session, t.BodyRow, 0), on_day=day)
    appoint(session, candidacy_id, PartialDate.of(day), on_day=day)


def _add_channel(session: Session, one: int, two: int, _value: int) -> None:
    from_id, to_id = (_picked(session, t.BodyRow, number) for number in (one, two))
    add_channel(session, ChannelFacts(from_id, to_id, FlowKind.NEED))


def _place(session: Session, one: int, _two: int, value: int) -> None:
    place_body(session, "graph", _picked(session, t.BodyRow, one), value % 3 - 1, value / 3)


def _clear(session: Session, _one: int, _two: int, _value: int) -> None:
    clear_placements(session, "graph")


def _fail(_session: Session, _one: int, _two: int, value: int) -> None:
    if value % 4 == 0:
        raise RuleError("This group is refused at its end.")


_ACTS: dict[str, Callable[[Session, int, int, int], None]] = {
    function.__name__: function
    for function in (
        _add_body, _rename, _correct_blindly, _end_body, _delete_body, _add_person,
        _correct_person, _delete_person, _add_seat, _fill_seat, _appoint, _add_channel, _place,
        _clear, _fail,
    )
}  # fmt: skip
_NUMBERS = st.integers(0, 7)
_GROUPS = st.lists(
    st.tuples(st.sampled_from(sorted(_ACTS)), _NUMBERS, _NUMBERS, st.integers(0, 20)),
    min_size=1,
    max_size=4,
)
_BEGINNING: tuple[Act, ...] = (
    ("_add_body", 0, 0, 1), ("_add_body", 0, 0, 2), ("_add_person", 0, 0, 3),
    ("_add_person", 1, 0, 4), ("_add_seat", 0, 1, 5), ("_fill_seat", 0, 0, 6),
    ("_place", 0, 0, 1),
)  # fmt: skip


@command("Do several things")
def do_several(session: Session, acts: tuple[Act, ...]) -> None:
    """Do some acts as one command."""
    for name, one, two, value in acts:
        _ACTS[name](session, one, two, value)


# What must hold ---------------------------------------------------------------------------------


def differences(before: States, after: States) -> set[tuple[str, str, str]]:
    """Return what differs between two states, as a change set would say it."""
    return {
        (table, row_id, _said(_difference(rows.get(row_id), after[table].get(row_id))))
        for table, rows in before.items()
        if table != "search_entry"
        for row_id in rows.keys() | after[table].keys()
        if rows.get(row_id) != after[table].get(row_id)
    }


def _difference(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    if before is None or after is None:
        return _without_id(before), _without_id(after)
    fields = [field for field in before if before[field] != after[field]]
    return {field: before[field] for field in fields}, {field: after[field] for field in fields}


def _without_id(values: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    return values and {field: value for field, value in values.items() if field != "id"}


def _said(change: tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]) -> str:
    return repr([values and sorted(values.items()) for values in change])


def recorded(rows: tuple[RowChange, ...]) -> set[tuple[str, str, str]]:
    """Return a change set's rows in the form of ``differences``."""
    return {(row.table, row.row_id, _said((row.before, row.after))) for row in rows}


def findable(now: States) -> dict[str, set[str]]:
    """Return the folded words by which each thing should be found."""
    found: dict[str, set[str]] = {}
    for table, owner, field in (
        ("person", "id", "name"), ("contact", "person_id", "value"),
        ("body_name", "body_id", "name"),
    ):  # fmt: skip
        for row in now[table].values():
            found.setdefault(row[owner], set()).update(words_of(row[field]))
    return found


class History(RuleBasedStateMachine):
    """Edits, undo and redo anywhere, against a list of the states that stood there."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[ChangeSet] = []
        self.workspace = self.opened()
        self.states: list[States] = [state(self.workspace)]
        self.at = 0

    def opened(self) -> Workspace:
        """Return the workspace, open, that tells what it did."""
        workspace = Workspace.in_memory()
        workspace.subscribe(self.told.append)
        return workspace

    @initialize()
    def begin(self) -> None:
        """Start with something to change."""
        self.edit(list(_BEGINNING))

    @rule(acts=_GROUPS)
    def edit(self, acts: list[Act]) -> None:
        """Do some acts as one command; a refused one leaves everything as it was."""
        self.told.clear()
        entries = journal_length(self.workspace)
        try:
            self.workspace.run(do_several, tuple(acts))
        except RuleError:
            assert not self.told
            assert journal_length(self.workspace) == entries
            return
        now = state(self.workspace)
        assert bool(self.told) == (now != self.states[self.at])
        if self.told:
            self._check_journal(self.states[self.at], now)
            self.states[self.at + 1 :] = [now]
            self.at += 1

    @rule()
    def undo(self) -> None:
        """Take the newest standing edit back, if there is one."""
        self._go(self.workspace.undo, ChangeKind.UNDO, -1)

    @rule()
    def redo(self) -> None:
        """Do again what was undone last, if nothing was done since."""
        self._go(self.workspace.redo, ChangeKind.REDO, +1)

    @rule(back=st.integers(1, 3), acts=_GROUPS)
    def go_back_and_edit(self, back: int, acts: list[Act]) -> None:
        """Undo a few times and do something else, which ends what could be done again."""
        for _each in range(min(back, self.at)):
            self.undo()
        self.edit(acts)

    @invariant()
    def what_stands_is_what_stood(self) -> None:
        """Compare everything in the file with what stood there at this place in the history."""
        assert state(self.workspace) == self.states[self.at]

    @invariant()
    def the_menu_tells_what_can_be_done(self) -> None:
        """Compare what undo and redo offer with the list."""
        menu = self.workspace.undo_state()
        assert bool(menu.undo) == (self.at > 0)
        assert bool(menu.redo) == (self.at < len(self.states) - 1)

    @invariant()
    def what_is_there_can_be_found(self) -> None:
        """Compare the search entries with the names, numbers and addresses that stand."""
        now = state(self.workspace)
        entries = now["search_entry"]
        assert {key: set(entry["folded"].split()) for key, entry in entries.items()} == findable(
            now
        )

    def teardown(self) -> None:
        """Go back to the beginning and forth to the end, and close the file."""
        while self.workspace.undo():
            self.at -= 1
        assert self.at == 0
        assert state(self.workspace) == self.states[0]
        while self.workspace.redo():
            self.at += 1
        assert state(self.workspace) == self.states[-1]
        self.workspace.close()

    def _go(self, step: Callable[[], ChangeSet | None], kind: ChangeKind, by: int) -> None:
        self.told.clear()
        place = self.at + by
        change = step()
        assert (change is not None) == (0 <= place < len(self.states))
        assert self.told == [change] * (change is not None)
        if change is not None:
            assert change.kind is kind
            self._check_journal(self.states[self.at], self.states[place])
            self.at = place

    def _check_journal(self, before: States, after: States) -> None:
        (told,) = self.told
        written = self.workspace.read(journal.rows_of, told.id)
        assert recorded(told.rows) == recorded(written) == differences(before, after)


class HistoryInAFile(History):
    """The same in a file that is closed and opened again now and then."""

    def opened(self) -> Workspace:
        """Return the file, open; made the first time."""
        if not hasattr(self, "folder"):
            self.folder = tempfile.TemporaryDirectory()
            self.path = Path(self.folder.name) / "samspill.samstyring"
            Workspace.create(self.path).close()
        workspace = Workspace.open(self.path)
        workspace.subscribe(self.told.append)
        return workspace

    @precondition(lambda self: len(self.states) > 1)
    @rule()
    def reopen(self) -> None:
        """Close the file and open it again: history is kept."""
        self.workspace.close()
        self.workspace = self.opened()

    def teardown(self) -> None:
        """Close the file and remove it."""
        super().teardown()
        self.folder.cleanup()


_QUICK = settings(
    max_examples=20,
    stateful_step_count=15,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def test_that_any_history_leads_back_and_forth() -> None:
    run_state_machine_as_test(History, settings=_QUICK)


def test_that_history_outlives_closing_the_file() -> None:
    run_state_machine_as_test(
        HistoryInAFile, settings=settings(_QUICK, max_examples=4, stateful_step_count=10)
    )


# The test itself can fail -----------------------------------------------------------------------

Patch = pytest.MonkeyPatch


def _no_active_history(patch: Patch) -> None:
    for table, row in t.TRACKED.items():
        for field in recorder.FIELDS[table]:
            patch.setattr(getattr(row, field).impl, "active_history", False)


def _oldest_undone_first(patch: Patch) -> None:
    def oldest(session: Session) -> t.ChangeSetRow | None:
        standing = t.ChangeSetRow.undone_by.is_(None)
        edits = select(t.ChangeSetRow).where(t.ChangeSetRow.kind == "edit", standing)
        return session.scalar(edits.order_by(t.ChangeSetRow.id).limit(1))

    patch.setattr(journal, "undo_target", oldest)


def _merged_from_the_end(patch: Patch) -> None:
    patch.setattr(recorder, "merged", lambda changes: merged(list(changes)[::-1]))


def _deletes_not_logged(patch: Patch) -> None:
    def without_deletes(changes: list[RowChange]) -> tuple[RowChange, ...]:
        return merged(change for change in changes if change.after is not None)

    patch.setattr(recorder, "merged", without_deletes)


def _falsy_values_dropped(patch: Patch) -> None:
    whole = recorder._json

    def without_falsy(values: Mapping[str, Any] | None) -> str | None:
        return whole(values and {field: value for field, value in values.items() if value})

    patch.setattr(recorder, "_json", without_falsy)


def _redo_after_a_new_edit(patch: Patch) -> None:
    def newest_undone(session: Session) -> t.ChangeSetRow | None:
        undone = select(t.ChangeSetRow).where(t.ChangeSetRow.undone_by.is_not(None))
        return session.scalar(undone.order_by(t.ChangeSetRow.undone_by.desc()).limit(1))

    patch.setattr(journal, "redo_target", newest_undone)


def _search_not_refreshed(patch: Patch) -> None:
    patch.setattr(search, "refresh", lambda _session, _changes: None)


def _undo_not_told(patch: Patch) -> None:
    tell = Workspace._tell

    def only_edits(self: Workspace, change: ChangeSet | None) -> None:
        tell(self, change if change and change.kind is ChangeKind.EDIT else None)

    patch.setattr(Workspace, "_tell", only_edits)


def _half_of_a_group_recorded(patch: Patch) -> None:
    store = recorder.store_change_set

    def without_the_last(session: Session, *args: Any, **kwargs: Any) -> ChangeSet | None:
        change = store(session, *args, **kwargs)
        return change and replace(change, rows=change.rows[:-1])

    patch.setattr(recorder, "store_change_set", without_the_last)


@pytest.mark.parametrize(
    "plant",
    [
        _no_active_history, _oldest_undone_first, _merged_from_the_end, _deletes_not_logged,
        _falsy_values_dropped, _redo_after_a_new_edit, _search_not_refreshed,
        _undo_not_told, _half_of_a_group_recorded,
    ],
)  # fmt: skip
def test_that_a_planted_fault_is_found(
    plant: Callable[[Patch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    calm = settings(_QUICK, max_examples=60, phases=[Phase.generate], derandomize=True)
    with pytest.raises((AssertionError, SamstyringError, SQLAlchemyError)):
        run_state_machine_as_test(History, settings=calm)
