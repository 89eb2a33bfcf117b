"""Addresses of our pages, also outside a request (calendar, mail): paths inside the municipality."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse


def to(name: str, *args: Any) -> str:
    """The address of one of our pages: `to("wave", wave.pk)`."""
    return reverse(f"rollout:{name}", urlconf=settings.TENANT_URLCONF, args=args)
