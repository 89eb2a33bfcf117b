"""The forms of a page as a browser would send them, and the choices in them that name something kept."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

TYPED = {"date": "2015-06-15", "number": "1", "time": "13:30", "week": "2015-W26", "email": "noen@example.org"}
"""What is typed in a field that is empty, by its type; others get a word."""


@dataclass(frozen=True)
class Choice:
    """A field of a form that holds the key of something: where it is sent, and with what else."""

    path: str
    name: str
    key: str
    data: tuple[tuple[str, str], ...]

    def sent_with(self, key: str) -> dict[str, list[str]]:
        """The whole form with another key in the field."""
        data: dict[str, list[str]] = {}
        for name, value in self.data:
            data.setdefault(name, []).append(value)
        return {**data, self.name: [key]}


def choices(page: str, path: str) -> Iterator[Choice]:
    """Every choice of a page, with a key that is offered."""
    for form in BeautifulSoup(page, "html.parser").find_all("form", method="post"):
        data = tuple(_filled(form))
        for name, value in _offered(form):
            if _is_key(value):
                yield Choice(urlsplit(form.get("action") or path).path, name, value, data)


def filled(form: Tag) -> dict[str, list[str]]:
    """What a browser sends when the least is typed that the form needs."""
    data: dict[str, list[str]] = {}
    for name, value in _filled(form):
        data.setdefault(name, []).append(value)
    return data


def _offered(form: Tag) -> Iterator[tuple[str, str]]:
    for tag in form.find_all(["input", "button"]):
        yield tag.get("name", ""), tag.get("value", "")
    for select in form.find_all("select"):
        yield from ((select["name"], option.get("value", "")) for option in select.find_all("option"))


def _filled(form: Tag) -> Iterator[tuple[str, str]]:
    """What a browser sends: what is chosen or typed; where something must be, the first that can be chosen, a word or a number."""
    seen: set[str] = set()
    for tag in form.find_all(["input", "textarea", "select"]):
        name, kind = tag.get("name"), tag.get("type", tag.name)
        if not name or kind in ("file", "submit"):
            continue
        if kind in ("radio", "checkbox"):
            group = form.find_all("input", attrs={"name": name})
            chosen = [other for other in group if other.has_attr("checked")] or [
                other for other in group if _is_key(_value(other))
            ][:1]
            yield from ((name, _value(other)) for other in chosen if name not in seen)
        else:
            yield name, _chosen(tag) if tag.name == "select" else _value(tag) or _typed(tag, kind)
        seen.add(name)


def _value(tag: Tag) -> str:
    return tag.get_text().strip() if tag.name == "textarea" else tag.get("value", "")


def _chosen(select: Tag) -> str:
    options = select.find_all("option")
    chosen = [option for option in options if option.has_attr("selected")]
    first = [option for option in options if _value(option)] if select.has_attr("required") else options
    return next((_value(option) for option in [*chosen, *first]), "")


def _typed(tag: Tag, kind: str) -> str:
    if tag.get("inputmode") in ("numeric", "decimal"):
        return "1"
    return TYPED.get(kind, "Ett") if tag.has_attr("required") else ""


def _is_key(value: str) -> bool:
    try:
        return str(uuid.UUID(value)) == value
    except ValueError:
        return False
