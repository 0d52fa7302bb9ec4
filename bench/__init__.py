"""The bench: the app's work measured beside other tools in one run (record out, and the window)."""
