"""Write letters as DOCX or PDF, one or all of a round, each whole or not at all."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from samstyring.domain.errors import ExportError
from samstyring.domain.letters import Letter
from samstyring.export.content import Content
from samstyring.export.letter_content import file_title, letter_content
from samstyring.export.letter_docx import built_in_letter, write_letter_docx
from samstyring.export.letter_template import fill_letters
from samstyring.export.mandate_child import stop_if
from samstyring.export.typesetting import typeset
from samstyring.export.writing import why_not_written, written
from samstyring.formats import safe_name
from samstyring.language import _
from samstyring.resources import resource_path

LETTER_ENDINGS = (".docx", ".pdf")
# As many as a process that fills a user's template does well within its time.
_AT_ONCE = 20

_Cancelled = Callable[[], bool] | None


def export_letters(
    letters: Sequence[Letter],
    folder: Path,
    ending: str,
    *,
    template: Path | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: _Cancelled = None,
) -> tuple[Path, ...]:
    """Write each letter to a file of its own in the folder, and return the files in order.

    The folder is made where it is not there. A file of the same name is replaced, so that the
    letters of a round can be made again. template: the user's Word template, for DOCX alone.
    progress: is told how far it is, 0 to 1. cancelled: says whether the user wants to stop; the
    letters that are done are then left. Raises ExportError with a sentence.
    """
    if ending not in LETTER_ENDINGS:
        sentence = _("Letters can be written as {endings}. Choose one of these.")
        raise ExportError(sentence.format(endings=", ".join(LETTER_ENDINGS)))
    _make(folder)
    own = template if ending == ".docx" and template != built_in_letter() else None
    made: list[Path] = []
    for few in _batches([letter_content(letter) for letter in letters], _AT_ONCE if own else 1):
        if cancelled is not None and cancelled():
            raise ExportError(_stopped(len(made)))
        targets = _targets(folder, few, ending, made)
        _write(few, targets, ending, own, cancelled)
        made += targets
        if progress is not None:
            progress(len(made) / len(letters))
    return tuple(made)


def export_letter(letter: Letter, target: Path, *, template: Path | None = None) -> Path:
    """Write one letter to a file in the format of its ending, and return the file."""
    ending = target.suffix.lower()
    own = template if ending == ".docx" else None
    _write([letter_content(letter)], [target], ending, own, None)
    return target


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(why_not_written(folder / _("letters"), error)) from error


def _batches(contents: list[Content], size: int) -> Iterator[list[Content]]:
    for first in range(0, len(contents), size):
        yield contents[first : first + size]


def _targets(folder: Path, contents: list[Content], ending: str, made: list[Path]) -> list[Path]:
    """Return a file for each letter; two letters with one title get a number."""
    taken = {path.name.casefold() for path in made}
    targets = []
    for content in contents:
        title, number = file_title(content), 1
        name = safe_name(title, ending)
        while name.casefold() in taken:
            number += 1
            name = safe_name(title, f" ({number}){ending}")
        taken.add(name.casefold())
        targets.append(folder / name)
    return targets


def _write(
    contents: list[Content],
    targets: list[Path],
    ending: str,
    own: Path | None,
    cancelled: _Cancelled,
) -> None:
    if own is not None:
        fill_letters(own, list(zip(contents, targets, strict=True)), cancelled=cancelled)
        return
    for content, target in zip(contents, targets, strict=True):
        stop_if(cancelled)
        with written(target) as place:
            if ending == ".pdf":
                source = resource_path("documents", "letters", "letter.typ")
                place.write_bytes(typeset(source, content))
            else:
                write_letter_docx(built_in_letter(), content, place)


def _stopped(done: int) -> str:
    sentence = _("It was stopped. {count} letters were written before that.")
    return sentence.format(count=done)
