"""A newcomer gets an account by a link, and ways to sign in that need a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Browser, Page, expect

from tests.server import Server

FINGER = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
    "automaticPresenceSimulation": True,
}  # fmt: skip
"""A reader of fingers that always says yes, built into the machine."""
PASSWORD = "fire rolige ord her"


@pytest.fixture
def newcomer(enter: Callable[..., Page], demo: Server, browser: Browser, request) -> Iterator[Page]:
    """A tab in which somebody who was added and invited by hand has just made an account: the user name is the test's."""
    name = re.sub(r"\W", "", request.node.name)
    admin = enter("Administrator")
    admin.goto(f"{demo.address}/harstad/folk/ny/")
    admin.get_by_label("Navn").fill(f"Ny {name}")
    admin.get_by_role("button", name="Legg til").click()
    admin.get_by_role("link", name="Gi en rolle").click()
    admin.get_by_role("combobox", name="Rolle").select_option(label="Ansatt")
    admin.get_by_role("combobox", name="Hvor").select_option(label="\u2003NAV flyktningetjenesten")
    admin.get_by_role("button", name="Gi rollen").click()
    admin.get_by_role("button", name="Lag en lenke").click()
    window = browser.new_context(locale="nb-NO")
    window.set_default_timeout(15_000)
    page = window.new_page()
    page.goto(admin.get_by_label("Lenke").input_value())
    page.get_by_label("Brukernavn").fill(name)
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Lag kontoen").click()
    expect(page).not_to_have_url(re.compile("invitasjon"))
    yield page
    window.close()


def sign_out(page: Page, demo: Server) -> None:
    page.goto(f"{demo.address}/konto/logg-ut/")
    page.get_by_role("main").get_by_role("button", name="Logg ut").click()
    expect(page.get_by_text("Du er logget ut.")).to_be_visible()


def as_oneself(page: Page, address: str) -> None:
    """What changes how one signs in asks for the password once more."""
    page.goto(address)
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Gå videre").click()
    page.wait_for_url(address)


def with_password(page: Page, demo: Server, name: str) -> None:
    page.goto(f"{demo.address}/konto/logg-inn/?egen")
    page.get_by_label("Brukernavn eller e-post").fill(name)
    page.get_by_label("Passord").fill(PASSWORD)
    page.get_by_role("button", name="Logg inn", exact=True).click()


def test_a_passkey_is_added_and_opens_alone(newcomer, demo):
    tools = newcomer.context.new_cdp_session(newcomer)
    tools.send("WebAuthn.enable")
    reader = tools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})["authenticatorId"]
    as_oneself(newcomer, f"{demo.address}/konto/sikkerhet/nokler/ny/")
    newcomer.get_by_label("Navn").fill("Telefonen min 🌻")
    newcomer.get_by_role("button", name="Legg til").click()
    expect(newcomer.get_by_text("Telefonen min 🌻").or_(newcomer.get_by_role("heading", name="Reservekoder"))).to_be_visible()
    assert len(tools.send("WebAuthn.getCredentials", {"authenticatorId": reader})["credentials"]) == 1
    sign_out(newcomer, demo)
    newcomer.goto(f"{demo.address}/konto/logg-inn/?egen")
    newcomer.get_by_role("button", name="Logg inn med passnøkkel").click()
    newcomer.wait_for_url(f"{demo.address}/harstad/**")


def test_a_key_that_comes_after_the_password_is_asked_for(newcomer, demo, request):
    tools = newcomer.context.new_cdp_session(newcomer)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
    as_oneself(newcomer, f"{demo.address}/konto/sikkerhet/nokler/ny/")
    newcomer.get_by_label("Navn").fill("Nøkkelen på knippet")
    newcomer.get_by_label("Logg inn bare med denne nøkkelen").uncheck()
    newcomer.get_by_role("button", name="Legg til").click()
    expect(newcomer.get_by_role("heading", name="Reservekoder")).to_be_visible()
    sign_out(newcomer, demo)
    with_password(newcomer, demo, re.sub(r"\W", "", request.node.name))
    newcomer.get_by_role("button", name="Bruk en nøkkel").click()
    newcomer.wait_for_url(f"{demo.address}/harstad/**")


def test_a_passkey_that_the_machine_refuses_is_told_and_the_password_still_opens(newcomer, demo):
    tools = newcomer.context.new_cdp_session(newcomer)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": {**FINGER, "isUserVerified": False}})
    sign_out(newcomer, demo)
    newcomer.goto(f"{demo.address}/konto/logg-inn/?egen")
    newcomer.get_by_role("button", name="Logg inn med passnøkkel").click()
    expect(newcomer.get_by_role("alert").filter(has_text="Passnøkkelen ble ikke brukt.")).to_be_visible()


def test_a_code_app_is_asked_after_the_password(newcomer, demo, request):
    as_oneself(newcomer, f"{demo.address}/konto/sikkerhet/kodeapp/")
    key = newcomer.locator("figcaption code").inner_text()
    newcomer.get_by_label("Kode fra appen").fill(code(key))
    newcomer.get_by_role("button", name="Begynn å bruke den").click()
    expect(newcomer.get_by_role("heading", name="Reservekoder")).to_be_visible()
    newcomer.goto(f"{demo.address}/konto/sikkerhet/reservekoder/")
    spare = newcomer.locator(".bd-codes code").first.inner_text()
    sign_out(newcomer, demo)
    with_password(newcomer, demo, re.sub(r"\W", "", request.node.name))
    expect(newcomer.get_by_role("button", name="Bruk en nøkkel")).to_have_count(0)
    newcomer.get_by_label("Kode fra appen").fill("000000")
    newcomer.get_by_role("main").get_by_role("button", name="Logg inn", exact=True).click()
    expect(newcomer.get_by_text("Koden stemmer ikke.").first).to_be_visible()
    newcomer.get_by_label("Kode fra appen").fill(spare)
    newcomer.get_by_role("main").get_by_role("button", name="Logg inn", exact=True).click()
    newcomer.wait_for_url(f"{demo.address}/harstad/**")


def test_a_session_elsewhere_is_ended_from_here(newcomer, demo, browser, request):
    elsewhere = browser.new_context(locale="nb-NO").new_page()
    with_password(elsewhere, demo, re.sub(r"\W", "", request.node.name))
    elsewhere.wait_for_url(f"{demo.address}/harstad/**")
    newcomer.goto(f"{demo.address}/konto/okter/")
    newcomer.get_by_role("button", name="Logg ut der").click()
    expect(newcomer.get_by_role("button", name="Logg ut der")).to_have_count(0)
    elsewhere.goto(f"{demo.address}/harstad/min-profil/")
    expect(elsewhere).to_have_url(re.compile("/konto/logg-inn/"))
    elsewhere.context.close()


def code(key: str) -> str:
    """What the app shows just now."""
    return format_hotp_value(hotp_value(key, next(iter(yield_hotp_counters_from_time()))))
