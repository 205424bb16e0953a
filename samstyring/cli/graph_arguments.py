"""The arguments of the verbs of the graph: graph, describe and layout."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from samstyring.cli.year_arguments import AddVerb, WholeDay
from samstyring.language import _

ARRANGEMENTS = ("bands", "rings", "tree")
DIRECTIONS = ("in", "out", "both")
PAPERS = ("A4", "A3")
TIMED = (".graphml", ".gexf")
_ON_PAPER = (".pdf", ".png")
_MOST_STEPS = 99


def add_graph_verbs(add: AddVerb, whole_day: WholeDay) -> None:
    """Add the verbs that draw, tell and measure the structure."""
    graph = add("graph", _("draw the structure, or write it for other programs"))
    graph.add_argument(
        "-o", "--out", required=True, type=Path, metavar=_("OUT"),
        help=_("a picture (.svg, .png, .pdf), the leader's file (.html), a diagram as text "
               "(.mmd, .md), or a file for graph programs (.graphml, .gexf)"),
    )  # fmt: skip
    _add_what_is_seen(graph, whole_day)
    graph.add_argument(
        "--diff", type=whole_day, metavar=_("DATE"), help=_("show what differs from this day")
    )
    graph.add_argument(
        "--poster", choices=PAPERS,
        help=_("a .pdf over several sheets of A4 or A3, or a .png of one sheet"),
    )  # fmt: skip
    _add_describe(add("describe", _("tell of a body, or how two are related")), whole_day)
    layout = add("layout", _("tell where each box of the picture stands"))
    _add_what_is_seen(layout, whole_day)
    layout.add_argument("--json", action="store_true", help=_("answer in JSON"))


def misfit(asked: Namespace) -> str:
    """Return in a sentence why options do not go together; empty where they do."""
    if asked.verb not in ("graph", "layout"):
        return ""
    lost = needs_focus(asked) if asked.focus is None and asked.view is None else ""
    return lost or (_misfit_of_file(asked) if asked.verb == "graph" else "")


def needs_focus(asked: Namespace) -> str:
    """Return which option means nothing without a body in focus; empty where none is there."""
    if asked.steps is not None:
        return _("--steps counts from a body, so it needs --focus.")
    if asked.direction is not None:
        return _("--direction is seen from a body, so it needs --focus.")
    if asked.arrange in ("rings", "tree"):
        return _("Rings and trees go out from a body, so they need --focus.")
    return ""


def _misfit_of_file(asked: Namespace) -> str:
    ending = asked.out.suffix.lower()
    if asked.poster and ending not in _ON_PAPER:
        return _("A poster is a file that ends in .pdf or .png.")
    given = {"--diff": asked.diff, "--arrange": asked.arrange, "--unfold": asked.unfold}
    if ending in TIMED:
        for option in (option for option, value in given.items() if value):
            return _("{option} means nothing in a file that ends in {ending}.").format(
                option=option, ending=ending
            )
    return ""


def _add_what_is_seen(parser: ArgumentParser, whole_day: WholeDay) -> None:
    _add_as_of(parser, whole_day)
    parser.add_argument("--view", metavar=_("NAME"), help=_("as a saved view shows it"))
    parser.add_argument("--focus", metavar=_("NAME"), help=_("only what is around this body"))
    parser.add_argument(
        "--steps", type=_steps, metavar=_("N"), help=_("how many steps from the body in focus")
    )
    parser.add_argument(
        "--direction", choices=DIRECTIONS,
        help=_("which way the lines are followed: in, out or both"),
    )  # fmt: skip
    parser.add_argument(
        "--arrange", choices=ARRANGEMENTS,
        help=_("in bands by level, or in rings or as a tree around the body in focus"),
    )  # fmt: skip
    parser.add_argument(
        "--unfold", action="store_true", help=_("draw what is folded away in others too")
    )


def _add_describe(parser: ArgumentParser, whole_day: WholeDay) -> None:
    parser.add_argument("name", metavar=_("NAME"), help=_("the body"))
    parser.add_argument(
        "other", metavar=_("OTHER"), nargs="?", help=_("another body, to tell how they are related")
    )
    _add_as_of(parser, whole_day)


def _add_as_of(parser: ArgumentParser, whole_day: WholeDay) -> None:
    parser.add_argument(
        "--as-of", type=whole_day, metavar=_("DATE"), help=_("the day asked about; else today")
    )


def _steps(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_STEPS:
        raise ArgumentTypeError(
            _("“{text}” is not a number of steps. Write 0, 1, 2 …").format(text=text)
        )
    return int(text)
