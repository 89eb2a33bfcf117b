"""Pages about the municipality and its units."""
