"""Look at a Word file from elsewhere before anything unpacks it."""

import zipfile
from pathlib import Path

from samstyring.domain.errors import ExportError
from samstyring.language import _

MOST_MEMBERS = 1000
MOST_BYTES = 40 * 1024 * 1024
# Text packs to a tenth; what packs a hundred times better was made to fill the memory.
MOST_PACKED = 100
SMALL_BYTES = 1024 * 1024

_XML_ENDINGS = (".xml", ".rels")
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def check_package(path: Path) -> None:
    """Raise ExportError unless the file is a Word document of a size that can be read."""
    try:
        with zipfile.ZipFile(path) as package:
            problem = _size_problem(package.infolist()) or _inner_problem(package)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        raise ExportError(_not_word(path)) from error
    except OSError as error:
        sentence = _("The template “{name}” cannot be read. Choose another.")
        raise ExportError(sentence.format(name=path.name)) from error
    if problem:
        raise ExportError(problem.format(name=path.name))


def _size_problem(members: list[zipfile.ZipInfo]) -> str:
    total = sum(member.file_size for member in members)
    packed_too_well = any(
        member.file_size > max(SMALL_BYTES, MOST_PACKED * member.compress_size)
        for member in members
    )
    if len(members) > MOST_MEMBERS or total > MOST_BYTES or packed_too_well:
        return _("The template “{name}” unpacks to more than a template may hold. Choose another.")
    return ""


def _inner_problem(package: zipfile.ZipFile) -> str:
    names = package.namelist()
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        return _("The template “{name}” is not a Word document (.docx). Choose another.")
    if any(_has_doctype(package, name) for name in names if name.endswith(_XML_ENDINGS)):
        return _("The template “{name}” holds a document type, which Word never writes.")
    return ""


def _has_doctype(package: zipfile.ZipFile, name: str) -> bool:
    text = package.read(name)
    return any(doctype in text for doctype in _DOCTYPES)


def _not_word(path: Path) -> str:
    sentence = _("The template “{name}” is not a Word document (.docx). Choose another.")
    return sentence.format(name=path.name)
