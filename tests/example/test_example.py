"""What the example shows, and that nothing in it contradicts itself."""

import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from samstyring.domain.bodies import BodyKind
from samstyring.domain.changes import ChangeKind
from samstyring.domain.composition import Outcome
from samstyring.domain.errors import RuleError, StoreError
from samstyring.domain.findings import FindingKind
from samstyring.domain.flows import FlowDirection, FlowKind
from samstyring.domain.mandates import MandateState
from samstyring.domain.nominations import StepKind
from samstyring.domain.periods import PartialDate, Period, months_later
from samstyring.domain.seats import SeatLine, SeatStatus
from samstyring.example import build_example
from samstyring.example.building import fill
from samstyring.graph.picture import picture_of
from samstyring.graph.picture_options import options_as_json, options_from_json
from samstyring.queries.bodies import body_detail, body_lines
from samstyring.queries.findings import findings
from samstyring.queries.findings_of_rules import rules_of_bodies
from samstyring.queries.flows import channel_lines
from samstyring.queries.history import journal_lines
from samstyring.queries.kept_candidates import kept_candidates
from samstyring.queries.mandates import mandate_detail, mandate_document, mandate_lines
from samstyring.queries.municipalities import municipality_lines
from samstyring.queries.nomination_chain import candidacy_chain
from samstyring.queries.nominations import candidacy_lines, round_detail, round_lines
from samstyring.queries.org import org_snapshot
from samstyring.queries.seats import seat_lines
from samstyring.queries.views import saved_views, story_detail, story_lines
from samstyring.store import tables as t
from samstyring.workspace import Workspace
from tests.builders import rows, state
from tests.example.conftest import TODAY

DURING_2022 = date(2022, 6, 1)
OTHER_DAYS = (date(2026, 1, 31), date(2028, 2, 29))


def the_id(example: Workspace, name: str, day: date = TODAY) -> str:
    """Return the id of the one body of that name or short name that is no municipality."""
    lines = example.read(body_lines, as_of=day)
    found = [
        line.id
        for line in lines
        if name in (line.name, line.short_name) and line.kind is not BodyKind.MUNICIPALITY
    ]
    assert len(found) == 1, (name, found)
    return found[0]


def seats_of(example: Workspace, name: str, day: date = TODAY) -> tuple[SeatLine, ...]:
    return example.read(seat_lines, as_of=day, body_id=the_id(example, name, day))


# How much there is ------------------------------------------------------------------------------


def test_that_there_are_bodies_besides_the_municipalities(example: Workspace) -> None:
    geography = (BodyKind.MUNICIPALITY, BodyKind.COUNTY_MUNICIPALITY)
    others = [row for row in rows(example, t.BodyRow) if BodyKind(row["kind"]) not in geography]
    assert 120 <= len(others) <= 180


def test_that_many_bodies_have_seats(example: Workspace) -> None:
    lines = example.read(body_lines, as_of=TODAY)
    assert sum(line.seats > 0 for line in lines) >= 25


def test_that_there_are_180_persons_whose_addresses_lead_nowhere(example: Workspace) -> None:
    people, contacts = rows(example, t.PersonRow), rows(example, t.ContactRow)
    assert len(people) == len({person["name"] for person in people}) == 180
    assert len(contacts) == len({contact["value"] for contact in contacts}) == 180
    assert all(contact["value"].endswith("@example.org") for contact in contacts)
    assert {person["note"] for person in people} == {"Oppdiktet person."}


def test_that_two_persons_in_three_have_stated_their_gender(example: Workspace) -> None:
    stated = Counter(person["gender"] for person in rows(example, t.PersonRow))
    assert 110 <= 180 - stated["not_stated"] <= 130
    assert stated["other"] > 0


def test_that_six_bodies_have_a_mandate_and_two_of_them_in_both_forms(example: Workspace) -> None:
    lines = example.read(mandate_lines, as_of=TODAY)
    assert len({line.body_id for line in lines}) >= 6
    assert len({line.body_id for line in lines if line.languages == ("nb", "nn")}) == 2
    assert len({line.body_id for line in lines if line.state is MandateState.REPLACED}) >= 2
    assert sum(line.state is MandateState.IN_CONSULTATION for line in lines) == 1


def test_that_a_mandate_is_a_page_long_in_each_form(example: Workspace) -> None:
    for line in example.read(mandate_lines, as_of=TODAY):
        detail = example.read(mandate_detail, line.id, as_of=TODAY)
        for language in line.languages:
            sections = detail.sections_in(language)
            assert len(sections) == 9, (line.name, language)
            assert sum(len(section.text.split()) for section in sections) >= 150


def test_that_a_mandate_in_nynorsk_says_all_in_nynorsk(example: Workspace) -> None:
    written = [
        example.read(mandate_document, line.id, as_of=TODAY, language="nn")
        for line in example.read(mandate_lines, as_of=TODAY)
        if "nn" in line.languages
    ]
    assert len(written) >= 3
    for document in written:
        assert document.title.endswith(document.body_name)
        assert not re.search("utvalget|punkter", document.derived_from)


def test_that_channels_run_both_up_and_down(example: Workspace) -> None:
    channels = example.read(channel_lines, as_of=TODAY)
    assert len(channels) >= 60
    assert {channel.kind for channel in channels} == set(FlowKind)
    ways = Counter(channel.direction for channel in channels)
    assert min(ways[FlowDirection.UP], ways[FlowDirection.DOWN]) >= 20


def test_that_facts_have_sources_some_of_them_long_unverified(example: Workspace) -> None:
    sources = rows(example, t.SourceRow)
    verified = {source["verified_on"] for source in sources}
    assert len(sources) >= 40
    assert "" in verified
    assert min(verified - {""}) < (TODAY - timedelta(days=365)).isoformat()


def test_that_there_are_views_to_open_and_a_story_of_five_of_them(example: Workspace) -> None:
    views, stories = example.read(saved_views), example.read(story_lines)
    assert len(views) >= 5
    assert [line.pages for line in stories] == [5]
    pages = example.read(story_detail, stories[0].id).pages
    assert len({page.title for page in pages} | {view.name for view in views}) == 5 + len(views)
    assert all(page.view is not None and len(page.text.split()) >= 10 for page in pages)


def test_that_every_view_shows_something_as_its_options_were_read(example: Workspace) -> None:
    for view in example.read(saved_views):
        options = options_from_json(view.options)
        assert json.loads(options_as_json(options)) == json.loads(view.options), view.name
        snapshot = example.read(org_snapshot, as_of=view.day or TODAY)
        assert len(picture_of(snapshot, options).shown) >= 8, view.name


def test_that_some_bodies_meet_their_rules_and_some_do_not(example: Workspace) -> None:
    told = example.read(rules_of_bodies, as_of=TODAY)
    assert len({Outcome.MET, Outcome.BROKEN, Outcome.CANNOT_BE_JUDGED} & set(told.values())) >= 2
    assert the_id(example, "DU") in told


# What it says -----------------------------------------------------------------------------------


def test_that_all_municipalities_but_oslo_are_in_a_network(example: Workspace) -> None:
    lines = example.read(municipality_lines, as_of=TODAY)
    assert len(lines) == 357
    assert [line.name for line in lines if not line.network_id] == ["Oslo"]
    assert Counter(line.network_name for line in lines)["DigiViken"] == 51


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2014, 1, 1), "KommIT-programmet"),
        (date(2018, 1, 1), "DigiHordaland"),
        (TODAY, "DigiVestland"),
        (date(2018, 1, 1), "DiguT"),
        (TODAY, "DigiTrøndelag"),
        (date(2020, 1, 1), "Ett digitalt Agder"),
        (TODAY, "Digi Agder"),
        (date(2021, 1, 1), "Digitale Akershus"),
        (date(2020, 1, 1), "KMD"),
        (DURING_2022, "KDD"),
        (date(2024, 1, 1), "DFD"),
        (date(2023, 1, 1), "Viken fylkeskommune"),
    ],
)
def test_that_a_body_has_the_name_of_its_day(example: Workspace, day: date, name: str) -> None:
    assert the_id(example, name, day)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("DigiVestland", date(2019, 12, 31)),
        ("DFD", date(2023, 12, 31)),
        ("KMD", DURING_2022),
        ("Digitale Akershus", date(2022, 1, 1)),
        ("KommIT-programmet", date(2016, 1, 1)),
    ],
)
def test_that_other_days_had_other_names(example: Workspace, name: str, day: date) -> None:
    names = {line.short_name or line.name for line in example.read(body_lines, as_of=day)}
    assert name not in names


def test_that_digi_viken_follows_upon_two(example: Workspace) -> None:
    detail = example.read(body_detail, the_id(example, "DigiViken"), as_of=TODAY)
    assert {each.from_name for each in detail.successions} == {"Digitale Akershus", "DigiViken Øst"}


def test_that_the_committee_has_14_seats_and_one_is_vacant(example: Workspace) -> None:
    seats = seats_of(example, "DU")
    vacant = [seat for seat in seats if seat.status is SeatStatus.VACANT]
    assert len(seats) == 14
    assert [seat.nominates_name for seat in vacant] == ["DigiTrøndelag"]


def test_that_the_council_has_11_seats_all_filled(example: Workspace) -> None:
    assert [bool(seat.person_id) for seat in seats_of(example, "KommIT")] == [True] * 11


@pytest.mark.parametrize(("name", "others"), [("DU", 5), ("KommIT", 3)])
def test_that_others_sat_there_in_2022(example: Workspace, name: str, others: int) -> None:
    then, now = seats_of(example, name, DURING_2022), seats_of(example, name)
    assert all(seat.person_id for seat in then)
    left = {seat.person_id for seat in then} - {seat.person_id for seat in now}
    assert len(left) >= others


def test_that_some_persons_sit_in_three_bodies(example: Workspace) -> None:
    bodies = Counter(
        person
        for person, _body in {
            (seat.person_id, seat.body_id)
            for seat in example.read(seat_lines, as_of=TODAY)
            if seat.person_id
        }
    )
    assert 5 <= sum(count == 3 for count in bodies.values()) <= 15


def test_that_someone_changed_employer_and_kept_the_seat(example: Workspace) -> None:
    (before,) = (
        seat
        for seat in seats_of(example, "DU", date(2024, 6, 1))
        if seat.represents_name == "DigiNordland"
    )
    now = next(seat for seat in seats_of(example, "DU") if seat.id == before.id)
    assert before.person_id == now.person_id
    assert (before.employer_name, now.employer_name) == ("Bodø", "Nordland fylkeskommune")


@pytest.mark.parametrize("kind", list(FindingKind))
def test_that_there_is_something_of_everything_that_needs_care(
    example: Workspace, kind: FindingKind
) -> None:
    assert kind in {finding.kind for finding in example.read(findings, as_of=TODAY)}


def test_that_one_round_is_under_way_and_one_closed(example: Workspace) -> None:
    now, closed = example.read(round_lines, as_of=TODAY)
    assert now.name == "Digitaliseringsutvalget og KommIT-rådet 2027–2029"
    assert (now.seats, now.requests) == (4, 11)
    assert (now.answered, now.overdue, now.closed_on) == (6, 2, "")
    assert (closed.name, closed.closed_on) == ("KommIT-rådet 2025–2027", "2024-12-15")
    assert closed.candidacies == 4
    seats = example.read(round_detail, now.id, as_of=TODAY).seats
    assert Counter(seat.body_name for seat in seats) == {
        "Digitaliseringsutvalget": 3,
        "KommIT-rådet": 1,
    }


def test_that_candidates_have_come_differently_far(example: Workspace) -> None:
    now, closed = example.read(round_lines, as_of=TODAY)
    lines = example.read(candidacy_lines, as_of=TODAY)
    reached = Counter(line.step for line in lines if line.round_id == now.id)
    assert reached == {
        StepKind.PROPOSED: 1,
        StepKind.ASKED: 1,
        StepKind.ACCEPTED: 2,
        StepKind.NOMINATED: 2,
        StepKind.RECOMMENDED: 2,
        StepKind.DECLINED: 1,
    }
    ended = Counter(line.step for line in lines if line.round_id == closed.id)
    assert ended == {StepKind.APPOINTED: 2, StepKind.NOT_APPOINTED: 2}


def test_that_a_request_is_passed_on_with_an_earlier_deadline(example: Workspace) -> None:
    now, _closed = example.read(round_lines, as_of=TODAY)
    requests = example.read(round_detail, now.id, as_of=TODAY).requests
    below = [each for each in requests if each.depth == 1]
    assert [(each.body_name, each.status.value, each.no_candidate) for each in below] == [
        ("Levanger", "answered", True),
        ("Namsos", "overdue", False),
        ("Trondheim", "answered", False),
    ]
    assert {each.passed_on_from_name for each in below} == {"DigiTrøndelag"}
    assert all(each.due_on < now.due_on for each in below)
    assert "fagsystemer" in next(each.answer for each in below if each.no_candidate)


def test_that_a_candidacy_has_gone_from_municipality_to_network_to_ks(example: Workspace) -> None:
    now, _closed = example.read(round_lines, as_of=TODAY)
    lines = example.read(candidacy_lines, as_of=TODAY, round_id=now.id)
    last = next(line for line in lines if line.by_name == "KS' administrasjon")
    chain = example.read(candidacy_chain, last.id, as_of=TODAY)
    assert [link.body_name for link in chain.links] == [
        "Trondheim", "DigiTrøndelag", "KS' administrasjon",
    ]  # fmt: skip
    assert [link.step for link in chain.links] == [
        StepKind.ACCEPTED, StepKind.NOMINATED, StepKind.RECOMMENDED,
    ]  # fmt: skip


def test_that_one_candidate_is_kept_and_the_consent_of_another_has_lapsed(
    example: Workspace,
) -> None:
    (kept,) = example.read(kept_candidates, as_of=TODAY)
    assert kept.person_name == "Lasse Haugsbø"
    assert kept.consent_on < TODAY.isoformat() < kept.kept_until
    (lapsed,) = [f for f in example.read(findings, as_of=TODAY) if f.kind is FindingKind.LAPSED]
    assert lapsed.sentence.startswith("The consent of Narve Tjernlund to be kept lapsed")


# That it hangs together -------------------------------------------------------------------------


@pytest.fixture(scope="module", params=[TODAY, *OTHER_DAYS], ids=str)
def any_day(request: pytest.FixtureRequest, example: Workspace) -> Iterator[tuple[Workspace, date]]:
    """Open the example as it is made on different days."""
    if request.param == TODAY:
        yield example, TODAY
        return
    made = Workspace.in_memory()
    fill(made, request.param)
    yield made, request.param
    made.close()


def test_that_no_two_terms_on_a_seat_overlap(any_day: tuple[Workspace, date]) -> None:
    held: dict[str, list[Period]] = {}
    for row in rows(any_day[0], t.AppointmentRow):
        period = Period.of(row["first_day"], row["last_day"])
        assert not any(period.overlaps(other) for other in held.get(row["seat_id"], ()))
        held.setdefault(row["seat_id"], []).append(period)


def test_that_every_date_is_one_and_no_period_ends_before_it_begins(
    any_day: tuple[Workspace, date],
) -> None:
    for table in t.TRACKED.values():
        for row in rows(any_day[0], table):
            for name, value in row.items():
                if value and (name.endswith("_on") or name in ("day", "term_last")):
                    assert PartialDate.parse(value).iso == value
            if "first_day" in row:
                Period.of(row["first_day"], row["last_day"]).check()


def test_that_nobody_sits_before_the_body_is_there(any_day: tuple[Workspace, date]) -> None:
    lives = lives_of(any_day[0])
    for seat in rows(any_day[0], t.SeatRow):
        first = PartialDate.parse(seat["first_day"]).last_day()
        assert lives[seat["body_id"]].covers(first), seat


def test_that_nothing_ties_a_body_outside_its_life(any_day: tuple[Workspace, date]) -> None:
    made, _day = any_day
    lives = lives_of(made)
    seats = {row["id"]: row for row in rows(made, t.SeatRow)}
    terms = [
        {**seats[row["seat_id"]], **{key: row[key] for key in ("first_day", "last_day")}}
        for row in rows(made, t.AppointmentRow)
    ]
    ends = ("body_id", "represents_id", "nominates_id", "appoints_id", "from_id", "to_id")
    tied = [*seats.values(), *terms, *rows(made, t.RelationRow), *rows(made, t.ChannelRow)]
    assert not [
        (row, end)
        for row in tied
        for end in ends
        if row.get(end) and outlives(row, lives[row[end]])
    ]


def lives_of(made: Workspace) -> dict[str, Period]:
    """Return when each body of a file is there."""
    return {
        row["id"]: Period.of(row["first_day"], row["last_day"]) for row in rows(made, t.BodyRow)
    }


def outlives(row: dict[str, Any], life: Period) -> bool:
    """Say whether what a row tells begins before a body is there, or ends after it is gone.

    An open end is as long as the body's own; a date that may lie within its life does.
    """
    told = Period.of(row["first_day"], row["last_day"])
    too_early = told.first and life.first and told.first.last_day() < life.first.first_day()
    too_late = told.last and life.last and told.last.first_day() > life.last.last_day()
    return bool(too_early or too_late)


def test_that_terms_end_soon_whenever_it_is_made(any_day: tuple[Workspace, date]) -> None:
    made, day = any_day
    counts = Counter(finding.kind for finding in made.read(findings, as_of=day))
    assert counts[FindingKind.ENDS_SOON] >= 6
    assert counts[FindingKind.TERM_OVER] == 5
    assert counts[FindingKind.OVERDUE] == 2
    assert counts[FindingKind.LAPSED] == 1


def test_that_national_and_regional_bodies_have_names_of_their_own(example: Workspace) -> None:
    lines = example.read(body_lines, as_of=TODAY)
    named = Counter((line.level, line.name) for line in lines)
    twice = {name for (_level, name), count in named.items() if count > 1}
    assert twice == {"Herøy", "Våler"}


def test_that_the_journal_tells_each_step_and_ends_with_an_ordinary_one(
    example: Workspace,
) -> None:
    names = [line.name for line in example.read(journal_lines)]
    assert names[-1] == "Set up the municipalities"
    assert "Set up the bodies of the example" in names
    assert names[0].startswith("Put forward a candidate: ")


def test_that_last_steps_can_be_undone_and_done_again() -> None:
    made = Workspace.in_memory()
    fill(made, TODAY)
    before = state(made)
    made.undo()
    assert state(made) != before
    made.redo()
    assert state(made) == before
    made.close()


def test_that_undo_stops_at_what_the_example_was_set_up_with() -> None:
    made = Workspace.in_memory()
    fill(made, TODAY)
    undone = [change.label for change in iter(made.undo, None)]
    assert set(undone) == {"Put forward a candidate"}
    assert len(made.read(round_lines, as_of=TODAY)) == 2
    kinds = {line.kind for line in made.read(journal_lines) if "Set up" in line.label}
    assert kinds == {ChangeKind.FOUNDATION}
    made.close()


def test_that_it_is_made_in_a_few_seconds_as_a_file(tmp_path: Path) -> None:
    begun = time.process_time()
    build_example(tmp_path / "example.samstyring", TODAY)
    assert time.process_time() - begun < 10, "measured at 2 seconds"
    made = Workspace.open(tmp_path / "example.samstyring")
    assert len(made.read(round_lines, as_of=TODAY)) == 2
    made.close()


def test_that_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "mine.samstyring"
    path.write_text("mine")
    with pytest.raises(StoreError, match="exists already"):
        build_example(path, TODAY)
    assert path.read_text() == "mine"


def test_that_nothing_is_left_if_it_cannot_be_made(tmp_path: Path) -> None:
    long_ago = date(2000, 1, 1)  # terms would end before they begin
    with pytest.raises(RuleError, match="is before the first day"):
        build_example(tmp_path / "example.samstyring", long_ago)
    assert list(tmp_path.iterdir()) == []


def test_that_terms_end_with_a_month(example: Workspace) -> None:
    ends = {row["term_last"] for row in rows(example, t.AppointmentRow)}
    assert {"2026-12-31", "2027-12-31"} <= ends


def test_that_a_running_term_in_the_committee_lasts_three_years(example: Workspace) -> None:
    for seat in seats_of(example, "DU"):
        if seat.person_id:
            assert seat.since
            assert seat.term_last
            begins, ends = seat.since.first_day(), seat.term_last.last_day()
            assert months_later(begins, 36) == ends + timedelta(days=1)
