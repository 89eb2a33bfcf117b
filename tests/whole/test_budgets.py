"""Every page costs a fixed number of questions, however much there is, and never more than twenty."""

from bedre.kernel.tenancy import active, tenant_models
from tests.counting import asked
from tests.stage import fill

from .pages import reachable

MOST = 20
ROLES = [
    "administrator", "coordinator", "leader", "director", "coach", "employee", "other_leader", "controller", "politician", "adviser",
]  # fmt: skip


def test_every_page_costs_the_same_for_one_and_for_three_of_everything(cast, client_as):
    clients = {role: client_as(role) for role in ROLES}
    with active(cast.municipality):
        fill(cast, 1)
    pages = [(role, url) for role in ROLES for url in reachable(clients[role]).values()]
    one = {(role, url): asked(clients[role], url) for role, url in pages}
    with active(cast.municipality):
        fill(cast, 2)
        fill(cast, 3)
    three = {(role, url): asked(clients[role], url) for role, url in pages}
    assert three == one
    assert {page: cost for page, cost in three.items() if cost > MOST} == {}


def test_the_stage_holds_something_of_everything(harstad):
    fill(harstad, 1)
    assert [model._meta.label for model in tenant_models() if not model.objects.exists()] == ["kernel.Redaction"]
