"""The app as it is installed, away from the checkout."""
