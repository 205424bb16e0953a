"""The verb that gives one who sits a new term, and says what the limit of terms is."""

from argparse import Namespace
from datetime import date

from samstyring.cli.opening import writing
from samstyring.cli.output import say
from samstyring.commands.reappointments import reappoint as give_new_term
from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate
from samstyring.domain.reappointments import ReappointmentOutlook, limit_in_words
from samstyring.domain.seats import SeatLine
from samstyring.formats import listed, short_date
from samstyring.language import _, ngettext
from samstyring.queries.reappointments import reappointment_outlook
from samstyring.queries.search import find_body, find_person
from samstyring.queries.seats import seat_lines, seat_terms
from samstyring.workspace import Workspace


def reappoint(asked: Namespace) -> None:
    """Give one who sits a new term in the same seat, and say what the body's rules advise."""
    day = asked.on or date.today()
    with writing(asked.file) as workspace:
        seat = _held(workspace, asked.who, asked.body, day)
        outlook = workspace.read(reappointment_outlook, seat.appointment_id, as_of=day)
        following = outlook.substitutes if asked.substitutes else ()
        made = workspace.run(
            give_new_term, seat.appointment_id, on_day=day, from_day=asked.first_day,
            term_last=asked.last_day, decision=asked.decision, reason=asked.reason,
            substitute_ids=tuple(each.appointment_id for each in following),
        )  # fmt: skip
        terms = workspace.read(seat_terms, seat.id)
    term = next(term for term in terms if term.id == made)
    said = (
        _told(seat, term.period.first, term.term_last),
        limit_in_words(outlook),
        _substitutes(outlook, following=bool(following)),
    )
    say("".join(f"{sentence}\n" for sentence in said if sentence))


def _held(workspace: Workspace, who: str, body: str, day: date) -> SeatLine:
    """Return the seat that somebody holds, called by its id, the term's id or the person's name.

    RuleError for nobody, or for several seats.
    """
    body_id = workspace.read(find_body, body, as_of=day) if body else None
    lines = workspace.read(seat_lines, as_of=day, body_id=body_id)
    held = [line for line in lines if line.appointment_id]
    for line in held:
        if who.strip() in (line.id, line.appointment_id):
            return line
    person_id = workspace.read(find_person, who)
    own = [line for line in held if line.person_id == person_id]
    if not own:
        raise RuleError(_("{person} sits in no seat on {day}.").format(
            person=who, day=short_date(day)
        ))  # fmt: skip
    if len(own) > 1:
        choices = "; ".join(f"{line.body_name} {line.number} ({line.id})" for line in own)
        raise RuleError(
            _("{person} sits in several seats: {choices}. Write the id of one.").format(
                person=who, choices=choices
            )
        )
    return own[0]


def _told(seat: SeatLine, first: PartialDate | None, last: PartialDate | None) -> str:
    text = _("{person} is reappointed to seat {number} of {body} from {day}.")
    if last is not None:
        text = _("{person} is reappointed to seat {number} of {body} from {day} to {last}.")
    return text.format(
        person=seat.person_name, number=seat.number, body=seat.body_name,
        day=short_date(first) if first else "", last=short_date(last) if last else "",
    )  # fmt: skip


def _substitutes(outlook: ReappointmentOutlook, *, following: bool) -> str:
    """Say who follows the member, or who could."""
    names = [each.person_name for each in outlook.substitutes]
    if not names:
        return ""
    if following:
        text = ngettext(
            "{people}, the personal substitute, follows.",
            "{people}, the personal substitutes, follow.",
            len(names),
        )
    else:
        text = ngettext(
            "{people}, the personal substitute, does not follow; “--substitutes” lets both go on.",
            "{people}, the personal substitutes, do not follow; “--substitutes” lets all go on.",
            len(names),
        )
    return text.format(people=listed(names))


VERBS = {"reappoint": reappoint}
