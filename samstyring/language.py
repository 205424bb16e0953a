"""The words people see, in the language of the screen or of a document."""

import gettext as _gettext
import locale
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache

from samstyring.resources import resource_path

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("nb", "Bokmål"),
    ("nn", "Nynorsk"),
    ("en", "English"),
)
DEFAULT_LANGUAGE = "nb"
DOMAIN = "samstyring"

_FALLBACKS = {"nb": ("nb",), "nn": ("nn", "nb"), "en": ()}
# The C library writes nb_NO, Windows writes "Norwegian Bokmål_Norway".
_SYSTEM_NAMES = (
    ("nn", "nn"),
    ("norwegian nynorsk", "nn"),
    ("norwegian-nynorsk", "nn"),
    ("nb", "nb"),
    ("no", "nb"),
    ("norwegian", "nb"),
    ("en", "en"),
    ("english", "en"),
)
_ENVIRONMENT = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True)
class Texts:
    """The translation functions bound to one language, whatever the screen's is."""

    language: str
    marked: bool = False

    def gettext(self, text: str) -> str:
        """Return the translation of an English text, or the text when there is none."""
        # An empty message id is the catalogue's header, which nobody wants to read.
        return self._shown(_catalogue(self.language).gettext(text)) if text else ""

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """Return the translated form that goes with the count, still with its placeholders."""
        return self._shown(_catalogue(self.language).ngettext(singular, plural, count))

    def pgettext(self, context: str, text: str) -> str:
        """Return the translation of a text that means different things in different contexts."""
        return self._shown(_catalogue(self.language).pgettext(context, text))

    def _shown(self, text: str) -> str:
        return f"«§{text}§»" if self.marked else text


_screen = Texts(DEFAULT_LANGUAGE)
_document: ContextVar[Texts | None] = ContextVar("document_texts", default=None)


def current_texts() -> Texts:
    """Return the texts of the document being written in this thread, else the screen's."""
    return _document.get() or _screen


def current_language() -> str:
    """Return the code of the language in force here: "nb", "nn" or "en"."""
    return current_texts().language


def set_language(code: str) -> None:
    """Choose the screen's language for the whole program; ValueError on an unknown code."""
    global _screen
    _screen = Texts(_known(code), _screen.marked)


@contextmanager
def texts_in(code: str) -> Iterator[Texts]:
    """Speak another language inside the block, in this thread only; ValueError if unknown."""
    token = _document.set(Texts(_known(code), _screen.marked))
    try:
        yield current_texts()
    finally:
        _document.reset(token)


@contextmanager
def pseudo() -> Iterator[None]:
    """Wrap every translated text in «§…§» so that a test can see which text never was one."""
    global _screen
    before = _screen
    _screen = Texts(before.language, marked=True)
    try:
        yield
    finally:
        _screen = before


def _(text: str) -> str:
    """Translate a literal English text into the language in force."""
    return current_texts().gettext(text)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a literal text that differs by count; the caller fills in the placeholders."""
    return current_texts().ngettext(singular, plural, count)


def pgettext(context: str, text: str) -> str:
    """Translate a literal text that means different things in different contexts."""
    return current_texts().pgettext(context, text)


def N_(text: str) -> str:  # noqa: N802  the name that translators' tools know
    """Mark a literal for translation and return it as it is; see `translate`."""
    return text


def translate(marked_text: str) -> str:
    """Translate a text that was marked with `N_` somewhere else."""
    return current_texts().gettext(marked_text)


def system_language() -> str:
    """Return the language this computer is set to, or bokmål when it is none of ours."""
    return language_for((*_environment_names(), *_locale_names()))


def language_for(names: Iterable[str]) -> str:
    """Return our language for the first name we know, such as "nn_NO.UTF-8" or "en-GB"."""
    for name in names:
        code = _code_of(name)
        if code:
            return code
    return DEFAULT_LANGUAGE


def _known(code: str) -> str:
    if code not in _FALLBACKS:
        raise ValueError(f"Unknown language: {code!r}")
    return code


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """Read the compiled catalogues once; a missing one leaves the English source text."""
    try:
        folder = resource_path("translations")
    except FileNotFoundError:  # the message that says so must be readable too
        return _gettext.NullTranslations()
    languages = [*_FALLBACKS[language], "en"]
    return _gettext.translation(DOMAIN, str(folder), languages, fallback=True)


def _environment_names() -> tuple[str, ...]:
    return tuple(
        name
        for variable in _ENVIRONMENT
        for name in os.environ.get(variable, "").split(":")
        if name
    )


def _locale_names() -> tuple[str, ...]:
    try:
        name = locale.getlocale()[0]
    except ValueError:  # macOS may hand out a bare "UTF-8", which locale refuses to read
        return ()
    return (name,) if name else ()


def _code_of(name: str) -> str | None:
    whole = name.lower().split(".")[0].split("@")[0]
    language = whole.replace("-", "_").split("_")[0]
    spoken = dict(_SYSTEM_NAMES)
    return spoken.get(language) or spoken.get(whole) or spoken.get(language.split(" ")[0])
