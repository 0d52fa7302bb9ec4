"""Widgets: values in, signals out."""
