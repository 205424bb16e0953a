"""What the page says about a version of a mandate, in words, icons and tones."""

from collections.abc import Sequence
from datetime import date

from samstyring.domain.mandates import MandateDetail, MandateLine, MandateState
from samstyring.domain.periods import PartialDate
from samstyring.formats import period, short_date
from samstyring.language import LANGUAGES, _, current_language
from samstyring.ui.forms.dates import stored_date
from samstyring.ui.theme import ToneName

STATE_TONES = {
    MandateState.DRAFT: ToneName.SOON,
    MandateState.IN_CONSULTATION: ToneName.ACCENT,
    MandateState.ADOPTED: ToneName.ACCENT,
    MandateState.IN_FORCE: ToneName.OK,
    MandateState.REPLACED: ToneName.MUTED,
}
STATE_ICONS = {
    MandateState.DRAFT: "edit",
    MandateState.IN_CONSULTATION: "message-square",
    MandateState.ADOPTED: "calendar-clock",
    MandateState.IN_FORCE: "circle-check",
    MandateState.REPLACED: "history",
}
# The written forms a mandate may have, each with its own name for itself.
WRITTEN_FORMS: tuple[tuple[str, str], ...] = tuple(
    (code, name) for code, name in LANGUAGES if code in ("nb", "nn")
)


def written_form_of_the_screen() -> str:
    """Return the written form that goes with the language of the screen: nb or nn."""
    return "nn" if current_language() == "nn" else "nb"


def form_name(language: str) -> str:
    """Return a written form's own name: Bokmål or Nynorsk."""
    return dict(LANGUAGES).get(language, language)


def shown_date(text: str) -> str:
    """Return a stored date as people write it; nothing for nothing."""
    return short_date(stored_date(text))


def is_draft(line: MandateLine) -> bool:
    """Say whether a version can still be written in, whatever day is looked at."""
    return not line.adopted_on


def version_name(line: MandateLine) -> str:
    """Return "KommIT-rådet, version 2"."""
    return _("{body}, version {number}").format(body=line.body_name, number=line.number)


def state_sentence(detail: MandateDetail, family: Sequence[MandateLine]) -> str:
    """Say how it stands with a version; ``family`` is all versions of the same mandate."""
    line = detail.line
    if line.state is MandateState.DRAFT:
        return f"{_draft_words(line)} {_meanwhile(line, family)}".strip()
    if line.state is MandateState.IN_CONSULTATION:
        sent = _("Sent on consultation {day}, and not yet adopted.")
        said = sent.format(day=shown_date(detail.consultation_on))
        return f"{said} {_meanwhile(line, family)}".strip()
    if line.state is MandateState.REPLACED:
        return f"{_adopted_words(line)} {_followed_words(line, family)}"
    if line.state is MandateState.ADOPTED:
        starts = _("It takes force {day}.").format(day=short_date(line.period.first))
        return f"{_adopted_words(line)} {starts}"
    return f"{_adopted_words(line)} {_force_words(line)}"


def _draft_words(line: MandateLine) -> str:
    if is_draft(line):
        return _("A draft, which nobody has adopted yet.")
    return _("A draft on this day; it was adopted {day}.").format(day=shown_date(line.adopted_on))


def _meanwhile(line: MandateLine, family: Sequence[MandateLine]) -> str:
    standing = [other for other in family if other.state is MandateState.IN_FORCE]
    if not standing:
        return _("No version is in force.")
    return _("Version {number} is in force meanwhile.").format(number=standing[0].number)


def _adopted_words(line: MandateLine) -> str:
    text = _("Adopted by {body} {day}.")
    return text.format(body=line.adopted_by, day=shown_date(line.adopted_on))


def _force_words(line: MandateLine) -> str:
    if line.period.last is not None:
        return _("In force until {day}.").format(day=short_date(line.period.last))
    return _("In force since {day}.").format(day=short_date(line.period.first))


def _followed_words(line: MandateLine, family: Sequence[MandateLine]) -> str:
    was = _("It was in force {period}").format(period=period(line.period))
    follower = _follower(line, family)
    if follower is None:
        return _("{was}; no version followed.").format(was=was)
    return _("{was}; version {number} followed.").format(was=was, number=follower.number)


def _follower(line: MandateLine, family: Sequence[MandateLine]) -> MandateLine | None:
    later = [other for other in family if other.adopted_on and _begins(other) > _begins(line)]
    return min(later, key=_begins, default=None)


def _begins(line: MandateLine) -> date:
    return line.period.first.first_day() if line.period.first else date.min


def adoption_consequence(begins: PartialDate | None, others: Sequence[MandateLine]) -> str:
    """Say what a draft that is valid from a day replaces, and when that ends."""
    if begins is None:
        return ""
    standing = [
        other
        for other in others
        if other.adopted_on and not other.period.ended_before(begins.first_day())
    ]
    if not standing:
        return _("It replaces nothing: no version is in force then.")
    replaced = standing[0]
    if _begins(replaced) >= begins.first_day():
        return _("Version {number} is valid from {day}. Choose a later first day.").format(
            number=replaced.number, day=short_date(replaced.period.first)
        )
    return _("It replaces version {number}, which ends {day}.").format(
        number=replaced.number, day=short_date(begins.day_before())
    )
