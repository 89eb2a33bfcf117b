"""One Event per verb: append-only, with reactions in the transaction and consumers after it."""

import pytest
from django.db import transaction

from bedre.kernel import events
from bedre.kernel.errors import DomainError
from bedre.kernel.models import Event


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(events, "_reactions", type(events._reactions)(list))
    monkeypatch.setattr(events, "_consumers", type(events._consumers)(list))


def test_an_event_is_written_once(harstad):
    event = events.record(harstad.unit, "unit.tested", by=harstad.leader, unit=harstad.unit, on="2015-06-15")
    assert (event.verb, event.subject_id, event.changes) == ("unit.tested", harstad.unit.pk, {"on": "2015-06-15"})
    with pytest.raises(TypeError):
        event.save()


def test_a_reaction_that_refuses_undoes_the_verb(harstad, registry):
    @events.on("unit.tested")
    def refuse(event, subject):
        raise DomainError("No.")

    with pytest.raises(DomainError), transaction.atomic():
        events.record(harstad.unit, "unit.tested")
    assert not Event.objects.filter(verb="unit.tested").exists()


def test_a_consumer_gets_the_committed_event(harstad, registry):
    seen = []

    @events.after("unit.tested")
    def notice(event):
        seen.append(event.pk)

    event = events.record(harstad.unit, "unit.tested")
    assert seen == [event.pk]
