"""A file on disk with something in it, for the tests of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from samstyring.workspace import Workspace
from tests.builders import a_person, an_appointment


@pytest.fixture(scope="session")
def whole_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make a file once, with a body, a seat and a person in it, and return its bytes."""
    path = tmp_path_factory.mktemp("whole") / "samspill.samstyring"
    workspace = Workspace.create(path)
    person_id = a_person(workspace, "Åse Kárášjohka", email="ase@ks.no")
    an_appointment(workspace, person_id=person_id)
    workspace.close()
    return path.read_bytes()


@pytest.fixture
def file(tmp_path: Path, whole_file: bytes) -> Path:
    """Return a file of its own, closed, with a body, a seat and a person in it."""
    path = tmp_path / "samspill.samstyring"
    path.write_bytes(whole_file)
    return path


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Open a new file in memory."""
    opened = Workspace.in_memory()
    yield opened
    opened.close()
