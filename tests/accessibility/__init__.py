"""The window for somebody without a mouse, without sight, or with large letters."""
