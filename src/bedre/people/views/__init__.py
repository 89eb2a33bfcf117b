"""Pages about people: signing in, setting up, persons and roles, oneself."""
