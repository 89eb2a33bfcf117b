from django.apps import AppConfig


class MeasureConfig(AppConfig):
    """Goals, what is counted and the values."""

    name = "bedre.measure"
    label = "measure"

    def ready(self) -> None:
        from bedre.web import charts, slots

        from . import queries, rules  # noqa: F401  (registers who may)

        def lines(request, unit):
            found = queries.strip(unit.id)
            drawn = [(line, charts.spark(line.numbers) if len(line.values) > 1 else None) for line in found]
            return ("measure/strip.html", {"lines": drawn, "unit": unit}) if drawn else None

        slots.register("board.strip", lines)
        slots.register("meeting.goals", lines)
