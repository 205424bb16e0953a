"""The verbs on the chain of a nomination: answer, forward, step and trace."""

from argparse import Namespace
from datetime import date

from samstyring.cli.changing import candidacy_named
from samstyring.cli.objects import as_object
from samstyring.cli.opening import reading, writing
from samstyring.cli.output import as_json, say
from samstyring.cli.round_names import round_named
from samstyring.cli.rounds import request_named
from samstyring.commands.nominations import forward_candidacy, take_step
from samstyring.commands.requests import answer_request
from samstyring.domain.errors import NotFoundError, RuleError
from samstyring.domain.nomination_chain import Chain, chain_in_words
from samstyring.domain.nominations import CandidacyLine, StepKind
from samstyring.domain.words import word
from samstyring.formats import short_date
from samstyring.language import _
from samstyring.queries.nomination_chain import appointment_chain, candidacy_chain
from samstyring.queries.nominations import candidacy_lines
from samstyring.queries.search import find_body, find_person
from samstyring.workspace import Workspace


def answer(asked: Namespace) -> None:
    """Write what a body has answered; that it has no candidate, and why, is an answer too."""
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        line = round_named(workspace, asked.round, day)
        request = request_named(workspace, line, asked.body, day)
        none = asked.no_candidate is not None
        words = asked.no_candidate if none else asked.text
        workspace.run(answer_request, request.id, day, answer=words, no_candidate=none)
    text = _("{body} has answered in “{round}”.")
    if none:
        text = _("{body} has no candidate in “{round}”.")
    say(text.format(body=request.body_name, round=line.name) + "\n")


def forward(asked: Namespace) -> None:
    """Let the next body put forward whom another has put forward, and say the candidacy's id."""
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        line = candidacy_named(workspace, asked.candidacy)
        by_id = workspace.read(find_body, asked.by, as_of=day)
        made = workspace.run(
            forward_candidacy, line.id, by_id, on_day=day, rank=asked.rank, reason=asked.reason
        )
    text = _("{person} is forwarded by {by} for seat {number} of {body}. Candidacy: {id}")
    say(
        text.format(
            person=line.person_name, by=asked.by, number=line.seat_number, body=line.body_name,
            id=made,
        )
        + "\n"
    )  # fmt: skip


def step(asked: Namespace) -> None:
    """Take a candidacy a step, such as the person's own answer, and say where it stands."""
    day = asked.on or date.today()
    kind = StepKind(asked.step)
    with writing(asked.file) as workspace:
        line = candidacy_named(workspace, asked.candidacy)
        workspace.run(take_step, line.id, kind, day, by_whom=asked.by, note=asked.note)
    text = _("{person}, seat {number} of {body}: {step} {day}.")
    said = text.format(
        person=line.person_name, number=line.seat_number, body=line.body_name, step=word(kind),
        day=short_date(day),
    )  # fmt: skip
    say(said + "\n")


def trace(asked: Namespace) -> None:
    """Tell a candidate's way: who proposed, who forwarded, and what was decided."""
    with reading(asked.file) as workspace:
        chain = _chain(workspace, asked.candidacy)
    if asked.json:
        say(as_json(as_object(chain) | {"whole": chain.whole}))
        return
    lines = [
        f"{'  ' * line.depth}{line.body_name}{': ' if line.body_name else ''}{line.text}"
        for line in chain_in_words(chain)
    ]
    if not chain.links:
        lines.append(_("Nobody is known to have put {person} forward.").format(
            person=chain.person_name
        ))  # fmt: skip
    say("\n".join([chain.person_name, *lines]) + "\n")


def _chain(workspace: Workspace, name: str) -> Chain:
    """Return the chain of a candidacy or a term by its id, or of a person's one candidacy."""
    today = date.today()
    for query in (candidacy_chain, appointment_chain):
        try:
            return workspace.read(query, name, as_of=today)
        except NotFoundError:
            continue
    person_id = workspace.read(find_person, name)
    lines = workspace.read(candidacy_lines, as_of=date.max, person_id=person_id)
    ends = [line for line in lines if not line.forwarded_by_id]
    if not ends:
        raise RuleError(_("{person} has never been put forward.").format(person=name))
    if len(ends) > 1:
        raise RuleError(
            _("{person} has several candidacies: {choices}. Write the id of one.").format(
                person=name, choices=_choices(ends)
            )
        )
    return workspace.read(candidacy_chain, ends[0].id, as_of=today)


def _choices(lines: list[CandidacyLine]) -> str:
    return "; ".join(f"{line.body_name} {line.seat_number} ({line.id})" for line in lines)


VERBS = {"answer": answer, "forward": forward, "step": step, "trace": trace}
