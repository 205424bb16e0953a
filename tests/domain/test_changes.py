"""Change sets: several changes of one row are one, and each can be taken back."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.changes import (
    ChangeKind,
    ChangeSet,
    JournalLine,
    RowChange,
    Values,
    merged,
)

Rows = dict[str, dict[str, Any]]
_FIELDS = ("name", "count", "flag")
_VALUES = st.sampled_from([None, "", "a", 0, 1, False, 2.5])
# What is done to a row at a time: written whole, some fields changed, deleted.
_ACTS = st.tuples(
    st.sampled_from(["r1", "r2"]),
    st.sampled_from(["write", "delete"]),
    st.dictionaries(st.sampled_from(_FIELDS), _VALUES),
)


def _did(rows: Rows, row_id: str, act: str, values: dict[str, Any]) -> RowChange | None:
    standing = rows.get(row_id)
    if act == "delete":
        return None if standing is None else RowChange("t", row_id, rows.pop(row_id), None)
    if standing is None:
        rows[row_id] = {field: values.get(field) for field in _FIELDS}
        return RowChange("t", row_id, None, dict(rows[row_id]))
    before = {field: standing[field] for field in values}
    rows[row_id] = {**standing, **values}
    return RowChange("t", row_id, before, dict(values)) if values else None


def _apply(rows: Rows, changes: tuple[RowChange, ...]) -> Rows:
    result = {row_id: dict(row) for row_id, row in rows.items()}
    for change in changes:
        if change.after is None:
            assert result.pop(change.row_id) == change.before
        elif change.before is None:
            assert change.row_id not in result
            result[change.row_id] = dict(change.after)
        else:
            assert {key: result[change.row_id][key] for key in change.before} == change.before
            result[change.row_id].update(change.after)
    return result


@given(st.lists(_ACTS, max_size=10))
def test_that_merged_changes_lead_from_start_to_end_and_back(
    acts: list[tuple[str, str, dict[str, Any]]],
) -> None:
    start: Rows = {"r1": {"name": "a", "count": 0, "flag": False}}
    end = {row_id: dict(row) for row_id, row in start.items()}
    changes = merged([change for act in acts if (change := _did(end, *act)) is not None])
    assert _apply(start, changes) == end
    assert _apply(end, tuple(change.inverted() for change in changes)) == start
    assert len({change.row_id for change in changes}) == len(changes)


def test_that_what_was_made_and_deleted_again_is_no_change() -> None:
    made = RowChange("t", "r", None, {"name": "a"})
    assert merged([made, made.inverted()]) == ()


def test_that_a_field_put_back_is_no_change() -> None:
    there = RowChange("t", "r", {"name": "a", "flag": False}, {"name": "b", "flag": True})
    back = RowChange("t", "r", {"name": "b"}, {"name": "a"})
    values: Values = {"flag": True}
    assert merged([there, back]) == (RowChange("t", "r", {"flag": False}, values),)


def test_that_a_change_set_tells_which_tables_it_touches() -> None:
    change = ChangeSet(1, "", "", "", ChangeKind.EDIT, tables=frozenset({"body", "seat"}))
    assert change.touches("person", "seat")
    assert not change.touches("person")


def test_that_a_line_of_history_says_what_was_done_to_what() -> None:
    line = JournalLine(1, "", "", "Add a body", "KS", ChangeKind.EDIT, undone=False, rows=2)
    assert line.name == "Add a body: KS"
