"""What the pages say about persons and the seats they hold, in words and tones."""

from datetime import date

from samstyring.domain.people import Contact, Employment, PersonDetail, PersonSeat
from samstyring.domain.seats import SeatStatus
from samstyring.domain.text import sort_key
from samstyring.domain.words import word
from samstyring.formats import capital, counted, listed
from samstyring.language import N_, _, translate
from samstyring.ui.theme import ToneName

PAST, PLANNED = "past", "planned"

_STATUS_WORDS: dict[str, str] = {
    SeatStatus.FILLED.value: N_("sits now"),
    SeatStatus.ENDS_SOON.value: N_("ends soon"),
    SeatStatus.TERM_OVER.value: N_("term over, still sitting"),
    PAST: N_("past"),
    PLANNED: N_("planned"),
}
STATUS_TONES: dict[str, ToneName] = {
    SeatStatus.FILLED.value: ToneName.OK,
    SeatStatus.ENDS_SOON.value: ToneName.SOON,
    SeatStatus.TERM_OVER.value: ToneName.OVER,
    PAST: ToneName.MUTED,
    PLANNED: ToneName.ACCENT,
}
STATUS_ICONS: dict[str, str] = {
    SeatStatus.FILLED.value: "circle-check",
    SeatStatus.ENDS_SOON.value: "clock",
    SeatStatus.TERM_OVER.value: "triangle-alert",
    PAST: "history",
    PLANNED: "calendar-clock",
}


def seat_status_in_words(seat: PersonSeat) -> str:
    """Return how it stands with a person's seat."""
    return translate(_STATUS_WORDS[seat.status])


def sits_now(seat: PersonSeat) -> bool:
    """Whether the person sits there on the day that was asked for."""
    return seat.status not in (PAST, PLANNED)


def work_in_words(employments: tuple[Employment, ...], day: date) -> str:
    """Return title and employer on a day; nothing for a person without an employer then."""
    working = [work for work in employments if work.period.covers(day)]
    return "; ".join(", ".join(filter(None, (work.title, work.employer_name))) for work in working)


def person_sentence(detail: PersonDetail) -> str:
    """Return a plain sentence about where a person sits."""
    now = [seat for seat in detail.seats if sits_now(seat)]
    if not now:
        return _("Holds no seat.")
    bodies = listed(sorted({seat.body_name for seat in now}, key=sort_key))
    return counted(
        "Holds {count} seat: {bodies}.", "Holds {count} seats: {bodies}.", len(now), bodies=bodies
    )


def contact_key(contact: Contact, among: int) -> str:
    """Return what a contact detail is and, among several, whether it is the one to use first."""
    kind = word(contact.kind)
    shown = capital(kind)
    return _("{kind} (use first)").format(kind=shown) if contact.primary and among > 1 else shown
