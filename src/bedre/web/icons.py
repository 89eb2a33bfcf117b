"""Our own drawings: 24 × 24, drawn with lines (`i`) or as quarters of the wheel (`w`)."""

LINES = {
    "hourglass": '<path d="M6 3h12M6 21h12M7 3c0 5 4 6 5 9-1 3-5 4-5 9M17 3c0 5-4 6-5 9 1 3 5 4 5 9"/>',
    "star": '<path d="M12 3l2.6 5.6 6 .8-4.4 4.2 1.1 6L12 16.7 6.7 19.6l1.1-6L3.4 9.4l6-.8z"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c.8-4.5 4-6.5 8-6.5s7.2 2 8 6.5"/>',
    "people": '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 20c.6-4 3-5.5 6.5-5.5s5.9 1.5 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .8 3.2 2.4 3.5 5.1"/>',
    "heart": '<path d="M12 20s-8-4.8-8-10.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8 2.5C20 15.2 12 20 12 20z"/>',
    "shield": '<path d="M12 3l8 3v6c0 4.5-3.2 7.6-8 9-4.8-1.4-8-4.5-8-9V6z"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "warning": '<path d="M12 3.5L22 20.5H2z"/><path d="M12 10v4.5M12 17.6v.1"/>',
    "up": '<path d="M12 20V5M5 12l7-7 7 7"/>',
    "down": '<path d="M12 4v15M5 12l7 7 7-7"/>',
    "stop": '<path d="M8 3h8l5 5v8l-5 5H8l-5-5V8z"/><path d="M8 12h8"/>',
    "bolt": '<path d="M13 3L5 14h6l-1 7 8-11h-6z"/>',
    "pause": '<path d="M9 5v14M15 5v14"/>',
    "cross": '<path d="M5 5l14 14M19 5L5 19"/>',
    "merge": '<path d="M5 4c0 5 3 7 7 8v8M19 4c0 5-3 7-7 8"/>',
    "tick": '<path d="M4 12.5l5.5 5.5L20 6.5"/>',
    "plus": '<path d="M12 4v16M4 12h16"/>',
    "minus": '<path d="M4 12h16"/>',
    "play": '<path d="M8 5l11 7-11 7z"/>',
    "search": '<circle cx="11" cy="11" r="6.5"/><path d="M16 16l5 5"/>',
    "right": '<path d="M9 5l7 7-7 7"/>',
    "left": '<path d="M15 5l-7 7 7 7"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8 3v4M16 3v4"/>',
    "document": '<path d="M6 3h8l4 4v14H6zM9 11h6M9 14.5h6M9 18h4"/>',
    "book": '<path d="M12 6c-2.5-1.7-5-2-8-2v14c3 0 5.5.3 8 2 2.5-1.7 5-2 8-2V4c-3 0-5.5.300-8 2zM12 6v14"/>',
    "comment": '<path d="M4 5h16v11H11l-5 4v-4H4z"/>',
    "globe": '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>',
    "eye": '<path d="M2 12c2.5-4.5 6-6.5 10-6.5s7.5 2 10 6.5c-2.5 4.5-6 6.5-10 6.5S4.5 16.5 2 12z"/><circle cx="12" cy="12" r="3"/>',
    "lock": '<path d="M5 11h14v9H5zM8 11V7.5a4 4 0 0 1 8 0V11"/>',
    "print": '<path d="M7 8V3h10v5M5 8h14v8h-2M5 8v8h2M7 13h10v8H7z"/>',
    "camera": '<path d="M3 8h4l2-3h6l2 3h4v11H3z"/><circle cx="12" cy="13" r="3.5"/>',
    "more": '<circle cx="5" cy="12" r=".8"/><circle cx="12" cy="12" r=".8"/><circle cx="19" cy="12" r=".8"/>',
    "pen": '<path d="M4 20l1-5L16 4l4 4L9 19z"/>',
    "list": '<path d="M4 6h.1M8 6h12M4 12h.1M8 12h12M4 18h.1M8 18h12"/>',
    "download": '<path d="M12 4v11M7 11l5 5 5-5M4 20h16"/>',
    "upload": '<path d="M12 16V5M7 9l5-5 5 5M4 20h16"/>',
    "home": '<path d="M3 11l9-7 9 7M6 9.5V20h12V9.5"/>',
    "key": '<circle cx="8" cy="15" r="4"/><path d="M11 12l9-9M16 7l3 3"/>',
    "mail": '<path d="M3 6h18v12H3zM3 7l9 6 9-6"/>',
    "out": '<path d="M10 4H5v16h5M9 12h11M16 8l4 4-4 4"/>',
    "undo": '<path d="M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3"/>',
    "dot": '<circle cx="12" cy="12" r="3"/>',
}
"""Strokes by name."""

QUARTERS = [
    "M12.7 11.3V2A9.3 9.3 0 0 1 22 11.3Z",
    "M12.7 12.7H22A9.3 9.3 0 0 1 12.7 22Z",
    "M11.3 12.7V22A9.3 9.3 0 0 1 2 12.7Z",
    "M11.3 11.3H2A9.3 9.3 0 0 1 11.3 2Z",
]
"""The wheel's quarters, clockwise from the top."""

NEW = '<circle class="ring" cx="12" cy="12" r="9"/>'
DONE = '<circle cx="12" cy="12" r="10"/><path class="tick" d="M7 12.4l3.5 3.5L17 9"/>'


def wheel(turns: int | str) -> str:
    """What the wheel shows: 0 a dotted ring (new), 1 to 4 quarters filled, `done` a disc with a tick."""
    if turns in (0, "0", "new"):
        return NEW
    if turns in (5, "5", "done"):
        return DONE
    filled = int(turns)
    faint = ' class="off"'
    return "".join(f'<path d="{path}"{"" if n < filled else faint}/>' for n, path in enumerate(QUARTERS))
