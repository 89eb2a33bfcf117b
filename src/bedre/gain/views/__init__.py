"""Pages of gains."""
