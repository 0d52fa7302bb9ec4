"""One module for each step from schema to schema; released ones are never changed."""
