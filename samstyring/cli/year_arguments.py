"""The arguments of the verbs of the year: today, letters and calendar."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from samstyring.domain.letters import LetterKind
from samstyring.language import _

_FORMATS = (".docx", ".pdf")


class AddVerb(Protocol):
    """Makes the parser of a verb that is about a file, from its name and what it does."""

    def __call__(self, name: str, sentence: str, /, *, speaks: bool = True) -> ArgumentParser: ...


WholeDay = Callable[[str], object]


def add_year_verbs(add: AddVerb, whole_day: WholeDay, language: str) -> None:
    """Add the verbs; ``language`` is the option that names the written form of letters."""
    _add_today(add("today", _("list what needs care, with the next step for each")), whole_day)
    letters = add("letters", _("write the letters of a round to a folder"), speaks=False)
    _add_letters(letters, whole_day, language)
    _add_calendar(add("calendar", _("write terms and deadlines for a calendar")), whole_day)


def _add_today(parser: ArgumentParser, whole_day: WholeDay) -> None:
    _add_day(parser, whole_day)
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))


def _add_letters(parser: ArgumentParser, whole_day: WholeDay, language: str) -> None:
    kinds = tuple(kind.value for kind in LetterKind)
    parser.add_argument("round", metavar=_("ROUND"), help=_("the round: its name or id"))
    parser.add_argument(
        "--kind", required=True, choices=kinds, metavar=_("KIND"), help=", ".join(kinds)
    )
    parser.add_argument(
        "-o", "--out", required=True, type=Path, metavar=_("FOLDER"),
        help=_("the folder for the letters; it is made where it is not there"),
    )  # fmt: skip
    parser.add_argument(
        "--format", choices=_FORMATS, default=".docx", type=_ending, help=_("docx or pdf"),
        metavar=_("FORMAT"),
    )  # fmt: skip
    parser.add_argument(
        language, choices=("nb", "nn"), default="",
        help=_("the written form of all letters: nb or nn; else each recipient's own"),
    )  # fmt: skip
    parser.add_argument(
        "--all", action="store_true",
        help=_(
            "of letters to municipalities: also to members that are not asked, of networks that"
            " have not answered"
        ),
    )  # fmt: skip
    parser.add_argument(
        "--template", type=Path, metavar=_("FILE"), help=_("a Word template of your own")
    )
    _add_day(parser, whole_day)


def _add_calendar(parser: ArgumentParser, whole_day: WholeDay) -> None:
    parser.add_argument(
        "-o", "--out", required=True, type=Path, metavar=_("OUT"),
        help=_("the calendar file, ending in .ics"),
    )  # fmt: skip
    _add_day(parser, whole_day)


def _add_day(parser: ArgumentParser, whole_day: WholeDay) -> None:
    parser.add_argument(
        "--on", type=whole_day, metavar=_("DATE"), help=_("the day asked about; else today")
    )


def _ending(text: str) -> str:
    return text if text.startswith(".") else f".{text}"
