"""Tests of the bench: that it compares the same words, and compares them fairly."""
