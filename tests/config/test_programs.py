"""The programs an administrator runs, whole: serving and stopping, two roles, backing up from one database to the other."""

import gzip
import json
import subprocess
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import psycopg
import pytest

from tests.server import BEDRE, bare, command, environment, free_port, new_postgresql, sessions, start

pytestmark = pytest.mark.slow

MOST_MEMORY = 250 * 1024


def get(url: str, **headers: str):
    """GET, as (status, headers, body)."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def memory_kb(pid: int) -> int:
    """Resident memory of a process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    own = next(line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(own.split()[1]) + sum(memory_kb(int(child)) for child in children)


def test_it_serves_says_how_it_is_and_stops_when_asked(served, tmp_path):
    server = served()
    for _ in range(50):
        state = json.loads(get(f"{server.address}/helse")[2])
        if state["jobs"]:
            break
        time.sleep(0.1)
    assert state == {"alive": True, "database": True, "migrations": True, "jobs": True}
    for _ in range(40):
        get(f"{server.address}/konto/logg-inn/")
    assert memory_kb(server.process.pid) < MOST_MEMORY
    begun = time.monotonic()
    assert server.stop() in (0, -15)
    assert time.monotonic() - begun < 5
    assert "Traceback" not in (tmp_path / "server.log").read_text()


def test_several_processes_share_a_postgresql_and_stop_together(tmp_path):
    port = free_port()
    env = environment(tmp_path, "", mode="development", clock="", port=port) | new_postgresql() | {"BEDRE_PROCESSES": "2"}
    server = start(env, port, log=tmp_path / "server.log")
    children = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()
    workers = [pid for pid in children if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text()]
    assert len(workers) == 2
    assert [get(f"{server.address}/helse")[0] for _ in range(10)] == [200] * 10
    server.stop()
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]


def test_several_processes_are_refused_on_sqlite(tmp_path):
    env = environment(tmp_path, "", mode="development", clock="", port=free_port()) | {"BEDRE_PROCESSES": "2"}
    done = subprocess.run([*BEDRE, "serve"], env=env, capture_output=True, text=True)
    assert (done.returncode, "needs PostgreSQL" in done.stderr) == (1, True)


def test_pages_are_small_and_static_files_stay_in_the_browser(served):
    address = served().address
    status, headers, page = get(f"{address}/konto/logg-inn/", **{"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    style = next(part for part in gzip.decompress(page).decode().split('"') if part.endswith(".css"))
    status, headers, _ = get(address + style, **{"Accept-Encoding": "gzip"})
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert "immutable" in headers["Cache-Control"] and headers["X-Content-Type-Options"] == "nosniff"


def test_a_taken_port_and_missing_tables_stop_the_start_with_a_sentence(served, tmp_path):
    server = served()
    again = subprocess.run(
        [*BEDRE, "serve", "--port", server.address.rpartition(":")[2]], env=server.env, capture_output=True, text=True
    )
    assert (again.returncode, again.stderr) == (
        1,
        f"Cannot listen on 127.0.0.1 port {server.address[17:]}: Address already in use.\n",
    )
    empty = subprocess.run([*BEDRE, "serve"], env=bare(tmp_path / "empty"), capture_output=True, text=True)
    assert empty.returncode == 1 and "Run: bedre migrate" in empty.stderr and len(empty.stderr.splitlines()) == 1


def test_production_refuses_the_accounts_of_the_demonstration(tmp_path):
    env = environment(tmp_path, "", mode="development", clock="", port=free_port())
    command(env, "migrate")
    sessions(env)
    shell = "from bedre.people.models import Account; Account.objects.update(is_demo=True)"
    subprocess.run([BEDRE[0], "-m", "django", "shell", "-c", shell], env=env | {"DJANGO_SETTINGS_MODULE": "bedre.config.settings"}, check=True, capture_output=True)  # fmt: skip
    production = env | {"BEDRE_MODE": "production", "BEDRE_SECRET_KEY": "x" * 60, "BEDRE_URL": "https://bedre.example.org"}
    done = subprocess.run([*BEDRE, "serve"], env=production, capture_output=True, text=True)
    assert done.returncode == 1 and "demonstration" in done.stderr


def test_the_app_role_reads_and_writes_but_changes_no_table_and_sees_no_other_municipality(tmp_path):
    urls = new_postgresql()
    env = environment(tmp_path, "", mode="development", clock="", port=free_port()) | urls
    command(env, "migrate")
    command(env, "migrate")
    sessions(env)
    with psycopg.connect(urls["DATABASE_URL"]) as app:
        assert app.execute("select count(*) from organisation_municipality").fetchone() == (2,)
        assert app.execute("select count(*) from organisation_unit").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute("create table smett (x int)")
    with psycopg.connect(urls["DATABASE_URL"]) as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute("alter table organisation_unit disable row level security")
    with psycopg.connect(urls["BEDRE_OWNER_DATABASE_URL"]) as owner:
        assert owner.execute("select count(*) from organisation_unit").fetchone() == (0,)
    assert "ok      row-level security: on" in subprocess.run([*BEDRE, "check"], env=env, capture_output=True, text=True).stdout


def test_a_backup_moves_everything_from_sqlite_to_postgresql_and_back(tmp_path):
    def described(file: Path) -> dict:
        with zipfile.ZipFile(file) as archive:
            return json.loads(archive.read("manifest.json"))

    def moved(source: Path, settings: dict[str, str]) -> Path:
        env = environment(tmp_path / source.stem, "", mode="development", clock="", port=free_port()) | settings
        target = tmp_path / f"{source.stem}-moved.zip"
        command(env, "migrate")
        command(env, "restore", str(source))
        command(env, "backup", str(target))
        return target

    first = environment(tmp_path / "first", "", mode="development", clock="", port=free_port())
    command(first, "migrate")
    sessions(first)
    (tmp_path / "first" / "files").mkdir()
    (tmp_path / "first" / "files" / "bilde.jpg").write_bytes(b"\xff\xd8")
    command(first, "backup", str(tmp_path / "a.zip"))
    there = moved(tmp_path / "a.zip", new_postgresql())
    back = moved(there, {})
    assert described(tmp_path / "a.zip") == described(there) == described(back)
