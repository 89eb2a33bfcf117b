"""Without a network: a page that says so, and nothing typed lost."""

from playwright.sync_api import expect

UNIT = "/harstad/omsorg-sor-hjemmetjenesten-2"


def sign_in(page, demo, account="demo-employee"):
    page.goto(f"{demo.address}/konto/logg-inn/")
    page.locator(f"button[value='{account}']").first.click()
    page.wait_for_url(lambda url: "/konto/" not in url)
    page.evaluate("navigator.serviceWorker.ready")


def test_a_page_that_does_not_come_is_told_in_the_product_s_language_and_look(demo, page, context):
    sign_in(page, demo)
    context.set_offline(True)
    page.goto(f"{demo.address}/harstad/min-side/")
    expect(page.locator("h1")).to_have_text("Du er uten nett")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Inter')
    context.set_offline(False)
    page.get_by_role("link", name="Prøv igjen").click()
    expect(page.locator("h1")).not_to_have_text("Du er uten nett")


def test_what_was_sent_in_vain_is_still_in_the_form(demo, page, context):
    sign_in(page, demo)
    page.goto(f"{demo.address}{UNIT}/tavle/nytt/")
    page.locator("[name=title]").fill("Nøkkelskap ved døra 🌻")
    context.set_offline(True)
    page.get_by_role("button", name="Heng opp").click()
    expect(page.locator("h1")).to_have_text("Du er uten nett")
    context.set_offline(False)
    page.go_back()
    expect(page.locator("[name=title]")).to_have_value("Nøkkelskap ved døra 🌻")
