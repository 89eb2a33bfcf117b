"""Makes `report.docx`, the Word template that comes with Bedre. Run as `python -m bedre.report.documents.make_template`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Cm, Pt

from . import word_parts as parts

TARGET = Path(__file__).with_name("report.docx")
WIDTH = Cm(16.8)
GAINS = ("identified", "agreed", "realised", "secured")


def make() -> None:
    """Write the template: real styles, tables whose heads repeat, fields in double braces."""
    document = Document()
    parts.page(document)
    parts.styles(document)
    _head(document)
    _counts(document)
    _gains(document)
    document.add_paragraph("{{ notes }} {{ coverage.label }}: {{ coverage.said }}.", style="Caption")
    for name in ("used_for", "learned"):
        _texts(document, name, "List Bullet")
    _texts(document, "asked", "Ask List", "Ask Heading")
    _growth(document)
    _foot(document)
    document.core_properties.title, document.core_properties.author = "{{ title }}", "{{ municipality }}"
    document.save(str(TARGET))


def _head(document: Any) -> None:
    line = document.add_paragraph("{{ municipality }}\t{{ heading }}", style="Caption")
    line.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    line.paragraph_format.space_after = Pt(18)
    document.add_heading("{{ title }}", 0)
    document.add_paragraph("{{ summary }}", style="Subtitle")


def _counts(document: Any) -> None:
    """Four figures beside each other, each read as one: its label, then the count with what it is out of."""
    table = document.add_table(rows=1, cols=3)
    first, each, last = table.rows[0].cells
    first.text, last.text = "{%tc for f in counts %}", "{%tc endfor %}"
    each.paragraphs[0].text, each.paragraphs[0].style = "{{ f.label }}", document.styles["Caption"]
    each.add_paragraph("{{ f.said }}", style="Figure")
    parts.rule(table, above=True)


def _gains(document: Any) -> None:
    document.add_heading("{{ words.time }}", 1)
    heads = ["{{ words.unit }}", *(f"{{{{ words.{name} }}}}" for name in GAINS)]
    parts.table(document, heads, "rows", ["name", *GAINS], Cm(7.6))


def _growth(document: Any) -> None:
    """Behind the page that is read: begins on a new one."""
    document.add_paragraph("{%p if waves %}")
    document.add_paragraph("{{ words.waves }}", style="Attachment")
    heads = ["{{ words.wave }}", "{{ words.starts }}", "{{ words.trained }}"]
    parts.table(document, heads, "waves", ["name", "starts_on", "said"], Cm(7.6))
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if months %}")
    document.add_paragraph("{%p if waves %}")
    document.add_heading("{{ words.growth }}", 1)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ words.growth }}", style="Attachment")
    document.add_paragraph("{%p endif %}")
    heads = ["{{ words.unit }}", *(f"{{{{ words.{name} }}}}" for name in GAINS[:3])]
    parts.table(document, heads, "months", ["date", *GAINS[:3]], Cm(7.6))
    document.add_paragraph("{%p endif %}")


def _texts(document: Any, name: str, style: str, heading: str = "Heading 1") -> None:
    document.add_paragraph(f"{{%p if {name} %}}")
    document.add_paragraph(f"{{{{ words.{name} }}}}", style=heading)
    document.add_paragraph(f"{{%p for line in {name} %}}")
    document.add_paragraph("{{ line }}", style=style)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endif %}")


def _foot(document: Any) -> None:
    line = document.sections[0].footer.paragraphs[0]
    line.text, line.style = "{{ foot }}\t", document.styles["Caption"]
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT
    line.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    parts.page_number(line)


if __name__ == "__main__":
    make()
