"""What the domain says when something may not happen."""


class DomainError(Exception):
    """A verb that may not happen. The message is a translated sentence that a page shows to the user as it is."""

    status = 409

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class StaleError(DomainError):
    """Somebody else changed the same thing since the page was opened. `current` is the object as it is now."""

    def __init__(self, message: str, current: object = None) -> None:
        super().__init__(message)
        self.current = current
