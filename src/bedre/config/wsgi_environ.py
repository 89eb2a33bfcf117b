"""The WSGI environment (PEP 3333) of an ASGI request."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any
from urllib.parse import unquote_to_bytes

TOO_LARGE = "bedre.too_large"
"""Where the application finds out that the body was thrown away, for it was too large."""
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED")


class Proxies:
    """The reverse proxies whose word about scheme and address counts, as addresses or networks."""

    def __init__(self, trusted: Iterable[str]) -> None:
        self.networks = [ip_network(text, strict=False) for text in trusted]
        self.ours = lru_cache(1000)(self._ours)

    def _ours(self, address: str) -> bool:
        return bool(address) and any(ip_address(address) in network for network in self.networks)

    def apply(self, environ: dict[str, Any]) -> None:
        """Believe a proxy of ours; take away from everybody else what only a proxy may say."""
        if not self.networks or not self.ours(environ["REMOTE_ADDR"]):
            for name in FORWARDED:
                environ.pop(name, None)
            return
        if environ.get("HTTP_X_FORWARDED_PROTO") in ("http", "https"):
            environ["wsgi.url_scheme"] = environ["HTTP_X_FORWARDED_PROTO"]
        environ["REMOTE_ADDR"] = environ.get("HTTP_X_FORWARDED_FOR", environ["REMOTE_ADDR"]).split(",")[-1].strip()


def environ_of(scope: dict, body: Any, size: int, proxies: Proxies) -> dict[str, Any]:
    """What the application is told about a request whose body of `size` bytes has been read."""
    host, port = scope.get("server") or ("localhost", 80)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "CONTENT_LENGTH": str(size),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    _headers(environ, scope["headers"])
    proxies.apply(environ)
    return environ


def _headers(environ: dict[str, Any], headers: Iterable[tuple[bytes, bytes]]) -> None:
    """Add the headers; one with an underscore could pose as another and is dropped."""
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1")
        if name == "CONTENT_TYPE":
            environ[name] = value
        elif name != "CONTENT_LENGTH" and b"_" not in raw_name:
            key, joint = f"HTTP_{name}", "; " if name == "COOKIE" else ","
            environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value
