"""Two who change the same thing: the second is told what changed, and loses nothing typed. Every form that edits a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from bedre.kernel.once import FIELD
from bedre.kernel.tenancy import active
from bedre.report.models import Report
from tests.stage import fill

from .pages import reachable, route

ROLES = ["leader", "coordinator", "administrator", "coach"]
TYPED = "textarea, input[type=text]:not([inputmode])"
EDITED = [
    "people:profile", "people:change", "board:improvement", "board:settings", "huddle:minutes", "learning:edit_story", "learning:visit",
    "rollout:visit", "rollout:course_day", "rollout:plan_course", "rollout:write_plan", "rollout:briefing", "rollout:edit_decision",
    "rollout:edit_wave", "rollout:edit_agreement", "report:edit", "organisation:settings", "organisation:change",
]  # fmt: skip
FIRST, SECOND = "Den første skrev dette", "Den andre skrev noe annet"


@dataclass(frozen=True)
class Edit:
    """A form as a browser would send it, and the field that two people write in."""

    url: str
    data: dict[str, str]
    field: str

    def send(self, client: Client, words: str):
        """Send it with other words in its field."""
        return client.post(self.url, self.data | {self.field: f"{self.data[self.field]}\n# {words}"})


def forms(client: Client, url: str) -> Iterator[Edit]:
    """The forms of a page, and of the page in its state of editing, that carry the version they were opened with."""
    page = BeautifulSoup(client.get(url).content.decode(), "html.parser")
    if page.select("a[href^='?endre']"):
        page = BeautifulSoup(client.get(f"{url}?endre").content.decode(), "html.parser")
    for form in page.select("form[method=post]:has(input[name=version], input[name=seen])"):
        fields = [field for field in form.select(TYPED) if field.get("name")]
        if fields and form.select_one("input[name=version], input[name=seen]").get("value"):
            yield Edit(str(form.get("action") or url), sent(form), str(fields[0]["name"]))


def sent(form: Tag) -> dict[str, str]:
    """What a browser sends when nothing was changed."""
    found: dict[str, str] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(field["name"]), field.get("type", "text")
        if name == FIELD:
            continue  # two people, two forms
        if field.name == "textarea":
            found[name] = field.get_text().removeprefix("\n")
        elif field.name == "select":
            found[name] = next((str(option["value"]) for option in field.select("option[selected]")), "")
        elif kind not in ("radio", "checkbox") or field.has_attr("checked"):
            found[name] = str(field.get("value", ""))
    return found


@pytest.fixture
def edits(cast, client_as) -> dict[str, tuple[Client, Edit]]:
    """One form of every route, by route, with somebody who gets to it."""
    with active(cast.municipality):
        fill(cast, 1)
        draft = Report.objects.get(approved_at=None).pk
    found: dict[str, tuple[Client, Edit]] = {}
    for role in ROLES:
        client = client_as(role)
        for url in [*reachable(client).values(), f"/harstad/rapporter/{draft}/skriv/"]:
            for edit in forms(client, url):
                found.setdefault(str(route(edit.url)), (client, edit))
    return found


ANSWERS = {"board:decline", "board:park"}
"""What one says once: the second is told so, not shown two texts."""


def test_the_second_is_told_what_changed_and_loses_nothing_typed(edits):
    said = {}
    for name, (client, edit) in edits.items():
        if name not in ANSWERS:
            first, second = edit.send(client, FIRST), edit.send(client, SECOND)
            page = second.content.decode()
            said[name] = (first.status_code, second.status_code, FIRST in page, SECOND in page)
    a_file = {"method:edit": (302, 409, False, True)}  # its page leads to theirs, as a file
    assert said == dict.fromkeys(EDITED, (302, 409, True, True)) | a_file
