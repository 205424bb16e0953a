"""A new file for each test, and the check that a refused command writes nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from samstyring.domain.errors import SamstyringError
from samstyring.workspace import Workspace
from tests.builders import journal_length, state

Refused = Callable[..., None]


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Open a new file in memory."""
    opened = Workspace.in_memory()
    yield opened
    opened.close()


@pytest.fixture
def refused(workspace: Workspace) -> Refused:
    """Return a check: ``refused(RuleError, "what it says", command, …)``."""

    def check(
        error: type[SamstyringError],
        gist: str,
        command: Callable[..., Any],
        *args: Any,
        **more: Any,
    ) -> None:
        before, entries = state(workspace), journal_length(workspace)
        with pytest.raises(error, match=gist):
            workspace.run(command, *args, **more)
        assert state(workspace) == before
        assert journal_length(workspace) == entries

    return check
