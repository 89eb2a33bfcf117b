"""What the front-end files must be, whatever they look like."""

import gzip
import re

from bedre.web import columns, vendor

CSS = vendor.OURS / "css"
BODY = re.compile(r"\{([^{}]*)\}")


def test_both_lists_of_the_night_are_alike():
    lists = [BODY.search((CSS / "tokens" / name).read_text())[1].split() for name in ("dark.css", "dark-auto.css")]
    assert lists[0] == lists[1]


def test_the_night_sets_every_colour_of_the_day():
    names = [set(re.findall(r"(--[\w-]+):", (CSS / "tokens" / name).read_text())) for name in ("light.css", "dark.css")]
    assert names[0] == names[1]


def test_columns_are_as_their_module_writes_them():
    assert columns.SHEET.read_text() == columns.sheet()


def test_every_sheet_and_script_is_joined():
    sheets = {str(path.relative_to(CSS)) for path in CSS.rglob("*.css")} - {"bedre.css"}
    assert sheets == {name for name, _layer in vendor.SHEET.findall((CSS / "bedre.css").read_text())}
    scripts = {path.name for path in (vendor.OURS / "js").glob("*.js")} - {"bedre.js"}
    assert scripts == set(vendor.SCRIPT.findall((vendor.OURS / "js" / "bedre.js").read_text()))


def test_braces_of_every_sheet_close():
    for path in CSS.rglob("*.css"):
        text = path.read_text()
        assert text.count("{") == text.count("}"), path


def test_a_first_view_is_small():
    joined = [vendor.sheet().encode(), vendor.script().encode()]
    face = (vendor.TARGET / "inter-latin.woff2").stat().st_size
    assert sum(len(gzip.compress(part)) for part in joined) + face < 130_000


def test_scripts_are_short():
    lengths = {path.name: len(path.read_text().splitlines()) for path in (vendor.OURS / "js").glob("*.js")}
    assert max(lengths.values()) < 150
    assert sum(path.stat().st_size for path in (vendor.OURS / "js").glob("*.js")) < 20_000


def test_the_lock_names_no_host():
    assert "http" not in re.sub(r'"url": "[^"]*"', "", (vendor.ROOT / "package-lock.json").read_text())
