"""A module for each page, with its states in a tuple STATES; every module here is found by itself."""
