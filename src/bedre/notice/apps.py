from django.apps import AppConfig


class NoticeConfig(AppConfig):
    """Mail, reminders and calendar feeds."""

    name = "bedre.notice"
    label = "notice"

    def ready(self) -> None:
        from . import answers  # noqa: F401  (registers what it does)
