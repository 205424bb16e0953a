"""Tell from the words after the program's name whether a window is asked for, in what language."""

from collections.abc import Sequence
from itertools import pairwise

from samstyring.language import LANGUAGES

LANGUAGE_OPTION = "--language"
# Here the option after the verb is the document's language, not the screen's.
_SPEAK_THEMSELVES = ("mandate", "letters")
_SUFFIX = ".samstyring"


def is_window_request(argv: Sequence[str]) -> bool:
    """Say whether the words ask for the window: none at all, or one file to open."""
    return not argv or (len(argv) == 1 and _is_file(argv[0]))


def language_asked(argv: Sequence[str]) -> str:
    """Return the code after ``--language`` where it asks for the screen's language, or nothing.

    An unknown code counts as nothing here; the parser says what is wrong with it.
    """
    codes = dict(LANGUAGES)
    for word, following in pairwise([*argv, ""]):
        if word in _SPEAK_THEMSELVES:
            return ""
        option, _equals, given = word.partition("=")
        code = given or following
        if option == LANGUAGE_OPTION and code in codes:
            return code
    return ""


def _is_file(word: str) -> bool:
    return not word.startswith("-") and word.casefold().endswith(_SUFFIX)
