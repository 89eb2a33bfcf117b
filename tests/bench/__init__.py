"""Measurements against a server as `bedre serve` starts it. Each line says: bench, case, metric, value, unit."""
