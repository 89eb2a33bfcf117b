from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """What comes in and goes out as files."""

    name = "bedre.exchange"
    label = "exchange"

    def ready(self) -> None:
        from . import rules, slots  # noqa: F401  (register who may, and the ways in)
