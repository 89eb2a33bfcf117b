"""`bedre report`: what stands in the reports, as files."""

import json
from decimal import Decimal

import pytest
from docx import Document
from pypdf import PdfReader

from bedre.config.cli import main
from bedre.report.figures import checksum

HARSTAD = ["--municipality", "harstad"]


def test_reports_are_listed_with_number_state_and_date(approved, capsys):
    assert main(["report", "list", *HARSTAD]) == 0
    assert capsys.readouterr().out == f"introduction 1  approved   2015-06-15  {approved}\n"


def test_a_report_is_saved_as_its_file_ends(approved, tmp_path):
    for name in ("rapport.pdf", "rapport.docx"):
        assert main(["report", "save", "introduction", "1", str(tmp_path / name), *HARSTAD]) == 0
    assert PdfReader(tmp_path / "rapport.pdf").metadata.title == str(approved)
    assert str(approved) in [line.text for line in Document(tmp_path / "rapport.docx").paragraphs]


def test_the_figures_of_an_approved_report_are_saved_so_that_its_checksum_can_be_worked_out_again(approved, tmp_path):
    file = tmp_path / "rapport.json"
    assert main(["report", "save", "introduction", "1", str(file), *HARSTAD]) == 0
    data = json.loads(file.read_text("utf-8"))
    assert data["checksum"] == checksum(data["figures"], data["texts"]) == approved.checksum
    assert data["figures"]["together"]["realised"] == str(Decimal(5).quantize(Decimal("0.000001")))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["save", "status", "1", "rapport.pdf", *HARSTAD], "There is no status report 1."),
        (["save", "introduction", "1", "rapport.txt", *HARSTAD], "rapport.txt must end in .pdf, .docx or .json."),
        (["list", "--municipality", "ingensteds"], "There is no municipality at /ingensteds/."),
    ],
)
def test_what_cannot_be_saved_is_said_in_one_sentence(approved, capsys, arguments, sentence):
    assert main(["report", *arguments]) == 1
    assert capsys.readouterr().err.strip() == sentence
