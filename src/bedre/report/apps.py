from django.apps import AppConfig


class ReportConfig(AppConfig):
    """Frozen figures and their documents."""

    name = "bedre.report"
    label = "report"

    def ready(self) -> None:
        from bedre.web import slots

        from . import places, reactions, rules  # noqa: F401  (each registers what it does)

        slots.register("municipality.waiting", places.waiting)
        slots.register("municipality.reports", places.published)
        slots.register("municipality.actions", places.action)
        slots.register("wave.head", places.of_wave)
