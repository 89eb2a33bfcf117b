"""Browsers without a screen: keep-alive connections that ask one thing after the other and note how long each answer took."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

Figure = tuple[str, str, float, str]
"""Case, metric, value, unit."""

CSRF = "c" * 32


@dataclass(frozen=True)
class Ask:
    """One request: a GET, or a POST of `form`."""

    path: str
    session: str
    form: dict[str, str] | None = None

    def raw(self) -> bytes:
        """The request on the wire."""
        body = urlencode(self.form).encode() if self.form is not None else b""
        head = [
            f"{'GET' if self.form is None else 'POST'} {self.path} HTTP/1.1",
            "Host: localhost",
            "Accept-Encoding: gzip",
            f"Cookie: sessionid={self.session}; csrftoken={CSRF}",
            f"X-CSRFToken: {CSRF}",
            "Content-Type: application/x-www-form-urlencoded",
            f"Content-Length: {len(body)}",
        ]
        return "\r\n".join(head).encode() + b"\r\n\r\n" + body


async def _one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, ask: Ask) -> tuple[int, bytes]:
    writer.write(ask.raw())
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.startswith(b"content-length")), 0)
    return int(head.split(b" ", 2)[1]), head + await reader.readexactly(length)


async def _client(port: int, asks: Iterator[Ask], times: list[float], expect: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for ask in asks:
        begun = time.perf_counter()
        status, _ = await _one(reader, writer, ask)
        if status != expect:
            raise RuntimeError(f"{ask.path} answered {status}")
        times.append(time.perf_counter() - begun)
    writer.close()


def run(port: int, asks: Callable[[int], Iterator[Ask]], *, clients: int, expect: int = 200) -> list[float]:
    """Let each client ask what `asks(number)` gives; returns the sorted times of all answers, in seconds."""
    times: list[float] = []

    async def all_at_once() -> None:
        await asyncio.gather(*(_client(port, asks(number), times, expect) for number in range(clients)))

    asyncio.run(all_at_once())
    return sorted(times)


def figures(case: str, times: list[float]) -> Iterator[Figure]:
    """The middle, the slowest but one in a hundred."""
    yield case, "p50", statistics.median(times) * 1000, "ms"
    yield case, "p99", times[min(len(times) - 1, int(len(times) * 0.99))] * 1000, "ms"


def rate(case: str, times: list[float], seconds: float) -> Figure:
    """Answers a second."""
    return case, "rate", len(times) / seconds, "/s"
