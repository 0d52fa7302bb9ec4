"""What ships with the app and is not words: colour profile, icons, style."""
