"""The columns of persons, their seats, employments, candidacies and history, as data."""

from samstyring.domain.changes import JournalLine
from samstyring.domain.people import Employment, PersonSeat
from samstyring.domain.periods import Period
from samstyring.domain.seats import SeatRole
from samstyring.domain.words import word
from samstyring.formats import period
from samstyring.language import N_
from samstyring.ui.history.columns import standing, time_of, what_was_done
from samstyring.ui.nominations.words import STEP_ICONS, STEP_TONES, written
from samstyring.ui.people import words
from samstyring.ui.tables import Align, Column


def _begins(held: Period) -> str:
    return held.first.iso if held.first else ""


def _seat_period(seat: PersonSeat) -> str:
    return period(seat.period)


def _work_period(work: Employment) -> str:
    return period(work.period)


PERSON_COLUMNS = (
    Column("name", N_("Name"), lambda line: line.name, width=22),
    Column("employer", N_("Employer"), lambda line: line.employer_name, width=18),
    Column("seats", N_("Seats"), lambda line: str(line.seats or ""),
           sort=lambda line: line.seats, align=Align.END, width=6),
    Column("title", N_("Title"), lambda line: line.title, width=22),
    Column("bodies", N_("Bodies"), lambda line: line.bodies, width=28),
    Column("email", N_("E-mail"), lambda line: line.email, width=26),
)  # fmt: skip

SEAT_COLUMNS = (
    Column("body", N_("Body"), lambda seat: seat.body_name, width=22),
    Column("status", N_("Status"), words.seat_status_in_words,
           icon=lambda seat: words.STATUS_ICONS[seat.status],
           tone=lambda seat: words.STATUS_TONES[seat.status], width=18, whole=True),
    Column("role", N_("Role"), lambda seat: word(SeatRole(seat.role)), width=14, whole=True),
    Column("period", N_("Period"), _seat_period,
           sort=lambda seat: _begins(seat.period), width=22, whole=True),
    Column("term", N_("Term ends"), lambda seat: written(seat.term_last),
           sort=lambda seat: seat.term_last, width=11),
    Column("represents", N_("Represents"), lambda seat: seat.represents_name, width=18),
)  # fmt: skip

EMPLOYMENT_COLUMNS = (
    Column("title", N_("Title"), lambda work: work.title, width=24),
    Column("employer", N_("Employer"), lambda work: work.employer_name, width=22),
    Column("period", N_("Period"), _work_period,
           sort=lambda work: _begins(work.period), width=22, whole=True),
)  # fmt: skip

CANDIDACY_COLUMNS = (
    Column("body", N_("Body"), lambda line: line.body_name, width=22),
    Column("step", N_("Step"), lambda line: word(line.step),
           icon=lambda line: STEP_ICONS[line.step],
           tone=lambda line: STEP_TONES[line.step], width=17, whole=True),
    Column("day", N_("Since"), lambda line: written(line.day),
           sort=lambda line: line.day, width=11),
    Column("by", N_("Put forward by"), lambda line: line.by_name, width=18),
    Column("round", N_("Round"), lambda line: line.round_name, width=24),
)  # fmt: skip


def _newest_first(line: JournalLine) -> int:
    return -line.number


HISTORY_COLUMNS = (
    Column("time", N_("When"), time_of, sort=_newest_first, width=20),
    Column("what", N_("What was done"), what_was_done, width=36),
    Column("state", N_("Now"), standing, width=12),
    Column("who", N_("By whom"), lambda line: line.author, width=14),
)
