"""Run one verb: choose the language, read the arguments, and answer with an exit code."""

import io
import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module

from samstyring.cli.arguments import parsed
from samstyring.cli.output import say
from samstyring.cli.remembered import remembered_language
from samstyring.cli.requests import language_asked
from samstyring.domain.errors import SamstyringError, StoreError
from samstyring.language import _, set_language, system_language

DONE, REFUSED, WRONG_USAGE, FILE_TROUBLE, INTERRUPTED = 0, 1, 2, 3, 130

# Where each verb is carried out; loaded when asked for, since start-up should be quick.
_HOMES = {
    "new": "making",
    "info": "reading",
    "list": "reading",
    "show": "reading",
    "history": "reading",
    "graph": "picture",
    "describe": "describing",
    "layout": "layout",
    "mandate": "document",
    "today": "year",
    "letters": "year",
    "calendar": "year",
    "nominate": "changing",
    "appoint": "changing",
    "reappoint": "reappointing",
    "round": "rounds",
    "answer": "chain",
    "forward": "chain",
    "step": "chain",
    "trace": "chain",
    "undo": "changing",
    "redo": "changing",
    "composition": "composing",
    "suggest": "composing",
    "coverage": "composing",
}


def run(argv: list[str], *, start_painting: Callable[[], object] | None = None) -> int:
    """Carry out what the words after the program's name ask for, and return the exit code.

    0 done; 1 it cannot be carried out; 2 wrong usage; 3 the file cannot be opened or written.
    Words that ask for the window (see ``is_window_request``) are wrong usage here.
    ``start_painting`` starts what pictures are painted with (a QGuiApplication) and returns it;
    it is called for the one verb that draws, since the command line itself knows no Qt.
    """
    _speak_utf8()
    set_language(language_asked(argv) or remembered_language() or system_language())
    try:
        return _answered(argv, start_painting)
    except BrokenPipeError:  # who reads has read enough
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _answered(argv: list[str], start_painting: Callable[[], object] | None) -> int:
    if any(not _is_text(word) for word in argv):
        return _refused(
            _("One of the words cannot be read as text. Write it in UTF-8."), WRONG_USAGE
        )
    try:
        asked = _understood(argv)
        if isinstance(asked, int):
            return asked
        asked.start_painting = start_painting
        _verb(asked.verb)(asked)
    except StoreError as error:
        return _refused(str(error), FILE_TROUBLE)
    except SamstyringError as error:
        return _refused(str(error), REFUSED)
    return DONE


def _understood(argv: list[str]) -> Namespace | int:
    """Return what is asked for, or the exit code where the parser has said all there was."""
    try:
        return parsed(argv)
    except SystemExit as ended:
        say("")
        return ended.code if isinstance(ended.code, int) else DONE


def _verb(name: str) -> Callable[[Namespace], None]:
    module = import_module(f"samstyring.cli.{_HOMES[name]}")
    verbs: dict[str, Callable[[Namespace], None]] = module.VERBS
    return verbs[name]


def _refused(sentence: str, code: int) -> int:
    sys.stdout.flush()
    print(sentence, file=sys.stderr)
    return code


def _is_text(word: str) -> bool:
    """Say whether a word came in whole: undecodable bytes arrive as lone surrogates."""
    return "\0" not in word and not any("\ud800" <= letter <= "\udfff" for letter in word)


def _speak_utf8() -> None:
    """Write UTF-8 into pipes and files, and never fail on a letter that a screen lacks."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")
