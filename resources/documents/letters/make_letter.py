"""Make letter.docx, the template that letters and rosters are filled into: python make_letter.py."""

import sys
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import make_templates as mandate  # noqa: E402
from docx import Document  # noqa: E402
from docx.document import Document as DocxDocument  # noqa: E402
from docx.enum.style import WD_STYLE_TYPE  # noqa: E402
from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: E402
from docx.shared import Mm  # noqa: E402

TARGET = Path(__file__).with_name("letter.docx")
# Name, what it is based on, size, colour, space before and after in points, bold.
STYLES = (
    ("Letter sender", "Normal", 12, mandate.ACCENT, 0, 18, True),
    ("Letter recipient", "Normal", 10.5, mandate.INK, 0, 0, None),
    ("Letter text", "Normal", 10.5, mandate.INK, 0, 7, None),
    ("Letter heading", "Heading 1", 12, mandate.ACCENT, 16, 5, True),
    ("Letter subheading", "Heading 2", 10.5, mandate.INK, 10, 3, True),
    ("Letter column", "Normal", 9, mandate.INK, 2.5, 2.5, True),
    ("Letter cell", "Normal", 9, mandate.INK, 2.5, 2.5, None),
    ("Letter closing", "Normal", 10.5, mandate.INK, 12, 0, None),
)


def make(target: Path) -> None:
    """Write the template."""
    document = Document()
    document._element.body.clear_content()
    mandate._drop_what_is_not_used(document)
    mandate._set_page(document)
    _style(document)
    _fill(document)
    _number_pages(document)
    mandate._describe(document)
    made = BytesIO()
    document.save(made)
    mandate._write_alike(made, target)


def _style(document: DocxDocument) -> None:
    mandate._set_defaults(document)
    mandate._set(document.styles["Normal"], 10.5, mandate.INK, before=0, after=6)
    mandate._set(document.styles["Title"], 19, mandate.ACCENT, before=24, after=14, bold=True)
    mandate._clear_title(document.styles["Title"])
    mandate._set(document.styles["Footer"], 8, mandate.FAINT, before=0, after=0)
    for name, base, size, colour, before, after, bold in STYLES:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        mandate._set(style, size, colour, before=before, after=after, bold=bold)
    tabs = document.styles["Letter sender"].paragraph_format.tab_stops
    tabs.add_tab_stop(mandate.TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _fill(document: DocxDocument) -> None:
    document.add_paragraph("{%p if sender %}")
    sender = document.add_paragraph("{{ sender }}\t", "Letter sender")
    day = sender.add_run("{{ made_on }}")
    day.font.bold, day.font.color.rgb = False, mandate.FAINT
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if recipient %}")
    document.add_paragraph("{{ recipient }}", "Letter recipient")
    document.add_paragraph("{%p for line in recipient_lines %}")
    document.add_paragraph("{{ line }}", "Letter recipient")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{ title }}", "Title")
    document.add_paragraph("{%p if greeting %}")
    document.add_paragraph("{{ greeting }}", "Letter text")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{{p body }}")
    document.add_paragraph("{%p if closing %}")
    document.add_paragraph("{{ closing }}", "Letter closing")
    document.add_paragraph("{{ sender }}", "Letter recipient").runs[0].font.bold = True
    document.add_paragraph("{%p endif %}")


def _number_pages(document: DocxDocument) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    mandate._clear_tabs(footer)
    footer.paragraph_format.tab_stops.add_tab_stop(mandate.TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("\t{{ page.before }}")
    mandate._add_field(footer, "PAGE")
    footer.add_run("{{ page.between }}")
    mandate._add_field(footer, "NUMPAGES")
    footer.add_run("{{ page.after }}")
    document.sections[0].footer_distance = Mm(14)


if __name__ == "__main__":
    make(TARGET)
