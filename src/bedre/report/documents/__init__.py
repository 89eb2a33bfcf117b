"""A report as PDF and as Word."""
