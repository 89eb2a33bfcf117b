"""What production tells browsers about cookies, addresses and who may ask."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "BEDRE_MODE": "production", "BEDRE_SECRET_KEY": "x" * 60, "BEDRE_URL": "https://bedre.example.org",
    "DJANGO_SETTINGS_MODULE": "bedre.config.settings",
}  # fmt: skip
TOLD = {
    "DEBUG": False,
    "ALLOWED_HOSTS": ["bedre.example.org", "localhost", "127.0.0.1"],
    "CSRF_TRUSTED_ORIGINS": ["https://bedre.example.org"],
    "SESSION_COOKIE_SECURE": True,
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "CSRF_COOKIE_SECURE": True,
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_SAMESITE": "Lax",
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_CONTENT_TYPE_NOSNIFF": True,
    "SECURE_REFERRER_POLICY": "same-origin",
    "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": False,
}


def test_production_behind_https_keeps_cookies_to_itself(tmp_path):
    ask = f"import json; from django.conf import settings; print(json.dumps({{n: getattr(settings, n) for n in {list(TOLD)}}}))"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src"), "BEDRE_DATA": str(tmp_path), **PRODUCTION}
    done = subprocess.run([sys.executable, "-c", ask], env=env, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == TOLD
