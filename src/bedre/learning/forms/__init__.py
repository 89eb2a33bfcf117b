"""Forms of stories and study visits."""
