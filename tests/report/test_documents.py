"""The PDF and the Word file, read back as their readers do."""

import io
import re
import subprocess
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from bedre.kernel.errors import DomainError
from bedre.kernel.models import Event
from bedre.kernel.tenancy import active
from bedre.report import show
from bedre.report.documents import pdf, word
from bedre.report.models import Report, WordTemplate
from tests.report.test_report import TEXTS

INSIDE = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
}
"""What may stand directly in what, by PDF/UA-1 (ISO 14289-1, 7.2)."""


def pages(data: bytes) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()
    return [" ".join(page.replace("\xa0", " ").split()) for page in text.split("\f")[:-1]]


def elements(node, found=None):
    """Every structure element of a PDF in reading order, as (tag, tags right inside, element)."""
    found = [] if found is None else found
    kids = node.get("/K", [])
    inside = [kid.get_object() for kid in (kids if isinstance(kids, ArrayObject) else [kids])]
    inside = [kid for kid in inside if isinstance(kid, DictionaryObject) and "/S" in kid]
    if "/S" in node:
        found.append((node["/S"][1:], [kid["/S"][1:] for kid in inside], node))
    for kid in inside:
        elements(kid, found)
    return found


def structure(data: bytes):
    return elements(PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"])


def test_the_pdf_says_on_every_page_what_it_is_and_that_it_is_locked(approved):
    first, second = pages(pdf.pdf(approved, show.context(approved)))
    for said in ("Vestre Toten-modellen i Hjemmetjenesten 2", "Innføringsrapport nr. 1 · per 15. juni 2015", approved.code):
        assert said in first and said in second
    assert "1 av 2" in first and "2 av 2" in second
    assert "Hjemmetjenesten 2, Omsorg Sør 5,0 5,0 5,0 0" in first
    assert "31. mars 2015 5 0 0" in second


def test_the_pdf_is_tagged_with_language_and_title(approved):
    root = PdfReader(io.BytesIO(pdf.pdf(approved, show.context(approved)))).trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (True, "nb", True)
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_the_pdfs_structure_is_that_of_pdf_ua(approved):
    found = structure(pdf.pdf(approved, show.context(approved)))
    assert [tag for tag, _inside, _node in found if re.fullmatch("H[1-6]", tag)][:2] == ["H1", "H2"]
    assert {(tag, kid) for tag, inside, _node in found for kid in inside if tag in INSIDE and kid not in INSIDE[tag]} == set()
    (drawing,) = [node for tag, _inside, node in found if tag == "Figure"]
    assert drawing["/Alt"] == "Av 5 timer i uka som er funnet, er 5 hentet ut."
    assert all("/A" in node for tag, _inside, node in found if tag == "TH")


def test_the_chart_is_drawn_and_no_picture(approved):
    reader = PdfReader(io.BytesIO(pdf.pdf(approved, show.context(approved))))
    assert [image.name for page in reader.pages for image in page.images] == []


@pytest.mark.parametrize(
    "title", ["Áŧđŋ žščw: Hárstták suohkan", "Å" * 200, "Kommunedirektørens gjennomgang " * 6, 'Sitat: "to\\tre" }</style>']
)
def test_long_names_sámi_letters_and_signs_stand_in_both_documents(harstad, approved, title):
    Report.objects.filter(pk=approved.pk).update(texts={**approved.texts, "title": title})
    report = Report.objects.get(pk=approved.pk)
    said = "".join("".join(pages(pdf.pdf(report, show.context(report)))).split())
    assert "".join(title.split()) in said
    document = Document(io.BytesIO(word.word(show.context(report))))
    assert any(paragraph.text == title for paragraph in document.paragraphs)


def test_the_word_file_holds_the_figures_in_tables_whose_heads_repeat(approved):
    document = Document(io.BytesIO(word.word(show.context(approved))))
    counts, gains, months = document.tables
    assert [cell.text for cell in counts.rows[0].cells][:2] == ["Kursdager holdt\n0 av 0", "Tavlemøter holdt\n0 av 0"]
    assert [cell.text for cell in gains.rows[1].cells] == ["Hjemmetjenesten 2, Omsorg Sør", "5,0", "5,0", "5,0", "0"]
    assert [cell.text for cell in months.rows[-1].cells] == ["15.\xa0juni 2015", "5", "5", "5"]
    assert all(table.rows[0]._tr.trPr.xpath("w:tblHeader") for table in (gains, months))
    assert any(paragraph.text == TEXTS["title"] for paragraph in document.paragraphs)


def test_the_word_file_says_its_language_and_leaves_no_field_unfilled(approved):
    Report.objects.filter(pk=approved.pk).update(language="nn")
    data = word.word(show.context(Report.objects.get(pk=approved.pk)))
    parts = zipfile.ZipFile(io.BytesIO(data))
    texts = {name: parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")}
    assert 'w:val="nn-NO"' in texts["word/styles.xml"]
    assert [name for name, text in texts.items() if "{{" in text or "{%" in text] == []


@pytest.mark.parametrize("data", [b"", b"ikke word", b"PK\x03\x04tull"])
def test_what_is_no_word_template_is_refused_with_a_sentence(approved, data):
    with pytest.raises(DomainError, match=r"Fila er ikke et Word-dokument \(.docx\)."):
        word.check(data, show.context(approved))


def template(text: str) -> bytes:
    document = Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "text", ["{{ title", "{% for f in counts %}", "{{ tittel }}", "{{ counts.ukjent.felt }}", "{{ ''.__class__.__mro__ }}"]
)
def test_a_template_with_a_field_that_cannot_be_filled_is_refused_with_a_sentence(approved, text):
    with pytest.raises(DomainError, match="Malen har et felt som ikke kan fylles ut"):
        word.check(template(text), show.context(approved))


def test_a_template_of_ones_own_is_filled(approved):
    filled = word.fill(template("{{ municipality }}: {{ title }}"), show.context(approved))
    assert Document(io.BytesIO(filled)).paragraphs[0].text == f"Harstad kommune: {TEXTS['title']}"


def test_a_template_that_is_kept_holds_for_the_next_report_and_is_told(client_as, cast):
    file = SimpleUploadedFile("Kommunens mal.docx", template("{{ municipality }}"))
    assert client_as("coordinator").post("/harstad/rapporter/mal/", {"file": file}).status_code == 302
    with active(cast.municipality):
        kept = WordTemplate.objects.get()
        told = Event.objects.get(subject_id=kept.pk)
        assert (kept.name, kept.by, told.verb, told.actor) == (
            "Kommunens mal.docx", cast.coordinator, "report.template_kept", cast.coordinator,
        )  # fmt: skip
        filled = word.word(show.sample(cast.municipality))
    assert Document(io.BytesIO(filled)).paragraphs[0].text == "Harstad kommune"


def test_a_template_that_is_too_large_is_refused_and_nothing_is_kept(harstad):
    with pytest.raises(DomainError, match="høyst 5 megabyte"):
        word.keep(b"x" * (word.LARGEST + 1), "mal.docx", sample={}, by=harstad.coordinator)
    assert list(WordTemplate.objects.all()) == []
