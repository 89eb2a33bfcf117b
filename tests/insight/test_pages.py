"""Where each role begins."""

import pytest


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("employee", "/harstad/hjemmetjenesten-2/tavle/"),
        ("leader", "/harstad/hjemmetjenesten-2/tavle/"),
        ("director", "/harstad/kommunen/"),
        ("politician", "/harstad/kommunen/"),
        ("coordinator", "/harstad/innforing"),
        ("administrator", "/harstad/enheter/"),
        ("controller", "/harstad/gevinster/"),
    ],
)
def test_each_role_begins_where_it_does_most(cast, client_as, role, page):
    assert client_as(role).get("/harstad/").url == page
