"""Exporting a mandate: formats, progress, stopping, and targets that refuse."""

import errno
import os
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samstyring.domain.errors import ExportError
from samstyring.export import office
from samstyring.export.mandate_export import export_mandate
from samstyring.export.writing import written
from samstyring.language import set_language
from tests.export.mandate_samples import a_document, a_template, text_of


@pytest.mark.parametrize("name", ["a.txt", "a", "a.doc"])
def test_that_another_ending_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"exported as \.docx, \.pdf, \.odt"):
        export_mandate(a_document(), tmp_path / name)


@pytest.mark.parametrize("name", ["a.DOCX", "a.pdf"])
def test_that_the_target_is_the_only_file_left(name: str, tmp_path: Path) -> None:
    target = tmp_path / name
    assert export_mandate(a_document(), target) == target
    assert list(tmp_path.iterdir()) == [target]


def test_that_an_older_file_is_replaced_with_the_rights_of_a_new_one(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    expected = target.stat().st_mode
    export_mandate(a_document(), target)
    assert target.read_bytes().startswith(b"%PDF")
    assert target.stat().st_mode == expected


def test_that_progress_grows_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    export_mandate(a_document(), tmp_path / "a.pdf", progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


@pytest.mark.parametrize("looks_before", [0, 1])
def test_that_a_stopped_export_leaves_what_was_there(looks_before: int, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    target.write_bytes(b"old")
    answers = iter([False] * looks_before)
    with pytest.raises(ExportError, match="stopped"):
        export_mandate(a_document(), target, cancelled=lambda: next(answers, True))
    assert (list(tmp_path.iterdir()), target.read_bytes()) == ([target], b"old")


def test_that_the_language_of_the_screen_is_left_alone(tmp_path: Path) -> None:
    set_language("en")
    target = export_mandate(a_document(language="nn"), tmp_path / "a.docx")
    assert "Adopted by" not in text_of(target)
    with pytest.raises(ExportError, match="A mandate can be exported"):
        export_mandate(a_document(language="nn"), tmp_path / "a.txt")


# Targets that refuse ----------------------------------------------------------------------------


def test_that_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"The folder “.*gone” is not there"):
        export_mandate(a_document(), tmp_path / "gone" / "a.pdf")


def test_that_a_target_that_is_a_folder_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.mkdir()
    with pytest.raises(ExportError, match=r"“a\.pdf” could not be written"):
        export_mandate(a_document(), target)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_that_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    with files_of_at_most(4096), pytest.raises(ExportError, match="The disk is full"):
        export_mandate(a_document(), target)
    assert (list(tmp_path.iterdir()), target.read_bytes()) == ([target], b"old")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, which the disk answers like a full one."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("code", "gist"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "Nothing can be written in"),
        (errno.EACCES, "Close it in other programs"),
    ],
)
def test_that_each_fault_of_the_disk_has_its_sentence(code: int, gist: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=gist), written(tmp_path / "a.pdf"):
        raise OSError(code, os.strerror(code))
    assert list(tmp_path.iterdir()) == []


def test_that_a_name_that_is_too_long_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is too long"), written(tmp_path / f"{'å' * 200}.pdf"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_that_a_bug_while_writing_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), written(tmp_path / "a.pdf"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_that_a_link_is_written_through(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with written(link) as place:
        place.write_bytes(b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")


# OpenDocument -----------------------------------------------------------------------------------


def test_that_without_libreoffice_the_way_round_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", {})
    with pytest.raises(ExportError, match="Export as DOCX instead"):
        export_mandate(a_document(), tmp_path / "a.odt")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed")
def test_that_libreoffice_writes_an_open_document(tmp_path: Path) -> None:
    target = export_mandate(a_document(language="nn"), tmp_path / "a.odt")
    with zipfile.ZipFile(target) as package:
        content = package.read("content.xml").decode()
        styles = package.read("styles.xml").decode()
    assert list(tmp_path.iterdir()) == [target]
    assert "gi råd om R&amp;D, &lt;standarder&gt;" in content
    assert 'fo:language="nn"' in styles
    assert "text:page-number" in styles


@pytest.mark.slow
@pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed")
def test_that_a_libreoffice_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    source = a_template(tmp_path, "a")
    with pytest.raises(ExportError, match="did not finish in time"):
        office.convert(source, tmp_path / "a.odt", seconds=0.1)
    assert list(tmp_path.iterdir()) == [source]
