"""Lists as Qt item views want them, made from rows and records (every step)."""
