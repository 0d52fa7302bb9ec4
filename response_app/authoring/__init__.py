"""All steps: the use cases, one function for each thing that a user does."""
