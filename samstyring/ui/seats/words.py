"""What a seat and a body's roster read as, in whole sentences."""

from collections.abc import Sequence
from datetime import date

from samstyring.domain.seats import SeatLine, SeatRole, SeatStatus
from samstyring.domain.words import word
from samstyring.formats import capital, days_away, listed, number, short_date
from samstyring.language import _, ngettext
from samstyring.ui.theme import ToneName

STATUS_TONES = {
    SeatStatus.FILLED: ToneName.OK,
    SeatStatus.ENDS_SOON: ToneName.SOON,
    SeatStatus.TERM_OVER: ToneName.OVER,
    SeatStatus.VACANT: ToneName.VACANT,
}


def roster_sentence(lines: Sequence[SeatLine]) -> str:
    """Say how many seats are filled, and what needs care."""
    if not lines:
        return _("There are no seats yet. Add the seats first; persons are put in them after.")
    statuses = [line.status for line in lines]
    vacant = statuses.count(SeatStatus.VACANT)
    filled = _filled(len(lines) - vacant, len(lines))
    care = [
        part
        for part in (
            _vacant(vacant),
            _ends_soon(statuses.count(SeatStatus.ENDS_SOON)),
            _term_over(statuses.count(SeatStatus.TERM_OVER)),
        )
        if part
    ]
    if not care:
        return _("{filled}.").format(filled=filled)
    return _("{filled}; {care}.").format(filled=filled, care=listed(care))


def _filled(filled: int, seats: int) -> str:
    if filled == seats > 1:
        return _("All {count} seats are filled").format(count=number(seats))
    text = ngettext(
        "{filled} of {count} seat is filled", "{filled} of {count} seats are filled", seats
    )
    return text.format(filled=number(filled), count=number(seats))


def _vacant(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} is vacant", "{count} are vacant", count).format(count=number(count))


def _ends_soon(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} term ends soon", "{count} terms end soon", count).format(
        count=number(count)
    )


def _term_over(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{count} sits on after the term", "{count} sit on after their terms", count
    ).format(count=number(count))


def seat_title(line: SeatLine) -> str:
    """Return what a seat is called: its role and number."""
    return _("{role} (seat {number})").format(role=word(line.role), number=line.number)


def role_note(line: SeatLine) -> str:
    """Say the role, and the title and employer of the one who sits there."""
    role = word(line.role)
    if line.role is SeatRole.PERSONAL_SUBSTITUTE and line.substitute_for_name:
        role = _("{role} for {person}").format(role=role, person=line.substitute_for_name)
    work = ", ".join(filter(None, (line.title, line.employer_name)))
    parts = [capital(role), work, "" if line.votes else _("without a vote")]
    return " · ".join(filter(None, parts))


def origin_note(line: SeatLine, *, with_appointer: bool = True) -> str:
    """Say whom the seat represents, who nominates and who appoints, and the seat's note."""
    said = []
    if line.represents_name and line.represents_id == line.nominates_id:
        both = _("represents and is nominated by {body}")
        said.append(both.format(body=line.represents_name))
    else:
        if line.represents_name:
            said.append(_("represents {body}").format(body=line.represents_name))
        if line.nominates_name:
            said.append(_("nominated by {body}").format(body=line.nominates_name))
    if line.appoints_name and with_appointer:
        said.append(_("appointed by {body}").format(body=line.appoints_name))
    if line.note:
        said.append(line.note)
    return capital(" · ".join(said))


def appointer_of_all(lines: Sequence[SeatLine]) -> str:
    """Return who appoints to every seat of a roster, when that is one and the same body."""
    appointers = {line.appoints_name for line in lines}
    return appointers.pop() if len(appointers) == 1 and len(lines) > 1 else ""


def appointer_sentence(lines: Sequence[SeatLine]) -> str:
    """Say once who appoints to all the seats; nothing when that differs."""
    appointer = appointer_of_all(lines)
    return _("All are appointed by {body}.").format(body=appointer) if appointer else ""


def term_note(line: SeatLine, day: date) -> str:
    """Say since when someone sits there and when the term ends, or how long it is vacant."""
    if line.status is SeatStatus.VACANT:
        if line.vacant_since is None:
            return ""
        return _("Vacant since {day}").format(day=short_date(line.vacant_since))
    parts = []
    if line.since is not None:
        parts.append(_("since {day}").format(day=short_date(line.since)))
    if line.term_last is not None:
        parts.append(_term_end(line, day))
    return capital(" · ".join(parts))


def _term_end(line: SeatLine, day: date) -> str:
    assert line.term_last is not None
    away = days_away(line.term_last.last_day(), day)
    end = short_date(line.term_last)
    if line.status is SeatStatus.TERM_OVER:
        return _("the term ended {day} ({away})").format(day=end, away=away)
    if line.status is SeatStatus.ENDS_SOON:
        return _("the term ends {day} ({away})").format(day=end, away=away)
    return _("the term ends {day}").format(day=end)
