"""The day on which seats are looked at."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

Own = Callable[[QWidget], QWidget]


@pytest.fixture
def day() -> date:
    """The day that everything is shown as of."""
    return date(2026, 3, 1)
