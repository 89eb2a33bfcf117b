"""Every page that somebody gets to by following links, with the route behind it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve

LINK = re.compile(r'<a\b[^>]*\shref="([^"#]+)')
HOME = "/harstad"


def reachable(client: Client, first: str = f"{HOME}/") -> dict[str, str]:
    """One address of each route that links lead to from the first page, by route; only pages, no files."""
    found: dict[str, str] = {}
    waiting, seen = [first], {first}
    while waiting:
        url = waiting.pop(0)
        if (name := route(url)) is None or name in found:
            continue
        answer = client.get(url)
        if answer.status_code == 302:
            waiting.append(urlsplit(answer["Location"]).path)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            continue
        found[name] = url
        fresh = [link for link in links(answer.content.decode()) if link not in seen]
        seen.update(fresh)
        waiting += fresh
    return found


def links(page: str) -> list[str]:
    """Paths of Harstad that a page leads to, without their queries."""
    paths = (urlsplit(address.replace("&amp;", "&")) for address in LINK.findall(page))
    return [path.path for path in paths if not path.netloc and path.path.startswith(f"{HOME}/")]


def route(url: str) -> str | None:
    """`board:board` of a path inside Harstad, or None."""
    try:
        return resolve(url.removeprefix(HOME), settings.TENANT_URLCONF).view_name
    except Resolver404:
        return None
