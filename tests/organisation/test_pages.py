"""The pages of units and of the municipality's settings."""

from __future__ import annotations

import datetime as dt

import pytest

from bedre.organisation.models import HoursPerFte, Unit
from tests.cast import TODAY

DAY = dt.timedelta(days=1)


def typed(**fields: str) -> dict[str, str]:
    return {
        "name": "Ny enhet",
        "kind": "school",
        "hours_kind": "office",
        "headcount": "",
        "fte": "",
        "on": "2015-06-15",
        **fields,
    }


def test_the_list_shows_the_tree_of_the_date_that_is_asked_for(client_as, harstad):
    harstad.unit.state(on=TODAY + DAY, name="Hjemmetjenesten Vest")
    leader = client_as("leader")
    assert "Hjemmetjenesten 2" in leader.get("/harstad/enheter/").content.decode()
    later = leader.get("/harstad/enheter/?dato=2015-06-16").content.decode()
    assert "Hjemmetjenesten Vest" in later and "4 enheter teller i totalen" in later and "av 6 i alt." in later
    assert "Ingen enheter på denne datoen" in leader.get("/harstad/enheter/?dato=2010-01-01").content.decode()


def test_a_units_page_tells_its_story_in_sentences(client_as, harstad):
    harstad.unit.state(on=dt.date(2015, 3, 1), name="Hjemmetjenesten Vest", headcount=26)
    harstad.unit.state(on=dt.date(2015, 5, 1), parent=harstad.sector)
    harstad.unit.close(on=TODAY, into=harstad.other_unit)
    page = client_as("employee").get("/harstad/enheter/hjemmetjenesten-2/").content.decode()
    for sentence in (
        "Begynte som «Hjemmetjenesten 2», under Omsorg Sør.", "Skiftet navn fra «Hjemmetjenesten 2» til «Hjemmetjenesten Vest». Ansatte: 26.",
        "Flyttet til Helse og omsorg.", "Ble en del av Bergsodden sykehjem.", "Er blitt en del av",
    ):  # fmt: skip
        assert sentence in page


def test_an_administrator_adds_changes_moves_and_closes(client_as, harstad):
    admin = client_as("administrator")
    assert (
        admin.post("/harstad/enheter/ny/", typed(parent=str(harstad.sector.pk), fte="17,5")).url == "/harstad/enheter/ny-enhet/"
    )
    unit = Unit.objects.get(slug="ny-enhet")
    assert str(unit.fact(TODAY).fte) == "17.50"
    assert admin.post("/harstad/enheter/ny-enhet/endre/", typed(name="Nytt navn", on="2015-07-01")).status_code == 302
    assert admin.post("/harstad/enheter/ny-enhet/flytt/", {"parent": "", "on": "2015-08-01"}).status_code == 302
    assert admin.post("/harstad/enheter/ny-enhet/steng/", {"on": "2015-09-01"}).status_code == 302
    facts = [unit.fact(dt.date(2015, month, 15)) for month in (6, 7, 8, 9)]
    assert [(fact.name, fact.parent_id is None, fact.closed) for fact in facts] == [
        ("Ny enhet", False, False), ("Nytt navn", False, False), ("Nytt navn", True, False), ("Nytt navn", True, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": ""}, "Feltet"),
        ({"name": "x" * 100_000}, "120"),
        ({"on": "31.02.2015"}, "Skriv datoen som"),
        ({"on": "0001-01-01"}, "Det året kan ikke stemme"),
        ({"headcount": "2,5"}, "helt tall"),
        ({"fte": "mange"}, "Skriv et tall"),
        ({"slug": "folk"}, "hører til en side"),
        ({"prefix": "HT2"}, "har de bokstavene"),
    ],
)
def test_what_is_wrong_is_said_at_422_and_what_was_typed_is_kept(client_as, harstad, fields, sentence):
    page = client_as("administrator").post("/harstad/enheter/ny/", typed(**{"code": "beholdt-kode", **fields}))
    text = page.content.decode()
    assert page.status_code == 422
    assert sentence in text and 'value="beholdt-kode"' in text
    assert not Unit.objects.filter(code="beholdt-kode").exists()


def test_29_february_and_names_with_everything_are_kept(client_as, harstad):
    name = "Áidejávri d'Arc 🌻 שלום"
    client_as("administrator").post("/harstad/enheter/ny/", typed(name=name, on="29.2.2016"))
    assert Unit.objects.get(facts__name=name).fact(dt.date(2016, 2, 29)).name == name


def test_the_second_of_two_who_change_a_unit_is_told_and_keeps_what_was_typed(client_as, harstad):
    seen = str(harstad.unit.fact(TODAY).pk)
    harstad.unit.state(on=TODAY, name="Først")
    admin = client_as("administrator")
    page = admin.post("/harstad/enheter/hjemmetjenesten-2/endre/", typed(name="Sist", seen=seen))
    assert (page.status_code, 'value="Sist"' in page.content.decode()) == (409, True)
    assert harstad.unit.fact(TODAY).name == "Først"


def test_a_merge_into_its_own_child_is_refused_with_a_sentence(client_as, harstad):
    page = client_as("administrator").post(
        "/harstad/enheter/omsorg-sor/sla-sammen/", {"into": str(harstad.unit.pk), "on": "2015-06-15"}
    )
    assert (page.status_code, "slås sammen" in page.content.decode()) == (422, True)


@pytest.mark.parametrize("role", ["leader", "coordinator", "director", "employee", "coach"])
def test_everybody_at_work_sees_units_and_only_administrators_change_them(client_as, cast, role):
    client = client_as(role)
    assert [client.get(f"/harstad/enheter/{path}").status_code for path in ("", "omsorg-sor/", "ny/", "omsorg-sor/flytt/")] == [
        200,
        200,
        403,
        403,
    ]
    assert client.get("/harstad/innstillinger/").status_code == 403


def test_an_adviser_sees_the_opened_unit_and_no_other(client_as, cast):
    client = client_as("adviser")
    assert [client.get(f"/harstad/enheter/{slug}/").status_code for slug in ("hjemmetjenesten-2", "bergsodden-sykehjem")] == [
        200,
        404,
    ]


def test_another_municipalitys_unit_is_404(client_as, cast):
    admin = client_as("administrator")
    assert [admin.get(f"/harstad/enheter/leknes-skole/{path}").status_code for path in ("", "endre/", "steng/")] == [
        404,
        404,
        404,
    ]
    assert (
        admin.post(
            "/harstad/enheter/omsorg-sor/flytt/", {"parent": str(cast.elsewhere_unit.pk), "on": "2015-06-15"}
        ).status_code
        == 422
    )


def test_the_settings_are_saved_and_dated(client_as, harstad):
    admin = client_as("administrator")
    version = harstad.municipality.version
    fields = {
        "name": "Harstad",
        "name_official": "Harstad - Hárstták",
        "language": "nn",
        "accent": "#ffd75e",
        "smallest_group": "6",
    }
    assert admin.post("/harstad/innstillinger/", {**fields, "weeks_per_year": "44,5", "version": version}).status_code == 302
    assert admin.post("/harstad/innstillinger/", {**fields, "weeks_per_year": "52", "version": version}).status_code == 409
    assert (
        admin.post("/harstad/innstillinger/timer/", {"kind": "office", "hours": "1 700", "valid_from": "1.1.2016"}).status_code
        == 302
    )
    harstad.municipality.refresh_from_db()
    assert (harstad.municipality.language, str(harstad.municipality.weeks_per_year)) == ("nn", "44.5")
    assert [str(row.hours) for row in HoursPerFte.objects.filter(kind="office").order_by("valid_from")] == ["1695.0", "1700.0"]


def test_the_colour_is_a_style_sheet_for_everybody_made_dark_enough_to_read(client, cast):
    cast.municipality.accent = "#ffd75e"
    cast.municipality.save()
    answer = client.get("/harstad/farge.css")
    assert answer["Content-Type"].startswith("text/css")
    assert ':root, [data-color-scheme="light"] { --ds-color-accent-base-default: #856000' in answer.content.decode()
