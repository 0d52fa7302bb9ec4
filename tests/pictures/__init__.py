"""Pictures of every page, to be looked at by whoever changed one: `python -m tests.pictures FOLDER`."""
