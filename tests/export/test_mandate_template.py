"""Templates that users make: what they may ask for, and what they may not do."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from samstyring.domain.errors import ExportError
from samstyring.export.mandate_content import content_of
from samstyring.export.mandate_docx import built_in_template
from samstyring.export.mandate_export import export_mandate
from samstyring.export.mandate_package import check_package
from samstyring.export.mandate_template import TEMPLATE_FIELDS, check_template, fill_template
from tests.export.mandate_samples import a_document, a_template, text_of


def refusal(folder: Path, *lines: str) -> str:
    """Return the sentence for a template that cannot be filled in; nothing may be written."""
    template = a_template(folder, *lines)
    with pytest.raises(ExportError) as refused:
        export_mandate(a_document(), folder / "out.docx", template=template)
    assert sorted(path.name for path in folder.iterdir()) == ["template.docx"]
    return str(refused.value)


def test_that_a_template_of_ones_own_is_filled_in(tmp_path: Path) -> None:
    template = a_template(
        tmp_path,
        "{{ title }} ({{ version }})",
        "{%p for section in sections %}",
        "{{ section.number }} {{ section.heading }}",
        "{{p section.body }}",
        "{%p endfor %}",
    )
    target = export_mandate(a_document(), tmp_path / "out.docx", template=template)
    said = text_of(target)
    assert "Mandat for utvalget (2.0)" in said
    assert "2 Oppgaver" in said
    assert "gi råd om R&D, <standarder> og #arkitektur" in said


def test_that_a_template_without_our_styles_still_gets_lists(tmp_path: Path) -> None:
    template = a_template(
        tmp_path, "{%p for section in sections %}", "{{p section.body }}", "{%p endfor %}"
    )
    target = export_mandate(a_document(), tmp_path / "out.docx", template=template)
    document = Document(str(target))
    point = next(p for p in document.paragraphs if p.text == "forberede saker for rådet")
    number = point._p.pPr.numPr.numId.val
    lists = document.part.numbering_part.element
    abstract = lists.xpath(f"w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0]
    form = lists.xpath(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl/w:lvlText/@w:val")
    assert form == ["2.%1", "2.%1.%2"]


def test_that_norwegian_in_a_template_follows_the_document_and_english_stays(
    tmp_path: Path,
) -> None:
    template = a_template(tmp_path, "{{ title }}", "In English")
    document = Document(str(template))
    for paragraph, locale in zip(document.paragraphs, ("nb-NO", "en-GB"), strict=True):
        mark = parse_xml(f'<w:lang {nsdecls("w")} w:val="{locale}"/>')
        paragraph.runs[0]._r.get_or_add_rPr().append(mark)
    document.save(str(template))
    target = export_mandate(a_document(language="nn"), tmp_path / "o.docx", template=template)
    marks = Document(str(target)).element.body.xpath(".//w:lang/@w:val")
    assert marks == ["nn-NO", "en-GB"]


def test_that_a_template_without_a_footer_gets_none(tmp_path: Path) -> None:
    template = a_template(tmp_path, "{{ title }}")
    target = export_mandate(a_document(), tmp_path / "out.docx", template=template)
    with zipfile.ZipFile(target) as package:
        assert [name for name in package.namelist() if "footer" in name] == []


def test_that_every_field_in_the_help_is_given() -> None:
    assert {name for name, _words in TEMPLATE_FIELDS} <= content_of(a_document()).keys()


def test_that_our_own_template_can_be_checked() -> None:
    fields = check_template(built_in_template())
    assert {"title", "facts", "sections", "roster"} <= set(fields)


def test_that_the_fields_of_a_template_are_told(tmp_path: Path) -> None:
    assert check_template(a_template(tmp_path, "{{ version }} {{ title }}")) == ("title", "version")


@pytest.mark.parametrize(
    "line",
    [
        "{{ title }} {{ colour }}",
        "{% for member in roster %}{{ member.colour }}{% endfor %}",
        "{% if not title %}{{ colour }}{% endif %}",
    ],
)
def test_that_a_check_names_the_field_that_is_not_known(line: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="asks for “colour”, which is not a field"):
        check_template(a_template(tmp_path, line))


@pytest.mark.parametrize(
    ("line", "gist"),
    [
        ("{{ colour }}", "asks for “colour”"),
        ("{{ words.colour }}", "asks for “colour”"),
        ("{{ ''.__class__ }}", "code that is not allowed (__class__)"),
        ("{{ ''.__class__.__mro__ }}", "code that is not allowed"),
        ("{{ cycler.__init__.__globals__.os }}", "code that is not allowed (__init__)"),
        ("{{ cycler }}", "asks for “cycler”"),
        ("{{ sections.clear() }}", "code that is not allowed"),
        ("{{ 'a' * 300000000 }}", "code that is not allowed"),
        ("{{ 'a'|center(300000000) }}", "too large"),
        ("{{ title", "written wrongly"),
        ("{% for x in roster %}", "written wrongly"),
        ("{{ 1 / 0 }}", "cannot be filled in"),
        ("{{ 1 + title }}", "cannot be filled in"),
    ],
)
def test_that_a_template_that_asks_too_much_is_refused(
    line: str, gist: str, tmp_path: Path
) -> None:
    assert gist in refusal(tmp_path, line)


def test_that_a_template_that_never_ends_is_stopped(tmp_path: Path) -> None:
    loops = "".join(f"{{% for a{n} in 'xxxxxxxxxxxx' %}}" for n in range(12))
    template = a_template(tmp_path, loops + "{% endfor %}" * 12)
    with pytest.raises(ExportError, match="takes too long"):
        fill_template(template, content_of(a_document()), tmp_path / "out.docx", seconds=1.5)


def test_that_an_export_with_a_slow_template_can_be_stopped(tmp_path: Path) -> None:
    loops = "".join(f"{{% for a{n} in 'xxxxxxxxxxxx' %}}" for n in range(12))
    template = a_template(tmp_path, loops + "{% endfor %}" * 12)
    answers = iter([False, False, False])
    with pytest.raises(ExportError, match="was stopped"):
        export_mandate(
            a_document(),
            tmp_path / "out.docx",
            template=template,
            cancelled=lambda: next(answers, True),
        )
    assert [path.name for path in tmp_path.iterdir()] == ["template.docx"]


# Before it is unpacked --------------------------------------------------------------------------


def package(folder: Path, **members: bytes) -> Path:
    """Write a zip file that has the members of a Word document, and these."""
    path = folder / "template.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", members.pop("document", b"<w/>"))
        for name, content in members.items():
            made.writestr(name, content)
    return path


def test_that_a_file_that_unpacks_to_a_giant_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="unpacks to more"):
        check_package(package(tmp_path, document=b" " * 30_000_000))


def test_that_a_file_of_very_many_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="unpacks to more"):
        check_package(package(tmp_path, **{f"m{n}": b"" for n in range(1001)}))


@pytest.mark.parametrize("code", ["utf-8", "utf-16"])
def test_that_a_document_type_is_refused(code: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="document type"):
        check_package(package(tmp_path, document="<!DOCTYPE w []><w/>".encode(code)))


@pytest.mark.parametrize("content", [b"", b"not a zip file", b"PK\x03\x04" + b"\x00" * 40])
def test_that_a_file_that_is_no_word_document_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(content)
    with pytest.raises(ExportError, match="is not a Word document"):
        check_package(path)


def test_that_a_package_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "template.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("content.xml", "<a/>")
    with pytest.raises(ExportError, match="is not a Word document"):
        check_package(path)


def test_that_a_damaged_document_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be filled in"):
        check_template(package(tmp_path, document=b"<w:document>"))


def test_that_a_template_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        check_template(tmp_path / "gone.docx")
