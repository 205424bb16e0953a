"""Calls the nomination rounds of the example and takes its candidates step by step."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.commands.kept_candidates import keep_candidacy
from samstyring.commands.nominations import (
    RoundFacts,
    answer_request,
    appoint,
    ask,
    call_round,
    close_round,
    forward_candidacy,
    nominate,
    pass_on,
    take_step,
)
from samstyring.domain.nominations import StepKind
from samstyring.domain.periods import PartialDate
from samstyring.example.days import day_of, whole_day
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import document
from samstyring.language import N_
from samstyring.workspace import Workspace

Entry = dict[str, Any]


@command(N_("Set up the nominations of the example"))
def compose_rounds(session: Session, ids: Ids, today: date) -> Ids:
    """Call every round, put its candidates forward, appoint and close; return ids by key."""
    about(session, THE_WHOLE)
    told = document("example", "rounds.toml")
    rounds: Ids = {}
    for entry in told["round"]:
        rounds[entry["key"]] = _call(session, ids, entry, today)
        requests = _ask(session, ids, rounds[entry["key"]], entry, today)
        requests += _pass_on(session, ids, requests, entry, today)
        for candidacy in told["candidacy"]:
            if candidacy["round"] == entry["key"] and not candidacy.get("last"):
                _put_forward(session, ids, rounds[entry["key"]], candidacy, today)
        _answer(session, requests, entry, today)
        if "closed_on" in entry:
            close_round(session, rounds[entry["key"]], whole_day(entry["closed_on"], today))
    return rounds


def _call(session: Session, ids: Ids, entry: Entry, today: date) -> str:
    facts = RoundFacts(
        name=entry["name"].format(**_years(today)),
        caller_id=ids[entry["caller"]],
        called_on=day_of(entry["called_on"], today),
        due_on=day_of(entry["due_on"], today),
        criteria=entry["criteria"],
        call_text=entry["call_text"],
    )
    return call_round(session, facts, seat_ids=[ids[seat] for seat in entry["seats"]])


def _years(today: date) -> dict[str, int]:
    """Return the years that the names of rounds speak of: of the term that runs, and the next."""
    return {
        "begun": whole_day("-22m", today).year,
        "ends": whole_day("+14m-1d", today).year,
        "next": today.year + 1,
        "third": today.year + 3,
    }


def _ask(session: Session, ids: Ids, round_id: str, entry: Entry, today: date) -> list[str]:
    return [
        ask(
            session, round_id, ids[request["body"]],
            asked_on=day_of(entry["called_on"], today),
            due_on=day_of(request.get("due_on", entry["due_on"]), today),
        )
        for request in entry["requests"]
    ]  # fmt: skip


def _pass_on(
    session: Session, ids: Ids, request_ids: list[str], entry: Entry, today: date
) -> list[str]:
    """Let those asked ask others in turn; return their requests in the order they are told of."""
    return [
        pass_on(
            session, request_id, [ids[below["body"]]],
            asked_on=day_of(below["asked_on"], today), due_on=day_of(below["due_on"], today),
        )[0]
        for request_id, request in zip(request_ids, entry["requests"], strict=True)
        for below in request.get("passed_on", ())
    ]  # fmt: skip


def _answer(session: Session, request_ids: list[str], entry: Entry, today: date) -> None:
    asked = entry["requests"]
    below = [each for request in asked for each in request.get("passed_on", ())]
    for request_id, request in zip(request_ids, [*asked, *below], strict=True):
        if "answered_on" in request:
            answer_request(
                session, request_id, whole_day(request["answered_on"], today),
                answer=request["answer"], no_candidate=request.get("no_candidate", False),
            )  # fmt: skip


def put_forward_last(workspace: Workspace, ids: Ids, rounds: Ids, today: date) -> None:
    """Put the last candidates forward one by one, as a person does, so that each can be undone."""
    for entry in document("example", "rounds.toml")["candidacy"]:
        if entry.get("last"):
            workspace.run(nominate, **_nomination(ids, rounds[entry["round"]], entry, today))


def _put_forward(session: Session, ids: Ids, round_id: str, entry: Entry, today: date) -> None:
    candidacy_id = nominate(session, **_nomination(ids, round_id, entry, today))
    _take_steps(session, candidacy_id, entry, today)
    for later in entry.get("forwarded", ()):
        candidacy_id = _forward(session, ids, candidacy_id, later, today)
    if "appoint" in entry:
        _appoint(session, candidacy_id, entry["appoint"], today)
    if "kept" in entry:
        consent_on, kept_until = (whole_day(day, today) for day in entry["kept"])
        keep_candidacy(session, candidacy_id, consent_on=consent_on, kept_until=kept_until)


def _forward(session: Session, ids: Ids, candidacy_id: str, entry: Entry, today: date) -> str:
    kind, day, by_whom = entry["steps"][0]
    later = forward_candidacy(
        session, candidacy_id, ids[entry["by"]], on_day=whole_day(day, today),
        rank=entry.get("rank"), reason=entry["reason"], by_whom=by_whom,
        first_step=StepKind(kind),
    )  # fmt: skip
    _take_steps(session, later, entry, today)
    return later


def _take_steps(session: Session, candidacy_id: str, entry: Entry, today: date) -> None:
    for kind, day, by_whom, *note in entry["steps"][1:]:
        on_day = whole_day(day, today)
        take_step(
            session, candidacy_id, StepKind(kind), on_day, by_whom=by_whom, note="".join(note)
        )


def _nomination(ids: Ids, round_id: str, entry: Entry, today: date) -> dict[str, Any]:
    _proposed, day, by_whom = entry["steps"][0]
    return {
        "seat_id": ids[entry["seat"]], "person_id": ids[entry["person"]],
        "by_id": ids[entry["by"]], "on_day": whole_day(day, today), "round_id": round_id,
        "rank": entry.get("rank"), "reason": entry["reason"], "by_whom": by_whom,
    }  # fmt: skip


def _appoint(session: Session, candidacy_id: str, entry: Entry, today: date) -> None:
    from_day = PartialDate.of(whole_day(entry["from"], today))
    appoint(
        session, candidacy_id, from_day,
        term_last=day_of(entry["term_last"], today), on_day=whole_day(entry["on"], today),
        by_whom=entry["by"], decision=entry["decision"],
    )  # fmt: skip
