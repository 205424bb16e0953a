"""The command line: the same commands and queries without a window."""

from samstyring.cli.program import run
from samstyring.cli.requests import is_window_request, language_asked

__all__ = ["is_window_request", "language_asked", "run"]
