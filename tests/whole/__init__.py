"""What must hold for every page and every table at once."""
