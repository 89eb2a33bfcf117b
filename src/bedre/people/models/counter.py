"""Where rate limits are counted, so that every process and every restart counts the same."""

from django.db import models


class Counter(models.Model):
    """A row of Django's database cache (its columns, its table): hits per address or account, gone when their time is over."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "people_counter"

    def __str__(self) -> str:
        return self.cache_key
