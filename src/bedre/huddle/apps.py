from django.apps import AppConfig


class HuddleConfig(AppConfig):
    """The meeting at the board as it is held."""

    name = "bedre.huddle"
    label = "huddle"

    def ready(self) -> None:
        from bedre.web import slots

        slots.register(
            "board.actions", lambda request, unit, meeting: ("huddle/actions.html", {"unit": unit, "meeting": meeting})
        )
