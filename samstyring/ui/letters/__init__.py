"""Letters: choose what to write, to whom and in which form, and write them all at once."""

from samstyring.ui.letters.dialog import LettersDialog, ask_letters
from samstyring.ui.letters.roster_dialog import RosterDialog, ask_roster

__all__ = ["LettersDialog", "RosterDialog", "ask_letters", "ask_roster"]
