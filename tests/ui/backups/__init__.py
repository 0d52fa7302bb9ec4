"""Backups while nobody types."""
