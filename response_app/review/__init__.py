"""Review: what travels to the chief officer's office and back, and how it is read and merged."""
