from django.apps import AppConfig


class ReportConfig(AppConfig):
    """Frozen figures and their documents."""

    name = "bedre.report"
    label = "report"
