"""Forms about the municipality and its units."""
