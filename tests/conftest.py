"""For every test: nobody's real folders, no unexpected log record, and what is printed at the end."""

pytest_plugins = [
    "tests.fixtures.verapdf",
    "tests.fixtures.summary",
    "tests.fixtures.garbage",
    "tests.fixtures.isolation",
    "tests.fixtures.logs",
    "tests.fixtures.soak",
    "tests.fixtures.longest_first",
    "tests.fixtures.window",
]
