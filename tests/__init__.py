"""Tests; the folders mirror the packages, and every folder is a package."""
