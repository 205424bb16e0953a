"""Dates, numbers, lists and file names as people write them, in the language in force."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from samstyring.language import _, current_language, ngettext, pgettext

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"
MAX_FILE_NAME_BYTES = 120

_NORWEGIAN_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FORBIDDEN_IN_NAMES = re.compile(r'[<>:"|?*]')
_SLASHES = re.compile(r"[/\\]")
# Windows keeps these for devices, with any ending and in any case.
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\..*)?", re.IGNORECASE
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class DateLike(Protocol):
    """A calendar day, or a date of which the day, or day and month, may be unknown."""

    @property
    def year(self) -> int: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...


class PeriodLike(Protocol):
    """From a first to a last date, both included; None is an open end."""

    @property
    def first(self) -> DateLike | None: ...
    @property
    def last(self) -> DateLike | None: ...


def capital(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]


def short_date(value: DateLike | None) -> str:
    """Return 07.02.2026, or 02.2026 or 2026 when no more is known; nothing for None.

    The same in every language, because it is also what the date fields read.
    """
    if value is None:
        return ""
    parts = [f"{part:02d}" for part in (value.day, value.month) if part is not None]
    return ".".join([*parts, f"{value.year:04d}"])


def long_date(value: DateLike | None) -> str:
    """Return 7. februar 2026 or 7 February 2026, or as much of it as is known."""
    if value is None:
        return ""
    if value.month is None:
        return str(value.year)
    if _english():
        month, stop = _ENGLISH_MONTHS[value.month - 1], ""
    else:
        month, stop = _NORWEGIAN_MONTHS[value.month - 1], "."
    return (
        f"{month} {value.year}" if value.day is None else f"{value.day}{stop} {month} {value.year}"
    )


def moment(value: datetime) -> str:
    """Return 07.02.2026 kl. 14.05, in the time zone the value is in; English has 14:05."""
    if _english():
        return f"{short_date(value)} {value:%H:%M}"
    return f"{short_date(value)} kl.{NO_BREAK_SPACE}{value:%H.%M}"


def period(value: PeriodLike) -> str:
    """Return 2015–2019, "from 2015", "until 2019", or nothing when both ends are open."""
    return _between(short_date(value.first), short_date(value.last), EN_DASH)


def long_period(value: PeriodLike) -> str:
    """Return the period with the months written out: 7. februar 2026 – 31. desember 2027."""
    return _between(long_date(value.first), long_date(value.last), f" {EN_DASH} ")


def days_away(day: date, today: date) -> str:
    """Say how far a day is from today: "in 62 days", "41 days ago", "today", "tomorrow"."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return (_("yesterday"), _("today"), _("tomorrow"))[days + 1]
    if days > 0:
        return _filled(ngettext("in {count} day", "in {count} days", days), days)
    return _filled(ngettext("{count} day ago", "{count} days ago", -days), -days)


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """Return 1 234,5 (English 1,234.5); with `decimals`, rounded half up to that many.

    Thousands are held together by a no-break space. Infinity and not-a-number are bugs upstream.
    """
    exact = Decimal(str(value))
    if decimals is not None:
        exact = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    written = f"{abs(exact):,f}"
    if not _english():
        written = written.replace(",", NO_BREAK_SPACE).replace(".", ",")
    return MINUS + written if exact < 0 else written


def percent(share: float, decimals: int = 0) -> str:
    """Return a share of one as 62 % (English 62%)."""
    written = number(Decimal(str(share)) * 100, decimals)
    return f"{written}%" if _english() else f"{written}{NO_BREAK_SPACE}%"


def counted(singular: str, plural: str, count: int, **values: str) -> str:
    """Translate a literal text that differs by count and fill in {count} and the values."""
    return _filled(ngettext(singular, plural, count), count, **values)


def listed(items: Sequence[str]) -> str:
    """Return "a, b og c", "a, b and c"; nothing for no items."""
    if len(items) < 2:
        return "".join(items)
    last_two = pgettext("list", "{before} and {last}")
    return last_two.format(before=", ".join(items[:-1]), last=items[-1])


def quoted(text: str) -> str:
    """Return the text in the quotation marks of the language: «text» or “text”."""
    return f"“{text}”" if _english() else f"«{text}»"


def safe_name(text: str, suffix: str = "") -> str:
    """Return a file name for a title that every file system takes, ending in the suffix.

    Slashes become hyphens; other forbidden and invisible characters go. At most 120 bytes of
    UTF-8 with the suffix (".docx"), never empty, never a name that Windows keeps for a device.
    """
    plain = _SLASHES.sub("-", unicodedata.normalize("NFC", " ".join(text.split())))
    visible = "".join(c for c in plain if unicodedata.category(c) not in _INVISIBLE)
    stem = _trimmed(_FORBIDDEN_IN_NAMES.sub("", visible)) or _("Untitled")
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    room = MAX_FILE_NAME_BYTES - len(suffix.encode())
    return _trimmed(_cut(stem, room)) + suffix


def _english() -> bool:
    return current_language() == "en"


def _between(first: str, last: str, dash: str) -> str:
    if first and last:
        return first if first == last else f"{first}{dash}{last}"
    if first:
        return _("from {date}").format(date=first)
    return _("until {date}").format(date=last) if last else ""


def _filled(form: str, count: int, **values: str) -> str:
    return form.format(count=number(count), **values)


def _trimmed(name: str) -> str:
    # A leading dot hides the file, and Windows drops a trailing dot or space by itself.
    return " ".join(name.split()).strip(" .")


def _cut(text: str, room: int) -> str:
    """Return at most `room` bytes of the text, with no letter parted from its accents."""
    kept = text.encode()[:room].decode(errors="ignore")
    while kept and len(kept) < len(text) and unicodedata.combining(text[len(kept)]):
        kept = kept[:-1]
    return kept
