"""Invented figures for the page that shows every component."""

from __future__ import annotations

import datetime as dt

from django import forms

from . import charts

MORNINGS = [
    25,
    24,
    27,
    23,
    26,
    22,
    25,
    28,
    24,
    None,
    38,
    26,
    24,
    23,
    27,
    25,
    22,
    26,
    24,
    25,
    14,
    12,
    11,
    12,
    10,
    11,
    12,
    10,
    11,
    11,
]
CHANGE = dt.date(2015, 5, 12)


class SampleForm(forms.Form):
    """One field of each kind."""

    title = forms.CharField(label="Hva kan bli bedre?", help_text="Én setning er nok.")
    text = forms.CharField(label="Fortell mer", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(label="Kategori", choices=[("t", "Tidstyv"), ("k", "Kvalitet")])
    until = forms.DateField(label="Til når?", required=False)
    minutes = forms.IntegerField(label="Hvor lenge?", min_value=0)
    photo = forms.FileField(label="Bilde", required=False)
    agree = forms.BooleanField(label="Det handler ikke om en person. Send det.", required=False)
    effort = forms.ChoiceField(label="Hvor mye arbeid?", choices=[("1", "Lite"), ("2", "Mye")], widget=forms.RadioSelect)


def days() -> list[dt.date]:
    """Tuesdays and Thursdays from 3 March 2015."""
    start = dt.date(2015, 3, 3)
    return [start + dt.timedelta(days=7 * (n // 2) + 2 * (n % 2)) for n in range(len(MORNINGS))]


def points() -> list[charts.Point]:
    """The morning meeting of picture 07."""
    found = []
    for day, value in zip(days(), MORNINGS, strict=True):
        kind = "better" if day >= CHANGE else "worse" if value == 38 else "common"
        note = "38, første vakt etter påske" if value == 38 else ""
        found.append(charts.Point(day, value, kind, note))
    return found


def line(small: bool = False) -> object:
    """Frozen limits from before the change, going on as dots."""
    before = dt.date(2015, 5, 7)
    levels = [
        charts.Level(35.8, "Øvre grense 35,8", last=before, limit=True),
        charts.Level(25.5, "Før: 25,5", last=before),
        charts.Level(15.1, "Nedre grense 15,1", last=before, limit=True),
    ]
    return charts.line(
        points(),
        title="Minutter på morgenmøtet",
        sentence="De 10 siste verdiene ligger under det tidligere nivået på 25,5 minutter.",
        unit="minutter",
        levels=levels[1:2] if small else levels,
        flags=[charts.Flag(CHANGE, "12. mai: leses stille")],
        caption="Tirsdager og torsdager, 3. mars til 11. juni 2015. Lavere er bedre.",
        limits_from="Grenser regnet ut av 19 verdier før endringen",
        key="morning",
        small=small,
    )


def steps() -> object:
    """Time found, agreed and realised of picture 06."""
    year = 2015
    found = [(2, 20, 4), (3, 3, 7.5), (3, 17, 11), (4, 9, 15.5), (4, 21, 19), (5, 5, 24), (5, 19, 27), (6, 2, 31)]
    agreed = [(3, 17, 2), (4, 9, 5.5), (4, 21, 9.5), (5, 6, 13.5), (5, 28, 16.5), (6, 8, 21.5)]
    realised = [(5, 21, 2), (5, 27, 6), (6, 1, 9.5), (6, 10, 13.5)]
    series = [
        charts.Series(state, label, [(dt.date(year, m, d), v) for m, d, v in rows])
        for state, label, rows in (
            ("identified", "Funnet", found),
            ("agreed", "Avtalt", agreed),
            ("realised", "Hentet ut", realised),
        )
    ]
    return charts.steps(
        series,
        dt.date(2015, 2, 16),
        dt.date(2015, 6, 15),
        title="Tid som er frigjort",
        sentence="Timer i uka: funnet 31, avtalt 21,5, hentet ut 13,5 per 15. juni 2015.",
        caption="Timer i uka, lagt sammen siden februar. Funnet tid er anslag.",
        key="gains",
    )
