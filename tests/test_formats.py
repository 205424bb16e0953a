"""How dates, numbers, lists and names are written in each language."""

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samstyring.domain.periods import PartialDate, Period
from samstyring.formats import (
    counted,
    days_away,
    listed,
    long_date,
    long_period,
    moment,
    number,
    percent,
    period,
    quoted,
    safe_name,
    short_date,
)
from samstyring.language import texts_in

FEBRUARY = date(2026, 2, 7)


@pytest.fixture(autouse=True)
def bokmal() -> Iterator[None]:
    with texts_in("nb"):
        yield


@pytest.mark.parametrize(
    ("value", "short", "long"),
    [
        (FEBRUARY, "07.02.2026", "7. februar 2026"),
        (PartialDate(2026, 2, 7), "07.02.2026", "7. februar 2026"),
        (PartialDate(2015, 11), "11.2015", "november 2015"),
        (PartialDate(2015), "2015", "2015"),
        (None, "", ""),
    ],
)
def test_that_a_date_is_written_as_far_as_it_is_known(
    value: PartialDate | date | None, short: str, long: str
) -> None:
    assert (short_date(value), long_date(value)) == (short, long)


@given(st.dates())
def test_that_a_written_date_can_be_read_again(day: date) -> None:
    assert PartialDate.parse(short_date(day)) == PartialDate.of(day)


def test_that_english_writes_the_month_without_a_full_stop() -> None:
    with texts_in("en"):
        assert long_date(FEBRUARY) == "7 February 2026"
        assert long_date(PartialDate(2015, 10)) == "October 2015"


def test_that_a_moment_has_the_clock_of_its_language() -> None:
    value = datetime(2026, 2, 7, 9, 5)
    assert moment(value) == "07.02.2026 kl.\u00a009.05"
    with texts_in("en"):
        assert moment(value) == "07.02.2026 09:05"


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2015", "2019", "2015–2019"),
        ("2026-02-07", "2027-12", "07.02.2026–12.2027"),
        ("2015", "2015", "2015"),
        ("2015", None, "fra 2015"),
        (None, "2019", "til og med 2019"),
        (None, None, ""),
    ],
)
def test_that_a_period_is_written_with_its_open_ends(
    first: str | None, last: str | None, written: str
) -> None:
    assert period(Period.of(first, last)) == written


def test_that_a_long_period_has_air_around_its_dash() -> None:
    value = Period.of("2026-02-07", "2027-12-31")
    assert long_period(value) == "7. februar 2026 – 31. desember 2027"


@pytest.mark.parametrize(
    ("days", "nb", "nn", "en"),
    [
        (62, "om 62 dager", "om 62 dagar", "in 62 days"),
        (2, "om 2 dager", "om 2 dagar", "in 2 days"),
        (1, "i morgen", "i morgon", "tomorrow"),
        (0, "i dag", "i dag", "today"),
        (-1, "i går", "i går", "yesterday"),
        (-41, "41 dager siden", "41 dagar sidan", "41 days ago"),
        (1234, "om 1\u00a0234 dager", "om 1\u00a0234 dagar", "in 1,234 days"),
    ],
)
def test_that_the_distance_to_a_day_is_said_in_words(days: int, nb: str, nn: str, en: str) -> None:
    for code, words in (("nb", nb), ("nn", nn), ("en", en)):
        with texts_in(code):
            assert days_away(FEBRUARY + timedelta(days=days), FEBRUARY) == words


@pytest.mark.parametrize(
    ("value", "decimals", "nb", "en"),
    [
        (357, None, "357", "357"),
        (1234567, None, "1\u00a0234\u00a0567", "1,234,567"),
        (1234.5, None, "1\u00a0234,5", "1,234.5"),
        (Decimal("0.125"), 2, "0,13", "0.13"),
        (2.5, 0, "3", "3"),
        (1e21, 0, "1" + "\u00a0000" * 7, "1" + ",000" * 7),
        (-1234, None, "\u22121\u00a0234", "\u22121,234"),
        (-0.04, 1, "0,0", "0.0"),
    ],
)
def test_that_a_number_has_the_marks_of_its_language(
    value: float | Decimal, decimals: int | None, nb: str, en: str
) -> None:
    assert number(value, decimals) == nb
    with texts_in("en"):
        assert number(value, decimals) == en


def test_that_a_share_is_written_in_per_cent() -> None:
    assert (percent(0.625), percent(0.625, 1)) == ("63\u00a0%", "62,5\u00a0%")
    with texts_in("en"):
        assert percent(1) == "100%"


def test_that_a_count_is_filled_in_with_the_other_values() -> None:
    with texts_in("en"):
        assert counted("{count} seat in {body}", "{count} seats in {body}", 1, body="AU") == (
            "1 seat in AU"
        )
        assert counted("{count} seat", "{count} seats", 1200) == "1,200 seats"


@pytest.mark.parametrize(
    ("items", "nb", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a og b", "a and b"),
        (["a", "b", "{c}"], "a, b og {c}", "a, b and {c}"),
    ],
)
def test_that_a_list_ends_with_and(items: list[str], nb: str, en: str) -> None:
    assert listed(items) == nb
    with texts_in("en"):
        assert listed(items) == en


def test_that_quotation_marks_follow_the_language() -> None:
    assert quoted("Skate") == "«Skate»"
    with texts_in("en"):
        assert quoted("Skate") == "“Skate”"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Mandat for Skate", "Mandat for Skate"),
        ('<Mandat>: "Hva | hvem?" *', "Mandat Hva hvem"),
        ("Sak 24/15", "Sak 24-15"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("navn\u202etxt.exe\u200b", "navntxt.exe"),
        ("to\nlinjer\tog  luft", "to linjer og luft"),
        ("Slutt. . ", "Slutt"),
        (".skjult", "skjult"),
        ("a\u030a r", "å r"),
        ("con", "_con"),
        ("LPT1.2026", "_LPT1.2026"),
        ("Console", "Console"),
        ("???", "Uten navn"),
    ],
)
def test_that_a_title_becomes_a_name_every_file_system_takes(title: str, name: str) -> None:
    assert safe_name(title) == name


def test_that_a_long_name_keeps_its_suffix_and_whole_letters() -> None:
    name = safe_name("å" * 100, ".docx")
    assert name == "å" * 57 + ".docx"
    assert safe_name("a" * 119 + "x\u0331") == "a" * 119


@given(st.text(max_size=200))
def test_that_no_text_makes_an_unsafe_name(text: str) -> None:
    name = safe_name(text, ".pdf")
    assert 5 <= len(name.encode()) <= 120
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(letter) in {"Cc", "Cf"} for letter in name)
    assert name[0] not in ". "
    assert name[-5] not in ". "
