"""The parts of the office settings, one under each tab (office settings)."""
