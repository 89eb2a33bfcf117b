"""One response on its way out: made in a thread, sent on the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

CHUNK = 64 * 1024
"""A body beyond so many bytes is sent while it is still being made."""


class Answer:
    """Runs a WSGI application for one request; `receive` and `send` are the request's ASGI channels.

    After the `last` one the connection is closed: there may be more of a body than anybody wants to read.
    """

    def __init__(self, receive: Callable, send: Callable, *, head: bool, last: bool = False) -> None:
        self.loop = asyncio.get_running_loop()
        self.receive, self.send, self.head, self.last = receive, send, head, last
        self.start: dict[str, Any] = {}
        self.parts: list[bytes] = []
        self.waiting = 0
        self.begun = self.gone = False
        self.watch: asyncio.Task | None = None

    def make(self, wsgi: Callable, environ: dict[str, Any]) -> None:
        """In a thread: a short body waits for `finish`, a long one is streamed as it is made, until the client goes."""
        result = wsgi(environ, self._start)
        try:
            for part in result:
                if self.head or self.gone:
                    break
                self._keep(part)
        finally:
            if hasattr(result, "close"):
                result.close()

    async def finish(self) -> None:
        """Send what is left."""
        if self.watch:
            self.watch.cancel()
        await self._flush(more=False)

    def _start(self, status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
        pairs = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        pairs += [(b"connection", b"close")] if self.last else []
        self.start = {"type": "http.response.start", "status": int(status[:3]), "headers": pairs}

    def _keep(self, part: bytes) -> None:
        self.parts.append(part)
        self.waiting += len(part)
        if self.waiting > CHUNK:
            asyncio.run_coroutine_threadsafe(self._flush(more=True), self.loop).result()

    async def _flush(self, *, more: bool) -> None:
        if not self.begun:
            self.begun = True
            await self.send(self.start)
            if more:
                self.watch = self.loop.create_task(self._until_gone())
        body, self.parts, self.waiting = b"".join(self.parts), [], 0
        await self.send({"type": "http.response.body", "body": b"" if self.head else body, "more_body": more})

    async def _until_gone(self) -> None:
        while (await self.receive())["type"] != "http.disconnect":
            pass
        self.gone = True
