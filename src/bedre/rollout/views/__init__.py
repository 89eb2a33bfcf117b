"""Pages of the introduction."""
