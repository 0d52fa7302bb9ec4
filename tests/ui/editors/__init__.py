"""The editor: real keys in a real window."""
