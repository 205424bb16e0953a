"""Check that all text people see is marked and translated; --update refreshes the catalogues."""

import argparse
import json
import re
import string
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po
from text_marking import marking_problems

ROOT = Path(__file__).resolve().parents[1]
# English is the source language, so it needs no catalogue of its own.
TRANSLATED = ("nb", "nn")
PLURAL_FORMS = "nplurals=2; plural=(n != 1);"
HEADER = (
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", PLURAL_FORMS),
)
# Where the literals stand in each marking function, as Babel writes it.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "counted": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_PERCENT_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
_MNEMONIC = re.compile(r"&(?=[^\s&])")


@dataclass(frozen=True)
class Tree:
    """One checkout of the program: where its source is, and where its catalogues are."""

    root: Path

    def sources(self) -> list[Path]:
        """Return the program's modules, in a stable order."""
        return sorted((self.root / "samstyring").rglob("*.py"))

    def po(self, language: str) -> Path:
        """Return the catalogue that translators write in."""
        return self.root / "resources" / "translations" / f"{language}.po"

    def mo(self, language: str) -> Path:
        """Return the compiled catalogue that the program reads."""
        return self.po(language).parent / language / "LC_MESSAGES" / "samstyring.mo"

    def name(self, path: Path) -> str:
        """Return a path as it is told to people, from the root."""
        return path.relative_to(self.root).as_posix()


def source_problems(tree: Tree) -> Iterator[str]:
    """Say where text is marked wrongly or shown without being marked."""
    for path in tree.sources():
        is_cli = path.stem == "cli" or "cli" in path.parts
        for line, problem in marking_problems(path.read_text(encoding="utf-8"), is_cli=is_cli):
            yield f"{tree.name(path)}:{line}: {problem}"


def extracted(tree: Tree) -> Catalog:
    """Return the messages of the source, with file and line of each."""
    catalog = Catalog(locale="nb", fuzzy=False)
    found = extract_from_dir(
        tree.root / "samstyring", [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    for path, line, message, _comments, context in found:
        if message:
            catalog.add(message, locations=[(f"samstyring/{path}", line)], context=context)
    return catalog


def key(message: Message) -> str:
    """Return the text a message is known by: gettext puts the context before a ␄."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return f"{message.context}\u0004{text}" if message.context else text


def messages(catalog: Catalog) -> dict[str, Message]:
    """Return the messages of a catalogue by key, in order, without the header."""
    return dict(sorted((key(message), message) for message in catalog if message.id))


def read(tree: Tree, language: str) -> Catalog:
    """Return a catalogue as it is on disk; an empty one if there is none."""
    path = tree.po(language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def merged(tree: Tree, language: str) -> Catalog:
    """Return the messages of the source with the translations that the catalogue has."""
    known = messages(read(tree, language))
    catalog = Catalog(locale=language, fuzzy=False)
    for name, message in messages(extracted(tree)).items():
        old = known.get(name)
        kept = old if old and _plural(old) == _plural(message) else None
        catalog.add(
            message.id,
            kept.string if kept else None,
            flags={"fuzzy"} if kept and kept.fuzzy else (),
            user_comments=kept.user_comments if kept else (),
            context=message.context,
        )
    return catalog


def forms(message: Message) -> tuple[str, ...]:
    """Return the translations of a message, one for each plural form."""
    written_forms = message.string or ""
    return (written_forms,) if isinstance(written_forms, str) else tuple(written_forms)


def is_finished(message: Message) -> bool:
    """Say whether every form is there and nobody doubts it."""
    wanted = 2 if _plural(message) else 1
    return not message.fuzzy and len(forms(message)) == wanted and all(forms(message))


def _plural(message: Message) -> str | None:
    return None if isinstance(message.id, str) else message.id[1]


def catalogue_problems(tree: Tree, language: str) -> Iterator[str]:
    """Say where a catalogue is stale, unfinished, or at odds with its source text."""
    source, catalog = messages(extracted(tree)), messages(read(tree, language))
    po = tree.name(tree.po(language))
    for name, message in source.items():
        if name not in catalog or _plural(catalog[name]) != _plural(message):
            path, line = message.locations[0]
            yield f"{path}:{line}: not in {po}: {_short(message)} (run --update)"
    for name, message in catalog.items():
        where = f"{po}:{message.lineno}"
        if name not in source:
            yield f"{where}: no longer in the source: {_short(message)} (run --update)"
        elif not is_finished(message):
            yield f"{where}: not translated: {_short(message)}"
        else:
            yield from (f"{where}: {problem}" for problem in _differences(message))
    mo = tree.mo(language)
    if not mo.exists() or mo.read_bytes() != compiled(read(tree, language), language):
        yield f"{tree.name(mo)}:1: not compiled from {po} as it stands (run --update)"


def _differences(message: Message) -> Iterator[str]:
    sources = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    for form in forms(message):
        if placeholders(form) not in [placeholders(text) for text in sources]:
            yield f"placeholders differ: {form!r}"
        if mnemonics(form) not in [mnemonics(text) for text in sources]:
            yield f"mnemonics differ: {form!r}"


def placeholders(text: str) -> frozenset[str] | None:
    """Return the names in braces or %(…)s; None if the braces do not match."""
    try:
        names = {name for _before, name, _spec, _how in string.Formatter().parse(text) if name}
    except ValueError:
        return None
    return frozenset(names | set(_PERCENT_PLACEHOLDER.findall(text)))


def mnemonics(text: str) -> int:
    """Return how many letters are marked with & as keys; && is a plain ampersand."""
    return len(_MNEMONIC.findall(text.replace("&&", "")))


def _short(message: Message) -> str:
    return repr(key(message).replace("\u0004", " | "))[:80]


def written(catalog: Catalog, language: str) -> bytes:
    """Return the text of a catalogue: sorted, and with nothing that changes by itself."""
    body = BytesIO()
    write_po(body, catalog, width=100, no_location=True, omit_header=True, sort_output=True)
    lines = [f'"{line}\\n"\n' for line in _header(language).splitlines()]
    header = 'msgid ""\nmsgstr ""\n' + "".join(lines)
    return f"{header}\n".encode() + body.getvalue()


def compiled(catalog: Catalog, language: str) -> bytes:
    """Return the catalogue as gettext reads it, finished messages only (GNU gettext manual, 10.3).

    Written here because Babel's compiler puts the time and its own version in.
    """
    texts = {b"": _header(language).encode()}
    for name, message in messages(catalog).items():
        if is_finished(message):
            whole = f"{name}\0{_plural(message)}" if _plural(message) else name
            texts[whole.encode()] = "\0".join(forms(message)).encode()
    return _packed(sorted(texts.items()))


def _packed(pairs: list[tuple[bytes, bytes]]) -> bytes:
    count = len(pairs)
    first_text = 28 + 16 * count
    index, data = b"", b""
    for texts in ([before for before, _ in pairs], [after for _, after in pairs]):
        for text in texts:
            index += struct.pack("<II", len(text), first_text + len(data))
            data += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, first_text)
    return head + index + data


def _header(language: str) -> str:
    return "".join(f"{name}: {value}\n" for name, value in (("Language", language), *HEADER))


def save(tree: Tree, language: str, catalog: Catalog) -> None:
    """Write a catalogue and its compiled form."""
    tree.mo(language).parent.mkdir(parents=True, exist_ok=True)
    tree.po(language).write_bytes(written(catalog, language))
    tree.mo(language).write_bytes(compiled(read(tree, language), language))


def missing(tree: Tree, language: str) -> dict[str, str | list[str]]:
    """Return what waits to be translated, with empty room for each form."""
    unfinished = (m for m in messages(merged(tree, language)).values() if not is_finished(m))
    return {key(message): ["", ""] if _plural(message) else "" for message in unfinished}


def fill(tree: Tree, language: str, answers: dict[str, str | list[str]]) -> list[str]:
    """Write translations into a catalogue; return a line for each that fits no message."""
    catalog, problems = merged(tree, language), []
    known = messages(catalog)
    for name, answer in answers.items():
        message = known.get(name)
        if message is None:
            problems.append(f"{language}: not in the source: {name!r}")
        elif isinstance(answer, str) != isinstance(message.id, str):
            problems.append(f"{language}: wrong number of forms: {name!r}")
        elif answer and all(answer):
            message.string = answer if isinstance(answer, str) else tuple(answer)
            message.flags.discard("fuzzy")
    save(tree, language, catalog)
    return problems


def problems_in(tree: Tree) -> list[str]:
    """Return every problem of the source and the catalogues, one line each."""
    return [
        *source_problems(tree),
        *(line for language in TRANSLATED for line in catalogue_problems(tree, language)),
    ]


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Do what the command line asks for; return 1 if there was something to complain about."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="refresh and compile the catalogues")
    parser.add_argument("--missing", metavar="LANG", choices=TRANSLATED, help="print as JSON")
    parser.add_argument("--fill", nargs=2, metavar=("LANG", "FILE"), help="write in from JSON")
    asked, tree, problems = parser.parse_args(arguments), Tree(root), list[str]()
    if asked.missing:
        print(json.dumps(missing(tree, asked.missing), ensure_ascii=False, indent=1))
    elif asked.fill:
        language, file = asked.fill
        problems = fill(tree, language, json.loads(Path(file).read_text(encoding="utf-8")))
    elif asked.update:
        for language in TRANSLATED:
            save(tree, language, merged(tree, language))
    else:
        problems = problems_in(tree)
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
