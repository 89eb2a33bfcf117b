"""One mail to one person, in that person's language, with the words that matter in it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from bedre.people.models import Person


def send(person: Person, template: str, context: dict[str, Any]) -> bool:
    """Render `<template>.txt` (first line: subject) and send it. False when the person has no e-mail or has left.

    Call it from a task (`events.after`), so that it is retried and never holds up a page.
    """
    if not person.email or person.has_left:
        return False
    with translation.override(person.language or person.municipality.language):
        text = render_to_string(f"{template}.txt", {"person": person, "address": address(person), **context})
    subject, _, body = text.strip().partition("\n")
    EmailMessage(subject.strip()[:200], body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [person.email]).send()
    return True


def address(person: Person) -> str:
    """Start of every link in a mail: the public address and the municipality, without a slash at the end."""
    return f"{settings.BEDRE_URL or 'http://localhost:8000'}/{person.municipality.slug}"
