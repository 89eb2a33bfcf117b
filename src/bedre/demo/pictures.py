"""Pictures and a worksheet for the demonstration, drawn when it is played: no photo of a real place or person is needed."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from django.core.files.base import ContentFile
from docx import Document
from PIL import Image, ImageDraw, ImageFont

SIZE = (1200, 800)
WALL, PAPER, INK, ACCENT, WOOD, GREEN, RED = "#e9e5dc", "#fffefc", "#17262b", "#0b5a6f", "#b08d5b", "#5b8c6a", "#b4553f"
Pen = ImageDraw.ImageDraw


@dataclass(frozen=True)
class Picture:
    """A file to hand in, with what is seen on it in words."""

    file: ContentFile
    alt: str


def picture(name: str) -> Picture:
    """Draw one of `DRAWINGS`."""
    title, alt, draw = DRAWINGS[name]
    image = Image.new("RGB", SIZE, WALL)
    draw(ImageDraw.Draw(image))
    out = io.BytesIO()
    image.save(out, "PNG")
    return Picture(ContentFile(out.getvalue(), name=f"{title}.png"), alt)


def worksheet(name: str, *, title: str, lines: list[str]) -> ContentFile:
    """A worksheet in Word."""
    document, out = Document(), io.BytesIO()
    document.add_heading(title, level=1)
    for line in lines:
        document.add_paragraph(line, style="List Number")
    document.save(out)
    return ContentFile(out.getvalue(), name=name)


def _hooks(pen: Pen) -> None:
    pen.rectangle((100, 180, 1100, 300), fill=WOOD)
    for number in range(6):
        x = 190 + number * 165
        _words(pen, (x - 22, 205), str(number + 1), 48, PAPER)
        pen.arc((x - 18, 290, x + 18, 340), 0, 180, fill=INK, width=8)
        if number != 3:
            _key(pen, x, 335)


def _key(pen: Pen, x: int, y: int) -> None:
    pen.ellipse((x - 32, y, x + 32, y + 64), outline=ACCENT, width=14)
    pen.rectangle((x - 7, y + 62, x + 7, y + 210), fill=ACCENT)
    pen.rectangle((x, y + 150, x + 34, y + 166), fill=ACCENT)
    pen.rectangle((x, y + 185, x + 26, y + 201), fill=ACCENT)


def _cabinet(pen: Pen) -> None:
    pen.rectangle((60, 60, 560, 800), fill=PAPER)
    pen.rectangle((100, 110, 520, 800), fill=WOOD)
    pen.ellipse((455, 470, 495, 510), fill=INK)
    pen.rounded_rectangle((720, 280, 1000, 560), 16, fill=INK)
    for number in range(9):
        x, y = 762 + number % 3 * 72, 322 + number // 3 * 72
        pen.rounded_rectangle((x, y, x + 52, y + 52), 8, fill=PAPER)
        _words(pen, (x + 15, y + 4), str(number + 1), 36, INK)


def _roster(pen: Pen) -> None:
    pen.rectangle((120, 70, 1080, 730), fill=PAPER)
    colours = (ACCENT, GREEN, WOOD, RED)
    for row in range(6):
        y = 170 + row * 90
        pen.line((120, y, 1080, y), fill=WALL, width=4)
        for day in range(7):
            x = 300 + day * 110
            if (row + day) % 3:
                pen.rounded_rectangle((x, y + 14, x + 90, y + 76), 8, fill=colours[(row * 2 + day) % 4])
    for day, letter in enumerate("mtotfls"):
        _words(pen, (330 + day * 110, 95), letter, 48, INK)


def _sign(pen: Pen) -> None:
    pen.rectangle((565, 520, 635, 800), fill=WOOD)
    pen.rounded_rectangle((180, 90, 1020, 540), 20, fill=ACCENT)
    for number, word in enumerate(("Velkommen", "Welcome", "Bienvenue", "Bures boahtin")):
        _words(pen, (240, 120 + number * 100), word, 72, PAPER)


def _map(pen: Pen) -> None:
    pen.rectangle((40, 120, 1160, 680), fill=PAPER)
    for number in range(15):
        x, y = 80 + number % 5 * 215, 170 + number // 5 * 170
        pen.rectangle((x, y, x + 150, y + 100), fill=(WALL, "#dbe8ea", "#f0d9d2")[number * 7 % 3])
        pen.line((x + 20, y + 35, x + 125, y + 35), fill=INK, width=5)
        pen.line((x + 20, y + 60, x + 95, y + 60), fill=INK, width=5)
        if number % 5 < 4:
            pen.line((x + 150, y + 50, x + 215, y + 50), fill=ACCENT, width=8)
    for x, y in ((447, 190), (232, 360), (877, 530)):
        pen.ellipse((x, y, x + 60, y + 60), outline=RED, width=10)


def _wall(pen: Pen) -> None:
    pen.rectangle((60, 150, 1140, 162), fill=ACCENT)
    for column, cards in enumerate((3, 2, 3, 1, 1, 2)):
        x = 70 + column * 180
        pen.ellipse((x, 90, x + 44, 134), outline=ACCENT, width=6)
        pen.pieslice((x + 5, 95, x + 39, 129), -90, -90 + min(column, 4) * 90, fill=ACCENT)
        for card in range(cards):
            y = 190 + card * 170
            pen.rectangle((x + 4, y + 6, x + 154, y + 146), fill="#d9d3c7")
            pen.rectangle((x, y, x + 150, y + 140), fill=PAPER)
            pen.line((x + 18, y + 40, x + 128, y + 40), fill=INK, width=6)
            pen.line((x + 18, y + 70, x + 100, y + 70), fill=INK, width=6)


def _words(pen: Pen, at: tuple[int, int], text: str, size: int, fill: str) -> None:
    pen.text(at, text, fill=fill, font=ImageFont.load_default(size))


DRAWINGS: dict[str, tuple[str, str, Callable[[Pen], None]]] = {
    "hooks": ("Kroker", "Seks nummererte kroker. Fem har nøkkel, krok fire er tom.", _hooks),
    "keys": ("Kodeskap", "Et kodeskap med ni taster ved siden av en dør.", _cabinet),
    "roster": ("Turnus", "Turnusen for en uke, der hver vakt har sin farge.", _roster),
    "sign": ("Skilt", "Et skilt med «velkommen» på fire språk.", _sign),
    "map": (
        "Kart over arbeidet",
        "Kart over arbeidet: femten lapper på et stort ark, tre av overgangene er ringet inn i rødt.",
        _map,
    ),
    "wall": ("Den første tavla", "Den første tavla, med seks kolonner og papirkort.", _wall),
}
"""By name: what it is called, what is seen, and how it is drawn."""
