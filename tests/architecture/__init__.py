"""What the code must look like, whatever it does: arrows, sizes, docstrings, one place that writes files."""
