"""`bedre import`: the same lists from a terminal, for those who run it every night."""

from __future__ import annotations

import pytest

from bedre.config.cli import main
from bedre.exchange.columns import COLUMNS
from bedre.kernel.tenancy import active
from bedre.organisation.tree import tree
from bedre.people.models import Person
from tests.cast import TODAY
from tests.server import ROOT

from .files import PEOPLE, UNITS, excel, text

HARSTAD = ["--municipality", "harstad"]


@pytest.fixture
def people(cast, tmp_path):
    path = tmp_path / "folk.csv"
    path.write_bytes(text(PEOPLE))
    return str(path)


def there(cast) -> int:
    with active(cast.municipality):
        return Person.objects.filter(employee_number__in=["1001", "1002", "1003"]).count()


def test_people_are_written_and_the_second_time_nothing_changes(people, cast, capsys):
    assert (main(["import", "people", people, *HARSTAD, "--from", "2015-06-15"]), there(cast)) == (0, 3)
    assert main(["import", "people", people, *HARSTAD, "--from", "2015-06-15"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "3 new, 0 changed, 0 unchanged, 0 with faults", "0 new, 0 changed, 3 unchanged, 0 with faults",
    ]  # fmt: skip


def test_a_dry_run_writes_nothing(people, cast):
    assert (main(["import", "people", people, *HARSTAD, "--dry-run"]), there(cast)) == (0, 0)


def test_units_are_true_from_the_date_and_not_before(cast, tmp_path):
    (tmp_path / "enheter.xlsx").write_bytes(excel(UNITS))
    assert main(["import", "units", str(tmp_path / "enheter.xlsx"), *HARSTAD, "--from", "2015-08-01"]) == 0
    with active(cast.municipality):
        assert "ihle-skole" in tree(TODAY.replace(month=8, day=1)).by_slug
        assert "ihle-skole" not in tree(TODAY).by_slug


def test_a_fault_is_told_by_row_and_column_and_nothing_is_written(people, cast, tmp_path, capsys):
    (tmp_path / "feil.csv").write_bytes(text([*PEOPLE, ["1004", "", "", "", ""]]))
    assert (main(["import", "people", str(tmp_path / "feil.csv"), *HARSTAD]), there(cast)) == (1, 0)
    assert capsys.readouterr().out.splitlines() == [
        "row 5, Navn: Er tom.", "3 new, 0 changed, 0 unchanged, 1 with faults", "Nothing was written.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [("uten.csv", b"Ansattnummer\r\n1", "En kolonne mangler: Navn."), ("tom.xlsx", b"", "Fila er tom."), ("borte.csv", None, "There is no file")],
)  # fmt: skip
def test_a_file_that_cannot_be_read_ends_with_one_sentence(cast, tmp_path, capsys, name, content, sentence):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["import", "people", str(tmp_path / name), *HARSTAD]) == 1
    told = capsys.readouterr()
    assert (told.out + told.err).startswith(sentence)


def test_every_heading_is_explained_in_the_docs():
    told = (ROOT / "docs/import.md").read_text(encoding="utf-8")
    assert [column.heading for columns in COLUMNS.values() for column in columns if column.heading not in told] == []
