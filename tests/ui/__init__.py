"""The window: what each step looks like and answers to keys and clicks."""
