"""`bedre method …` in a terminal."""

import argparse
import json

import pytest
import yaml
from jsonschema import Draft202012Validator

from bedre.kernel.errors import DomainError
from bedre.kernel.tenancy import active
from bedre.method import catalog, cli, queries

TEXT = catalog.text()
OWN = TEXT.replace('nb: "Tavlemøte"', 'nb: "Forbedringsmøte"')


def bedre(*words) -> int:
    parser = argparse.ArgumentParser()
    cli.add_arguments(parser.add_subparsers())
    options = parser.parse_args(["method", *map(str, words)])
    return options.func(options) or 0


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "var.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_check_says_that_a_file_has_no_faults(own, capsys):
    assert bedre("check", own) == 0
    assert capsys.readouterr().out == "Vestre Toten-modellen 2015.1 har ingen feil.\n"


def test_check_points_at_each_fault_as_compilers_do(own, capsys):
    own.write_text(OWN.replace("purpose:", "purpos:", 1).replace("minutes: 15", "minutes: 16"), encoding="utf-8")
    assert bedre("check", own) == 1
    first, second = capsys.readouterr().err.splitlines()
    line = TEXT[: TEXT.index("purpose:")].count("\n") + 1
    assert first == f"{own}:{line}: «purpos» er ikke et ord i formatet. Mente du «purpose»?"
    assert second.endswith("Agendaen tar 15 minutter, men møtet har 16.")


def test_show_tells_a_published_method_and_list_names_it(capsys):
    bedre("show")
    assert " 5. Kursdager: " in capsys.readouterr().out
    bedre("list")
    assert capsys.readouterr().out == "vestre-toten-2015: Vestre Toten-modellen\n"


def test_a_municipality_adopts_a_published_method_or_a_file(cast, own):
    bedre("adopt", catalog.DEFAULT, "--municipality", "harstad", "--on", "2015-01-05")
    bedre("adopt", own, "--municipality", "harstad")
    with active(cast.municipality):
        assert queries.current().meeting.title.nb == "Forbedringsmøte"
        assert [version.own for version in queries.versions()] == [True, False]


def test_what_is_exported_is_what_is_followed(cast, own, tmp_path):
    bedre("export", tmp_path / "før.yaml", "--municipality", "harstad")
    bedre("adopt", own, "--municipality", "harstad")
    bedre("export", tmp_path / "etter.yaml", "--municipality", "harstad")
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in ("før.yaml", "etter.yaml")] == [TEXT, OWN]


def test_without_a_municipality_the_published_text_is_exported(tmp_path):
    bedre("export", tmp_path / "ut.yaml")
    assert (tmp_path / "ut.yaml").read_text(encoding="utf-8") == TEXT


def test_the_schema_is_printed_and_fits_what_is_published(capsys):
    bedre("schema")
    printed = json.loads(capsys.readouterr().out)
    assert list(Draft202012Validator(printed).iter_errors(yaml.safe_load(TEXT))) == []


def test_a_file_with_faults_is_not_adopted(cast, own, capsys):
    own.write_text("format: 1\n", encoding="utf-8")
    assert bedre("adopt", own, "--municipality", "harstad") == 1
    assert "«steps» mangler her" in capsys.readouterr().err


def test_a_file_that_is_not_there_and_a_municipality_that_is_not_there_are_said(db, tmp_path):
    with pytest.raises(DomainError, match="ingen fil som kan leses"):
        bedre("check", tmp_path / "ingen.yaml")
    with pytest.raises(DomainError, match="/nordpolen/"):
        bedre("adopt", catalog.DEFAULT, "--municipality", "nordpolen")
