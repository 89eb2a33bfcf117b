"""Forms about people: signing in, accounts, persons, roles."""
