"""A drawing as Mermaid, the text that documents and wikis turn into a diagram by themselves."""

from pathlib import Path

from samstyring.domain.errors import ExportError
from samstyring.export.writing import written
from samstyring.graph.drawing import Scene, SceneBox
from samstyring.language import _

# Letters that mean something to Mermaid, or to the page it stands in.
_MEANINGFUL = frozenset("\"'`#&;<>[](){}|\\/*_~%:")


def write_mermaid(path: Path, scene: Scene, *, title: str) -> None:
    """Write the drawing as .mmd, or as a fenced block with a heading in a .md document.

    The words are those of the scene. The file is put in place whole or not at all; raises
    ExportError with a sentence for an unknown extension or a place that cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in {".mmd", ".md"}:
        raise ExportError(_("Choose a file name that ends in .mmd or .md."))
    text = mermaid(scene, title=title)
    if ending == ".md":
        heading, words = (_escaped(each, "&#") for each in (title, scene.sentence))
        text = f"# {heading}\n\n{words}\n\n```mermaid\n{text}```\n"
    with written(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")


def mermaid(scene: Scene, *, title: str) -> str:
    """Return the drawing as a flowchart: a group for each band, and for each frame in it.

    Lines lead upwards, so that whom one reports to stands above.
    """
    keys = {box.id: f"b{number}" for number, box in enumerate(scene.boxes)}
    lines = ["flowchart BT", f"  accTitle: {_one_line(title)}"]
    if scene.sentence:
        lines.append(f"  accDescr: {_one_line(scene.sentence)}")
    inside = _frames(scene)
    for number, band in enumerate(scene.bands):
        here = [box for box in scene.boxes if box.level_band == number and box.id not in inside]
        if here:
            lines.append(f'  subgraph band{number}["{_escaped(band.title)}"]')
            lines.extend(line for box in here for line in _box(scene, box, keys, inside, "    "))
            lines.append("  end")
    for box in scene.boxes:
        if box.level_band is None and box.id not in inside:
            lines.extend(_box(scene, box, keys, inside, "  "))
    for edge in scene.edges:
        arrow = "-.->" if edge.dash else "-->"
        word = f'|"{_escaped(edge.word)}"|' if edge.word else ""
        lines.append(f"  {keys[edge.source]} {arrow}{word} {keys[edge.target]}")
    return "\n".join(lines) + "\n"


def _frames(scene: Scene) -> dict[str, str]:
    """Return which frame each box lies in, of those that lie in one."""
    frames = [box for box in scene.boxes if box.frame]
    return {
        box.id: frame.id
        for box in scene.boxes
        for frame in frames
        if box is not frame and frame.rect.overlaps(box.rect)
    }


def _box(
    scene: Scene, box: SceneBox, keys: dict[str, str], inside: dict[str, str], indent: str
) -> list[str]:
    marks = [mark.word for mark in box.marks]
    text = "<br/>".join(_escaped(line) for line in (box.title, *box.lines, *marks) if line)
    held = [each for each in scene.boxes if inside.get(each.id) == box.id]
    if not held:
        return [f'{indent}{keys[box.id]}["{text or " "}"]']
    inner = [line for each in held for line in _box(scene, each, keys, inside, indent + "  ")]
    # A group has room for one line only.
    title = _escaped(box.title) or " "
    return [f'{indent}subgraph {keys[box.id]}["{title}"]', *inner, f"{indent}end"]


def _escaped(text: str, sign: str = "#") -> str:
    """Return the text with letters that mean something written by their numbers."""
    words = " ".join(text.split())
    return "".join(f"{sign}{ord(c)};" if c in _MEANINGFUL else c for c in words if c.isprintable())


def _one_line(text: str) -> str:
    """Return the text as one line that a directive takes to its end."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable() and c not in "#;{}")
