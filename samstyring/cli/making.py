"""The verb that makes a new file, with the country's municipalities or with the whole example."""

import os
from argparse import Namespace
from datetime import date
from pathlib import Path

from samstyring.cli.output import say
from samstyring.domain.errors import StoreError
from samstyring.example import build_example, set_up_new
from samstyring.language import _
from samstyring.workspace import Workspace


def new(asked: Namespace) -> None:
    """Make a new file; StoreError if there is one already, which is left as it is."""
    path: Path = asked.file
    if os.path.exists(path):  # says no of a name that no system takes, where Path raises
        message = _("“{path}” exists already and is not overwritten. Choose another name.")
        raise StoreError(message.format(path=path))
    if asked.example:
        build_example(path, date.today())
        say(_("“{path}” is made, with the example in it.").format(path=path) + "\n")
    else:
        _make(path)
        say(_("“{path}” is made, with the municipalities in it.").format(path=path) + "\n")


def _make(path: Path) -> None:
    workspace = Workspace.create(path)
    whole = False
    try:
        set_up_new(workspace)
        whole = True
    finally:
        workspace.close()
        if not whole:
            path.unlink()  # half a file would look like a whole one


VERBS = {"new": new}
