"""What nobody needs any more goes away by itself."""

import datetime as dt

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from bedre.config.housekeeping import tidy
from bedre.kernel.ids import uuid7
from bedre.kernel.models import Submission

NOW = timezone.now()


@pytest.mark.django_db(transaction=True)
def test_ended_sessions_and_old_forms_are_thrown_away():
    for key, days in (("ended", -1), ("lasting", 1)):
        Session.objects.create(session_key=key, session_data="", expire_date=NOW + dt.timedelta(days=days))
    for days in (0, 3):
        Submission.objects.create(key=uuid7(), at=NOW - dt.timedelta(days=days))
    tidy()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["lasting"]
    assert list(Submission.objects.values_list("at", flat=True)) == [NOW]
