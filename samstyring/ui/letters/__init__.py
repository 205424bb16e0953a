"""Letters: choose what to write, to whom and in which form, and write them all at once."""

from samstyring.ui.letters.dialog import LettersDialog, ask_letters

__all__ = ["LettersDialog", "ask_letters"]
