"""Check and fill a mandate template that the user has made."""

import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import samstyring
from samstyring.domain.errors import ExportError
from samstyring.domain.mandates import MandateDocument, RosterRow, Section, SectionKind
from samstyring.export.mandate_child import TimeIsUpError, run_child
from samstyring.export.mandate_content import Content, content_of
from samstyring.export.mandate_docx import Fault
from samstyring.export.mandate_package import check_package
from samstyring.language import N_, _, translate

SECONDS = 20.0

TEMPLATE_FIELDS: tuple[tuple[str, str], ...] = (
    ("title", N_("the title of the mandate")),
    ("body", N_("the name of the body")),
    ("status", N_("how it stands with the mandate on the day of the document")),
    ("version", N_("the number of the version")),
    ("adopted_by", N_("who adopted it")),
    ("adopted", N_("the day it was adopted")),
    ("case_number", N_("the case number")),
    ("valid", N_("the period in which it is valid")),
    ("derived_from", N_("the mandate or decision it is derived from")),
    ("facts", N_("a list of the facts above that are filled in, each with label and value")),
    ("sections", N_("a list of the sections, each with number, heading, body, text and blocks")),
    ("roster", N_("a list of the members: name, role, employer, represents and term")),
    ("roster_day", N_("the day the list of members is from")),
    ("made_on", N_("the day the document was made")),
    ("words", N_("the words of the document in its own language, such as words.members")),
    ("page", N_("what stands before, between and after the two page numbers")),
    ("language", N_("the written form: nb or nn")),
    ("locale", N_("the written form as programs want it: nb-NO or nn-NO")),
)

_SENTENCES = {
    Fault.UNKNOWN_FIELD: N_(
        "The template “{name}” asks for “{detail}”, which is not a field of a mandate. "
        "Correct the name of the field."
    ),
    Fault.FORBIDDEN: N_(
        "The template “{name}” holds code that is not allowed ({detail}). "
        "Only fields, conditions and lists may be used."
    ),
    Fault.SYNTAX: N_("The template “{name}” has a field that is written wrongly: {detail}"),
    Fault.TOO_LARGE: N_("The template “{name}” makes a document that is too large."),
    Fault.UNREADABLE: N_("The template “{name}” cannot be filled in: {detail}"),
}

_SECTION = Section("", SectionKind.OTHER, "nb", 0, "A", "A\n1. A\n   - A\n\n- A")
_EXAMPLE = MandateDocument(
    language="nb",
    title="A",
    body_name="A",
    state="A",
    number="1",
    adopted_by="A",
    adopted_on="A",
    case_number="1",
    valid="A",
    derived_from="A",
    sections=(_SECTION,),
    roster=(RosterRow("A", "A", "A", "A", "A"),),
    roster_day="A",
    made_on="A",
)


def check_template(path: Path) -> tuple[str, ...]:
    """Return the fields a template asks for; ExportError when it cannot serve as a template.

    It is filled in with an example, so that fields inside lists are tried too.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        tried = str(Path(folder) / "tried.docx")
        task = {"content": content_of(_EXAMPLE), "target": tried}
        fields = _asked(path, task, SECONDS, None)
    known = {name for name, _words in TEMPLATE_FIELDS}
    unknown = [name for name in fields if name not in known]
    if unknown:
        raise ExportError(_sentence(path, Fault.UNKNOWN_FIELD, unknown[0]))
    return fields


def fill_template(
    path: Path,
    content: Content,
    target: Path,
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Fill a user's template in a process of its own, which is ended after some seconds.

    Raises ExportError, with the name of the field where there is one.
    """
    _asked(path, {"content": content, "target": str(target.absolute())}, seconds, cancelled)


def _asked(
    path: Path, task: Content, seconds: float, cancelled: Callable[[], bool] | None
) -> tuple[str, ...]:
    check_package(path)
    given = json.dumps({"template": str(path.absolute()), **task}).encode()
    try:
        answer = run_child(
            # -P keeps what lies in the user's folder from being taken for a module.
            [sys.executable, "-P", "-m", "samstyring.export.mandate_docx_worker"],
            seconds=seconds,
            given=given,
            environment={"PYTHONPATH": os.pathsep.join(_places_of_modules())},
            cancelled=cancelled,
        )
    except TimeIsUpError as error:
        sentence = _("The template “{name}” takes too long to fill in. Make it simpler.")
        raise ExportError(sentence.format(name=path.name)) from error
    if answer.code != 0:
        raise ExportError(_sentence(path, Fault.UNREADABLE, _last_line(answer.errors)))
    return _fields(path, json.loads(answer.output))


def _places_of_modules() -> list[str]:
    return [str(Path(samstyring.__file__).parents[1]), *filter(None, sys.path)]


def _fields(path: Path, answer: dict[str, Any]) -> tuple[str, ...]:
    if "fault" in answer:
        raise ExportError(_sentence(path, Fault(answer["fault"]), answer["detail"]))
    return tuple(answer["fields"])


def _sentence(path: Path, fault: Fault, detail: str) -> str:
    return translate(_SENTENCES[fault]).format(name=path.name, detail=detail)


def _last_line(errors: bytes) -> str:
    lines = errors.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else _("the program that fills it in was ended")
