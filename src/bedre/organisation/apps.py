from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """The municipality, its units over time, its partners and agreements."""

    name = "bedre.organisation"
    label = "organisation"
