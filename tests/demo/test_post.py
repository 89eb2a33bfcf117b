"""What the demonstration would have mailed is mailed while it is played."""

import datetime as dt

from django_tasks_db.models import DBTaskResult

from bedre.demo.play import play
from bedre.notice.models import CaughtMail


def test_answers_are_mailed_on_the_day_they_were_given(db, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}
    settings.EMAIL_BACKEND = "bedre.notice.mailbox.MailboxBackend"
    play(until=dt.date(2015, 3, 2))
    mails = [(mail.to, mail.at.date()) for mail in CaughtMail.objects.filter(body__contains="lovpålagt")]
    assert mails == [("employee@demo.example", dt.date(2015, 3, 2))]
    assert not DBTaskResult.objects.exists()
