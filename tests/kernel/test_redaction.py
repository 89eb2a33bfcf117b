"""What redaction refuses. That it reaches everything is told in `tests/whole/test_redaction.py`."""

import pytest
from django.core.mail import EmailMessage

from bedre.kernel import redaction
from bedre.kernel.errors import DomainError
from bedre.notice.mailbox import MailboxBackend
from bedre.notice.models import CaughtMail


@pytest.mark.parametrize("text", ["", "ab", "  a  ", "finnes ikke noe sted"])
def test_a_text_that_is_too_short_or_nowhere_is_refused(harstad, text):
    with pytest.raises(DomainError):
        redaction.redact(text, by=harstad.leader, reason="x")


def test_a_text_is_found_as_it_was_kept_and_not_as_a_browser_sends_it(harstad):
    MailboxBackend().send_messages([EmailMessage("Svar", "Første linje\nandre linje", "a@example.org", ["b@example.org"])])
    redaction.redact(" linje\r\nandre ", by=harstad.leader, reason="x")
    assert CaughtMail.objects.get().body == "Første (sladdet) linje"
