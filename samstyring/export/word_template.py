"""Fill a Word template with the content of a document, inside a sandbox, every text escaped."""

from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from samstyring.export.content import Content
from samstyring.export.word_language import set_language

_LONGEST_PROPERTY = 255


class Fault(StrEnum):
    """What can be wrong with a template; the detail that goes with it is a name or a text."""

    UNKNOWN_FIELD = "unknown_field"
    FORBIDDEN = "forbidden"
    SYNTAX = "syntax"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"


class TemplateFaultError(Exception):
    """A template that cannot be filled in, with what is wrong and where."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        super().__init__(fault, detail)
        self.fault = fault
        self.detail = detail


class _Sandbox(ImmutableSandboxedEnvironment):
    """Lets a template read the fields it is given, and nothing else."""

    # A multiplied text or a power of ten can fill the memory in one step.
    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what a document never needs."""
        raise SecurityError(operator)


def fill_word(
    template: Path,
    content: Content,
    target: Path,
    *,
    author: str,
    fields_of: Callable[[Any], Content],
) -> None:
    """Fill the template and write it to the target.

    content: has "title" and "locale"; fields_of: returns what the template is given, from the
    python-docx document it is filled into. Raises TemplateFaultError for a template that asks
    for what is not there or not allowed. A template from elsewhere must be filled in a process
    of its own, see `own_template`.
    """
    document = DocxTemplate(str(template))
    document.init_docx()
    fields = fields_of(document.docx)
    try:
        document.render(fields, _Sandbox(), autoescape=True)
    except TemplateError as error:
        raise _fault_in(error) from error
    set_language(document.docx, content["locale"])
    _describe(document.docx.core_properties, content, author)
    # In memory first: a package that finds the disk full half-way complains once more when it goes.
    package = BytesIO()
    document.docx.save(package)
    target.write_bytes(package.getvalue())


def fields_in(template: Path) -> tuple[str, ...]:
    """Return the names of the fields that a template asks for, in alphabetical order."""
    try:
        names = DocxTemplate(str(template)).get_undeclared_template_variables(_Sandbox())
    except TemplateError as error:
        raise _fault_in(error) from error
    return tuple(sorted(names))


def _fault_in(error: TemplateError) -> TemplateFaultError:
    message = error.message or ""
    names = message.split("'")[1::2] or [message]
    if isinstance(error, SecurityError):
        # "access to attribute 'x' of 'list' object is unsafe.": the first is the culprit.
        return TemplateFaultError(Fault.FORBIDDEN, names[0])
    if isinstance(error, UndefinedError):
        # "'x' is undefined" or "'dict object' has no attribute 'x'": the last is the field.
        return TemplateFaultError(Fault.UNKNOWN_FIELD, names[-1])
    if isinstance(error, TemplateSyntaxError):
        return TemplateFaultError(Fault.SYNTAX, message)
    return TemplateFaultError(Fault.UNREADABLE, message)


def _describe(properties: Any, content: Content, author: str) -> None:
    properties.title = content["title"][:_LONGEST_PROPERTY]
    properties.author = author[:_LONGEST_PROPERTY]
    properties.language = content["locale"]
