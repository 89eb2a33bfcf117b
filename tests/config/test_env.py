"""A missing or wrong value stops the start with one clear sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bedre.config import env

ROOT = Path(__file__).resolve().parents[2]


def start(tmp_path, **given: str) -> subprocess.CompletedProcess:
    """`bedre migrate` with nothing in the environment but what is given."""
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "BEDRE_DATA": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-m", "bedre.config.cli", "migrate"], env=bare | given, capture_output=True, text=True
    )


SAFE = {"BEDRE_MODE": "production", "BEDRE_SECRET_KEY": "x" * 60, "BEDRE_URL": "https://bedre.example.org"}


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"BEDRE_MODE": "prod"}, "BEDRE_MODE"),
        ({"BEDRE_THREADS": "mange"}, "BEDRE_THREADS"),
        ({"BEDRE_TRUSTED_PROXIES": "proxy"}, "BEDRE_TRUSTED_PROXIES"),
        ({"DATABASE_URL": "mysql://x@y/z"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://x@y"}, "DATABASE_URL"),
        ({"BEDRE_OWNER_DATABASE_URL": "eier"}, "BEDRE_OWNER_DATABASE_URL"),
        ({"BEDRE_MAIL_URL": "mail.kommune.no"}, "BEDRE_MAIL_URL"),
        ({"BEDRE_CLOCK": "15.06.2015"}, "BEDRE_CLOCK"),
        ({"BEDRE_URL": "bedre.example.org"}, "BEDRE_URL"),
        ({"BEDRE_URL": "https://"}, "BEDRE_URL"),
        ({**SAFE, "BEDRE_SECRET_KEY": "kort"}, "BEDRE_SECRET_KEY"),
        ({**SAFE, "BEDRE_SECRET_KEY": ""}, "BEDRE_SECRET_KEY"),
        ({**SAFE, "BEDRE_URL": ""}, "BEDRE_URL"),
        ({**SAFE, "BEDRE_CLOCK": "2015-06-15"}, "BEDRE_CLOCK"),
    ],
)
def test_a_wrong_value_stops_the_start_with_one_sentence(tmp_path, given, named):
    done = start(tmp_path, **given)
    assert done.returncode == 1
    assert done.stderr.startswith(named) and len(done.stderr.strip().splitlines()) == 1


def test_every_variable_that_is_read_is_listed_and_documented():
    source = " ".join(path.read_text() for path in (ROOT / "src/bedre").rglob("*.py"))
    read = set(re.findall(r"env\.(?:text|choice|number|date|folder|address|networks|mail_server)\(\s*\"(\w+)\"", source))
    listed = {variable.name for variable in env.VARIABLES}
    documented = set(re.findall(r"`((?:BEDRE_|DATABASE_)\w+)`", (ROOT / "docs/operations.md").read_text()))
    assert read == listed
    assert listed <= documented


def test_from_a_demonstration_no_mail_leaves_the_machine(tmp_path):
    given = {
        "BEDRE_MODE": "demo",
        "BEDRE_MAIL_URL": "smtp://mail.example.org:25",
        "DJANGO_SETTINGS_MODULE": "bedre.config.settings",
    }
    bare = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "BEDRE_DATA": str(tmp_path)}
    says = "from django.conf import settings; print(settings.EMAIL_BACKEND)"
    done = subprocess.run([sys.executable, "-c", says], env=bare | given, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "bedre.notice.mailbox.MailboxBackend"
