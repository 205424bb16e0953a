"""Help that opens offline: pages in the user's language beside the page one came from."""

from samstyring.ui.help.window import HelpWindow, help_path, help_topics

__all__ = ["HelpWindow", "help_path", "help_topics"]
