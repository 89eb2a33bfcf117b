"""Sladd: the text is gone from every table of the municipality and from caught mail, and who, when and why stays."""

import pytest
from django.apps import apps
from django.core.mail import EmailMessage
from django.db import connection

from bedre.kernel import redaction
from bedre.kernel.errors import DomainError
from bedre.notice.mailbox import MailboxBackend

SECRET = "Kari Nordmann 01018012345"


def stands_anywhere(text: str) -> list[str]:
    """Every table of the database that holds the text in any column."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'select * from "{table}"')
            found += [table for row in cursor.fetchall() if any(text in str(value) for value in row)]
    return found


def test_what_is_redacted_is_gone_from_the_whole_database(harstad):
    MailboxBackend().send_messages([EmailMessage("Svar", f"Om {SECRET}", "a@example.org", ["b@example.org"])])
    assert stands_anywhere(SECRET)
    done = redaction.redact(SECRET, by=harstad.leader, reason="Personopplysning")
    assert stands_anywhere(SECRET) == []
    assert (done.by, done.reason, len(done.places)) == (harstad.leader, "Personopplysning", 1)


@pytest.mark.parametrize("text", ["", "ab", "finnes ikke noe sted"])
def test_a_text_that_is_too_short_or_nowhere_is_refused(harstad, text):
    with pytest.raises(DomainError):
        redaction.redact(text, by=harstad.leader, reason="x")


def test_every_long_text_of_a_municipality_can_be_redacted():
    """A free text that nobody listed would keep what was to be taken out."""
    from bedre.kernel.tenancy import TenantModel

    left_out = {("kernel.redaction", "reason"), ("method.methodversion", "text")}
    texts = {
        (model._meta.label_lower, field.name)
        for model in apps.get_models()
        if issubclass(model, TenantModel)
        for field in model._meta.get_fields()
        if field.get_internal_type() == "TextField" and field.name not in getattr(model, "REDACTABLE", ())
    }
    assert texts - left_out == set()
