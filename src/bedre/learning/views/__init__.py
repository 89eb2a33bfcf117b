"""Pages of stories and study visits."""
