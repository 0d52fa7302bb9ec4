"""Tests of the record as a Word file."""
