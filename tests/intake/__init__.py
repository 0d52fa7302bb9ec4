"""Report in."""
