"""Free text that seems to hold a national identity number is refused once, with a sentence that says why, in every form."""

from __future__ import annotations

from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from tests.permissions.conftest import Stage
from tests.permissions.forms import filled
from tests.permissions.table import TABLE
from tests.permissions.walk import methods

from .test_odd_addresses import role, stage  # noqa: F401

PERSONAL = "Bruker født 15068512345"
NAMES = {
    "/enheter/": {"name", "code", "prefix", "slug"},
    "/folk/": {"name", "employee_number"},
    "/innstillinger/": {"name", "name_official", "title", "kind"},
    "/invitasjon/": {"username"},
    "/min-profil/": {"name"},
    "/avtaler/": {"new_partners"},
    "/metode/": {"text"},
    "/sladd/": {"text"},
}
"""What is no free text: names, numbers and codes, a method, and the text that shall be redacted."""


def texts(form: Tag, to: str) -> set[str]:
    """The fields of a form where people write freely."""
    fields = form.select("textarea[name], input[type=text][name]:not([inputmode]), input[name]:not([type]):not([inputmode])")
    named = set().union(*(names for start, names in NAMES.items() if to.startswith(f"/harstad{start}")))
    return {str(tag["name"]) for tag in fields} - named


def test_every_free_text_warns_of_a_national_identity_number(stage: Stage):  # noqa: F811
    asked, silent = set(), set()
    for row in (row for row in TABLE if "GET" in methods(row)):
        path, who = stage.path(row), role(row, "GET")
        page = BeautifulSoup(stage.walker.ask(who, "GET", path).text, "html.parser")
        for form in page.select("form[method=post]"):
            to = urlsplit(str(form.get("action") or path)).path
            for name in texts(form, to):
                answer = stage.walker.ask(who, "POST", to, filled(form) | {name: [PERSONAL]})
                asked.add((to, name))
                if answer.status not in (409, 422) or "fødselsnummer" not in answer.text:
                    silent.add((to, name, answer.status))
    assert sorted(silent) == []
    assert len(asked) > 60
