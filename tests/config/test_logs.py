"""The log tells an administrator what happened, and nobody who did it."""

import io
import json
import logging

import pytest
import structlog

from bedre.config import logs


@pytest.fixture
def lines():
    """The JSON lines that were logged."""
    logs.configure_logs("INFO")
    out = io.StringIO()
    logging.getLogger().handlers[0].setStream(out)
    yield lambda: [json.loads(line) for line in out.getvalue().splitlines()]
    logs.configure_logs("ERROR")


@pytest.mark.django_db
def test_a_request_is_one_line_with_the_route_and_without_path_or_query(client, lines):
    client.get("/helse?navn=Kari")
    (line,) = [line for line in lines() if line["event"] == "page"]
    assert (line["method"], line["route"], line["status"]) == ("GET", "helse", line["status"])
    assert set(line) == {"event", "method", "route", "status", "ms", "request", "level", "timestamp"}


def test_a_broken_page_is_logged_without_its_path(lines):
    logging.getLogger("django.request").error("%s: %s", "Internal Server Error", "/kom-i-gang/hemmelig")
    assert [line["event"] for line in lines()] == ["Internal Server Error"]


def test_what_could_tell_who_is_dropped(lines):
    structlog.get_logger("bedre.people").info("signed in", user_id=7, ip="10.0.0.1", email="kari@example.org")
    assert set(lines()[0]) == {"event", "level", "timestamp"}


def test_a_database_error_does_not_repeat_the_row(lines):
    said = "duplicate key\nDETAIL:  Key (email)=(kari@example.org) already exists."
    try:
        raise ValueError(said)
    except ValueError:
        structlog.get_logger("bedre.people").exception("stumbled")
    (line,) = lines()
    assert "ValueError" in line["exception"] and "kari" not in line["exception"]
