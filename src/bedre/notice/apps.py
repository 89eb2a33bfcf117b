from django.apps import AppConfig


class NoticeConfig(AppConfig):
    """Mail, reminders and calendar feeds."""

    name = "bedre.notice"
    label = "notice"
