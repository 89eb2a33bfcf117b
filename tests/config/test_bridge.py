"""From the server into Django in one hop: what a WSGI application says comes out as it was said."""

import asyncio

import pytest

from bedre.config.answer import CHUNK
from bedre.config.bridge import Bridge


def ask(
    app, *, method="GET", path="/", body=(b"",), headers=(), limit=1000, trusted=(), query=b"", client="10.0.0.1", stays=True
):
    """Send one request through the bridge; returns (status, headers, body)."""
    sent: list[dict] = []
    parts = [{"type": "http.request", "body": part, "more_body": n < len(body) - 1} for n, part in enumerate(body)]

    async def receive():
        if not parts and stays:
            await asyncio.Event().wait()
        return parts.pop(0) if parts else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "method": method, "raw_path": path.encode(), "query_string": query, "http_version": "1.1",
        "scheme": "http", "server": ("bedre", 80), "client": (client, 1), "headers": list(headers),
    }  # fmt: skip
    asyncio.run(Bridge(app, threads=2, limit=limit, trusted=trusted)(scope, receive, send))
    if not sent:
        return None
    return sent[0]["status"], dict(sent[0]["headers"]), b"".join(m.get("body", b"") for m in sent[1:])


def echo(environ, start_response):
    start_response("201 Created", [("X-Path", environ["PATH_INFO"]), ("X-Addr", environ["REMOTE_ADDR"])])
    return [environ["wsgi.input"].read(), environ["wsgi.url_scheme"].encode()]


def test_status_headers_and_body_come_through():
    status, headers, body = ask(echo, method="POST", body=(b"hei ", b"verden"), path="/harstad/tavle")
    assert (status, headers[b"x-path"], body) == (201, b"/harstad/tavle", b"hei verdenhttp")


def test_letters_beyond_ascii_in_the_path_reach_the_application_as_wsgi_wants_them():
    _, headers, _ = ask(echo, path="/h%C3%A1rstt%C3%A1k")
    assert headers[b"x-path"].decode("latin-1").encode("latin-1").decode() == "/hárstták"


@pytest.mark.parametrize(("limit", "body"), [(1200, b"x" * 1200 + b"http"), (1000, b"http")])
def test_a_body_over_the_limit_is_thrown_away_and_the_connection_ends(limit, body):
    _, headers, said = ask(echo, method="POST", body=(b"x" * 600, b"x" * 600), limit=limit)
    assert (said, headers.get(b"connection")) == (body, None if limit == 1200 else b"close")


def test_a_long_answer_is_streamed_whole():
    def long(environ, start_response):
        start_response("200 OK", [])
        return (b"a" * CHUNK for _ in range(5))

    assert len(ask(long)[2]) == 5 * CHUNK


def test_head_has_no_body():
    assert ask(echo, method="HEAD")[2] == b""


@pytest.mark.parametrize(("trusted", "scheme", "address"), [((), b"http", b"10.0.0.1"), (("10.0.0.1",), b"https", b"9.9.9.9")])
def test_a_proxy_is_believed_only_when_it_is_ours(trusted, scheme, address):
    headers = [(b"x-forwarded-proto", b"https"), (b"x-forwarded-for", b"9.9.9.9")]
    _, out, body = ask(echo, headers=headers, trusted=trusted)
    assert (body, out[b"x-addr"]) == (scheme, address)


def test_a_client_that_has_gone_gets_nothing():
    assert ask(echo, body=(), stays=False) is None


def test_head_of_an_endless_page_ends():
    def endless(environ, start_response):
        start_response("200 OK", [])
        while True:
            yield b"x"

    assert ask(endless, method="HEAD")[0] == 200


def test_a_page_for_a_client_that_went_half_way_is_not_made_to_its_end():
    made = []

    def endless(environ, start_response):
        start_response("200 OK", [])
        while True:
            made.append(1)
            yield b"x" * (CHUNK + 1)

    assert ask(endless, stays=False)[0] == 200
    assert len(made) < 1000


def test_a_network_of_proxies_is_believed():
    headers = [(b"x-forwarded-proto", b"https"), (b"x-forwarded-for", b"9.9.9.9, 8.8.8.8")]
    _, out, body = ask(echo, headers=headers, trusted=("10.0.0.0/8",))
    assert (body, out[b"x-addr"]) == (b"https", b"8.8.8.8")


def test_a_header_with_an_underscore_cannot_pose_as_another():
    def show(environ, start_response):
        start_response("200 OK", [])
        return [environ.get("HTTP_X_FORWARDED_FOR", "none").encode()]

    assert ask(show, headers=[(b"x_forwarded_for", b"1.1.1.1")], trusted=("10.0.0.1",))[2] == b"none"


def test_the_server_s_beginning_and_end_reach_what_runs_beside():
    heard: list[str] = []
    bridge = Bridge(echo, threads=1, limit=1, on_start=lambda: heard.append("start"), on_stop=lambda: heard.append("stop"))
    messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]

    async def receive():
        return messages.pop(0)

    async def send(message):
        heard.append(message["type"])

    asyncio.run(bridge({"type": "lifespan"}, receive, send))
    assert heard == ["start", "lifespan.startup.complete", "stop", "lifespan.shutdown.complete"]
