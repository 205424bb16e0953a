"""The verb that writes a body's mandate as a document."""

from argparse import Namespace
from datetime import date

from samstyring.cli.opening import reading
from samstyring.cli.output import say
from samstyring.domain.errors import NotFoundError
from samstyring.domain.mandates import MandateDocument
from samstyring.export.mandate_export import export_mandate
from samstyring.language import _
from samstyring.queries.mandates import mandate_document, mandate_in_force
from samstyring.queries.search import find_body


def mandate(asked: Namespace) -> None:
    """Write the mandate in force that day, else the newest version, to the named file."""
    path = export_mandate(_document(asked), asked.out, template=asked.template)
    say(_("“{path}” is written.").format(path=path) + "\n")


def _document(asked: Namespace) -> MandateDocument:
    day = asked.as_of or date.today()
    with reading(asked.file) as workspace:
        body_id = workspace.read(find_body, asked.name, as_of=day)
        version_id = workspace.read(mandate_in_force, body_id, as_of=day)
        if version_id is None:
            raise NotFoundError(_("“{name}” has no mandate.").format(name=asked.name))
        return workspace.read(mandate_document, version_id, as_of=day, language=asked.language)


VERBS = {"mandate": mandate}
