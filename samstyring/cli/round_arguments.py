"""The arguments of the verbs on rounds: round, answer, forward, step and trace."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Protocol

from samstyring.domain.nominations import StepKind
from samstyring.language import _


class AddVerb(Protocol):
    """Makes the parser of a verb that is about a file, from its name and what it does."""

    def __call__(self, name: str, sentence: str, /) -> ArgumentParser: ...


ReadDay = Callable[[str], object]
Speak = Callable[[ArgumentParser], None]
AddAction = Callable[[str, str], ArgumentParser]


def add_round_verbs(
    add: AddVerb, whole_day: ReadDay, day_asked_about: ReadDay, speak: Speak
) -> None:
    """Add the verbs; ``speak`` lets a parser take the option for the language of the screen.

    ``whole_day`` reads the day something is done, ``day_asked_about`` one to look at.
    """
    actions = _round_actions(add("round", _("call, show, ask in and close rounds")), speak)
    _add_readings(actions, day_asked_about)
    _add_changes(actions, whole_day)
    _add_answer(add("answer", _("write what a body that was asked has answered")), whole_day)
    _add_forward(add("forward", _("let the next body put a candidate forward")), whole_day)
    _add_step(add("step", _("take a candidacy a step, such as the person's answer")), whole_day)
    _add_trace(add("trace", _("tell who proposed a candidate, and each step since")))


def _round_actions(parser: ArgumentParser, speak: Speak) -> AddAction:
    actions = parser.add_subparsers(
        dest="action", required=True, metavar=_("ACTION"), title=_("Actions")
    )

    def action(name: str, sentence: str) -> ArgumentParser:
        made = actions.add_parser(name, help=sentence, description=sentence)
        speak(made)
        return made

    return action


def _add_readings(action: AddAction, day_asked_about: ReadDay) -> None:
    shown = action("show", _("show all of a round"))
    _add_name(shown)
    listed = action("list", _("list the rounds, the open ones first"))
    for each in (shown, listed):
        _add_day(each, day_asked_about, "--as-of", _("the day asked about; else today"))
        each.add_argument("--json", action="store_true", help=_("answer in JSON"))


def _add_changes(action: AddAction, whole_day: ReadDay) -> None:
    _add_new(action("new", _("call a round")), whole_day)
    _add_ask(action("ask", _("ask bodies to nominate in a round")), whole_day)
    _add_pass_on(action("pass-on", _("ask bodies on behalf of one that was asked")), whole_day)
    closing = action("close", _("close a round"))
    _add_name(closing)
    _add_day(closing, whole_day, "--on", _("the day; else today"))
    closing.add_argument(
        "--anyway", action="store_true", help=_("even if someone has not answered")
    )


def _add_new(parser: ArgumentParser, whole_day: ReadDay) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("what the round is called"))
    parser.add_argument("--by", required=True, metavar=_("NAME"), help=_("the body that calls"))
    parser.add_argument(
        "--seat", action="append", default=[], metavar=_("ID"),
        help=_("a seat to fill by its id; can be given again"),
    )  # fmt: skip
    parser.add_argument(
        "--ask", action="append", default=[], metavar=_("NAME"),
        help=_("a body to ask; can be given again"),
    )  # fmt: skip
    _add_dates(parser, whole_day)
    parser.add_argument("--criteria", default="", metavar=_("TEXT"), help=_("what is asked for"))
    parser.add_argument("--text", default="", metavar=_("TEXT"), help=_("the text of the call"))


def _add_ask(parser: ArgumentParser, whole_day: ReadDay) -> None:
    _add_name(parser)
    parser.add_argument("body", nargs="+", metavar=_("NAME"), help=_("the bodies to ask"))
    _add_dates(parser, whole_day)


def _add_pass_on(parser: ArgumentParser, whole_day: ReadDay) -> None:
    _add_name(parser)
    parser.add_argument("body", nargs="+", metavar=_("NAME"), help=_("the bodies to ask"))
    parser.add_argument(
        "--from", dest="asked_body", required=True, metavar=_("NAME"),
        help=_("the body whose request is passed on"),
    )  # fmt: skip
    _add_dates(parser, whole_day)


def _add_answer(parser: ArgumentParser, whole_day: ReadDay) -> None:
    _add_name(parser)
    parser.add_argument("body", metavar=_("NAME"), help=_("the body that answers"))
    _add_day(parser, whole_day, "--on", _("the day; else today"))
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--text", default="", metavar=_("TEXT"), help=_("the answer in words"))
    words.add_argument(
        "--no-candidate", metavar=_("REASON"), help=_("the body has no candidate, and why")
    )


def _add_forward(parser: ArgumentParser, whole_day: ReadDay) -> None:
    _add_candidacy(parser)
    parser.add_argument("--by", required=True, metavar=_("NAME"), help=_("the body that forwards"))
    _add_day(parser, whole_day, "--on", _("the day; else today"))
    parser.add_argument("--rank", type=int, metavar=_("N"), help=_("the candidate's rank"))
    parser.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why this person"))


def _add_step(parser: ArgumentParser, whole_day: ReadDay) -> None:
    _add_candidacy(parser)
    steps = tuple(
        kind.value for kind in StepKind if kind not in (StepKind.PROPOSED, StepKind.APPOINTED)
    )
    parser.add_argument("step", choices=steps, metavar=_("STEP"), help=", ".join(steps))
    _add_day(parser, whole_day, "--on", _("the day; else today"))
    parser.add_argument("--by", default="", metavar=_("TEXT"), help=_("who said or decided it"))
    parser.add_argument("--note", default="", metavar=_("TEXT"), help=_("a note"))


def _add_trace(parser: ArgumentParser) -> None:
    parser.add_argument(
        "candidacy", metavar=_("ID"),
        help=_("the id of a candidacy or term, or the name of a person with one candidacy"),
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help=_("answer in JSON"))


# What several verbs share ------------------------------------------------------------------------


def _add_name(parser: ArgumentParser) -> None:
    parser.add_argument("round", metavar=_("ROUND"), help=_("the round: its name or id"))


def _add_candidacy(parser: ArgumentParser) -> None:
    parser.add_argument(
        "candidacy", metavar=_("CANDIDACY"),
        help=_("its id, or the name of a person with one open candidacy"),
    )  # fmt: skip


def _add_dates(parser: ArgumentParser, whole_day: ReadDay) -> None:
    _add_day(parser, whole_day, "--on", _("the day of the call; else today"))
    _add_day(parser, whole_day, "--due", _("the deadline"))


def _add_day(parser: ArgumentParser, read_day: ReadDay, option: str, sentence: str) -> None:
    parser.add_argument(option, type=read_day, metavar=_("DATE"), help=sentence)
