"""One person at a browser: clicks what is called so, types into what is labelled so, and reads."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, expect

IDS = """addEventListener("DOMContentLoaded", () => {
  const meant = decodeURIComponent(location.hash.slice(1));
  if (meant && !document.getElementById(meant)) console.error(`${location.pathname}: leads to #${meant}, which is not there`);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length) console.error(`${location.pathname}: ids that stand twice: ${twice}`);
})"""


class Hand:
    """A window of one's own that stays open; what goes wrong in it is kept in `troubles`."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address, self.troubles = address, []
        window = browser.new_context(
            locale="nb-NO", accept_downloads=True, **{"viewport": {"width": 1280, "height": 900}, **options}
        )
        window.set_default_timeout(15_000)
        window.add_init_script(IDS)
        self.tab: Page = window.new_page()
        self.tab.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.tab.on("console", self._hear)
        self.tab.on("dialog", Dialog.accept)

    def _hear(self, message: ConsoleMessage) -> None:
        """Keep errors, but a form that was refused (422) is none."""
        if message.type == "error" and "status of 422" not in message.text:
            self.troubles.append(message.text)

    def opens(self, address: str) -> Hand:
        """Type an address, or follow a link from outside."""
        self.tab.goto(address if address.startswith("http") else self.address + address)
        return self

    def goes_to(self, *names: str) -> Hand:
        """Follow links by what they are called, one after the other."""
        for name in names:
            with self.tab.expect_navigation():
                self.tab.get_by_role("link", name=name, exact=True).first.click()
        return self

    def unfolds(self, name: str) -> Hand:
        """Open what hides behind a heading or a button."""
        self.tab.locator("summary").filter(has_text=name).first.click()
        return self

    def fills(self, fields: dict[str, Any], within: Locator | None = None) -> Hand:
        """Type or choose in each field by its label."""
        for label, value in fields.items():
            _fill((within or self.tab).get_by_label(_called(label)).locator("visible=true").first, value)
        return self

    def presses(self, name: str | re.Pattern[str], fields: dict[str, Any] | None = None, within: Locator | None = None) -> Hand:
        """Fill in what is given, press a button and wait for the page that answers."""
        self.fills(fields or {}, within)
        with self.tab.expect_navigation():
            (within or self.tab).get_by_role("button", name=name, exact=True).locator("visible=true").first.click()
        return self

    def reads(self, text: str) -> Hand:
        """See a text on the page."""
        expect(self.tab.get_by_text(text).locator("visible=true").first).to_be_visible()
        return self

    def enters(self, label: str, value: Any) -> Hand:
        """Type into a field and press Enter."""
        self.fills({label: value})
        with self.tab.expect_navigation():
            self.tab.keyboard.press("Enter")
        return self

    def row(self, text: str) -> Locator:
        """The row of a table or list that holds a text."""
        return self.tab.locator("tr, li").filter(has_text=text).last

    def downloads(self, name: str, into: Path) -> Path:
        """Fetch a file by its link."""
        with self.tab.expect_download() as coming:
            self.tab.get_by_role("link", name=name).first.click()
        path = into / coming.value.suggested_filename
        coming.value.save_as(path)
        return path

    def closes(self) -> None:
        """Close the window."""
        self.tab.context.close()


def _called(label: str) -> re.Pattern[str]:
    """A label as a person reads it: any space is a space, and what may be left empty says so."""
    words = r"\s+".join(re.escape(word) for word in label.split())
    return re.compile(rf"^\s*{words}(\s+valgfritt)?\s*$")


def _fill(control: Locator, value: Any) -> None:
    kind = control.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
    if kind == "select":
        control.select_option(label=str(value))
    elif kind in ("checkbox", "radio"):
        control.set_checked(bool(value))
    elif kind == "file":
        control.set_input_files(value)
    else:
        control.fill(value.isoformat() if isinstance(value, dt.date) else str(value))
