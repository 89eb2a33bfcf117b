from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """What comes in and goes out as files."""

    name = "bedre.exchange"
    label = "exchange"
