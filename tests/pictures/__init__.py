"""Pictures of every page and state, to be looked at by whoever changed one: `python dev.py screenshots [--only PAGE]`.

A page's states are a short list in a module of `tests/pictures/states/`. Every module there is found by itself: a new page is
a new file, a new state is a line in its list (see `state.py`):

    STATES = (
        State("tasks"),                                       # the page as one goes to it, on the usual store
        State("tasks", "full", store=FULL),                   # 43 findings, long titles, several records
        State("tasks", "error", show=say_that_saving_failed), # `show` gets the window; what it returns is called afterwards
    )

Stores (`stores.py`): NEW (first start), EMPTY (no record yet), USUAL (the example record is open), FULL, HELD (cannot be opened).
Each state is drawn light, dark and in a contrast theme, at 1360 x 860 and 1000 x 640 at 100 % and at 1536 x 864 at 200 %.
The walk over the pages (`tests/accessibility`) goes through the same states: names, Tab, sizes, clipped words, contrast.
"""
