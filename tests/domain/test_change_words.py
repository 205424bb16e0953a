"""Changes in words: what is stored as a key is read as a sentence."""

from samstyring.domain.change_words import row_in_words
from samstyring.domain.changes import RowChange


def _changed(table: str, key: str, before: str, after: str) -> str:
    return row_in_words(RowChange(table, "1", {key: before}, {key: after}), str)


def test_that_no_candidate_is_told_in_words() -> None:
    said = _changed("request", "answer", "", "no_candidate: Ingen har tid.")
    assert said == "Changed request: answer from nothing to “no candidate: Ingen har tid.”"
    assert "“Vi har én”" in _changed("request", "answer", "", "Vi har én")


def test_that_a_term_that_another_followed_is_told_in_words() -> None:
    said = _changed("appointment", "end_reason", "", "followed:")
    assert said.endswith("from nothing to “another followed”")
    assert "“Ny jobb”" in _changed("appointment", "end_reason", "", "Ny jobb")
