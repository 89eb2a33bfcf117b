"""From uvicorn into Django's WSGI handler in one hop: the body is read on the loop, the page is made in a bounded thread pool.

Django's own ASGI handler crosses between loop and threads several times a request; this crosses once each way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from tempfile import SpooledTemporaryFile
from typing import Any

from .answer import Answer
from .wsgi_environ import TOO_LARGE, Proxies, environ_of

IN_MEMORY = 1024 * 1024
"""A request's body beyond so many bytes waits in a temporary file."""
PATIENCE = 4
"""A body too large is read to the end, so that the browser shows our answer, but not beyond so many times the limit."""


class Bridge:
    """An ASGI application around a WSGI one.

    `limit` is the largest request body in bytes (a larger one is thrown away, and the application told), `trusted` are addresses or networks of reverse proxies; `on_start` and `on_stop`
    run when the server begins and ends.
    """

    def __init__(
        self,
        wsgi: Callable,
        *,
        threads: int,
        limit: int,
        trusted: Iterable[str] = (),
        on_start: Callable[[], None] = lambda: None,
        on_stop: Callable[[], None] = lambda: None,
    ) -> None:
        self.wsgi, self.limit = wsgi, limit
        self.on_start, self.on_stop = on_start, on_stop
        self.proxies = Proxies(trusted)
        self.pool = ThreadPoolExecutor(threads, thread_name_prefix="page")

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)

    async def _lifespan(self, receive: Callable, send: Callable) -> None:
        for phase, act in (("startup", self.on_start), ("shutdown", self.on_stop)):
            await receive()
            await asyncio.to_thread(act)
            await send({"type": f"lifespan.{phase}.complete"})

    async def _http(self, scope: dict, receive: Callable, send: Callable) -> None:
        with SpooledTemporaryFile(IN_MEMORY) as body:
            size = await self._read(receive, body)
            if size is None:
                return
            answer = Answer(receive, send, head=scope["method"] == "HEAD", last=size > self.limit)
            environ = environ_of(scope, body, self._kept(body, size), self.proxies)
            environ[TOO_LARGE] = size > self.limit
            await asyncio.get_running_loop().run_in_executor(self.pool, answer.make, self.wsgi, environ)
            await answer.finish()

    def _kept(self, body: Any, size: int) -> int:
        """Turn back to the beginning of a body, and throw one away that is too large; returns the size of what is left."""
        body.seek(0)
        if size > self.limit:
            body.truncate()
            return 0
        return size

    async def _read(self, receive: Callable, body: Any) -> int | None:
        """Read the request's body and return its size, or a size over the limit; None when the client has gone."""
        size, more = 0, True
        while more and size <= self.limit * PATIENCE:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            part = message.get("body", b"")
            size += len(part)
            if size <= self.limit:
                body.write(part)
            more = message.get("more_body", False)
        return size
