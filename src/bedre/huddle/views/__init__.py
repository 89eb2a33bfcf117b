"""Pages of the meeting: before, during and after it."""
