"""Check and fill a mandate template that the user has made."""

from collections.abc import Callable
from pathlib import Path

from samstyring.domain.mandates import MandateDocument, RosterRow, Section, SectionKind
from samstyring.export.content import Content
from samstyring.export.mandate_content import content_of
from samstyring.export.own_template import (
    SECONDS,
    TemplateKind,
    check_own_template,
    fill_own_template,
)
from samstyring.language import N_

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

_KIND = TemplateKind(
    "mandate",
    N_(
        "The template “{name}” asks for “{detail}”, which is not a field of a mandate. "
        "Correct the name of the field."
    ),
)
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
    known = (name for name, _words in TEMPLATE_FIELDS)
    return check_own_template(path, _KIND, content_of(_EXAMPLE), known)


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
    fill_own_template(path, _KIND, [(content, target)], seconds=seconds, cancelled=cancelled)
