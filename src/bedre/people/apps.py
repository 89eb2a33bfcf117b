from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, persons, roles, and what a request may do."""

    name = "bedre.people"
    label = "people"

    def ready(self) -> None:
        from . import mails, privacy, reactions, rules, slots  # noqa: F401  (each registers what it does)
