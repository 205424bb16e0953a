"""A day asked about that is known to the month or year only, in every verb that asks about one."""

import itertools
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from datetime import date

import pytest

from samstyring.cli.arguments import make_parser
from tests.cli.conftest import Ask, Register

_READS = (
    ("list", "bodies", "--as-of"),
    ("show", "DU", "--as-of"),
    ("composition", "DU", "--as-of"),
    ("coverage", "--as-of"),
    ("describe", "DU", "--as-of"),
    ("round", "list", "--as-of"),
    ("today", "--on"),
)


@pytest.mark.parametrize("words", _READS, ids=" ".join)
@pytest.mark.parametrize(("written", "meant"), [("2026", "01.01.2026"), ("03.2026", "01.03.2026")])
def test_that_a_month_or_year_is_its_first_day_and_the_answer_says_so(
    ask: Ask, finished_register: Register, words: tuple[str, ...], written: str, meant: str
) -> None:
    verb, *rest = words
    asked, whole = (ask(verb, finished_register.path, *rest, day) for day in (written, meant))
    assert asked.code == 0, asked.err
    assert asked.out == whole.out
    assert meant in asked.out


def options(parser: ArgumentParser, path: str = "") -> Iterator[tuple[str, str, object]]:
    """Give each verb, each of its options, and what reads it, actions of verbs included."""
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            yield from itertools.chain.from_iterable(
                options(below, f"{path} {name}".strip()) for name, below in action.choices.items()
            )
        for option in action.option_strings:
            yield path, option, action.type


def test_that_every_day_to_look_at_can_be_a_month_or_year() -> None:
    read = {
        f"{verb} {option}": reads
        for verb, option, reads in options(make_parser())
        if option in ("--as-of", "--diff") or (verb, option) in _ASKED_ON
    }
    assert len(read) >= 12
    assert {name: reads("02.2026") for name, reads in read.items()} == dict.fromkeys(  # type: ignore[operator]
        read, date(2026, 2, 1)
    )


_ASKED_ON = {("today", "--on"), ("letters", "--on"), ("calendar", "--on")}


def test_that_the_dates_a_refusal_recommends_are_taken(
    ask: Ask, finished_register: Register
) -> None:
    path = finished_register.path
    refused = ask("list", path, "bodies", "--as-of", "2022-02-30")
    assert refused.code == 2
    for recommended in ("07.02.2026", "02.2026", "2026"):
        assert recommended in refused.err
        assert ask("list", path, "bodies", "--as-of", recommended).code == 0
