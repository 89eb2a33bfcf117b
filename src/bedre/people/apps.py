from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, persons, roles, and what a request may do."""

    name = "bedre.people"
    label = "people"

    def ready(self) -> None:
        from . import rules  # noqa: F401  (registers who may)
