"""Forms of the introduction."""
