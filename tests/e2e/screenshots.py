"""Takes the pictures of README and docs from the demonstration: `bin/screenshots [NAME…]`."""

from __future__ import annotations

import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser

from tests.browser import chromium
from tests.server import ROOT, Server, demonstration

TARGET = ROOT / "docs" / "screenshots"
UNIT = "/harstad/omsorg-sor-hjemmetjenesten-2"
MEETING = ("button:has-text('Start møtet')", ".bd-agenda button:has-text('Nye forslag')")
"""To the new ideas."""

LARGE = 150_000
"""Bytes from which a picture gets few colours."""


@dataclass(frozen=True)
class Shot:
    """One picture: signed in as whom, on which page, what is pressed there, how large in CSS pixels."""

    name: str
    account: str
    path: str
    press: tuple[str, ...] = ()
    width: int = 1280
    height: int = 900
    dark: bool = False


SHOTS = [
    Shot("sign-in", "", "/konto/logg-inn/"),
    Shot("board", "demo-leader", f"{UNIT}/tavle/", height=1120),
    Shot("board-dark", "demo-leader", f"{UNIT}/tavle/", height=1120, dark=True),
    Shot("board-phone", "demo-employee", f"{UNIT}/tavle/", width=360, height=760),
    Shot("idea-phone", "demo-employee", f"{UNIT}/tavle/nytt/", width=360, height=760),
    Shot("improvement", "demo-leader", f"{UNIT}/tavle/41/", height=1120),
    Shot("measure", "demo-leader", f"{UNIT}/mal/", ("main a:has-text('Morgenmøtet')",)),
    Shot("introduction", "demo-coordinator", "/harstad/innforing", ("main a:has-text('Bølge 1')",), height=1000),
    Shot("municipality", "demo-director", "/harstad/kommunen/", height=1180),
    Shot("report", "demo-director", "/harstad/rapporter/", ("main a:has-text('pilotenheter')",), height=1180),
    Shot("stories", "demo-visitor", "/harstad/erfaringer/"),
    Shot("meeting", "demo-leader", f"{UNIT}/tavle/", MEETING, 1920, 1080, dark=True),  # last: it begins one
]


def take(browser: Browser, server: Server, shot: Shot) -> None:
    """Sign in by one click, go there, press, and keep what is seen."""
    window = browser.new_context(
        locale="nb-NO",
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
        reduced_motion="reduce",
    )
    page = window.new_page()
    page.goto(f"{server.address}/konto/logg-inn/")
    if shot.account:
        page.locator(f"button[value='{shot.account}']").first.dispatch_event("click")
        page.wait_for_url(lambda url: "/konto/" not in url)
        page.goto(server.address + shot.path)
    for button in shot.press:
        page.locator(button).first.click()
        page.wait_for_load_state()
    page.evaluate("document.fonts.ready")
    page.wait_for_load_state("networkidle")
    keep(page.screenshot(), TARGET / f"{shot.name}.png")
    window.close()


def keep(picture: bytes, path: Path) -> None:
    """Write it; with 256 colours where it would be large: pages have few."""
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").save(path, optimize=True)
        if path.stat().st_size > LARGE:
            image.convert("RGB").quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)


def main(names: list[str]) -> int:
    """Take all pictures, or those named."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="bedre-pictures.") as folder,
        demonstration(Path(folder)) as server,
        chromium() as browser,
    ):
        for shot in SHOTS:
            if not names or shot.name in names:
                take(browser, server, shot)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
