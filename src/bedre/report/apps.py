from django.apps import AppConfig


class ReportConfig(AppConfig):
    """Frozen figures and their documents."""

    name = "bedre.report"
    label = "report"

    def ready(self) -> None:
        from . import reactions, rules, slots  # noqa: F401  (each registers what it does)
