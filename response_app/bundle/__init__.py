"""Review and hand-over: one record with everything that belongs to it, in one file."""
