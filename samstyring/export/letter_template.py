"""Check and fill a letter template that the user has made."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from samstyring.domain.letters import Letter, LetterKind, LetterTable
from samstyring.export.content import Content
from samstyring.export.letter_content import letter_content
from samstyring.export.own_template import TemplateKind, check_own_template, fill_own_template
from samstyring.language import N_

LETTER_FIELDS: tuple[tuple[str, str], ...] = (
    ("title", N_("the title of the letter")),
    ("sender", N_("who sends it")),
    ("recipient", N_("whom it is to")),
    ("recipient_lines", N_("a list of lines about the recipient: title and employer")),
    ("made_on", N_("the day the document was made")),
    ("greeting", N_("the greeting")),
    ("body", N_("the text with its tables; write it as {{p body}} in a paragraph of its own")),
    ("blocks", N_("a list of the parts of the text, each with kind, text, columns and rows")),
    ("closing", N_("the closing")),
    ("values", N_("the facts that the text names, such as values.due and values.round")),
    ("kind", N_("the kind of letter, such as call or thanks")),
    ("page", N_("what stands before, between and after the two page numbers")),
    ("contents", N_("whether the document has a list of contents")),
    ("file", N_("what the file is called, before whom it is to")),
    ("day", N_("the day of the letter as numbers: year, month and day")),
    ("language", N_("the written form: nb or nn")),
    ("locale", N_("the written form as programs want it: nb-NO or nn-NO")),
)
_KIND = TemplateKind(
    "letter",
    N_(
        "The template “{name}” asks for “{detail}”, which is not a field of a letter. "
        "Correct the name of the field."
    ),
)
_VALUES = (
    *("round", "criteria", "call_text", "due", "bodies", "sender", "recipient", "asked"),
    *("due_past", "due_coming", "network", "body", "role", "represents", "from_day", "to_day"),
    *("decision", "appointer", "accepted", "successor", "day"),
)
_EXAMPLE = Letter(
    "call:a", LetterKind.CALL, "nb", date(2026, 1, 1), "A", "B", ("A",),
    tuple((name, "A") for name in _VALUES), (LetterTable("seats", (("A", "A", "A", "A"),)),),
)  # fmt: skip


def check_letter_template(path: Path) -> tuple[str, ...]:
    """Return the fields a template asks for; ExportError when it cannot serve as a template."""
    known = (name for name, _words in LETTER_FIELDS)
    return check_own_template(path, _KIND, letter_content(_EXAMPLE), known)


def fill_letters(
    path: Path,
    documents: Sequence[tuple[Content, Path]],
    *,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Fill a user's template once for each content and target, in a process of its own.

    Give it a few dozen at a time: the process has little time. Raises ExportError.
    """
    fill_own_template(path, _KIND, documents, cancelled=cancelled)
