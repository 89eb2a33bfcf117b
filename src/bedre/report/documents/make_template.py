"""Makes `report.docx`, the Word template that comes with Bedre. Run as `python -m bedre.report.documents.make_template`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

INK, SUBTLE = RGBColor(0x17, 0x26, 0x2B), RGBColor(0x4B, 0x57, 0x5B)
TARGET = Path(__file__).with_name("report.docx")


def make() -> None:
    """Write the template: real styles, a table whose head repeats, fields in double braces."""
    document = Document()
    _styles(document)
    line = document.add_paragraph("{{ municipality }}\t{{ heading }}")
    line.paragraph_format.tab_stops.add_tab_stop(Pt(451), alignment=2)
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{{ summary }}", style="Subtitle")
    document.add_heading("{{ words.figures }}", 1)
    document.add_paragraph("{%p for f in counts %}")
    document.add_paragraph("{{ f.label }}: {{ f.said }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{{ coverage.label }}: {{ coverage.said }}", style="List Bullet")
    document.add_heading("{{ words.time }}", 1)
    _table(document)
    document.add_paragraph("{{ notes }}", style="Caption")
    for name in ("used_for", "learned", "asked"):
        document.add_paragraph(f"{{%p if {name} %}}")
        document.add_heading(f"{{{{ words.{name} }}}}", 1)
        document.add_paragraph(f"{{%p for line in {name} %}}")
        document.add_paragraph("{{ line }}", style="List Number" if name == "asked" else "Normal")
        document.add_paragraph("{%p endfor %}")
        document.add_paragraph("{%p endif %}")
    foot = document.sections[0].footer.paragraphs[0]
    foot.text = "{{ foot }}"
    foot.alignment = WD_ALIGN_PARAGRAPH.LEFT
    document.core_properties.title, document.core_properties.author = "{{ title }}", "Bedre"
    document.save(str(TARGET))


def _styles(document: Any) -> None:
    for name, size, bold, colour in (
        ("Normal", 11, False, INK), ("Title", 26, True, INK), ("Subtitle", 14, False, INK), ("Heading 1", 14, True, INK), ("Caption", 9, False, SUBTLE),
    ):  # fmt: skip
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold, style.font.italic = "Arial", Pt(size), bold, False
        style.font.color.rgb = colour
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Arial")
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nb-NO")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _table(document: Any) -> None:
    table = document.add_table(rows=4, cols=5)
    table.style = document.styles["Light List"] if "Light List" in document.styles else document.styles["Table Grid"]
    heads = ["{{ words.unit }}", "{{ words.identified }}", "{{ words.agreed }}", "{{ words.realised }}", "{{ words.secured }}"]
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    table.rows[1].cells[0].text = "{%tr for r in rows %}"
    fields = ["name", "identified", "agreed", "realised", "secured"]
    for cell, name in zip(table.rows[2].cells, fields, strict=True):
        cell.text = f"{{{{ r.{name} }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for row in (table.rows[0], table.rows[2]):
        for cell in row.cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


if __name__ == "__main__":
    make()
