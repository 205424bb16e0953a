"""What stood on a day: the SQL agrees with the period, and names are those of day and language."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from samstyring.commands.bodies import add_name, add_relation, rename_body
from samstyring.domain.bodies import NameKind, RelationKind
from samstyring.domain.periods import PartialDate, Period
from samstyring.domain.seats import SeatStatus, seat_status, stored_seat_status
from samstyring.language import set_language
from samstyring.queries.as_of import Names, names_as_of
from samstyring.queries.bodies import body_detail, body_lines
from samstyring.queries.org import org_snapshot
from samstyring.workspace import Workspace
from tests.builders import a_body, a_period, day

# A few years close together, so that days and ends meet often.
DAYS = st.dates(date(2023, 12, 1), date(2026, 2, 28))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Draw a date known to the day, the month or the year."""
    whole = draw(DAYS)
    known = draw(st.integers(1, 3))
    return PartialDate(*(whole.year, whole.month, whole.day)[:known])


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period that does not end before it begins; each end may be open."""
    first, last = draw(st.none() | partial_dates()), draw(st.none() | partial_dates())
    assume(first is None or last is None or first.first_day() <= last.last_day())
    return Period(first, last)


# The two spellings of one rule -------------------------------------------------------------------


@given(st.lists(periods(), min_size=1, max_size=6), DAYS)
@example([a_period("2024", "2024")], date(2024, 12, 31))
@example([a_period("2024", "2024")], date(2025, 1, 1))
@example([a_period("2024-02", "2024-02")], date(2024, 2, 29))
@example([a_period("2024-02", "2024-02")], date(2024, 1, 31))
def test_that_the_database_finds_what_the_period_covers(lives: list[Period], day: date) -> None:
    workspace = Workspace.in_memory()
    bodies = {a_body(workspace, "Organ", period=life): life for life in lives}
    found = {line.id for line in workspace.read(body_lines, as_of=day)}
    workspace.close()
    assert found == {body_id for body_id, life in bodies.items() if life.covers(day)}


@given(periods(), st.none() | partial_dates(), DAYS, st.integers(0, 400))
def test_that_a_status_from_stored_dates_is_the_status_of_the_records(
    period: Period, term_last: PartialDate | None, day: date, soon: int
) -> None:
    assume(period.covers(day))
    soon_day = (day + timedelta(days=soon)).isoformat()
    term, last = (end.iso if end else None for end in (term_last, period.last))
    stored = stored_seat_status(term, last, day.isoformat(), soon_day)
    assert stored is seat_status(period, term_last, day, soon)
    assert stored is not SeatStatus.VACANT


@given(partial_dates())
def test_that_a_reduced_date_stands_for_its_first_and_last_day(known: PartialDate) -> None:
    body_life = Period(known, known)
    last = date(known.year, known.month or 12, known.day or 1)
    if known.day is None:
        last = last.replace(day=monthrange(last.year, last.month)[1])
    first = date(known.year, known.month or 1, known.day or 1)
    workspace = Workspace.in_memory()
    a_body(workspace, "Organ", period=body_life)
    around = (first - timedelta(days=1), first, last, last + timedelta(days=1))
    there = [bool(workspace.read(body_lines, as_of=day)) for day in around]
    workspace.close()
    assert there == [False, True, True, False]


# Names -------------------------------------------------------------------------------------------


def named(workspace: Workspace, body_id: str, on: str) -> Names:
    """Return what a body is called on an ISO day."""
    return workspace.read(names_as_of, date.fromisoformat(on), [body_id])[body_id]


def test_that_a_body_is_called_by_the_name_of_the_day(workspace: Workspace) -> None:
    body = a_body(workspace, "DigiHordaland", period=a_period("2017", None))
    workspace.run(rename_body, body, "DigiVestland", day("2020"))
    assert named(workspace, body, "2019-12-31").official == "DigiHordaland"
    assert named(workspace, body, "2020-01-01").official == "DigiVestland"


def test_that_a_body_has_its_first_name_before_it_has_any(workspace: Workspace) -> None:
    body = a_body(workspace, "DigiHordaland", period=a_period("2017", None))
    workspace.run(rename_body, body, "DigiVestland", day("2020"))
    assert named(workspace, body, "2016-12-31").official == "DigiHordaland"


def test_that_a_body_that_is_over_keeps_its_last_name(workspace: Workspace) -> None:
    body = a_body(workspace, "First", period=a_period("2010", "2012"))
    workspace.run(add_name, body, "Last", period=a_period("2013", "2019"))
    workspace.run(add_name, body, "Middle", period=a_period("2013", "2018-12-30"))
    assert named(workspace, body, "2026-01-01").official == "Last"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("nb", "Regionråd nb"), ("nn", "Regionråd nn"), ("en", "Regionråd nb")],
)
def test_that_a_name_is_in_the_language_in_use(
    workspace: Workspace, language: str, expected: str
) -> None:
    body = a_body(workspace, "Regionråd nb")
    workspace.run(add_name, body, "Regionråd nn", language="nn")
    workspace.run(add_name, body, "Guovlu", language="se")
    set_language(language)
    assert named(workspace, body, "2026-01-01").official == expected


def test_that_a_name_of_the_day_comes_before_the_language(workspace: Workspace) -> None:
    body = a_body(workspace, "Ny", period=a_period("2020", None))
    workspace.run(add_name, body, "Gamal", language="nn", period=a_period("2010", "2019"))
    set_language("nn")
    assert named(workspace, body, "2026-01-01").official == "Ny"
    assert named(workspace, body, "2015-01-01").official == "Gamal"


def test_that_a_name_in_no_norwegian_is_better_than_none(workspace: Workspace) -> None:
    body = a_body(workspace, "Norsk", period=a_period(None, "2019"))
    workspace.run(add_name, body, "Davvi", language="se", period=a_period("2020", None))
    assert named(workspace, body, "2026-01-01").official == "Davvi"


def test_that_a_short_name_counts_only_while_it_is_in_use(workspace: Workspace) -> None:
    body = a_body(workspace, "Digitaliseringsutvalget")
    short = NameKind.SHORT
    workspace.run(add_name, body, "DU", kind=short, period=a_period("2020", "2024"))
    assert named(workspace, body, "2024-12-31").short == "DU"
    assert named(workspace, body, "2025-01-01").short == ""
    assert named(workspace, body, "2019-12-31").short == ""


def test_that_an_alternative_name_is_never_what_a_body_is_called(workspace: Workspace) -> None:
    body = a_body(workspace, "Herøy")
    workspace.run(add_name, body, "Herøy (Nordland)", kind=NameKind.ALTERNATIVE)
    assert named(workspace, body, "2026-01-01") == Names("Herøy")


def test_that_names_can_be_had_of_all_bodies_at_once(workspace: Workspace) -> None:
    first, second = a_body(workspace, "A"), a_body(workspace, "B")
    names = workspace.read(names_as_of, date(2026, 1, 1))
    assert {key: name.official for key, name in names.items()} == {first: "A", second: "B"}


# Relations and the whole structure ---------------------------------------------------------------


def test_that_relations_are_those_of_the_day_with_names_of_the_day(workspace: Workspace) -> None:
    parent, child = a_body(workspace, "Gammelt navn"), a_body(workspace, "Gruppe")
    workspace.run(rename_body, parent, "Nytt navn", day("2022"))
    part, reports = RelationKind.PART_OF, RelationKind.REPORTS_TO
    workspace.run(add_relation, child, parent, part, period=a_period(None, "2021-06"))
    workspace.run(add_relation, child, parent, reports, period=a_period("2021-07", None))

    def related(on: str) -> list[tuple[RelationKind, str]]:
        detail = workspace.read(body_detail, child, as_of=date.fromisoformat(on))
        return [(relation.kind, relation.to_name) for relation in detail.relations]

    assert related("2021-06-30") == [(part, "Gammelt navn")]
    assert related("2021-07-01") == [(reports, "Gammelt navn")]
    assert related("2022-01-01") == [(reports, "Nytt navn")]


@pytest.mark.parametrize("on", ["2019-06-01", "2022-06-01", "2026-03-01"])
def test_that_every_line_of_the_structure_joins_two_bodies_of_the_day(
    example: Workspace, on: str
) -> None:
    day = date.fromisoformat(on)
    snapshot = example.read(org_snapshot, as_of=day)
    there = {body.id for body in snapshot.bodies}
    assert there == {line.id for line in example.read(body_lines, as_of=day)}
    assert snapshot.lines
    assert all({line.from_id, line.to_id} <= there for line in snapshot.lines)
    assert all(line.from_id != line.to_id for line in snapshot.lines)
    assert len({line.id for line in snapshot.lines}) == len(snapshot.lines)


def test_that_the_structure_is_read_the_same_twice(example: Workspace) -> None:
    first, second = (example.read(org_snapshot, as_of=date(2026, 3, 1)) for _ in range(2))
    assert first == second
