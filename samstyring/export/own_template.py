"""Fill a template that the user has made, and say in words what is wrong with it."""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import samstyring
from samstyring.domain.errors import ExportError
from samstyring.export.content import Content
from samstyring.export.mandate_child import TimeIsUpError, run_child
from samstyring.export.mandate_package import check_package
from samstyring.export.word_template import Fault
from samstyring.language import N_, _, translate

SECONDS = 20.0

_SENTENCES = {
    Fault.FORBIDDEN: N_(
        "The template “{name}” holds code that is not allowed ({detail}). "
        "Only fields, conditions and lists may be used."
    ),
    Fault.SYNTAX: N_("The template “{name}” has a field that is written wrongly: {detail}"),
    Fault.TOO_LARGE: N_("The template “{name}” makes a document that is too large."),
    Fault.UNREADABLE: N_("The template “{name}” cannot be filled in: {detail}"),
}


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """What a template is for: how the worker knows it, and the sentence for an unknown field."""

    key: str
    unknown_field: str


def check_own_template(
    path: Path, kind: TemplateKind, example: Content, known: Iterable[str]
) -> tuple[str, ...]:
    """Return the fields a template asks for; ExportError when it cannot serve as a template.

    It is filled in with an example, so that fields inside lists are tried too.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        fields = fill_own_template(path, kind, [(example, Path(folder) / "tried.docx")])
    unknown = sorted(set(fields) - set(known))
    if unknown:
        raise ExportError(_sentence(path, kind, Fault.UNKNOWN_FIELD, unknown[0]))
    return fields


def fill_own_template(
    path: Path,
    kind: TemplateKind,
    documents: Sequence[tuple[Content, Path]],
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[str, ...]:
    """Fill a template once for each content and target, and return the fields it asks for.

    It is done in a process of its own, which is ended after some seconds. Raises ExportError,
    with the name of the field where there is one.
    """
    check_package(path)
    try:
        answer = run_child(
            # -P keeps what lies in the user's folder from being taken for a module.
            [sys.executable, "-P", "-m", "samstyring.export.word_template_worker"],
            seconds=seconds,
            given=_task(path, kind, documents),
            environment={"PYTHONPATH": os.pathsep.join(_places_of_modules())},
            cancelled=cancelled,
        )
    except TimeIsUpError as error:
        sentence = _("The template “{name}” takes too long to fill in. Make it simpler.")
        raise ExportError(sentence.format(name=path.name)) from error
    if answer.code != 0:
        raise ExportError(_sentence(path, kind, Fault.UNREADABLE, _last_line(answer.errors)))
    return _fields(path, kind, json.loads(answer.output))


def _task(path: Path, kind: TemplateKind, documents: Sequence[tuple[Content, Path]]) -> bytes:
    wanted = [
        {"content": content, "target": str(target.absolute())} for content, target in documents
    ]
    task = {"template": str(path.absolute()), "kind": kind.key, "documents": wanted}
    return json.dumps(task).encode()


def _places_of_modules() -> list[str]:
    return [str(Path(samstyring.__file__).parents[1]), *filter(None, sys.path)]


def _fields(path: Path, kind: TemplateKind, answer: dict[str, Any]) -> tuple[str, ...]:
    if "fault" in answer:
        raise ExportError(_sentence(path, kind, Fault(answer["fault"]), answer["detail"]))
    return tuple(answer["fields"])


def _sentence(path: Path, kind: TemplateKind, fault: Fault, detail: str) -> str:
    sentence = _SENTENCES.get(fault, kind.unknown_field)
    return translate(sentence).format(name=path.name, detail=detail)


def _last_line(errors: bytes) -> str:
    lines = errors.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else _("the program that fills it in was ended")
