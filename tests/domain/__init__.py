"""The rules that need no storage."""
