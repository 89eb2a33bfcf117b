"""A secret of its own for every development and demonstration installation, so that none is in the repository."""

import secrets
from pathlib import Path


def own_secret(data: Path) -> str:
    """The secret kept in the data folder, made the first time."""
    path = data / "secret"
    if not path.exists():
        path.write_text(secrets.token_urlsafe(64))
        path.chmod(0o600)
    return path.read_text().strip()
