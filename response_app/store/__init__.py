"""All steps: the one place that keeps the office's records on this computer."""
