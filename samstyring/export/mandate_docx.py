"""Fill a Word template with a mandate, inside a sandbox and with every text escaped."""

from enum import StrEnum
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from samstyring.export.mandate_content import Content
from samstyring.export.mandate_word import Lists, body_of, prepare_lists, set_language
from samstyring.resources import resource_path

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
        """Refuse what a mandate never needs."""
        raise SecurityError(operator)


def built_in_template() -> Path:
    """Return the template that comes with the program; a user may copy it and change it."""
    return resource_path("documents", "mandate.docx")


def write_docx(template: Path, content: Content, target: Path) -> None:
    """Fill the template with the content and write it to the target.

    Raises TemplateFaultError for a template that asks for what is not there or not allowed. A
    template from elsewhere must be filled in a process of its own, see `mandate_template`.
    """
    document = DocxTemplate(str(template))
    document.init_docx()
    lists = prepare_lists(document.docx, len(content["sections"]))
    try:
        document.render(_fields(content, lists), _Sandbox(), autoescape=True)
    except TemplateError as error:
        raise _fault_in(error) from error
    set_language(document.docx, content["locale"])
    _describe(document.docx.core_properties, content)
    document.docx.save(str(target))


def fields_in(template: Path) -> tuple[str, ...]:
    """Return the names of the fields that a template asks for, in alphabetical order."""
    try:
        names = DocxTemplate(str(template)).get_undeclared_template_variables(_Sandbox())
    except TemplateError as error:
        raise _fault_in(error) from error
    return tuple(sorted(names))


def _fields(content: Content, lists: Lists) -> Content:
    sections = [
        {**section, "body": Markup(body_of(section, lists))} for section in content["sections"]
    ]
    return {**content, "sections": sections}


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


def _describe(properties: Any, content: Content) -> None:
    properties.title = content["title"][:_LONGEST_PROPERTY]
    properties.author = content["body"][:_LONGEST_PROPERTY]
    properties.language = content["locale"]
