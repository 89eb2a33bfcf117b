"""What must be done before some pages are there: a meeting that runs, an import that was read, an invitation, a code app."""

from __future__ import annotations

import re
import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from bs4 import BeautifulSoup

from tests.server import Server

from .reader import Reader
from .tour import Tour, elements, leads, name_of, note, walk

PASSWORD = "fire ord etter hverandre"
SHEET = "Ansattnummer;Navn;E-post;Enhet;Rolle;Fra;Til\n1;;;;;;\n2;Ny Ansatt;;;;;\n"


def act(server: Server, tour: Tour) -> None:
    """Do it, and walk on from where it leads."""
    administrator = Reader(server, "demo-admin")
    _stand_outside(Reader(server), tour)
    _tell_about_a_card(Reader(server, "demo-leader"), tour)
    _change_the_method(Reader(server, "demo-coordinator"), tour)
    _hold_a_meeting(Reader(server, "demo-leader"), tour)
    _import(administrator, tour)
    link = _invite(administrator, tour)
    _take_account(server, tour, link)
    _forget_password(server, tour)


def _stand_outside(reader: Reader, tour: Tour) -> None:
    """Pages that somebody signed out is sent to, or meets without a net."""
    for page in ("konto/stengt/", "konto/ny/", "konto/glemt-passord/sendt/", "konto/glemt-passord/ferdig/", "frakoblet"):
        note(tour, reader, reader.read(f"/{page}"))


def _tell_about_a_card(leader: Reader, tour: Tour) -> None:
    done = leader.read(tour.pages["board:archive"].path + "?tilstand=done")
    card = next(path for path in leads(done) if name_of(path) == "board:improvement")
    unit, number = re.match(r"(.*/)tavle/(\d+)/", card).groups()
    walk(leader, tour, f"{unit}erfaring/ny/{number}/")


def _change_the_method(coordinator: Reader, tour: Tour) -> None:
    """Those who began with the old one may then be moved."""
    for path in ("/harstad/metode/ta-i-bruk/", "/harstad/innforing/beslutning/ny"):
        note(tour, coordinator, coordinator.read(path))
    edit = coordinator.read("/harstad/metode/endre/")
    text = BeautifulSoup(edit.html, "html.parser").select_one("textarea[name=text]")
    assert text
    coordinator.press(edit, "form:has(textarea[name=text])", text=f"{text.text}\n# vår egen", on="2015-06-15")
    walk(coordinator, tour, tour.pages["rollout:introduction"].path + "/metode")


def _hold_a_meeting(leader: Reader, tour: Tour) -> None:
    ready = tour.pages["huddle:prepare"].path
    meeting = leader.press(ready, "form[action$='/mote/start/']")
    walk(leader, tour, meeting.path)


def _import(administrator: Reader, tour: Tour) -> None:
    read = administrator.press("/harstad/import/folk/ny/", "form[enctype]", file=SHEET)
    walk(administrator, tour, read.path)


def _invite(administrator: Reader, tour: Tour) -> str:
    """A link for somebody new."""
    new = administrator.press("/harstad/folk/ny/", "form.bd-form", name="Ny ansatt", email="ny@example.org")
    note(tour, administrator, new)
    page = administrator.press(new.path, "form[action$='/invitasjon/']")
    address = next(attrs["value"] or "" for _tag, attrs in elements(page.html) if attrs.get("id") == "link")
    return address.removeprefix(administrator.address)


def _take_account(server: Server, tour: Tour, link: str) -> None:
    """The invited person chooses a password, later a code app, and then signs in with both."""
    person = Reader(server)
    note(tour, person, person.read(link))
    person.press(link, "form.bd-form", username="ny", password=PASSWORD)
    for path in ("/konto/passord/", "/konto/bekreft/"):
        note(tour, person, person.read(path))
    person.press("/konto/bekreft/", "form.bd-form", password=PASSWORD)
    _choose_code_app(person)
    walk(person, tour, "/konto/sikkerhet/")
    for path in ("/konto/sikkerhet/bekreft/", "/konto/logg-ut/"):
        note(tour, person, person.read(path))
    again = Reader(server)
    note(tour, again, again.press("/konto/logg-inn/?egen", "form:has([name=password])", login="ny", password=PASSWORD))


def _choose_code_app(person: Reader) -> None:
    page = person.read("/konto/sikkerhet/kodeapp/")
    secret = re.search(r"<code>(\w+)</code>", page.html)
    assert secret
    code = format_hotp_value(hotp_value(secret[1], next(yield_hotp_counters_from_time())))
    person.press(page, "form.bd-form", code=code)


def _forget_password(server: Server, tour: Tour) -> None:
    reader, until = Reader(server), time.monotonic() + 20
    reader.press("/konto/glemt-passord/", "form.bd-form", email="ny@example.org")
    while time.monotonic() < until:
        if link := re.search(r"/konto/glemt-passord/[^/]+/[^/\"<]+/", reader.read("/demo/postkasse/").html):
            break
        time.sleep(0.2)
    assert link
    note(tour, reader, reader.read(link[0]))
