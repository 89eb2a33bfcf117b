"""Mail of a demonstration or test: it lands on a page and nothing leaves the machine."""

from django.core.mail.backends.locmem import EmailBackend


class MailboxBackend(EmailBackend):
    """Keeps mail in this installation."""
