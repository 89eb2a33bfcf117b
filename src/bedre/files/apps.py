from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Uploads, re-encoded and kept out of the web root."""

    name = "bedre.files"
    label = "files"
