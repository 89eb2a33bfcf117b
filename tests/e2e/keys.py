"""Hands on the keyboard, and nothing else."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

FARTHEST = 150


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal has the focus. Fails when it is not on the way."""
    for _press in range(FARTHEST):
        if goal.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(goal).to_be_focused()


def press(page: Page, goal: Locator, key: str = "Enter") -> None:
    """Go there with Tab and press a key; waits for nothing."""
    tab_to(page, goal)
    page.keyboard.press(key)


def write(page: Page, goal: Locator, text: str) -> None:
    """Go there with Tab and type."""
    tab_to(page, goal)
    page.keyboard.type(text)
