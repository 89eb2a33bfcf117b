from django.apps import AppConfig


class GainConfig(AppConfig):
    """What freed time is for, and whether it went there."""

    name = "bedre.gain"
    label = "gain"

    def ready(self) -> None:
        from bedre.web import slots

        from . import places, rules  # noqa: F401  (registers who may)

        slots.register("board.head", places.head)
        slots.register("board.marks", places.marks)
        slots.register("entrance.left", places.entrance)
        slots.register("improvement.below", places.below)
        slots.register("meeting.idea", places.estimate)
