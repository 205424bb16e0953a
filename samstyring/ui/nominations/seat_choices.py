"""The seats a candidate can be put forward for, as choices of a field."""

from collections.abc import Iterable

from samstyring.domain.choices import Choice
from samstyring.domain.seats import SeatLine
from samstyring.domain.words import word
from samstyring.language import _
from samstyring.queries.seats import seat_lines
from samstyring.ui.desk import Desk
from samstyring.ui.nominations.words import seat_in_words


def seat_choices(desk: Desk, first: Iterable[str] = ()) -> tuple[Choice, ...]:
    """Return every seat there is on the day shown; those named first come before the rest."""
    wanted = frozenset(first)
    lines = desk.read(seat_lines, as_of=desk.day)
    ordered = sorted(lines, key=lambda line: line.id not in wanted)
    return tuple(_choice(line) for line in ordered)


def _choice(line: SeatLine) -> Choice:
    holder = word(line.status)
    if line.person_name:
        holder = _("held by {person}").format(person=line.person_name)
    return Choice(line.id, seat_in_words(line.body_name, line.role, line.number), holder)
