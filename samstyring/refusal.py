"""Say in words why this Python and this Qt cannot run the program together."""

import sys
from importlib import metadata

# PySide6 6.12.0 loses a reference to None in every call that returns nothing. From Python 3.12
# None cannot be lost; before that the process aborts after some thousands of calls.
_LOSES_NONE = "6.12.0"
_NONE_IS_IMMORTAL = (3, 12)

_SENTENCE = (
    "PySide6 6.12.0 makes Python {python} crash: install PySide6-Essentials 6.11.3 or use "
    "Python 3.12.\nPySide6 6.12.0 får Python {python} til å krasje: installer "
    "PySide6-Essentials 6.11.3 eller bruk Python 3.12."
)


def refusal(python: tuple[int, int], pyside: str) -> str | None:
    """Return one sentence (English, then bokmål) when the pair would crash, else None.

    python: major and minor version; pyside: the version of PySide6, empty when there is none.
    """
    if pyside != _LOSES_NONE or python >= _NONE_IS_IMMORTAL:
        return None
    return _SENTENCE.format(python=".".join(map(str, python)))


def refusal_here() -> str | None:
    """Return the refusal for the Python that runs now and the PySide6 it would import."""
    return refusal(sys.version_info[:2], _installed_pyside())


def _installed_pyside() -> str:
    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return ""
