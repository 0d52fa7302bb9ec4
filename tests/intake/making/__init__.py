"""Makes the files in `../cases` from the sources in `../case_sources`: one module for each form that a report comes in."""
