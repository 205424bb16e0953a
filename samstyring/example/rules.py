"""Gives the bodies of the example their rules of composition, and answers one breach of them."""

import json
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from samstyring.commands.command import about, command
from samstyring.commands.composition import add_rule, answer_breach
from samstyring.domain.composition_rules import Force, Parameters, RuleKind, from_json
from samstyring.domain.periods import Period
from samstyring.example.days import day_of, whole_day
from samstyring.example.keys import THE_WHOLE, Ids
from samstyring.example.reading import document
from samstyring.language import N_

Entry = dict[str, Any]


@command(N_("Set up the rules of the example"))
def compose_rules(session: Session, ids: Ids, today: date) -> None:
    """Add every rule, and the answers to breaches of them."""
    about(session, THE_WHOLE)
    for entry in document("example", "rules.toml")["rule"]:
        rule_id = add_rule(
            session, ids[entry["body"]], _parameters(entry, ids), force=Force(entry["force"]),
            period=Period(day_of(entry["first"], today), None),
        )  # fmt: skip
        for answer in entry.get("answers", ()):
            answer_breach(
                session, rule_id, answer["reason"], on_day=whole_day(answer["on"], today),
                by_whom=answer["by_whom"], holds_until=day_of(answer["holds_until"], today),
            )  # fmt: skip


def _parameters(entry: Entry, ids: Ids) -> Parameters:
    told = dict(entry["parameters"])
    if "regions" in told:
        told["regions"] = [ids[key] for key in told["regions"]]
    return from_json(RuleKind(entry["kind"]), json.dumps(told))
