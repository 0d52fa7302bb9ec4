"""Flows through the whole window: real keys and clicks, and what the store and the files hold afterwards."""
