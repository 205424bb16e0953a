"""The municipalities and counties that every new file begins with."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from samstyring.commands.municipalities import ReferenceBody
from samstyring.domain.bodies import NameKind, SuccessionKind
from samstyring.domain.changes import ChangeKind
from samstyring.domain.errors import RuleError
from samstyring.example import set_up_new
from samstyring.example.reading import table
from samstyring.example.reference import reference
from samstyring.queries.history import journal_lines
from samstyring.workspace import Workspace

COUNTS = {2017: 426, 2018: 422, 2019: 422, 2020: 356, 2021: 356, 2022: 356, 2023: 356, 2024: 357}
COUNTIES = {2017: 19, 2018: 18, 2019: 18, 2020: 11, 2021: 11, 2022: 11, 2023: 11, 2024: 15}
YEARS = sorted(COUNTS)


def there_on(day: date) -> list[ReferenceBody]:
    return [body for body in reference().municipalities if body.period.covers(day)]


def numbers_on(day: date) -> list[str]:
    return [
        number
        for body in (*reference().municipalities, *reference().counties)
        for number, period in body.numbers
        if period.covers(day)
    ]


def the(number: str) -> ReferenceBody:
    """Return the municipality or county that has had a number."""
    everyone = (*reference().municipalities, *reference().counties)
    return next(body for body in everyone if number in dict(body.numbers))


def names_on(body: ReferenceBody, day: date) -> dict[str, str]:
    """Return the official names of a day by language."""
    return {
        name.language: name.name
        for name in body.names
        if name.kind is NameKind.OFFICIAL and name.period.covers(day)
    }


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("month_and_day", [(1, 1), (12, 31)])
def test_that_each_year_has_its_municipalities(year: int, month_and_day: tuple[int, int]) -> None:
    assert len(there_on(date(year, *month_and_day))) == COUNTS[year]


@pytest.mark.parametrize("year", YEARS)
def test_that_each_year_has_its_counties(year: int) -> None:
    day = date(year, 6, 1)
    assert sum(body.period.covers(day) for body in reference().counties) == COUNTIES[year]


@pytest.mark.parametrize("year", YEARS)
def test_that_a_day_has_one_number_for_each_and_none_twice(year: int) -> None:
    numbers = numbers_on(date(year, 6, 1))
    assert len(numbers) == COUNTS[year] + COUNTIES[year]
    assert [number for number, times in Counter(numbers).items() if times > 1] == []


@pytest.mark.parametrize("year", YEARS)
def test_that_each_municipality_lies_in_one_county_of_the_day(year: int) -> None:
    day = date(year, 6, 1)
    counties = {body.key for body in reference().counties if body.period.covers(day)}
    for body in there_on(day):
        lies_in = [county for county, period in body.counties if period.covers(day)]
        assert len(lies_in) == 1, body.key
        assert lies_in[0] in counties


@pytest.mark.parametrize("year", YEARS)
def test_that_the_number_of_a_day_begins_with_its_county(year: int) -> None:
    day = date(year, 6, 1)
    for body in there_on(day):
        number = next(number for number, period in body.numbers if period.covers(day))
        county = next(county for county, period in body.counties if period.covers(day))
        assert number[:2] == county


@pytest.mark.parametrize("year", YEARS)
def test_that_each_municipality_has_one_norwegian_name_a_day(year: int) -> None:
    day = date(year, 6, 1)
    for body in there_on(day):
        spoken = [
            name.name
            for name in body.names
            if (name.kind, name.language) == (NameKind.OFFICIAL, "nb") and name.period.covers(day)
        ]
        assert len(spoken) == 1, body.key
        assert " - " not in spoken[0]


def test_that_everyone_who_is_there_today_has_facts_and_nobody_else() -> None:
    with_facts = {body.key for body in reference().municipalities if body.facts}
    assert with_facts == {body.key for body in there_on(date(2026, 1, 1))}
    people = sum(body.facts.population or 0 for body in reference().municipalities if body.facts)
    assert people == 5_550_203


def test_that_a_new_number_is_the_same_municipality() -> None:
    assert [number for number, _period in the("5610").numbers] == ["2021", "5437", "5610"]


def test_that_a_merger_under_an_old_name_goes_on() -> None:
    assert the("0104") is the("3103")
    assert the("0136").period.last is not None


def test_that_alesund_goes_on_when_haram_leaves_and_haram_begins_anew() -> None:
    assert [number for number, _period in the("1508").numbers] == ["1504", "1507", "1508"]
    assert the("1534") is not the("1580")
    left = [each for each in reference().successions if each.to_key == "1580"]
    assert [(each.from_key, each.kind) for each in left] == [("1508", SuccessionKind.SPLIT)]


def test_that_every_municipality_that_ended_is_followed() -> None:
    ended = {body.key for body in reference().municipalities if body.period.last}
    followed = {each.from_key for each in reference().successions}
    assert ended - followed == set()


def test_that_names_are_in_the_languages_they_are_in() -> None:
    today = date(2026, 1, 1)
    assert names_on(the("5610"), today) == {"nb": "Karasjok", "se": "Kárášjohka"}
    assert names_on(the("5544"), today) == {"nb": "Nordreisa", "se": "Ráisa", "fkv": "Raisi"}
    assert names_on(the("1875"), today) == {"nb": "Hamarøy", "smj": "Hábmer"}
    assert names_on(the("5007"), today) == {"nb": "Namsos", "sma": "Nåavmesjenjaelmie"}


def test_that_a_sami_name_begins_when_it_was_adopted() -> None:
    assert names_on(the("1870"), date(2017, 12, 31)) == {"nb": "Sortland"}
    assert names_on(the("1870"), date(2018, 1, 1)) == {"nb": "Sortland", "se": "Suortá"}


def test_that_a_norwegian_name_changes_with_its_period() -> None:
    assert names_on(the("3322"), date(2019, 6, 1)) == {"nb": "Nes"}
    assert names_on(the("3322"), date(2020, 6, 1)) == {"nb": "Nesbyen"}


def test_that_oslo_is_a_county_too_and_joins_no_network() -> None:
    assert the("0301").counties[0][0] == "03"
    members = {line["number"] for line in table("reference", "network_members.csv")}
    assert {body.key for body in there_on(date(2026, 1, 1))} - members == {"0301"}


@pytest.fixture
def new_file() -> Iterator[Workspace]:
    """Open an empty file in memory."""
    opened = Workspace.in_memory()
    yield opened
    opened.close()


def test_that_a_new_file_gets_them_in_one_step_that_undo_does_not_reach(
    new_file: Workspace,
) -> None:
    ids = set_up_new(new_file)
    assert len(ids) == len(reference().municipalities) + len(reference().counties)
    (line,) = new_file.read(journal_lines)
    assert (line.name, line.kind) == ("Set up the municipalities", ChangeKind.FOUNDATION)
    assert new_file.undo() is None
    assert new_file.undo_state().nothing_to_undo == "There is nothing more to undo."


def test_that_they_are_set_up_once(new_file: Workspace) -> None:
    set_up_new(new_file)
    with pytest.raises(RuleError, match="in the file already"):
        set_up_new(new_file)
