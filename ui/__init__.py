"""The window: one page for each step of the story; the only package that knows Qt."""
