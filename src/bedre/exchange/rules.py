"""Who may import."""

from bedre.people.rules import administers, allow

allow("exchange.import", administers)
