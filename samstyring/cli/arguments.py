"""The arguments of every verb, and the parser's own words in the language in use."""

import argparse
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import NoReturn

from samstyring import __version__
from samstyring.cli.graph_arguments import add_graph_verbs, misfit
from samstyring.cli.requests import LANGUAGE_OPTION
from samstyring.cli.round_arguments import add_round_verbs
from samstyring.cli.year_arguments import add_year_verbs
from samstyring.domain.errors import RuleError
from samstyring.domain.periods import PartialDate
from samstyring.language import LANGUAGES, N_, _, ngettext, translate

KINDS = ("bodies", "people", "seats", "candidacies", "mandates", "channels", "municipalities")
_FORMATS = ("table", "csv", "json")
_GROUPINGS = ("network", "county", "sub-region", "size")
# What argparse says by itself; marked here so that it reaches the catalogues.
_PARSER_WORDS = (
    N_("usage: "),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("expected one argument"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
)


class Parser(ArgumentParser):
    """A parser whose headings, help and errors are in the language in use."""

    def __init__(self, **keywords: object) -> None:
        super().__init__(allow_abbrev=False, add_help=False, **keywords)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = _("Arguments"), _("Options")
        self.add_argument("-h", "--help", action="help", help=_("show this help and stop"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help, and end with exit code 2."""
        hint = _("“{program} --help” explains.").format(program=self.prog)
        self.exit(2, f"{self.format_usage()}{message}\n{hint}\n")


def parsed(argv: Sequence[str]) -> Namespace:
    """Return what was asked for; SystemExit 2 with the reason for wrong usage, 0 after help."""
    with _parser_in_our_words():
        parser = make_parser()
        asked = parser.parse_args(argv)
        problem = misfit(asked)
        if problem:
            parser.error(problem)
        return asked


@contextmanager
def _parser_in_our_words() -> Iterator[None]:
    """Let argparse speak our language while it parses.

    Left alone it asks the one catalogue that a whole Python process shares, in the language of
    the environment and not of our settings.
    """
    names = vars(argparse)
    before = {name: names[name] for name in ("_", "ngettext")}
    names.update(_=translate, ngettext=ngettext)
    try:
        yield
    finally:
        names.update(before)


def make_parser() -> ArgumentParser:
    """Return the parser of all verbs, in the language in use."""
    parser = Parser(
        prog="samstyring",
        description=_("Who sits where, who speaks for whom: shared municipal digitalisation."),
        epilog=_("Without a verb, “samstyring [FILE]” opens the window."),
    )
    parser.add_argument(
        "--version", action="version", version=f"samstyring {__version__}",
        help=_("show the version and stop"),
    )  # fmt: skip
    _add_language(parser, argparse.SUPPRESS)
    verbs = parser.add_subparsers(
        dest="verb", required=True, metavar=_("VERB"), title=_("Verbs"), parser_class=Parser
    )
    for add in (
        *(_new, _info, _list, _show, _graph, _mandate, _nominate, _appoint, _reappoint),
        *(_history, _composition, _suggest, _coverage),
    ):
        add(verbs)
    speak = partial(_add_language, default=argparse.SUPPRESS)
    add_round_verbs(partial(_verb, verbs), _whole_day, _day_asked_about, speak)
    add_year_verbs(partial(_verb, verbs), _day_asked_about, LANGUAGE_OPTION)
    for name, sentence in (
        ("undo", _("take the newest change back")),
        ("redo", _("do again what was undone last")),
    ):
        _verb(verbs, name, sentence)
    return parser


Verbs = argparse._SubParsersAction  # the only name it has


def _verb(verbs: "Verbs[Parser]", name: str, sentence: str, *, speaks: bool = True) -> Parser:
    parser = verbs.add_parser(name, help=sentence, description=sentence)
    parser.add_argument("file", metavar=_("FILE"), type=Path, help=_("the file"))
    if speaks:
        _add_language(parser, argparse.SUPPRESS)
    return parser


def _new(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "new", _("make a new file; one that is there is never overwritten"))
    parser.add_argument(
        "--example", action="store_true", help=_("with the example: real bodies, invented people")
    )


def _info(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "info", _("say what a file holds and whether it is whole"))
    _add_json(parser)


def _list(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "list", _("list what there is, today or as of a day"))
    parser.add_argument("kind", choices=KINDS, metavar=_("KIND"), help=", ".join(KINDS))
    _add_as_of(parser)
    _add_name(parser, "--body", _("only what belongs to this body"))
    parser.add_argument("--format", choices=_FORMATS, default="table", help=_("table, csv or json"))


def _show(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "show", _("show all of one body or person"))
    parser.add_argument("name", metavar=_("NAME"), help=_name_help())
    _add_as_of(parser)
    _add_json(parser)


def _graph(verbs: "Verbs[Parser]") -> None:
    add_graph_verbs(partial(_verb, verbs), _day_asked_about)


def _mandate(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "mandate", _("write a body's mandate as a document"), speaks=False)
    parser.add_argument("name", metavar=_("NAME"), help=_("the body whose mandate it is"))
    _add_out(parser, _("the document, ending in .docx, .pdf or .odt"))
    _add_as_of(parser)
    written = _("the written form of the document: nb or nn")
    parser.add_argument(LANGUAGE_OPTION, choices=("nb", "nn"), default="", help=written)
    parser.add_argument(
        "--template", type=Path, metavar=_("FILE"), help=_("a Word template of your own")
    )


def _nominate(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "nominate", _("put a person forward for a seat"))
    parser.add_argument(
        "--seat", required=True, metavar=_("ID"), help=_("the seat's id; “list” shows it")
    )
    parser.add_argument("--person", required=True, metavar=_("NAME"), help=_("who is put forward"))
    parser.add_argument("--by", required=True, metavar=_("NAME"), help=_("the body that nominates"))
    parser.add_argument("--on", type=_whole_day, metavar=_("DATE"), help=_("the day; else today"))
    parser.add_argument("--round", metavar=_("ROUND"), help=_("the round: its name or id"))
    parser.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why this person"))


def _appoint(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "appoint", _("appoint a candidate, which fills the seat"))
    parser.add_argument(
        "candidacy", metavar=_("CANDIDACY"),
        help=_("its id, or the name of a person with one open candidacy"),
    )  # fmt: skip
    parser.add_argument(
        "--from", dest="first_day", required=True, type=_date, metavar=_("DATE"),
        help=_("the first day in the seat"),
    )  # fmt: skip
    parser.add_argument(
        "--to", dest="last_day", type=_date, metavar=_("DATE"),
        help=_("the last day of the term; else as long as terms there are"),
    )  # fmt: skip
    parser.add_argument(
        "--rest-of-term", action="store_true",
        help=_("only for the rest of the term that runs in the seat"),
    )  # fmt: skip
    parser.add_argument(
        "--on", type=_whole_day, metavar=_("DATE"), help=_("the day of the decision; else today")
    )
    parser.add_argument("--decision", default="", metavar=_("TEXT"), help=_("the decision"))


def _reappoint(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "reappoint", _("give one who sits a new term in the same seat"))
    parser.add_argument(
        "who", metavar=_("PERSON"),
        help=_("who sits in one seat, or the id of the seat or the term"),
    )  # fmt: skip
    parser.add_argument(
        "--body", default="", metavar=_("NAME"), help=_("the body, for one who sits in several")
    )
    parser.add_argument(
        "--from", dest="first_day", type=_date, metavar=_("DATE"),
        help=_("the first day of the new term; else the day after the present one"),
    )  # fmt: skip
    parser.add_argument(
        "--to", dest="last_day", type=_date, metavar=_("DATE"),
        help=_("the last day of the term; else as long as terms there are"),
    )  # fmt: skip
    parser.add_argument(
        "--substitutes", action="store_true",
        help=_("let the personal substitutes of the member follow"),
    )  # fmt: skip
    parser.add_argument(
        "--on", type=_whole_day, metavar=_("DATE"), help=_("the day of the decision; else today")
    )
    parser.add_argument("--decision", default="", metavar=_("TEXT"), help=_("the decision"))
    parser.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why this person"))


def _history(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "history", _("tell who changed what, the newest first"))
    _add_name(parser, "--of", _("only what touched this body or person"))
    _add_json(parser)


def _composition(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "composition", _("judge who sits in a body by its rules"))
    parser.add_argument("name", metavar=_("NAME"), help=_("the body"))
    parser.add_argument(
        "--with", dest="candidacies", nargs="+", default=(), metavar=_("CANDIDACY"),
        help=_("as if these candidates sat there: ids, or names of persons"),
    )  # fmt: skip
    parser.add_argument(
        "--mend", action="store_true",
        help=_("tell the smallest change that mends each rule that is broken"),
    )  # fmt: skip
    _add_as_of(parser)
    _add_json(parser)


def _suggest(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "suggest", _("suggest whom to choose, so that the most rules are met"))
    parser.add_argument("round", metavar=_("ROUND"), help=_("the round: its name or id"))
    parser.add_argument(
        "--mend", default="", metavar=_("ID"),
        help=_("mend the breach of this rule with the fewest changes instead"),
    )  # fmt: skip
    _add_as_of(parser)
    _add_json(parser)


def _coverage(verbs: "Verbs[Parser]") -> None:
    parser = _verb(verbs, "coverage", _("tell which regions or sizes hold how many seats"))
    parser.add_argument(
        "--by", choices=_GROUPINGS, default="network", metavar=_("KIND"),
        help=", ".join(_GROUPINGS),
    )  # fmt: skip
    _add_as_of(parser)
    _add_json(parser)


# What several verbs share ------------------------------------------------------------------------


def _name_help() -> str:
    return _("a body or person: name, short name, municipality number or id")


def _add_language(parser: ArgumentParser, default: object) -> None:
    codes = [code for code, _name in LANGUAGES]
    parser.add_argument(
        LANGUAGE_OPTION, dest="screen_language", choices=codes, default=default,
        help=_("the language of what is said: nb, nn or en"),
    )  # fmt: skip


def _add_json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))


def _add_as_of(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=_day_asked_about, metavar=_("DATE"),
        help=_("the day asked about; else today"),
    )  # fmt: skip


def _add_name(parser: ArgumentParser, option: str, sentence: str) -> None:
    parser.add_argument(option, metavar=_("NAME"), help=sentence)


def _add_out(parser: ArgumentParser, sentence: str) -> None:
    parser.add_argument("-o", "--out", required=True, type=Path, metavar=_("OUT"), help=sentence)


def _date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except RuleError as error:
        raise ArgumentTypeError(str(error)) from None


def _day_asked_about(text: str) -> date:
    """Return the day to look at, which for a month or year is its first, as in the window."""
    return _date(text).first_day()


def _whole_day(text: str) -> date:
    """Return the day something was done or is due, which must be known to the day."""
    try:
        day = PartialDate.parse(text)
    except RuleError:
        day = None
    if day is None or day.day is None:
        raise ArgumentTypeError(
            _("“{text}” is not a whole date. Write it as 07.02.2026.").format(text=text)
        )
    return day.first_day()
