from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, persons, roles, and what a request may do."""

    name = "bedre.people"
    label = "people"

    def ready(self) -> None:
        from . import mails, privacy, rules  # noqa: F401  (register who may, what is mailed, what is forgotten)
