"""What the Word template is made of: page, styles, tables, the page number. Sizes and colours as in the PDF."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor

INK, SUBTLE, HAIR = "17262B", "4B575B", "D9D3C7"
STYLES = [
    ("Normal", 11, False, INK, 0, 4), ("Title", 26, True, INK, 0, 8), ("Subtitle", 14, False, INK, 0, 16), ("Heading 1", 13, True, INK, 16, 4),
    ("Caption", 9, False, SUBTLE, 0, 2), ("List Bullet", 11, False, INK, 0, 3), ("List Number", 11, False, INK, 0, 2),
    ("Figure", 18, True, INK, 0, 6), ("Cell", 11, False, INK, 4, 4), ("Ask Heading", 13, True, INK, 18, 0), ("Ask List", 11, False, INK, 0, 0), ("Attachment", 13, True, INK, 0, 4),
]  # fmt: skip
"""Name, size in points, bold, colour, space before and after in points."""

BUILT_ON = {"Ask Heading": "Heading 1", "Ask List": "List Number", "Attachment": "Heading 1"}
"""Our own styles by Word's, so that headings are headings; what is asked of the body stands on a tinted ground."""


def page(document: Any) -> None:
    """A4 with the margins of the PDF."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(2.2)


def styles(document: Any) -> None:
    """Set every style that the report uses; Word's own themes would bring their blue back."""
    for name, size, bold, colour, before, after in STYLES:
        style = document.styles[name] if name in document.styles else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if name in BUILT_ON:
            style.base_style = document.styles[BUILT_ON[name]]
        _font(style, size, bold, colour)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        properties = style.element.get_or_add_pPr()
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)
        if name.startswith("Ask"):
            properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F3F0EA"/>'))
    document.styles["Attachment"].paragraph_format.page_break_before = True
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "nb-NO")
    document.styles["Normal"].element.get_or_add_rPr().append(language)


def _font(style: Any, size: int, bold: bool, colour: str) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = "Arial", Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), "Arial")
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)


def table(document: Any, heads: list[str], rows: str, fields: list[str], first: Length) -> None:
    """A table with a line for each of `rows`; figures stand at the right, the head comes again on the next page."""
    made = document.add_table(rows=4, cols=len(heads))
    made.autofit = False
    for cell, text in zip(made.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].text, cell.paragraphs[0].style = text, document.styles["Caption"]
    made.rows[1].cells[0].text = f"{{%tr for r in {rows} %}}"
    for cell, name in zip(made.rows[2].cells, fields, strict=True):
        cell.text = f"{{{{ r.{name} }}}}"
    made.rows[3].cells[0].text = "{%tr endfor %}"
    for row in (made.rows[0], made.rows[2]):
        for cell in row.cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rest = Length((Cm(16.8) - first) // (len(heads) - 1))
    for number, column in enumerate(made.columns):
        column.width = rest if number else first
        for cell in column.cells:
            cell.width = rest if number else first
    for cell in made.rows[2].cells:
        cell.paragraphs[0].style = document.styles["Cell"]
    repeat_head(made)
    rule(made)


def repeat_head(made: Any) -> None:
    """Mark the first row as the table's head."""
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(header)


def rule(made: Any, above: bool = False) -> None:
    """Hairlines between the lines and an ink line under the head (or, for figures, above it)."""
    ink, hair = f'w:val="single" w:sz="8" w:color="{INK}"', f'w:val="single" w:sz="4" w:color="{HAIR}"'
    inside = "" if above else f"<w:insideH {hair}/>"
    top = f"<w:top {ink}/>" if above else ""
    borders = f"<w:tblBorders {nsdecls('w')}>{top}<w:bottom {hair}/>{inside}</w:tblBorders>"
    margins = f'<w:tblCellMar {nsdecls("w")}><w:left w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    for part in (borders, margins):
        made._tbl.tblPr.append(parse_xml(part))
    for cell in [] if above else made.rows[0].cells:
        cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}><w:bottom {ink}/></w:tcBorders>"))


def page_number(line: Any) -> None:
    """«1 / 2», worked out by Word."""
    for field in ("PAGE", "NUMPAGES"):
        if field == "NUMPAGES":
            line.add_run(" / ")
        line._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
