"""From uvicorn into Django's WSGI handler in one hop: the body is read on the loop, the page is made in a bounded thread pool.

Django's own ASGI handler crosses between loop and threads several times a request; this crosses once each way.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import unquote_to_bytes

IN_MEMORY = 1024 * 1024
CHUNK = 64 * 1024


class Bridge:
    """An ASGI application around a WSGI one. `limit` is the largest request body in bytes; a larger one is answered with 413."""

    def __init__(self, wsgi: Callable, *, threads: int, limit: int, trusted: Iterable[str] = ()) -> None:
        self.wsgi = wsgi
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="page")
        self.limit = limit
        self.trusted = frozenset(trusted)

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        if scope["type"] == "lifespan":
            await _lifespan(receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    async def _http(self, scope: dict, receive: Callable, send: Callable) -> None:
        with SpooledTemporaryFile(IN_MEMORY) as body:
            size = await self._read(receive, body)
            if size is None:
                return
            if size > self.limit:
                await _plain(send, 413, "Filen er for stor.")
                return
            body.seek(0)
            environ = self._environ(scope, body, size)
            loop = asyncio.get_running_loop()
            answer = Answer(loop, send, head=scope["method"] == "HEAD")
            await loop.run_in_executor(self.pool, answer.make, self.wsgi, environ)
            await answer.finish()

    async def _read(self, receive: Callable, body: Any) -> int | None:
        """Read the request's body and return its size; stops reading into memory past the limit. None when the client has gone."""
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            part = message.get("body", b"")
            size += len(part)
            if size <= self.limit:
                body.write(part)
            more = message.get("more_body", False)
        return size

    def _environ(self, scope: dict, body: Any, size: int) -> dict[str, Any]:
        """The WSGI environment (PEP 3333) of an ASGI request."""
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
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": scope["scheme"],
            "wsgi.input": body,
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            "CONTENT_LENGTH": str(size),
        }
        _headers(environ, scope["headers"])
        self._forwarded(environ)
        return environ

    def _forwarded(self, environ: dict[str, Any]) -> None:
        """Believe a reverse proxy about scheme and address only when it is one of ours."""
        if environ["REMOTE_ADDR"] not in self.trusted:
            for name in ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST"):
                environ.pop(name, None)
            return
        environ["wsgi.url_scheme"] = environ.get("HTTP_X_FORWARDED_PROTO", environ["wsgi.url_scheme"])
        environ["REMOTE_ADDR"] = environ.get("HTTP_X_FORWARDED_FOR", environ["REMOTE_ADDR"]).split(",")[-1].strip()


class Answer:
    """One response on its way out: made in a thread, sent on the loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, send: Callable, *, head: bool) -> None:
        self.loop, self.send, self.head = loop, send, head
        self.start: dict[str, Any] = {}
        self.rest = b""
        self.begun = False

    def make(self, wsgi: Callable, environ: dict[str, Any]) -> None:
        """Run the WSGI application. A short body waits for `finish`; a long one is streamed as it is made."""
        result = wsgi(environ, self._start)
        try:
            for part in result:
                self.rest += part
                if len(self.rest) > CHUNK and not self.head:
                    asyncio.run_coroutine_threadsafe(self._flush(more=True), self.loop).result()
        finally:
            if hasattr(result, "close"):
                result.close()

    async def finish(self) -> None:
        """Send what is left."""
        await self._flush(more=False)

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        self.start = {"type": "http.response.start", "status": int(status[:3]), "headers": pairs}

    async def _flush(self, *, more: bool) -> None:
        if not self.begun:
            self.begun = True
            await self.send(self.start)
        body, self.rest = (b"" if self.head else self.rest), b""
        await self.send({"type": "http.response.body", "body": body, "more_body": more})


def _headers(environ: dict[str, Any], headers: Iterable[tuple[bytes, bytes]]) -> None:
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").upper().replace("-", "_"), raw_value.decode("latin-1")
        if name == "CONTENT_TYPE":
            environ[name] = value
        elif name != "CONTENT_LENGTH" and b"_" not in raw_name:
            key = f"HTTP_{name}"
            joint = "; " if name == "COOKIE" else ","
            environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value


async def _plain(send: Callable, status: int, text: str) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text.encode()})


async def _lifespan(receive: Callable, send: Callable) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
