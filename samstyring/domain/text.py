"""Folding for search and keys for sorting, the Norwegian way."""

import re
import unicodedata
from functools import lru_cache

# What a keyboard without the letter types instead, and Sami letters by their base letters.
_FOLDED = str.maketrans(
    {
        "á": "a", "à": "a", "â": "a", "č": "c", "ç": "c", "đ": "d", "ð": "d",
        "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i", "ï": "i", "ŋ": "n", "ñ": "n", "ń": "n",
        "ó": "o", "ò": "o", "ô": "o", "š": "s", "ŧ": "t", "ú": "u", "ü": "y", "ý": "y", "ž": "z",
        "ä": "æ", "ö": "ø",
    }
)  # fmt: skip
_ORDER = {"æ": "{", "ø": "|", "å": "}"}
_PIECES = re.compile(r"\d+|\D+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

MAX_NAME_LENGTH = 300


@lru_cache(maxsize=65_536)  # the same names are compared at every letter typed
def fold(text: str) -> str:
    """Return the text as search compares it: ``Ås`` and ``aas`` alike, ``Bår`` and ``bar`` not.

    å, ø and æ are letters of their own and kept; aa finds å; Sami letters are found by their
    base letters.
    """
    lowered = unicodedata.normalize("NFC", text).casefold().translate(_FOLDED)
    return lowered.replace("aa", "å")


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words a search is made of, in the order written."""
    return tuple(fold(text).split())


@lru_cache(maxsize=65_536)  # the same names are sorted at every change
def sort_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts æ, ø and å last, Aa as Å, and «Ole 2» before «Ole 10»."""
    folded = "".join(_ORDER.get(letter, letter) for letter in fold(text))
    return tuple(
        (0, int(piece), "") if piece.isdecimal() else (1, 0, piece)
        for piece in _PIECES.findall(folded)
    )


def clean_line(text: str) -> str:
    """Return one line of text as it may be stored: NFC, no control marks, single spaces."""
    visible = _CONTROL.sub(" ", unicodedata.normalize("NFC", text))
    return " ".join(visible.split())


def clean_text(text: str) -> str:
    """Return several lines of text as they may be stored; line breaks are kept."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(_CONTROL.sub("", line.replace("\t", " ")).rstrip() for line in lines).strip()
