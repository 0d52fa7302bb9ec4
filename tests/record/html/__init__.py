"""Tests of the record as a web page."""
