"""What people say under a card."""

from django.db import models

from bedre.kernel import clock
from bedre.kernel.tenancy import TenantModel

from .improvement import Improvement


class Comment(TenantModel):
    """One comment, by a person."""

    REDACTABLE = ("text",)

    improvement = models.ForeignKey(Improvement, on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)
    text = models.TextField()

    class Meta:
        ordering = ["at"]

    def __str__(self) -> str:
        return f"{self.improvement} {self.at:%Y-%m-%d}"
