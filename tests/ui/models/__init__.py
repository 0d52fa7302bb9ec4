"""Tests of the lists behind the item views."""
