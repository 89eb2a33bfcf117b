"""The wheel serves Bedre where there is neither checkout nor Node."""

import gzip
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.server import ROOT, bare, free_port

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The `bedre` command of a clean environment with the locked packages and the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    uv = [Path(sys.executable).parent / "uv"]
    subprocess.run([*uv, "venv", "-q", "--python", sys.executable, folder / "venv"], check=True)
    into = [*uv, "pip", "install", "-q", "--python", folder / "venv/bin/python"]
    subprocess.run([*into, "--require-hashes", "-r", ROOT / "requirements/base.txt"], check=True)
    subprocess.run([*into, "--no-deps", wheel], check=True)
    return folder / "venv/bin/bedre"


def test_it_holds_what_is_made_and_nothing_of_the_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.startswith("bedre/web/static/vendor/") for name in names)
    assert any(name.endswith(".mo") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests") or ".sqlite" in name]


def test_it_asks_for_the_packages_that_were_tested(wheel):
    with zipfile.ZipFile(wheel) as archive:
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("METADATA"))).decode()
    assert "Requires-Dist: django<5.3,>=5.2" in metadata


def test_it_serves_pages_in_norwegian_with_their_style(installed, tmp_path):
    port = free_port()
    env = {k: v for k, v in bare(tmp_path).items() if k != "PYTHONPATH"} | {"PATH": str(installed.parent)}
    assert subprocess.run([installed, "--version"], env=env, capture_output=True, text=True).stdout.startswith("bedre ")
    subprocess.run([installed, "migrate"], env=env, cwd=tmp_path, check=True, capture_output=True)
    server = subprocess.Popen(
        [installed, "serve", "--port", str(port)], env=env, cwd=tmp_path, stdout=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout and "Bedre is at" in server.stdout.readline()
        page = read(f"http://localhost:{port}/konto/logg-inn/")
        assert 'lang="nb"' in page and "Logg inn" in page
        style = next(part for part in page.split('"') if part.endswith(".css"))
        assert "@layer" in read(f"http://localhost:{port}{style}")
    finally:
        server.terminate()
        server.wait(20)


def read(url: str) -> str:
    """A page as text, once the server listens."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept-Encoding": "gzip"}), timeout=10) as answer:
                body = answer.read()
                return (gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body).decode()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError(url)
