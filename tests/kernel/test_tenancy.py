"""No query on a municipality's data without a municipality."""

import pytest
from django_scopes.exceptions import ScopeError

from bedre.kernel.tenancy import active, tenant_models
from bedre.organisation.models import Unit


def test_a_query_without_a_municipality_raises(cast):
    with pytest.raises(ScopeError):
        Unit.objects.count()


def test_each_municipality_sees_its_own(cast):
    with active(cast.municipality):
        assert Unit.objects.filter(slug="leknes-skole").count() == 0
    with active(cast.elsewhere):
        assert Unit.objects.count() == 1


@pytest.mark.parametrize("model", tenant_models(), ids=lambda model: model._meta.label)
def test_every_tenant_table_starts_from_the_municipality(model, db):
    with pytest.raises(ScopeError):
        list(model.objects.all())
