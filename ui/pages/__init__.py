"""One page of the window a module: one page is one step of the story."""
