from django.apps import AppConfig


class KernelConfig(AppConfig):
    """The ground floor: time, keys, tenancy, events."""

    name = "bedre.kernel"
    label = "kernel"
    default_auto_field = "django.db.models.BigAutoField"
