"""Takes the pictures of README and docs from the demonstration: `bin/screenshots [NAME…]`."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.server import ROOT, Server, command, environment, free_port, start

TARGET = ROOT / "docs" / "screenshots"


@dataclass(frozen=True)
class Shot:
    """One picture: signed in as whom, which link of the first page to follow (none: the first page), how wide in CSS pixels."""

    name: str
    account: str
    link: str = ""
    width: int = 1280


SHOTS = [
    Shot("board", "demo-leader", "a[href$='/tavle/']"),
    Shot("board-phone", "demo-employee", "a[href$='/tavle/']", 390),
    Shot("introduction", "demo-coordinator", "a[href*='/innforing']"),
    Shot("gains", "demo-director", "a[href*='/gevinst']"),
    Shot("municipality", "demo-director"),
    Shot("stories", "demo-visitor"),
]


def take(browser: Browser, server: Server, shot: Shot) -> None:
    """Sign in by one click, follow the link, and keep what is seen."""
    window = browser.new_context(
        locale="nb-NO", viewport={"width": shot.width, "height": 844 if shot.width < 600 else 860}, color_scheme="light"
    )
    page = window.new_page()
    page.goto(f"{server.address}/konto/logg-inn/")
    page.locator(f"button[value='{shot.account}']").first.dispatch_event("click")
    page.wait_for_url(lambda url: "/konto/" not in url)
    if shot.link:
        page.goto(server.address + str(page.locator(shot.link).first.get_attribute("href")))
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=TARGET / f"{shot.name}.png")
    window.close()


def main(names: list[str]) -> int:
    """Take all pictures, or those named."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bedre-pictures.") as folder, sync_playwright() as driver:
        port = free_port()
        env = environment(Path(folder), "", port=port)
        command(env, "demo")
        server = start(env, port, log=Path(folder) / "server.log")
        chromium = os.environ.get("BEDRE_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        try:
            for shot in SHOTS:
                if not names or shot.name in names:
                    take(browser, server, shot)
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
