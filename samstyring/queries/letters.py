"""The letters of a nomination round: who gets one, and the facts that fill it."""

from collections.abc import Callable, Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from samstyring.domain.letters import Letter, LetterKind
from samstyring.language import texts_in
from samstyring.queries.letters_of_requests import calls, reminders, to_municipalities
from samstyring.queries.letters_of_seats import appointments, recommendations, thanks
from samstyring.queries.letters_round import RoundFacts, round_facts
from samstyring.queries.rosters import booklet, rosters
from samstyring.store import tables as t

FORMS = ("nb", "nn")
_WRITERS: dict[LetterKind, Callable[[Session, RoundFacts], list[Letter]]] = {
    LetterKind.CALL: calls,
    LetterKind.REMINDER: reminders,
    LetterKind.RECOMMENDATION: recommendations,
    LetterKind.APPOINTMENT: appointments,
    LetterKind.THANKS: thanks,
}


def letters(
    session: Session,
    round_id: str,
    kind: LetterKind,
    *,
    as_of: date,
    language: str = "",
    everyone: bool = False,
) -> tuple[Letter, ...]:
    """Return the letters of one kind that a round calls for that day, by recipient.

    Municipalities are written to if they are asked; with ``everyone`` also those that are not,
    but are members of a network that is asked and has not answered.

    ``language`` is nb or nn for all; without it each is in the written form that the recipient's
    municipality has chosen, else in bokmål. NotFoundError if the round is gone.
    """
    found = {
        form: _letters_in(form, session, round_id, kind, as_of, everyone)
        for form in ((language,) if language else FORMS)
    }
    if language:
        return found[language]
    chosen = written_forms(session, (each.about_body_id for each in found["nb"]))
    return tuple(
        nynorsk if chosen.get(bokmal.about_body_id) == "nn" else bokmal
        for bokmal, nynorsk in zip(found["nb"], found["nn"], strict=True)
    )


def _letters_in(
    form: str, session: Session, round_id: str, kind: LetterKind, day: date, everyone: bool
) -> tuple[Letter, ...]:
    with texts_in(form):
        facts = round_facts(session, round_id, day, form)
        if kind is LetterKind.BOOKLET:
            return booklet(session, as_of=day, language=form)
        if kind is LetterKind.ROSTER:
            bodies = dict.fromkeys(seat.body_id for seat in facts.seats)
            return rosters(session, tuple(bodies), as_of=day, language=form)
        if kind is LetterKind.MUNICIPALITY:
            return tuple(to_municipalities(session, facts, everyone=everyone))
        return tuple(_WRITERS[kind](session, facts))


def written_forms(session: Session, body_ids: Iterable[str]) -> dict[str, str]:
    """Return nb or nn for each body that is a municipality which has chosen one."""
    row, forms = t.MunicipalityRow, {"bokmål": "nb", "nynorsk": "nn"}
    statement = select(row.body_id, row.written_form).where(row.body_id.in_(set(body_ids)))
    return {body_id: forms[form] for body_id, form in session.execute(statement) if form in forms}
