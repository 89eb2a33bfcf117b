"""What the story tells: dates and units of Harstad as published, and people around them who are only called by their roles."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from openpyxl import Workbook

VISIT = dt.date(2014, 11, 17)
DECISION = dt.date(2015, 1, 12)
COURSE_WEEK = "2015-W07"
PREPARED, INFORMED = dt.date(2015, 1, 28), dt.date(2015, 2, 3)
COURSE_DAYS = [dt.date(2015, 2, day) for day in (10, 12, 17, 19)]
FIRST_MEETING, SECOND_MEETING = dt.date(2015, 2, 23), dt.date(2015, 3, 2)
COACH_COMES, COACH_COMES_AGAIN = dt.date(2015, 3, 4), dt.date(2015, 3, 18)
DONE, AGREED, CHECKED = dt.date(2015, 4, 13), dt.date(2015, 4, 20), dt.date(2015, 5, 11)
BRIEFING = dt.date(2015, 5, 19)
DRAFTED, APPROVED = dt.date(2015, 6, 8), dt.date(2015, 6, 10)
REPORT_DUE = dt.date(2015, 6, 30)

HOME_CARE, NAV = "Omsorg Sør, hjemmetjenesten 2", "NAV flyktningetjenesten"
UNITS = [
    ["Kode", "Navn", "Over", "Type", "Teller", "Ansatte", "Årsverk", "Arbeidstid"],
    ["1", "Helse og omsorg", "", "Sektor", "nei", "", "", ""],
    ["11", HOME_CARE, "1", "Helse og omsorg", "ja", 24, "17,5", "Turnus, 35,5 timer i uka"],
    ["12", "Bergsodden sykehjem", "1", "Helse og omsorg", "ja", 60, "41,2", "Turnus, 35,5 timer i uka"],
    ["13", "Stangnes sykehjem", "1", "Helse og omsorg", "ja", 52, "38", "Turnus, 35,5 timer i uka"],
    ["2", "NAV Harstad", "", "Sektor", "nei", "", "", ""],
    ["21", NAV, "2", "Sosiale tjenester", "ja", 12, "11,5", "Kontortid"],
    ["3", "Oppvekst", "", "Sektor", "nei", "", "", ""],
    ["31", "Kanebogen skole", "3", "Skole", "ja", 45, "40", "Lærere"],
]
UNITS_WITH_A_FAULT = [*UNITS[:-1], ["31", "Kanebogen skole", "33", *UNITS[-1][3:]]]
PEOPLE = [
    ["Ansattnummer", "Navn", "E-post", "Enhet", "Rolle"],
    ["101", "Koordinator", "koordinator@harstad.example", "", "Koordinator"],
    ["102", "Rådmannen", "radmannen@harstad.example", "", "Ledergruppe"],
    ["103", "Politiker i formannskapet", "politiker@harstad.example", "", "Politiker"],
    ["104", "Leanveileder 1", "leanveileder1@harstad.example", "", "Leanveileder"],
    ["105", "Leanveileder 2", "leanveileder2@harstad.example", "", "Leanveileder"],
    ["201", "Enhetsleder", "enhetsleder@harstad.example", "11", "Enhetsleder"],
    ["202", "Hjelpepleier", "hjelpepleier@harstad.example", "11", ""],
    ["203", "Primærkontakt", "", "11", ""],
    ["204", "Tillitsvalgt", "", "11", "Tillitsvalgt"],
    ["301", "Enhetsleder NAV", "enhetsleder.nav@harstad.example", "21", "Enhetsleder"],
]
COURSES = [(HOME_CARE, "Leanveileder 1", [21, 20, 22, 21]), (NAV, "Leanveileder 2", [11, 12, 10, 11])]
"""Unit, its coach, and how many took part on each of the four course days."""
LEADERS = [
    (HOME_CARE, "Enhetsleder", 22, "Mer tid sammen med brukerne"),
    (NAV, "Enhetsleder NAV", 12, "Tettere oppfølging den første måneden"),
]
"""Unit, its leader, how many were informed, and the first goal of its project plan."""
ALTERNATIVES = [
    ("Fortsette med egne prosesser", "Godt arbeid, men det stoppet når prosjektet var over"),
    ("Kjøpe opplæring av konsulent", "Dyrt, og kunnskapen går ut døra med konsulenten"),
    ("Vestre Toten-modellen", "Innføres enhet for enhet, og egne veiledere lærer det bort"),
]
READ_FIRST = "Les rapporten før vakta, ikke i morgenmøtet"
CALL_FIRST = "Ring apoteket før dosettskiftet, ikke etter"
ONE_PLACE = "Ett sted for nøklene til bilene"
REFUSAL = "Nøkkelskapet kommer i april."

FIGURES = {
    "Kursdager holdt": "8 av 8",
    "Tavlemøter holdt": "2 av 16",
    "Forslag som har fått svar": "3 av 3",
    "Forbedringer innført": "1 av 3",
    "Enheter som er med": "2 av 5",
    HOME_CARE: "3,0 3,0 2,5 0",
    NAV: "0 0 0 0",
    "Til sammen": "3,0 3,0 2,5 0",
    "Regnet om til årsverk": "0,1 0,1 0,1 0",
}
"""What the report must say: counts with their denominators, and hours a week found, agreed, realised and lasting."""


def workbook(rows: list[list[Any]], path: Path) -> Path:
    """Rows as an Excel file on disk."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path
