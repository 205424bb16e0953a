"""Letters as documents: their words in both forms, Word and PDF, own templates, and stopping."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from samstyring.domain.errors import ExportError
from samstyring.domain.letters import Letter, LetterKind, LetterTable
from samstyring.export.letter_content import letter_content
from samstyring.export.letter_export import export_letter, export_letters
from samstyring.export.letter_template import LETTER_FIELDS, check_letter_template
from samstyring.resources import resource_path
from tests.export.mandate_samples import a_template, text_of

SEATS = LetterTable("seats", (("KommIT-rådet", "medlem 1\nDigi Agder", "Kari & <Ola>", ""),))
CALL = Letter(
    "call:1", LetterKind.CALL, "nb", date(2026, 3, 1), "KS", "Digi Agder", ("v/ leder",),
    (
        ("round", "Nye medlemmer 2026"), ("criteria", ""), ("call_text", "En\n\nTo {navn}"),
        ("due", "15. mars 2026"), ("bodies", "KommIT-rådet"),
    ),
    (SEATS,),
)  # fmt: skip


def paragraphs(letter: Letter) -> list[str]:
    """Return the paragraphs of a letter's text."""
    blocks = letter_content(letter)["blocks"]
    return [block["text"] for block in blocks if block["kind"] == "paragraph"]


def texts(language: str) -> dict[str, dict[str, object]]:
    """Return the texts of all letters in a written form."""
    path = resource_path("documents", "letters", f"{language}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def test_that_a_paragraph_about_what_is_not_known_is_left_out() -> None:
    assert not any("ser vi etter" in text for text in paragraphs(CALL))
    known = replace(CALL, values=(*CALL.values, ("criteria", "Erfaring")))
    assert "Dette ser vi etter: Erfaring" in paragraphs(known)


def test_that_a_blank_line_parts_paragraphs_and_braces_are_only_letters() -> None:
    said = paragraphs(CALL)
    assert said[said.index("En") + 1] == "To {navn}"


def test_that_the_first_wording_of_which_all_is_known_is_used() -> None:
    values = (("body", "KommIT-rådet"), ("role", "medlem"), ("from_day", "1. mai 2026"))
    letter = replace(CALL, kind=LetterKind.APPOINTMENT, values=values, tables=())
    assert paragraphs(letter)[0] == (
        "Gratulerer! Du er oppnevnt som medlem i KommIT-rådet fra 1. mai 2026."
    )


def test_that_both_forms_have_the_same_letters_with_the_same_facts() -> None:
    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(each) for key, each in value.items()}
        if isinstance(value, list):
            return [shape(each) for each in value]
        return sorted(part.partition("}")[0] for part in str(value).split("{")[1:])

    assert shape(texts("nb")) == shape(texts("nn"))


@pytest.mark.parametrize(
    ("language", "words"), [("nb", ("Hvem", "navn", "hilsen")), ("nn", ("Kven", "namn", "helsing"))]
)
def test_that_a_letter_is_in_the_form_it_asks_for(
    language: str, words: tuple[str, ...], tmp_path: Path
) -> None:
    path = export_letter(replace(CALL, language=language), tmp_path / "letter.docx")
    said = text_of(path)
    assert all(word in said for word in words)
    assert Document(str(path)).core_properties.language == f"{language}-NO"


def test_that_names_in_a_table_are_only_letters(tmp_path: Path) -> None:
    path = export_letter(CALL, tmp_path / "letter.docx")
    (table,) = Document(str(path)).tables
    assert table.rows[1].cells[2].text == "Kari & <Ola>"
    assert table.rows[0]._tr.trPr.find(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tblHeader"
    ) is not None  # fmt: skip


@pytest.mark.parametrize("kind", list(LetterKind))
def test_that_each_kind_is_a_pdf_for_the_archive_and_for_everybody(
    kind: LetterKind, tmp_path: Path
) -> None:
    names = ("body", "role", "day", "due_past", "network", "to_day")
    roster = LetterTable("roster", (("Kari", "leder", "", "2024–2027"),), "KommIT-rådet")
    letter = replace(
        CALL, kind=kind, values=(*CALL.values, *((name, "Ŋ") for name in names)),
        tables=(SEATS, roster),
    )  # fmt: skip
    made = export_letter(letter, tmp_path / "letter.pdf").read_bytes()
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


def test_that_all_letters_of_a_round_get_files_of_their_own(tmp_path: Path) -> None:
    again = replace(CALL, id="call:2")
    other = replace(CALL, id="call:3", recipient="A/S: Ås?")
    shares: list[float] = []
    made = export_letters((CALL, again, other), tmp_path / "new", ".docx", progress=shares.append)
    assert [path.name for path in made] == [
        "Spørsmål om kandidater - Digi Agder.docx",
        "Spørsmål om kandidater - Digi Agder (2).docx",
        "Spørsmål om kandidater - A-S Ås.docx",
    ]
    assert shares[-1] == 1
    assert all(path.stat().st_size for path in made)


def test_that_stopping_leaves_the_letters_that_are_done(tmp_path: Path) -> None:
    done: list[float] = []
    with pytest.raises(ExportError, match="1 letters were written"):
        export_letters(
            (CALL, replace(CALL, recipient="B")), tmp_path, ".pdf",
            progress=done.append, cancelled=lambda: bool(done),
        )  # fmt: skip
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]


def test_that_an_own_template_is_filled_with_every_letter(tmp_path: Path) -> None:
    template = a_template(tmp_path, "{{ recipient }}: {{ values.due }}", "{{p body }}")
    assert check_letter_template(template) == ("body", "recipient", "values")
    letters = (CALL, replace(CALL, recipient="DigiViken"))
    made = export_letters(letters, tmp_path / "out", ".docx", template=template)
    assert [text_of(path).split(":")[0] for path in made] == ["Digi Agder", "DigiViken"]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("{{ nobody }}", "“nobody”, which is not a field of a letter"),
        ("{{ ''.__class__ }}", "not allowed"),
        ("{{ title", "written wrongly"),
    ],
)
def test_that_a_template_that_cannot_be_filled_is_refused_in_words(
    field: str, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=sentence):
        check_letter_template(a_template(tmp_path, field))


def test_that_every_field_of_a_letter_is_told_of() -> None:
    assert set(letter_content(CALL)) | {"body"} == {name for name, _words in LETTER_FIELDS}


def test_that_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.docx, \.pdf"):
        export_letters((CALL,), tmp_path, ".odt")
