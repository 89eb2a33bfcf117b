"""Mail of a demonstration or test: it lands on a page and nothing leaves the machine."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from django.conf import settings
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

log = structlog.get_logger(__name__)


class MailboxBackend(BaseEmailBackend):
    """Keeps mail in this installation. In production it keeps nothing and logs that mail is not set up."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        """Catch each mail and return how many."""
        if settings.PRODUCTION:
            log.error("mail is not set up", lost=len(messages))
            return 0
        from .models import CaughtMail

        for message in messages:
            for receiver in message.recipients():
                CaughtMail.objects.create(to=receiver, subject=str(message.subject)[:300], body=str(message.body))
        return len(messages)
